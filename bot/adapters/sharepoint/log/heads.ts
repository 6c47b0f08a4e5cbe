import { FIRST_PREVIOUS_HASH } from '../../chain/link.ts';
import type { CopiedRow, Mirror } from '../mirror/mirror.ts';
import { storedFields } from './row.ts';

/** Where a stream ends as far as the copy knows, and the rows of its operations. */
export type Head = {
  sequence: number;
  hash: string;
  readonly operations: Map<string, number>;
  /** The copy holds a row beyond a missing one. */
  hasGap: boolean;
};

const MOST_STREAMS = 1_000;

/** Ends of streams, from the copy, remembered until something new of the stream comes in. */
export function createLogHeads(mirror: Mirror) {
  const heads = new Map<string, Head>();
  const ofStream = mirror.select('stream = ?', 'ORDER BY sequence');

  function read(stream: string): Head {
    const head: Head = { sequence: 0, hash: FIRST_PREVIOUS_HASH, operations: new Map(), hasGap: false };
    for (const row of ofStream(stream)) follow(head, row);
    if (heads.size >= MOST_STREAMS) heads.clear();
    heads.set(stream, head);
    return head;
  }

  return {
    of: (stream: string): Head => heads.get(stream) ?? read(stream),
    rows: (stream: string): readonly CopiedRow[] => ofStream(stream),
    /** Follows the usual case, one row at the end; all else is read anew when it is asked for. */
    onAdded: (added: readonly CopiedRow[]): void => {
      for (const row of added) {
        const { stream, sequence } = storedFields(row.fields);
        const head = heads.get(stream);
        if (!head) continue;
        if (sequence === head.sequence + 1 && !head.hasGap) follow(head, row);
        else heads.delete(stream);
      }
    },
  };
}

function follow(head: Head, row: CopiedRow): void {
  const { sequence, hash, operationId } = storedFields(row.fields);
  if (sequence !== head.sequence + 1) {
    head.hasGap = true;
    return;
  }
  head.operations.set(operationId, sequence);
  head.sequence = sequence;
  head.hash = hash;
}
