import { readAmount, readNumber } from '../../../infra/import/cells/amount.ts';
import { type Cell, EMPTY } from '../../../infra/import/cells/cell.ts';
import { choiceReader } from '../../../infra/import/cells/choice.ts';
import { readDay } from '../../../infra/import/cells/day.ts';
import { readText, readYesOrNo } from '../../../infra/import/cells/text.ts';

const text = (written: string): Cell => ({ kind: 'text', text: written });
const BROKEN: Cell = { kind: 'broken' };

describe('amounts the way they are written in Swedish', () => {
  it.each([
    ['450000', 450_000],
    ['450 000', 450_000],
    ['450\u00a0000 kr', 450_000],
    ['1\u202f250\u202f000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['1 250 000,50', 1_250_000.5],
    ['450 tkr', 450_000],
    ['1,2 mnkr', 1_200_000],
    ['0,45 Mkr', 450_000],
    ['120 000 kr per år', 120_000],
    ['500:-', 500],
    ['0', 0],
  ])('%s', (written, value) => expect(readAmount(text(written))).toEqual({ value }));

  it.each(['1.250', 'ca 500', '12-15 tkr', '500 eller 600', '-500', '1 25 000'])(
    'does not guess: %s',
    (written) =>
      expect(readAmount(text(written))).toEqual({
        problem: expect.stringMatching(/Skriv ett tal|0 eller mer/),
      }),
  );

  it('takes numbers as they are, also in other columns', () => {
    expect(readAmount({ kind: 'number', value: 12.5 })).toEqual({ value: 12.5 });
    expect(readNumber(text('16 790 st'))).toEqual({ value: 16_790 });
    expect(readNumber(text('20 min'))).toEqual({ value: 20 });
    expect(readAmount({ kind: 'number', value: -1 })).toEqual({ problem: 'Talet ska vara 0 eller mer.' });
  });

  it('asks for the value of a broken formula, and takes nothing for nothing', () => {
    expect(readAmount(BROKEN)).toEqual({ problem: expect.stringContaining('fel i sin formel') });
    expect(readAmount(EMPTY)).toBeUndefined();
  });
});

describe('days', () => {
  it.each([
    '2025-03-01',
    '2025-3-1',
    '20250301',
    '2025/03/01',
    '1/3 2025',
    '01/03/2025',
    '1.3.2025',
    '1 mars 2025',
    'den 1:e mars 2025',
    '1 MAR 2025',
    '2025-03-01 00:00',
  ])('%s is the first of March', (written) =>
    expect(readDay(text(written))).toEqual({ value: '2025-03-01' }),
  );

  it.each(['2025', 'mars 2025', '2025-02-30', '31/4 2025', 'våren 2025', '1 foo 2025', '0001-01-01'])(
    'does not guess: %s',
    (written) => expect(readDay(text(written))).toEqual({ problem: expect.stringContaining('år-månad-dag') }),
  );

  it('knows a date that has lost its format', () => {
    expect(readDay({ kind: 'number', value: 45_717 })).toEqual({ value: '2025-03-01' });
    expect(readDay({ kind: 'number', value: 20_250_301 })).toEqual({ value: '2025-03-01' });
    expect(readDay({ kind: 'day', day: '2025-03-01' })).toEqual({ value: '2025-03-01' });
  });
});

describe('text', () => {
  it.each([
    ['=HYPERLINK("https://example.com")', 'HYPERLINK("https://example.com")'],
    ['@SUM(A1)', 'SUM(A1)'],
    ['+cmd|calc', 'cmd|calc'],
    ['-=1+1', '1+1'],
  ])('starts no formula: %s', (written, kept) =>
    expect(readText(text(written))).toEqual({ value: { text: kept, changed: true } }),
  );

  it.each(['- minska restiden', '+46 går bra', '20 % färre samtal', 'A=B'])('stays as it is: %s', (written) =>
    expect(readText(text(written))).toEqual({ value: { text: written, changed: false } }),
  );

  it('is yes or no in the words people use', () => {
    for (const word of ['Ja', 'x', 'JA', '1']) expect(readYesOrNo(text(word))).toEqual({ value: true });
    for (const word of ['nej', 'N', '-', '0']) expect(readYesOrNo(text(word))).toEqual({ value: false });
    expect(readYesOrNo(text('kanske'))).toEqual({ problem: 'Skriv Ja eller Nej.' });
  });
});

describe('a choice', () => {
  const read = choiceReader([
    { key: 'norr', words: ['Hemtjänst norr', 'HTJ norr'] },
    { key: 'soder', words: ['Hemtjänst söder'] },
    { key: 'vof-adm', words: ['Administration'] },
    { key: 'sof-adm', words: ['Administration'] },
  ]);

  it.each(['Hemtjänst norr', 'hemtjänst  NORR.', 'htj-norr', 'norr'])('is known in any case: %s', (written) =>
    expect(read(text(written))).toEqual({ value: 'norr' }),
  );

  it('is never guessed, but suggested', () => {
    expect(read(text('Hemtjänsten'))).toEqual({
      problem: 'Finns inte i listan. Menar du Hemtjänst norr, Hemtjänst söder?',
    });
    expect(read(text('Xyz'))).toEqual({ problem: expect.stringContaining('Skriv ett av: Hemtjänst norr') });
  });

  it('asks which one when two are called the same', () =>
    expect(read(text('Administration'))).toEqual({
      problem: 'Flera heter så. Skriv beteckningen i stället: vof-adm, sof-adm.',
    }));
});
