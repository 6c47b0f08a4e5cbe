import { isSubmitted } from '../../domain/initiatives/initiative.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import { atMost } from '../adapters/sharepoint/mirror/atMost.ts';
import type { House } from '../app/house.ts';
import type { Documents } from '../app/ports/index.ts';

export type DocumentsDeps = Pick<House, 'casebook' | 'context'> & {
  readonly documents: Documents;
  readonly onError: (error: unknown) => void;
  readonly timing?: FollowTiming;
};

export type FollowTiming = {
  /** What was missed, and what somebody has removed by hand, is seen to this often. */
  readonly everyMs: number;
  /** A library that does not answer is tried again after this time. */
  readonly againMs: number;
};

/** A call to a library that does not answer goes on for long; nothing is lost by leaving it. */
const CLOSING_MS = 1_000;
const TIMING: FollowTiming = { everyMs: 60 * 60_000, againMs: 60_000 };

/**
 * Gives every case a folder in the document library for as long as the server runs, after the answer to the person and
 * never as a part of it. A protected case gets none: everybody may read the library. A start goes through all cases,
 * so what a crash left undone is done then.
 */
export function followWithDocuments({
  casebook,
  context,
  documents,
  onError,
  timing = TIMING,
}: DocumentsDeps): {
  readonly close: () => Promise<void>;
} {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let isLearned = false;
  let working: Promise<void> = Promise.resolve();

  /** The number under which a case is to have a folder that it does not have yet. */
  function missing(id: string): string | undefined {
    const initiative = casebook.initiative(id);
    if (!initiative || !isSubmitted(initiative) || isProtected(initiative, context())) return undefined;
    return documents.known(initiative.number) === undefined ? initiative.number : undefined;
  }

  /** What fails goes to the end of the line, so that one that never succeeds holds no other up. */
  async function make(id: string, number: string): Promise<void> {
    try {
      await documents.folderFor(number);
    } catch (error) {
      waiting.add(id);
      throw error;
    }
  }

  async function work(): Promise<void> {
    if (!isLearned) {
      await documents.learnAll();
      isLearned = true;
      for (const id of casebook.ids()) if (missing(id) !== undefined) waiting.add(id);
    }
    for (const id of waiting) {
      if (closed) return;
      const number = missing(id);
      waiting.delete(id);
      if (number !== undefined) await make(id, number);
    }
  }

  function begin(): void {
    working = working.then(async () => {
      if (closed) return;
      clearTimeout(timer);
      let wait = timing.everyMs;
      try {
        await work();
      } catch (error) {
        wait = timing.againMs;
        if (!closed) onError(error);
      }
      if (closed) return;
      timer = setTimeout(() => {
        if (waiting.size === 0) isLearned = false;
        begin();
      }, wait);
    });
  }

  const unsubscribe = casebook.onChange(({ initiative }) => {
    if (!initiative || waiting.has(initiative.id) || missing(initiative.id) === undefined) return;
    waiting.add(initiative.id);
    begin();
  });
  begin();

  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      unsubscribe();
      // What is not made yet is caught up with at the next start.
      await atMost(CLOSING_MS, working);
    },
  };
}
