import { GraphRefused, GraphUnclear } from '../graph/errors.ts';
import type { Patience } from '../graph/graph.ts';
import type { Fields, Item } from './item.ts';
import type { Inserted, List } from './list.ts';

/**
 * Another row has the key. `rows` are all that have it, lowest id first; `rows[0]` is the one that counts, and it is
 * never from this attempt.
 */
export type InsertedOnce =
  | { readonly outcome: 'written'; readonly item: Item }
  | { readonly outcome: 'taken'; readonly rows: readonly Item[] };

export type KeyedRow = {
  /** The unique column and its value. */
  readonly column: string;
  readonly key: string;
  /** `Attempt` among them tells our own row from another's when an answer was lost. */
  readonly fields: Fields & { readonly Attempt: string };
};

const MOST_ATTEMPTS = 4;

/**
 * Writes a row whose key may exist once. After an unclear answer it looks before it tries again; a refusal may be our
 * own earlier attempt. That the key let no other through is not looked at: `insertInTurn` does.
 * @throws StoreUnavailable when it cannot be said whether the row is there.
 */
export async function insertOnce(list: List, row: KeyedRow, patience: Patience): Promise<InsertedOnce> {
  let unclear: unknown;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const answer = await tried(list, row, patience);
    if ('item' in answer) return { outcome: 'written', item: answer.item };
    const rows = await list.find(row.column, row.key, patience);
    const first = rows[0];
    if (first && first.fields.Attempt === row.fields.Attempt) return { outcome: 'written', item: first };
    if (first) return { outcome: 'taken', rows };
    if ('error' in answer && answer.error instanceof GraphRefused) throw answer.error;
    unclear = 'error' in answer ? answer.error : undefined;
  }
  throw new GraphUnclear('it cannot be said whether a row was written', { cause: unclear });
}

async function tried(
  list: List,
  { fields }: KeyedRow,
  patience: Patience,
): Promise<Inserted | { readonly error: GraphUnclear | GraphRefused }> {
  try {
    return await list.insert(fields, patience);
  } catch (error) {
    if (error instanceof GraphUnclear || mayBeDuplicate(error)) return { error };
    throw error;
  }
}

/**
 * SharePoint says only in words that a key is taken, and says it in the language of the site: any refusal of what was
 * sent may mean that. The key tells. Source: pnp/PnP#392.
 */
export const mayBeDuplicate = (error: unknown): error is GraphRefused =>
  error instanceof GraphRefused && error.status === 400;
