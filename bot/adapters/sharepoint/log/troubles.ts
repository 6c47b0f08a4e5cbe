import { rowKey } from '../../../app/ports/eventLog.ts';
import { versionOf } from '../lists/item.ts';
import type { Applied, CopiedRow, Mirror } from '../mirror/mirror.ts';
import { intactRow, storedFields } from './row.ts';

/**
 * Something in the log that the program did not do.
 * `edited`, `deleted`: a person or another program changed a row; `damaged`: hash and record differ;
 * `broken-chain`: a row does not follow the one before it; `gap`: a row is missing; `duplicate`: two rows have one
 * key, the later one is ignored; `late`: a row came to light after later ones had been read.
 */
export type LogTrouble = {
  readonly kind: 'edited' | 'deleted' | 'damaged' | 'broken-chain' | 'gap' | 'duplicate' | 'late';
  /** `STREAM#000017`; never anything of what a person wrote. */
  readonly key: string;
  /** Item id in the list; undefined for a row that is not there. */
  readonly item?: number;
};

/** What is kept to be shown; more than this is one big trouble. */
const MOST_KEPT = 200;

export type Troubles = {
  readonly onApplied: (applied: Applied) => void;
  readonly late: (item: number) => void;
  readonly gap: (key: string) => void;
  readonly list: () => readonly LogTrouble[];
};

/** Looks at every piece of news of the log for traces of hands other than the program's; tells each once. */
export function createTroubles(mirror: Mirror, report: (trouble: LogTrouble) => void): Troubles {
  const told = new Map<string, LogTrouble>();
  const hashOf = mirror.value('hash', 'key = ?');
  const firstWith = mirror.value('id', 'key = ?');

  function tell(trouble: LogTrouble): void {
    const name = `${trouble.kind} ${trouble.key} ${trouble.item ?? ''}`;
    if (told.has(name)) return;
    if (told.size < MOST_KEPT) told.set(name, trouble);
    report(trouble);
  }

  function inspect(row: CopiedRow): void {
    const { key, stream, sequence, previousHash } = storedFields(row.fields);
    const item = row.id;
    if (versionOf(row.etag) !== 1) tell({ kind: 'edited', key, item });
    if (!intactRow(row)) tell({ kind: 'damaged', key, item });
    if (firstWith(key) !== item) tell({ kind: 'duplicate', key, item });
    const earlier = sequence > 1 ? hashOf(rowKey(stream, sequence - 1)) : undefined;
    if (earlier !== undefined && earlier !== previousHash) tell({ kind: 'broken-chain', key, item });
  }

  return {
    onApplied: ({ added, edited, removed }) => {
      for (const row of added) inspect(row);
      for (const { before: row } of edited)
        tell({ kind: 'edited', key: storedFields(row.fields).key, item: row.id });
      for (const row of removed) tell({ kind: 'deleted', key: storedFields(row.fields).key, item: row.id });
    },
    late: (item) => tell({ kind: 'late', key: '', item }),
    gap: (key) => tell({ kind: 'gap', key }),
    list: () => [...told.values()],
  };
}
