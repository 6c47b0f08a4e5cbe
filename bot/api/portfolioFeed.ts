import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../domain/initiatives/decision.ts';
import { type Initiative, isSubmitted, type Submitted } from '../../domain/initiatives/initiative.ts';
import { toColumns } from '../../domain/portfolio/columns.ts';
import { openRow, type PortfolioRow, portfolioRow } from '../../domain/portfolio/row.ts';
import { awaitsAward, insightOf, isProtected, type Viewer } from '../../domain/portfolio/visibility.ts';
import type { Casebook } from '../app/casebook.ts';
import { ORGANISATION_STREAM } from '../app/streams.ts';
import { etagOf } from './etag.ts';
import { type Packed, pack } from './packed.ts';

/** Rows worked out between two breaths of the event loop, some 4 ms of work: a turn takes several breaths. */
const SLICE = 40;
/**
 * After a making there is a rest as long as it took, at most this: ten thousand cases that change all the time take no
 * more than half a processor, and a dozen are shown at once. Together with the tab's own wait within two seconds.
 */
const LONGEST_REST_MS = 400;
/** People of one unit or council see the same protected cases: so many different answers are kept ready. */
const KEPT_INSIGHTS = 8;

export type PortfolioFeed = {
  /** The feed as of now or later. Requests that arrive before it is made share the making. */
  readonly current: () => Promise<Packed>;
  /** Rows this viewer has insight in that are not whole in the feed: protected cases, and purchases before award. */
  readonly insight: (viewer: Viewer) => Promise<Packed>;
};

/** @param today local day; when it changes overdue marks do too. */
export function createPortfolioFeed(
  casebook: Casebook,
  context: () => Context,
  today: () => string,
): PortfolioFeed {
  const rows = new Map<string, { version: number; row: PortfolioRow }>();
  let day = '';
  let organisationVersion = -1;
  /** Counts changes: a feed is of the count at which its making began. */
  let changes = 0;
  const insights = new Map<string, Packed>();
  let feed: (Packed & { readonly of: number }) | undefined;
  let making: Promise<unknown> | undefined;
  let restsUntil = 0;

  casebook.onChange(({ row, initiative }) => {
    if (initiative || row.stream === ORGANISATION_STREAM) changes += 1;
  });

  function rowOf(initiative: Submitted): PortfolioRow {
    const known = rows.get(initiative.id);
    if (known?.version === initiative.version) return known.row;
    const row = asShown(portfolioRow(initiative, day, context()));
    rows.set(initiative.id, { version: initiative.version, row });
    return row;
  }

  /** Rows depend on the day and, through departments, on the organisation. */
  function forgetStaleRows(): void {
    const now = today();
    const { version } = context().organisation;
    if (now === day && version === organisationVersion) return;
    rows.clear();
    day = now;
    organisationVersion = version;
    changes += 1;
  }

  const isWithheld = (initiative: Submitted): boolean =>
    isProtected(initiative, context()) || awaitsAward(initiative);

  async function openRows(): Promise<PortfolioRow[]> {
    const open: PortfolioRow[] = [];
    let workedOut = 0;
    for (const id of casebook.ids()) {
      const initiative = casebook.initiative(id);
      if (!initiative || !isSubmitted(initiative)) continue;
      if (rows.get(id)?.version !== initiative.version) workedOut += 1;
      open.push(openRow(rowOf(initiative), initiative));
      if (workedOut === SLICE) {
        workedOut = 0;
        await breathe();
      }
    }
    return open;
  }

  async function make(): Promise<void> {
    await pause(Math.max(0, restsUntil - performance.now()));
    const begun = performance.now();
    const of = changes;
    const position = casebook.position();
    const raw = Buffer.from(JSON.stringify(toColumns(await openRows(), position)));
    feed = { of, ...(await pack(raw)) };
    const ended = performance.now();
    restsUntil = ended + Math.min(ended - begun, LONGEST_REST_MS);
  }

  /** What several people see is compressed for the first of them. */
  async function packedOnce(raw: Buffer): Promise<Packed> {
    const tag = etagOf(raw);
    const known = insights.get(tag) ?? (await pack(raw));
    insights.delete(tag);
    insights.set(tag, known);
    for (const oldest of [...insights.keys()].slice(0, -KEPT_INSIGHTS)) insights.delete(oldest);
    return known;
  }

  return {
    current: async () => {
      forgetStaleRows();
      // Whoever asks after a change gets that change, also while an older feed is in the making.
      const least = changes;
      for (;;) {
        if (feed && feed.of >= least) return feed;
        making ??= make().finally(() => {
          making = undefined;
        });
        await making;
      }
    },
    insight: (viewer) => {
      forgetStaleRows();
      const hasInsight = insightOf(viewer, context());
      const seen = [...submitted(casebook.all())].filter(
        (initiative) => isWithheld(initiative) && hasInsight(initiative),
      );
      return packedOnce(Buffer.from(JSON.stringify({ rows: seen.map(rowOf) })));
    },
  };
}

function* submitted(initiatives: Iterable<Initiative>): Generator<Submitted> {
  for (const initiative of initiatives) if (isSubmitted(initiative)) yield initiative;
}

/** No more digits than a table has room for: the rest is noise, and noise is what does not compress. */
const asShown = (row: PortfolioRow): PortfolioRow => ({
  ...row,
  submittedAt: toSecond(row.submittedAt),
  since: toSecond(row.since),
  changedAt: toSecond(row.changedAt),
  valuePerYear: rounded(row.valuePerYear, 1),
  npv: rounded(row.npv, 1),
  paybackYears: rounded(row.paybackYears, 100),
});

const toSecond = (at: string | null): string | null => at?.replace(/\.\d+Z$/, 'Z') ?? null;
const rounded = (value: number | null, parts: number): number | null =>
  value === null ? null : Math.round(value * parts) / parts;
