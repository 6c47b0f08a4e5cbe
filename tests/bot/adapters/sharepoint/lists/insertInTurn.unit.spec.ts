import { GraphRefused, GraphUnclear } from '../../../../../bot/adapters/sharepoint/graph/errors.ts';
import type { Patience } from '../../../../../bot/adapters/sharepoint/graph/graph.ts';
import { insertInTurn } from '../../../../../bot/adapters/sharepoint/lists/insertInTurn.ts';
import type { Item } from '../../../../../bot/adapters/sharepoint/lists/item.ts';
import type { Inserted, List } from '../../../../../bot/adapters/sharepoint/lists/list.ts';

const PATIENCE: Patience = { urgency: 'person', deadline: 1_000 };
const ROWS = ['A', 'B'].map((key) => ({ column: 'Key', key, fields: { Key: key, Attempt: `try-${key}` } }));
const item = (id: number, key: string): Item => ({
  id,
  etag: '"x,1"',
  fields: { Key: key, Attempt: `try-${key}` },
});
const written = (id: number, key: string): Inserted => ({ outcome: 'written', item: item(id, key) });

/** A list that answers as told: what each writing came to, and what was found after it. */
function list(rounds: { readonly wrote: (Inserted | Error)[]; readonly found: Item[][] }[]) {
  const asked: string[][] = [];
  let round = -1;
  const double = {
    insertInTurn: async (rows: readonly { Key: string }[]) => {
      round += 1;
      asked.push(rows.map(({ Key }) => Key));
      return rounds[round]?.wrote ?? [];
    },
    findAll: async () => rounds[round]?.found ?? [],
  };
  return { list: double as unknown as List, asked };
}

describe('rows written in turn', () => {
  it('go on after a row of their own that came to light as "taken", in words nobody knows', async () => {
    const { list: misled, asked } = list([
      { wrote: [new GraphUnclear('504')], found: [[]] },
      // The first try was carried out after all, when it had been looked for in vain.
      { wrote: [new GraphRefused('new row', 400, 'invalidRequest')], found: [[item(1, 'A')]] },
      { wrote: [written(2, 'B')], found: [[item(2, 'B')]] },
    ]);
    const done = await insertInTurn(misled, ROWS, PATIENCE);
    expect(done.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(asked).toEqual([['A', 'B'], ['A', 'B'], ['B']]);
  });

  it('end with the refusal when the key is free, and are not looked for when nothing may be read', async () => {
    const wrong = new GraphRefused('new row', 400, 'invalidRequest');
    await expect(insertInTurn(list([{ wrote: [wrong], found: [[]] }]).list, ROWS, PATIENCE)).rejects.toBe(
      wrong,
    );
    const closed = new GraphRefused('new row', 403, 'accessDenied');
    await expect(
      insertInTurn(list([{ wrote: [closed], found: [[item(1, 'A')]] }]).list, ROWS, PATIENCE),
    ).rejects.toBe(closed);
  });
});
