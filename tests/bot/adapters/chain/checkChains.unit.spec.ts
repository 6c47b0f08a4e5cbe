import {
  type BrokenRow,
  createChainCheck,
  type StoredRow,
} from '../../../../bot/adapters/chain/checkChains.ts';
import { FIRST_PREVIOUS_HASH, linkHash } from '../../../../bot/adapters/chain/link.ts';
import { splitKey, writeRecord } from '../../../../bot/adapters/chain/record.ts';
import { times } from '../../../contracts/logEntries.ts';

/** A whole chain, as a store keeps it. */
function chain(stream: string, length: number, firstPosition = 1): StoredRow[] {
  const rows: StoredRow[] = [];
  for (const i of times(length, (n) => n)) {
    const common = { operationId: `op-${i}`, actor: 'somebody', at: '2026-03-02T09:00:00.000Z' };
    rows.push(linked(stream, i + 1, firstPosition + i, rows.at(-1)?.hash, common));
  }
  return rows;
}

function linked(
  stream: string,
  sequence: number,
  position: number,
  previousHash = FIRST_PREVIOUS_HASH,
  common = { operationId: 'op', actor: 'somebody', at: '2026-03-02T09:00:00.000Z' },
): StoredRow {
  const { key, record } = writeRecord(stream, sequence, { ...common, events: [{ type: 'Noted' }] });
  return {
    position,
    ...splitKey(key),
    key,
    ...common,
    previousHash,
    hash: linkHash(previousHash, record),
    record,
  };
}

/** The broken rows of what `change` makes of five rows. */
function brokenAfter(change: (rows: StoredRow[]) => StoredRow[]): readonly BrokenRow[] {
  const check = createChainCheck();
  for (const row of change(chain('I-A', 5))) check.take(row);
  return check.report().broken;
}

const replaced = (index: number, change: (row: StoredRow) => Partial<StoredRow>) => (rows: StoredRow[]) =>
  rows.map((row, i) => (i === index ? { ...row, ...change(row) } : row));

describe('checking chains', () => {
  it('finds nothing wrong with whole chains, however they are mixed', () => {
    const check = createChainCheck();
    const [a, b] = [chain('I-A', 3), chain('I-B', 4)];
    for (const row of [b[0], a[0], b[1], b[2], a[1], a[2], b[3]]) if (row) check.take(row);
    expect(check.report()).toEqual({ rows: 7, streams: 2, broken: [] });
  });

  it('finds nothing wrong with nothing', () => {
    expect(createChainCheck().report()).toEqual({ rows: 0, streams: 0, broken: [] });
  });

  it.each<[string, string, (rows: StoredRow[]) => StoredRow[]]>([
    [
      'an edited record',
      'I-A#000003',
      replaced(2, ({ record }) => ({ record: record.replace('Noted', 'Liked') })),
    ],
    ['an edited hash', 'I-A#000003', replaced(2, () => ({ hash: 'f'.repeat(64) }))],
    ['an unreadable record', 'I-A#000003', replaced(2, () => ({ record: '{' }))],
    ['a record that is no object', 'I-A#000003', replaced(2, () => ({ record: 'null' }))],
    ['an edited key', 'I-A#000003', replaced(2, () => ({ key: 'I-A#000009' }))],
    ['a key of another stream', 'I-A#000003', replaced(2, () => ({ key: 'I-B#000001' }))],
    ['a key that is none', 'I-A#000003', replaced(2, () => ({ key: '' }))],
    ['an edited stream', 'I-A#000003', replaced(2, () => ({ stream: 'I-B' }))],
    ['an edited number', 'I-A#000003', replaced(2, () => ({ sequence: 4 }))],
    ['an edited operation', 'I-A#000003', replaced(2, () => ({ operationId: 'other' }))],
    ['an edited actor', 'I-A#000003', replaced(2, () => ({ actor: 'other' }))],
    ['an edited time', 'I-A#000003', replaced(2, () => ({ at: '2027-01-01T00:00:00.000Z' }))],
    ['an edited previous hash', 'I-A#000003', replaced(2, () => ({ previousHash: 'f'.repeat(64) }))],
    ['a deleted first row', 'I-A#000001', (rows) => rows.slice(1)],
    ['a deleted row', 'I-A#000003', (rows) => rows.filter((_, i) => i !== 2)],
    ['two deleted rows', 'I-A#000003', (rows) => rows.filter((_, i) => i !== 2 && i !== 3)],
    [
      'two rows that changed places',
      'I-A#000003',
      ([a, b, c, d, e]) => [a, b, d, c, e].flatMap((row) => row ?? []),
    ],
    [
      'a row that comes twice',
      'I-A#000003',
      (rows) => rows.flatMap((row, i) => (i === 2 ? [row, { ...row, position: 99 }] : [row])),
    ],
    [
      'a row replaced by one with a hash of its own',
      'I-A#000004',
      (rows) => rows.map((row, i) => (i === 2 ? linked('I-A', 3, 3, rows[1]?.hash) : row)),
    ],
    [
      'a row tied to nothing',
      'I-A#000003',
      (rows) => rows.map((row, i) => (i === 2 ? linked('I-A', 3, 3) : row)),
    ],
  ])('names the row after %s', (_, key, change) => {
    expect(brokenAfter(change).map((row) => row.key)).toEqual([key]);
  });

  it('names only the first broken row of a stream, and of every stream', () => {
    const check = createChainCheck();
    const rows = [...chain('I-A', 5), ...chain('I-B', 5, 6), ...chain('I-C', 5, 11)];
    for (const row of rows)
      check.take(row.stream !== 'I-B' && row.sequence > 2 ? { ...row, actor: 'other' } : row);
    expect(check.report()).toMatchObject({
      rows: 15,
      streams: 3,
      broken: [{ key: 'I-A#000003' }, { key: 'I-C#000003' }],
    });
  });

  it('says what is wrong, in words', () => {
    expect(brokenAfter(replaced(2, () => ({ actor: 'other' })))).toEqual([
      { key: 'I-A#000003', position: 3, problem: 'the column actor was changed' },
    ]);
    expect(brokenAfter((rows) => rows.filter((_, i) => i !== 2 && i !== 3))).toEqual([
      { key: 'I-A#000003', problem: 'rows 3 to 4 are missing before position 5' },
    ]);
    expect(brokenAfter(replaced(2, ({ record }) => ({ record: `${record} ` })))[0]?.problem).toBe(
      'the record and its hash differ: one of them was changed',
    );
  });

  it('cannot see rows cut off the end: that is for the positions', () => {
    expect(brokenAfter((rows) => rows.slice(0, 3))).toEqual([]);
  });
});
