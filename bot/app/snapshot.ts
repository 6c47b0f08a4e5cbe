import { type Casebook, createCasebook } from './casebook.ts';
import type { CasebookMemory } from './casebookMemory.ts';
import type { EventLog } from './ports/index.ts';

/** Why there is no snapshot to begin with; each is good reason to fold the whole log, none is a fault. */
export type NoSnapshot = 'none' | 'damaged' | 'other-version' | 'unreadable';

/**
 * What the casebook remembers, kept on this machine from one run to the next. Always disposable: the log is the truth,
 * and without a snapshot a start only takes longer.
 * Source: docs/adr/0010-snapshot.md
 */
export interface Snapshot {
  /** What was kept last, whole and checked, or why there is nothing. Never throws. */
  read(): CasebookMemory | NoSnapshot;
  /** Replaces what is kept, a little at a time, so that turns are answered meanwhile. @throws what the disk says. */
  write(memory: CasebookMemory): Promise<void>;
}

export type SnapshotUse = {
  readonly snapshot?: Snapshot | undefined;
  /** For the log: what happened, never what anything says. */
  readonly tell?: ((facts: object, message: string) => void) | undefined;
};

export type KeptCasebook = {
  readonly casebook: Casebook;
  /** Writes a snapshot if at least so many rows are new since the last one. Never rejects: it is only a convenience. */
  readonly keepSnapshot: (leastNewRows: number) => Promise<void>;
};

/**
 * Opens a casebook where the last run left it, and folds only the rows that have come since; without a snapshot that
 * the log continues, it folds the whole log. @throws StoreUnavailable when the log cannot be read.
 */
export async function openCasebook(
  log: Pick<EventLog, 'read' | 'readAfter'>,
  { snapshot, tell = () => undefined }: SnapshotUse = {},
): Promise<KeptCasebook> {
  const memory = snapshot && (await usable(snapshot, log));
  const isKept = typeof memory === 'object';
  const casebook = isKept ? createCasebook(log, memory) : createCasebook(log);
  let newRows = await casebook.catchUp();
  if (snapshot)
    tell(
      { rows: newRows, ...(!isKept && { snapshot: memory }) },
      isKept ? 'started from a snapshot' : 'folded the whole log',
    );
  casebook.onChange(() => {
    newRows += 1;
  });

  let writing: Promise<void> | undefined;
  async function write(leastNewRows: number): Promise<void> {
    if (!snapshot || newRows < Math.max(1, leastNewRows)) return;
    try {
      await casebook.catchUp();
      const now = casebook.memory();
      // A row came in between: there is always another time.
      if (!now) return;
      const counted = newRows;
      await snapshot.write(now);
      newRows -= counted;
    } catch (error) {
      tell({ err: error }, 'the snapshot was not written');
    }
  }

  return {
    casebook,
    keepSnapshot: async (leastNewRows) => {
      await writing;
      writing ??= write(leastNewRows).finally(() => {
        writing = undefined;
      });
      await writing;
    },
  };
}

/** More rows than ever share a place with the one that is looked for. */
const NEAR = 100;

/**
 * The snapshot, if the row it ends with is still where it was: else the log was reset, restored or cut. Asked for as
 * the rows after it are, so that the start has one question for the log and not two.
 */
async function usable(
  snapshot: Snapshot,
  log: Pick<EventLog, 'readAfter'>,
): Promise<CasebookMemory | NoSnapshot | 'other-log'> {
  const memory = snapshot.read();
  if (typeof memory === 'string') return memory;
  const rows = await log.readAfter(memory.position - 1, NEAR);
  const isSame = rows.some(({ position, hash }) => position === memory.position && hash === memory.hash);
  return isSame ? memory : 'other-log';
}
