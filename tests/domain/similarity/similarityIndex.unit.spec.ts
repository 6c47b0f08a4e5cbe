import { createSimilarityIndex } from '../../../domain/similarity/similarityIndex.ts';
import { tinyLexicon } from './tinyLexicon.ts';

const SYNONYMS = 'öppna: lås, låsa upp, passersystem ~ dörr\nfaktura: faktura, räkning';
const COMMON = '100%: vi vill ha och\n50%: digital system';

const index = ({ limit = 0.01, synonyms = SYNONYMS } = {}) =>
  createSimilarityIndex({ lexicon: tinyLexicon, synonyms, commonWords: COMMON, limit });
const text = (title: string, problem = '') => ({ title, problem });
const ids = (hits: { id: string }[]) => hits.map(({ id }) => id);

describe('the index of cases', () => {
  it('finds a case by another word for the same thing', () => {
    const cases = index();
    cases.put({ id: 'a', ...text('Passersystem') });
    expect(ids(cases.similar(text('Vi vill låsa upp')))).toEqual(['a']);
  });
  it('finds a case by a part of a compound', () => {
    const cases = index();
    cases.put({ id: 'a', ...text('Nyckelskåpen') });
    expect(ids(cases.similar(text('Nycklar')))).toEqual(['a']);
  });
  it('finds a case by its solution', () => {
    const cases = index();
    cases.put({ id: 'a', ...text('Vi vill'), solution: 'passersystem' });
    expect(ids(cases.similar(text('lås')))).toEqual(['a']);
  });
  it('finds a misspelt word', () => {
    const cases = index();
    cases.put({ id: 'a', ...text('Pasersystem') });
    expect(ids(cases.similar(text('lås')))).toEqual(['a']);
  });
  it('puts the most alike first, then the lowest id', () => {
    const cases = index();
    cases.put({ id: 'c', ...text('Cykel') });
    cases.put({ id: 'b', ...text('Cykel lås buss') });
    cases.put({ id: 'a', ...text('Cykel') });
    expect(ids(cases.similar(text('Cykel lås buss')))).toEqual(['b', 'a', 'c']);
  });
  it('answers no more than asked for, and not what is excluded', () => {
    const cases = index();
    for (const id of ['a', 'b', 'c', 'd']) cases.put({ id, ...text('lås') });
    expect(ids(cases.similar(text('lås'), { exclude: ['a'], top: 2 }))).toEqual(['b', 'c']);
  });
  it('leaves out what is below the limit', () => {
    const cases = index({ limit: 0.99 });
    cases.put({ id: 'a', ...text('lås') });
    expect(cases.similar(text('lås'))).toEqual([]);
  });
  it('does not compare common words', () => {
    const cases = index();
    cases.put({ id: 'a', ...text('Vi vill ha') });
    expect(cases.similar(text('vi vill ha och'))).toEqual([]);
  });
  it('weighs a category a little', () => {
    const cases = index();
    cases.put({ id: 'a', ...text('buss'), category: 'school' });
    cases.put({ id: 'b', ...text('buss'), category: 'archive' });
    expect(ids(cases.similar({ ...text('buss'), category: 'archive' }))).toEqual(['b', 'a']);
    expect(index({ limit: 0.12 }).similar({ ...text(''), category: 'archive' })).toEqual([]);
  });
  it('takes lines that a municipality adds', () => {
    const cases = index({ synonyms: `${SYNONYMS}\nöppna: kvittens` });
    cases.put({ id: 'a', ...text('Kvittens') });
    expect(ids(cases.similar(text('passersystem')))).toEqual(['a']);
  });
});

describe('a hit', () => {
  const cases = index();
  cases.put({ id: 'a', ...text('Passersystem till cykelbuss', 'Dörrar: vi vill låsa upp.') });

  it('has a score above 0 and at most 1', () => {
    const [hit] = cases.similar(text('Passersystem till cykelbuss', 'Dörrar: vi vill låsa upp.'));
    expect(hit?.score).toBeGreaterThan(0);
    expect(hit?.score).toBeLessThanOrEqual(1);
  });
  it('scores the same both ways', () => {
    cases.put({ id: 'b', ...text('Lås till buss') });
    const [there] = cases.similar(text('Lås till buss'), { exclude: ['b'] });
    const [back] = cases.similar(text('Passersystem till cykelbuss', 'Dörrar: vi vill låsa upp.'), {
      exclude: ['a'],
    });
    expect(there?.score).toBeCloseTo(back?.score ?? 0, 12);
  });
  it('names the words of the case that was found, the most telling first', () =>
    expect(cases.similar(text('Lås'), { exclude: ['b'] })[0]?.words).toEqual([
      'låsa',
      'passersystem',
      'låsa upp',
    ]));
});

describe('keeping the index', () => {
  it('replaces a case that is put again', () => {
    const cases = index();
    cases.put({ id: 'a', ...text('lås') });
    cases.put({ id: 'a', ...text('faktura') });
    expect(cases.size).toBe(1);
    expect(cases.similar(text('lås'))).toEqual([]);
    expect(ids(cases.similar(text('räkning')))).toEqual(['a']);
  });
  it('forgets a case that is removed; an unknown one is no matter', () => {
    const cases = index();
    for (const id of ['a', 'b', 'c']) cases.put({ id, ...text('lås') });
    cases.remove('b');
    cases.remove('nobody');
    expect(cases.size).toBe(2);
    expect(ids(cases.similar(text('lås')))).toEqual(['a', 'c']);
  });
  it('gives the same answer whatever the order of arrival, and after changes', () => {
    const texts = ['lås och cykel', 'faktura', 'nyckelskåp', 'räkning för buss', 'digital plan'];
    const straight = index();
    texts.forEach((title, i) => {
      straight.put({ id: `${i}`, ...text(title) });
    });
    const winding = index();
    for (const [i, title] of [...texts.entries()].reverse()) {
      winding.put({ id: `${i}`, ...text('något annat först') });
      winding.put({ id: `x${i}`, ...text(title) });
      winding.put({ id: `${i}`, ...text(title) });
      winding.remove(`x${i}`);
    }
    for (const title of texts) {
      const [a, b] = [straight.similar(text(title)), winding.similar(text(title))];
      expect(ids(b)).toEqual(ids(a));
      b.forEach((hit, i) => {
        expect(hit.score).toBeCloseTo(a[i]?.score ?? 0, 12);
      });
    }
  });
});

describe('hostile texts', () => {
  const odd = [
    '',
    '🔑🚪🔑',
    '<script>alert("lås")</script><img src=x onerror=alert(1)>',
    'lås '.repeat(2_500),
    'x'.repeat(10_000),
    'verksamhets'.repeat(900),
    Array.from({ length: 2_000 }, (_, i) => `ord${i}`).join(' '),
    '__proto__ constructor toString hasOwnProperty',
    '\u0000\uD800\u202E',
  ];
  it('are stored and searched with like any other', () => {
    const cases = index();
    odd.forEach((title, i) => {
      cases.put({ id: `${i}`, ...text(title, title) });
    });
    for (const title of odd) {
      for (const { score, words } of cases.similar(text(title, title), { top: 99 })) {
        expect(score).toBeLessThanOrEqual(1);
        expect(words.join('')).toMatch(/^[\p{L}\p{N} -]*$/u);
      }
    }
    expect(cases.size).toBe(odd.length);
  });
  it('find nothing when there is nothing to find', () =>
    expect(['', '🔑', '123'].flatMap((title) => index().similar(text(title)))).toEqual([]));
});
