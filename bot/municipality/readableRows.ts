import { join } from 'node:path';
import type { Context } from '../../domain/initiatives/decision.ts';
import {
  type ByHand,
  type Graph,
  type ListRows,
  openListRows,
  readableRows,
} from '../adapters/sharepoint/index.ts';
import { atMost } from '../app/atMost.ts';
import type { Casebook } from '../app/casebook.ts';
import type { ProductionConfig } from '../config.ts';
import { createTexts } from '../texts/texts.ts';

export type RowsConfig = Pick<ProductionConfig, 'sites' | 'language'>;

export type MunicipalRows = {
  readonly casebook: Casebook;
  readonly context: () => Context;
  readonly onByHand: (what: ByHand) => void;
  readonly onError: (error: unknown) => void;
  /** Where a copy is kept between starts; without one the lists are read anew. */
  readonly folder?: string;
};

/** The readable lists of the portfolio site, with the municipality's language. @throws StoreUnavailable */
export function openMunicipalRows(
  graph: Graph,
  { sites, language }: RowsConfig,
  { casebook, context, onByHand, onError, folder }: MunicipalRows,
): Promise<ListRows> {
  const { t } = createTexts()(language);
  return openListRows({
    graph,
    site: sites.portfolio,
    ...(folder && { folder }),
    all: () => casebook.ids(),
    rowsOf: (id) => {
      const initiative = casebook.initiative(id);
      return initiative && { version: initiative.version, rows: readableRows(initiative, context(), t) };
    },
    onByHand,
    onError,
  });
}

export type RowsTiming = {
  /** Whoever waits for a start is answered before all cases are compared with the copy. */
  readonly beginMs: number;
  /** From there to the first look at the lists themselves. */
  readonly firstLookMs: number;
  /** What people do in the lists by hand is seen and put right this often. */
  readonly everyMs: number;
  /** A portfolio site that cannot be reached is tried again after this time. */
  readonly againMs: number;
};

const TIMING: RowsTiming = { beginMs: 3_000, firstLookMs: 5 * 60_000, everyMs: 60 * 60_000, againMs: 60_000 };
/** Work that is broken off is caught up with; nobody waits for it when the server closes. */
const CLOSING_MS = 2_000;

/**
 * Keeps the lists like the log for as long as the server runs: what was missed is caught up with in the background,
 * and each case is seen to when something happens to it. Lists that cannot be reached hold nothing up. A start only
 * compares with the copy from last time and asks only which lists there are; what is in them is looked at later.
 */
export function followWithRows(
  graph: Graph,
  config: RowsConfig & Pick<ProductionConfig, 'dataDir'>,
  parts: Omit<MunicipalRows, 'folder'>,
  timing: RowsTiming = TIMING,
): { readonly close: () => Promise<void> } {
  const folder = join(config.dataDir, 'lists');
  const opening = { closed: false, timer: undefined as NodeJS.Timeout | undefined };
  let rows: ListRows | undefined;
  let isFirst = true;
  const unsubscribe = parts.casebook.onChange(({ initiative }) => initiative && rows?.changed(initiative.id));

  async function follow(): Promise<void> {
    let wait = isFirst ? timing.firstLookMs : timing.everyMs;
    try {
      rows ??= await openMunicipalRows(graph, config, { ...parts, folder });
      if (opening.closed) return await rows.close();
      await rows.catchUp(undefined, isFirst ? 'copy' : 'list');
      isFirst = false;
    } catch (error) {
      wait = timing.againMs;
      if (!opening.closed) parts.onError(error);
      // A list may have been made anew: all of it is opened again, from the copy.
      await rows?.close();
      rows = undefined;
    }
    begin(wait);
  }
  let working: Promise<void> = Promise.resolve();
  function begin(wait: number): void {
    if (opening.closed) return;
    opening.timer = setTimeout(() => {
      working = follow();
    }, wait);
  }
  begin(timing.beginMs);

  return {
    close: async () => {
      opening.closed = true;
      clearTimeout(opening.timer);
      unsubscribe();
      // What is not written yet is caught up with at the next start.
      await rows?.close();
      await atMost(CLOSING_MS, working);
    },
  };
}
