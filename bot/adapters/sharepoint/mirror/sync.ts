import { atMost } from '../../../app/atMost.ts';
import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import { GraphBusy, GraphRefused } from '../graph/errors.ts';
import type { Graph, Patience } from '../graph/graph.ts';
import type { Change, Page } from '../lists/item.ts';
import type { List } from '../lists/list.ts';
import type { Applied, Mirror } from './mirror.ts';

/** How often the list is asked for news: when people are about, and when nobody is. */
export type PollEvery = { readonly busyMs: number; readonly idleMs: number };

/** Somebody did something this lately: look often. */
const BUSY_FOR_MS = 5 * 60_000;

export type SyncState = {
  /** The copy holds the whole list. */
  readonly complete: boolean;
  readonly rows: number;
  /** Since the list last answered a question for news; undefined before the first answer. */
  readonly ageMs: number | undefined;
};

export type Sync = {
  /** Brings the copy up to date, unless that was done just now. @throws StoreUnavailable */
  readonly fresh: (patience: Patience) => Promise<void>;
  /** The same, however lately it was done. */
  readonly news: (patience: Patience) => Promise<void>;
  /** Resolves when the whole list has been read, at once if that was so already. @throws StoreUnavailable */
  readonly whole: (patience: Patience) => Promise<void>;
  /** People are about. */
  readonly touch: () => void;
  /** Takes in rows that were read or written past the polling. */
  readonly take: (changes: readonly Change[]) => void;
  readonly state: () => SyncState;
  readonly stop: () => Promise<void>;
};

export type SyncParts = {
  readonly graph: Graph;
  readonly list: List;
  readonly mirror: Mirror;
  readonly every: PollEvery;
  readonly onApplied: (applied: Applied) => void;
  /** Rows read so far, while a whole list is read. */
  readonly onProgress: (rows: number) => void;
  /** A whole list has been read. */
  readonly onComplete?: () => void;
};

const LINK = 'link';
const READING_AT = 'readingAt';
const READING_SINCE = 'readingSince';
const STOPPING_MS = 1_000;
/** A page of a full reading may wait out a long throttle: nobody waits for it in person. */
const PAGE_PATIENCE_MS = 15 * 60_000;

/**
 * Keeps the copy like the list. Reading the whole list goes page by page and can be taken up again where a restart
 * broke it off; the link for news is taken before the first page, so nothing falls between. When the link has died
 * (410) the whole list is read again in the background, and the copy serves meanwhile.
 * Source: Microsoft Graph v1.0, "listItem: delta".
 */
