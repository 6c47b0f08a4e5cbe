import { GraphUnclear } from '../graph/errors.ts';
import type { Patience } from '../graph/graph.ts';
import { type InsertedOnce, type KeyedRow, mayBeDuplicate } from './insertOnce.ts';
import type { Item } from './item.ts';
import type { Inserted, List } from './list.ts';

const MOST_ATTEMPTS = 4;

/**
 * Writes rows whose keys may exist once, each only after the one before it, and looks at their keys afterwards: two
 * round trips however many they are. What was unclear is looked for before it is tried again. Should SharePoint ever
 * let two rows with one key through, the lowest id counts and the other learns that it lost.
 * @returns what became of each, up to and with the first whose key is taken. A row stands after that one only when the
 * loss showed afterwards.
 * @throws StoreUnavailable when it cannot be said whether a row is there.
 */
export async function insertInTurn(
  list: List,
  rows: readonly KeyedRow[],
  patience: Patience,
): Promise<readonly InsertedOnce[]> {
  const done: InsertedOnce[] = [];
  let unclear: unknown;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const open = rows.slice(done.length);
    const tried = await list.insertInTurn(
      open.map(({ fields }) => fields),
      patience,
    );
    const refused = tried.find((answer) => answer instanceof Error && !(answer instanceof GraphUnclear));
    const carriedOut = tried.filter((answer) => answer !== refused || mayBeDuplicate(answer));
    if (carriedOut.length > 0) {
      const found = await lookFor(list, open.slice(0, carriedOut.length), patience);
      for (const [i, answer] of carriedOut.entries()) {
        const there = open[i] && counting(open[i], answer, found[i]);
        if (!there) {
          unclear = answer;
          break;
        }
        done.push(there);
      }
    }
    if (done.length === rows.length || done.some(({ outcome }) => outcome === 'taken')) return done;
    if (refused && (!mayBeDuplicate(refused) || unclear === refused)) throw refused;
  }
  throw new GraphUnclear('it cannot be said whether a row was written', { cause: unclear });
}

const lookFor = (list: List, rows: readonly KeyedRow[], patience: Patience) =>
  list.findAll(
    rows[0]?.column ?? '',
    rows.map(({ key }) => key),
    patience,
  );

/** Undefined when nobody has the key. A row that was written counts as the only one when nobody can say more. */
function counting(
  { fields }: KeyedRow,
  answer: Inserted | Error,
  found: readonly Item[] | Error | undefined,
): InsertedOnce | undefined {
  const own = 'item' in answer ? answer.item : undefined;
  if (!own && found instanceof Error) throw found;
  const others = (found instanceof Error ? [] : (found ?? [])).filter(({ id }) => id !== own?.id);
  const there = [...(own ? [own] : []), ...others].sort((a, b) => a.id - b.id);
  const first = there[0];
  if (!first) return undefined;
  return first.fields.Attempt === fields.Attempt
    ? { outcome: 'written', item: first }
    : { outcome: 'taken', rows: there };
}
