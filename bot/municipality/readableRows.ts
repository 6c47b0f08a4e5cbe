import { join } from 'node:path';
import type { Context } from '../../domain/initiatives/decision.ts';
import {
  type ByHand,
  type Graph,
  type ListRows,
  openListRows,
  readableRows,
} from '../adapters/sharepoint/index.ts';
import type { Casebook } from '../app/casebook.ts';
import type { ProductionConfig } from '../config.ts';
import { createTexts } from '../texts/texts.ts';

export type RowsConfig = Pick<ProductionConfig, 'sites' | 'dataDir' | 'language'>;

export type MunicipalRows = {
  readonly casebook: Casebook;
  readonly context: () => Context;
  readonly onByHand: (what: ByHand) => void;
  readonly onError: (error: unknown) => void;
  /** Keeps a copy between starts; without one the lists are read anew. */
  readonly keepCopy: boolean;
};

/** The readable lists of the portfolio site, with the municipality's language. @throws StoreUnavailable */
export function openMunicipalRows(
  graph: Graph,
  { sites, dataDir, language }: RowsConfig,
  { casebook, context, onByHand, onError, keepCopy }: MunicipalRows,
): Promise<ListRows> {
  const { t } = createTexts()(language);
  return openListRows({
    graph,
    site: sites.portfolio,
    ...(keepCopy && { folder: join(dataDir, 'lists') }),
    all: () => casebook.ids(),
    rowsOf: (id) => {
      const initiative = casebook.initiative(id);
      return initiative && { version: initiative.version, rows: readableRows(initiative, context(), t) };
    },
    onByHand,
    onError,
  });
}

/** What people do in the lists by hand is seen and put right this often. */
const CATCH_UP_MS = 60 * 60_000;
/** A portfolio site that cannot be reached is tried again after this time. */
const TRY_AGAIN_MS = 60_000;

/**
 * Keeps the lists like the log for as long as the server runs: what was missed is caught up with in the background,
 * and each case is seen to when something happens to it. Lists that cannot be reached hold nothing up.
 */
export function followWithRows(
  graph: Graph,
  config: RowsConfig,
  parts: Omit<MunicipalRows, 'keepCopy'>,
): { readonly close: () => Promise<void> } {
  const opening = { closed: false, timer: undefined as NodeJS.Timeout | undefined };
  let rows: ListRows | undefined;
  const unsubscribe = parts.casebook.onChange(({ initiative }) => initiative && rows?.changed(initiative.id));

  async function follow(): Promise<void> {
    let wait = CATCH_UP_MS;
    try {
      rows ??= await openMunicipalRows(graph, config, { ...parts, keepCopy: true });
      if (!opening.closed) await rows.catchUp();
    } catch (error) {
      wait = TRY_AGAIN_MS;
      if (!opening.closed) parts.onError(error);
    }
    if (!opening.closed) opening.timer = setTimeout(() => void next(), wait);
  }
  let working = follow();
  const next = (): Promise<void> => {
    working = follow();
    return working;
  };

  return {
    close: async () => {
      opening.closed = true;
      clearTimeout(opening.timer);
      unsubscribe();
      // What is not written yet is caught up with at the next start.
      await rows?.close();
      await working;
    },
  };
}