export function createSync(parts: SyncParts): Sync {
  const { graph, list, mirror, every, onApplied, onProgress } = parts;
  const { meta } = mirror;
  const { now } = graph.timing;
  let reading: Promise<void> | undefined;
  let polling: Promise<void> | undefined;
  let queued: Promise<void> | undefined;
  let polledAt: number | undefined;
  let begunAt = Number.NEGATIVE_INFINITY;
  let touchedAt = Number.NEGATIVE_INFINITY;
  let wasComplete = meta.get(LINK) !== undefined;
  let stopped = false;
  const stopping = Promise.withResolvers<never>();
  stopping.promise.catch(() => undefined);

  const take = (changes: readonly Change[]): void => {
    const applied = mirror.apply(changes);
    if (applied.added.length + applied.edited.length + applied.removed.length > 0) onApplied(applied);
  };

  /** Delta may leave out the fields of a row; those are fetched. */
  async function whole(changes: readonly Change[], patience: Patience): Promise<readonly Change[]> {
    const bare = changes.filter((change) => 'bare' in change).map(({ id }) => id);
    if (bare.length === 0) return changes;
    const fetched = await list.getAll(bare, patience);
    const full = fetched.map((item, i): Change => {
      if (item instanceof Error) throw item;
      return item ?? { id: bare[i] ?? 0, deleted: true };
    });
    return [...changes.filter((change) => !('bare' in change)), ...full];
  }

  async function readWhole(): Promise<void> {
    const patience = (): Patience => graph.patience('background', PAGE_PATIENCE_MS);
    if (meta.get(READING_AT) === undefined) await beginReading(patience());
    for (let at = meta.get(READING_AT); at; at = meta.get(READING_AT)) {
      if (stopped) throw new StoreUnavailable('the store is closed');
      const page = await pageOrAnew(at, patience());
      if (!page) continue;
      const changes = await whole(page.changes, patience());
      mirror.together(() => {
        take(changes);
        meta.set(READING_AT, page.next ?? '');
      });
      onProgress(mirror.size());
    }
    const removed = mirror.together(() => {
      const gone = mirror.endReading();
      meta.set(LINK, meta.get(READING_SINCE));
      meta.set(READING_AT, undefined);
      meta.set(READING_SINCE, undefined);
      return gone;
    });
    if (removed.length > 0) onApplied({ added: [], edited: [], removed });
    wasComplete = true;
    parts.onComplete?.();
  }

  async function beginReading(patience: Patience): Promise<void> {
    let page = await list.latest(patience);
    while (page !== 'expired' && page.next) page = await list.changes(page.next, patience);
    if (page === 'expired' || !page.delta) throw new StoreUnavailable(`${list.title}: no link for news`);
    const { delta } = page;
    mirror.together(() => {
      mirror.beginReading();
      meta.set(READING_SINCE, delta);
      meta.set(READING_AT, list.firstPage);
    });
  }

  /** Undefined when the place in the list is no longer known: the reading begins anew. */
  async function pageOrAnew(at: string, patience: Patience): Promise<Page | undefined> {
    const page = await orExpired(list.page(at, patience), at !== list.firstPage);
    if (page !== 'expired') return page;
    await beginReading(patience);
    return undefined;
  }

  const startReading = (): Promise<void> => {
    reading ??= readWhole().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  async function poll(patience: Patience): Promise<void> {
    begunAt = now();
    let link = meta.get(LINK);
    while (link) {
      const page: Page | 'expired' = await orExpired(list.changes(link, patience));
      if (page === 'expired') {
        meta.set(LINK, undefined);
        startReading().catch(() => undefined);
        return;
      }
      const changes = await whole(page.changes, patience);
      const { next, delta } = page;
      mirror.together(() => {
        take(changes);
        if (delta) meta.set(LINK, delta);
      });
      link = next;
    }
    polledAt = now();
  }

  /** What began before this question may have looked before what the caller wants to see was written. */
  function pollAfter(running: Promise<void>, patience: Patience): Promise<void> {
    const next = (): Promise<void> => {
      queued = undefined;
      return pollNow(patience);
    };
    queued ??= running.then(next, next);
    return queued;
  }

  function pollNow(patience: Patience): Promise<void> {
    if (polling !== undefined) return pollAfter(polling, patience);
    polling = poll(patience).finally(() => {
      polling = undefined;
    });
    return polling;
  }

  async function readInTime(patience: Patience): Promise<void> {
    if (stopped) throw new StoreUnavailable('the store is closed');
    if (meta.get(LINK) === undefined)
      await inTime(Promise.race([startReading(), stopping.promise]), patience, graph);
  }

  return {
    whole: readInTime,
    fresh: async (patience) => {
      if (wasComplete && meta.get(LINK) === undefined && !stopped) {
        startReading().catch(() => undefined);
        return;
      }
      await readInTime(patience);
      const interval = now() - touchedAt < BUSY_FOR_MS ? every.busyMs : every.idleMs;
      if (now() - begunAt < interval) return polling?.then(undefined, () => undefined);
      await pollNow(patience);
    },
    news: async (patience) => {
      if (meta.get(LINK) !== undefined) await pollNow(patience);
    },
    touch: () => {
      touchedAt = now();
    },
    take,
    state: () => ({
      complete: meta.get(LINK) !== undefined,
      rows: mirror.size(),
      ageMs: polledAt === undefined ? undefined : now() - polledAt,
    }),
    stop: async () => {
      stopped = true;
      stopping.reject(new StoreUnavailable('the store is closed'));
      await atMost(STOPPING_MS, Promise.allSettled([reading, polling, queued]));
    },
  };
}

/** A link that the list does not understand any more is as good as one that has expired. */
async function orExpired(page: Promise<Page | 'expired'>, isLink = true): Promise<Page | 'expired'> {
  try {
    return await page;
  } catch (error) {
    if (isLink && error instanceof GraphRefused && error.status === 400) return 'expired';
    throw error;
  }
}

/** The first reading goes on when nobody waits for it any more. */
async function inTime(work: Promise<void>, { deadline }: Patience, { timing }: Graph): Promise<void> {
  const left = Math.max(0, deadline - timing.now());
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new GraphBusy('the list is being read for the first time')), left);
  });
  work.catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
