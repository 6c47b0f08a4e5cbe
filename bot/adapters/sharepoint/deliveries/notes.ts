import { MOST_IN_A_BATCH } from '../graph/batch.ts';
import type { Patience } from '../graph/graph.ts';
import type { ChangeRow, KeyedRows } from '../lists/keyedRows.ts';
import { type Landed, sentChange } from './fields.ts';

type Note = {
  readonly key: string;
  readonly landed: Landed;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

/** Notes where messages have landed. Those that land while others are being noted share the next round trip. */
export function createNotes(rows: KeyedRows, patience: () => Patience) {
  const waiting: Note[] = [];
  let isAtIt = false;

  async function noteAll(): Promise<void> {
    if (isAtIt) return;
    isAtIt = true;
    while (waiting.length > 0) await note(waiting.splice(0, MOST_IN_A_BATCH));
    isAtIt = false;
  }

  async function note(some: readonly Note[]): Promise<void> {
    if (some.length > 1) await together(some);
    await Promise.all(some.map((one) => change(one).then(one.done, one.failed)));
  }

  /** What does not succeed here is done by itself, which also says why it cannot be. */
  async function together(some: readonly Note[]): Promise<void> {
    const changes = some.flatMap(({ key, landed }): ChangeRow[] => {
      const row = rows.known(key);
      return row && !isSent(row) ? [{ row, fields: sentChange(landed) }] : [];
    });
    await rows.changeAll(changes, isSent, patience()).catch(() => undefined);
  }

  const change = async ({ key, landed }: Omit<Note, 'done' | 'failed'>): Promise<void> =>
    void (await rows.change(key, (row) => (isSent(row) ? undefined : sentChange(landed)), patience()));

  return {
    sent: (key: string, landed: Landed): Promise<void> =>
      new Promise((done, failed) => {
        waiting.push({ key, landed, done, failed });
        void noteAll();
      }),
  };
}

const isSent = ({ fields }: ChangeRow['row']): boolean => fields.DeliveryStatus === 'sent';
