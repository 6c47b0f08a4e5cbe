import { createHashIndex, hashOf } from '../../../../bot/adapters/language/hashIndex.ts';

describe('an index of hashes', () => {
  it('numbers what is filed, from 0', () => {
    const index = createHashIndex();
    expect([index.add(7), index.add(-7), index.add(0)]).toEqual([0, 1, 2]);
    expect([index.first(7), index.first(-7), index.first(0)]).toEqual([0, 1, 2]);
  });
  it('has nothing under other hashes', () => {
    const index = createHashIndex();
    index.add(7);
    expect(index.first(8)).toBe(-1);
  });
  it('has all that share a hash, the last one first', () => {
    const index = createHashIndex();
    for (const hash of [7, 8, 7, 9, 7]) index.add(hash);
    const second = index.next(index.first(7));
    expect([index.first(7), second, index.next(second), index.next(index.next(second))]).toEqual([
      4, 2, 0, -1,
    ]);
  });
  it('grows past what was expected', () => {
    const index = createHashIndex(2);
    const hashes = Array.from({ length: 1_000 }, (_, i) => Math.imul(i + 1, 2_654_435_761));
    for (const hash of hashes) index.add(hash);
    expect(hashes.map((hash) => index.first(hash))).toEqual(hashes.map((_, i) => i));
  });
});

describe('a hash', () => {
  it('goes on from that of what stands before', () =>
    expect(hashOf('nyckelskåp', 6, 10, hashOf('nyckel'))).toBe(hashOf('nyckelskåp')));
  it('can be the same for different words', () => expect(hashOf('Aa')).toBe(hashOf('BB')));
});
