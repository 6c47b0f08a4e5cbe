import { setImmediate as breathe } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from '../../domain/initiatives/decision.ts';
import { type Initiative, isSubmitted, type Submitted } from '../../domain/initiatives/initiative.ts';
import { toColumns } from '../../domain/portfolio/columns.ts';
import { type PortfolioRow, portfolioRow, withoutDetails } from '../../domain/portfolio/row.ts';
import { sightOf, type Viewer } from '../../domain/portfolio/visibility.ts';
import type { Casebook } from '../app/casebook.ts';
import { ORGANISATION_STREAM } from '../app/streams.ts';
import { etagOf } from './etag.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Rows worked out between two breaths of the event loop, some 4 ms of work: a turn takes several breaths. */
const SLICE = 40;

/** The open portfolio, compressed once per change and served as it is: compressing per request costs a hundredfold. */
export type Feed = {
  readonly etag: string;
  readonly raw: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
};

export type PortfolioFeed = {
  /** The feed as of now. Requests that arrive while it is made share the making. */
  readonly current: () => Promise<Feed>;
  /** Protected rows this viewer has insight in. */
  readonly insight: (viewer: Viewer) => PortfolioRow[];
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
  let feed: (Feed & { readonly of: number }) | undefined;
  let making: Promise<unknown> | undefined;

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

  async function openRows(): Promise<PortfolioRow[]> {
    const open: PortfolioRow[] = [];
    let workedOut = 0;
    for (const id of casebook.ids()) {
      const initiative = casebook.initiative(id);
      if (!initiative || !isSubmitted(initiative)) continue;
      if (rows.get(id)?.version !== initiative.version) workedOut += 1;
      const row = rowOf(initiative);
      open.push(row.protected ? withoutDetails(row) : row);
      if (workedOut === SLICE) {
        workedOut = 0;
        await breathe();
      }
    }
    return open;
  }

  async function make(): Promise<void> {
    const of = changes;
    const position = casebook.position();
    const raw = Buffer.from(JSON.stringify(toColumns(await openRows(), position)));
    const [gzipped, brotli] = await Promise.all([
      toGzip(raw, { level: 6 }),
      toBrotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    ]);
    feed = { of, etag: etagOf(raw), raw, gzip: gzipped, brotli };
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
      return [...submitted(casebook.all())]
        .filter(
          (initiative) => rowOf(initiative).protected && sightOf(initiative, viewer, context()) === 'all',
        )
        .map(rowOf);
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

const toSecond = (at: string): string => at.replace(/\.\d+Z$/, 'Z');
const rounded = (value: number | null, parts: number): number | null =>
  value === null ? null : Math.round(value * parts) / parts;
