import { COMMON_WORDS_SV } from '../../../domain/similarity/commonWords.sv.ts';
import { readCommonWords } from '../../../domain/similarity/commonWords.ts';
import { SYNONYMS_SV } from '../../../domain/similarity/synonyms.sv.ts';
import { readSynonyms } from '../../../domain/similarity/synonyms.ts';

describe('a line of synonyms', () => {
  it('names a concept, its words and what hints at it', () =>
    expect(readSynonyms('10% lås: lås, låsa upp ~ dörr')).toEqual([
      { concept: 'lås', share: 0.1, same: ['lås', 'låsa upp'], near: ['dörr'] },
    ]));
  it('may leave out share and hints', () =>
    expect(readSynonyms('lås: lås')).toEqual([{ concept: 'lås', share: 0.02, same: ['lås'], near: [] }]));
  it('is skipped when it is a heading or empty', () => expect(readSynonyms('Lokaler\n\n')).toEqual([]));
});

describe('common words', () => {
  it('have a share, also over several lines', () =>
    expect(readCommonWords('100%: och\n att\n6%: avtal')).toEqual([
      { word: 'och', share: 1 },
      { word: 'att', share: 1 },
      { word: 'avtal', share: 0.06 },
    ]));
});

describe('the lists that come with the product', () => {
  const groups = readSynonyms(SYNONYMS_SV);

  it('have every concept once, with words', () => {
    const names = groups.map(({ concept }) => concept);
    expect(new Set(names).size).toBe(names.length);
    expect(groups.filter(({ same }) => same.length === 0)).toEqual([]);
    expect(names.length).toBeGreaterThan(150);
  });
  it('have no share above one', () => {
    const shares = [...groups, ...readCommonWords(COMMON_WORDS_SV)].map(({ share }) => share);
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });
});
