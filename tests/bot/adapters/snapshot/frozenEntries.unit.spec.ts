import { frozenEntries } from '../../../../bot/adapters/snapshot/frozenEntries.ts';
import { pieceSizes, VALUES_A_PIECE } from '../../../../bot/adapters/snapshot/layout.ts';
import { createSharedTexts } from '../../../../bot/app/sharedTexts.ts';

type Value = { readonly n: number; readonly text: string };
const COUNT = 2 * VALUES_A_PIECE + 7;
const madeOf = (n: number): Value => ({ n, text: 'å'.repeat(n % 13) });
const keyOf = (n: number): string => `key ${n}`;

function frozen() {
  const values = Array.from({ length: COUNT }, (_, n) => Buffer.from(JSON.stringify(madeOf(n))));
  const part = { keys: values.map((_, n) => keyOf(n)), lengths: values.map(({ length }) => length) };
  const whole = Buffer.concat(values);
  let read = 0;
  const pieces = pieceSizes(part).map((size) => {
    read += size;
    return whole.subarray(read - size, read);
  });
  expect(read).toBe(whole.length);
  return { pieces, entries: frozenEntries<Value>(part, pieces, createSharedTexts()) };
}

describe('entries that are read when they are asked for', () => {
  it('are the same in every piece, in any order, also when they are asked for again', () => {
    const { entries } = frozen();
    for (let n = COUNT - 1; n >= 0; n -= 1) expect(entries.get(keyOf(n))).toEqual(madeOf(n));
    expect(entries.get(keyOf(3))).toBe(entries.get(keyOf(3)));
    expect([...entries.values()]).toEqual(Array.from({ length: COUNT }, (_, n) => madeOf(n)));
    expect(entries.get('key of nobody')).toBeUndefined();
  });

  it('let a piece go when all in it are read or replaced, and not before', () => {
    const { pieces, entries } = frozen();
    for (let n = 0; n < VALUES_A_PIECE - 1; n += 1) entries.get(keyOf(n));
    expect(pieces[0]?.length).toBeGreaterThan(0);
    entries.set(keyOf(VALUES_A_PIECE - 1), madeOf(0));
    expect(pieces.map(({ length }) => length > 0)).toEqual([false, true, true]);
    expect(entries.get(keyOf(VALUES_A_PIECE))).toEqual(madeOf(VALUES_A_PIECE));
  });

  it('are held as they lie in the file until then', () => {
    const { entries } = frozen();
    entries.set(keyOf(1), madeOf(99));
    const held = new Map(entries.held());
    expect(held.get(keyOf(1))).toEqual(madeOf(99));
    expect(String(held.get(keyOf(COUNT - 1)))).toBe(JSON.stringify(madeOf(COUNT - 1)));
    expect(held.size).toBe(COUNT);
  });
});
