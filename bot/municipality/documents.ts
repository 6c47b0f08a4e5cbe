import { isSubmitted } from '../../domain/initiatives/initiative.ts';
import { hasClosedDocuments } from '../../domain/portfolio/visibility.ts';
import { atMost } from '../app/atMost.ts';
import type { House } from '../app/house.ts';
import type { Documents } from '../app/ports/index.ts';

export type DocumentsDeps = Pick<House, 'casebook' | 'context'> & {
  readonly documents: Documents;
  /** @param mayBeOpen a folder could not be closed: perhaps everybody may read what is protected. */
  readonly onError: (error: unknown, mayBeOpen: boolean) => void;
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

/** What a case lacks: a folder, or that its folder is closed. */
type Lacking = 'closed' | 'open';
/** What should be closed goes first: until then everybody may read it. */
const IN_ORDER: readonly Lacking[] = ['closed', 'open'];

/**
 * Gives every case a folder in the document library for as long as the server runs, after the answer to the person and
 * never as a part of it, and closes it when the case becomes one whose documents not everybody may read. A start goes
 * through all cases, so what a crash left undone is done then.
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
  const waiting: Readonly<Record<Lacking, Set<string>>> = { closed: new Set(), open: new Set() };
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let isLearned = false;
  let isUrgent = false;
  let working: Promise<void> = Promise.resolve();

  function lacking(id: string): { readonly what: Lacking; readonly number: string } | undefined {
    const initiative = casebook.initiative(id);
    if (!initiative || !isSubmitted(initiative)) return undefined;
    const { number } = initiative;
    const folder = documents.known(number);
    if (hasClosedDocuments(initiative, context()))
      return folder && !folder.isOpen ? undefined : { what: 'closed', number };
    return folder ? undefined : { what: 'open', number };
  }

  /** @returns what the case lacks, unless that is known already. */
  function enlist(id: string): Lacking | undefined {
    const found = lacking(id);
    if (!found || waiting[found.what].has(id)) return undefined;
    waiting[found.what].add(id);
    return found.what;
  }

  /** What fails goes to the end of the line, so that one that never succeeds holds no other up. */
  async function see(id: string): Promise<void> {
    const found = lacking(id);
    if (!found) return;
    try {
      if (found.what === 'closed') await documents.closedFolderFor(found.number);
      else await documents.folderFor(found.number);
    } catch (error) {
      waiting[found.what].add(id);
      throw error;
    }
  }

  /** @returns false after a failure. The making of folders makes room when one is to be closed. */
  async function drain(ids: Set<string>): Promise<boolean> {
    for (const id of ids) {
      if (closed || (isUrgent && ids !== waiting.closed)) return true;
      ids.delete(id);
      try {
        await see(id);
      } catch (error) {
        if (!closed) onError(error, ids === waiting.closed);
        return false;
      }
    }
    return true;
  }

  async function work(): Promise<boolean> {
    if (!isLearned) {
      try {
        await documents.learnAll();
      } catch (error) {
        if (!closed) onError(error, false);
        return false;
      }
      isLearned = true;
      for (const id of casebook.ids()) enlist(id);
    }
    isUrgent = false;
    const done = [];
    for (const what of IN_ORDER) done.push(await drain(waiting[what]));
    return !done.includes(false);
  }

  const isIdle = (): boolean => IN_ORDER.every((what) => waiting[what].size === 0);

  function begin(): void {
    working = working.then(async () => {
      if (closed) return;
      clearTimeout(timer);
      const wait = (await work()) ? timing.everyMs : timing.againMs;
      if (closed) return;
      timer = setTimeout(() => {
        if (isIdle()) isLearned = false;
        begin();
      }, wait);
    });
  }

  const unsubscribe = casebook.onChange(({ initiative }) => {
    const what = initiative && enlist(initiative.id);
    if (!what) return;
    if (what === 'closed') isUrgent = true;
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
