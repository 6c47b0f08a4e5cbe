import { isHeadingRow, readHeadings } from '../../../infra/import/rows/headings.ts';

const REQUIRED = ['Rubrik', 'Problem', 'Enhet', 'Typ', 'Läge'];

describe('the headings of a list that somebody else has made', () => {
  it('are known in any case and order, by the words that municipalities use', () => {
    const { places, problems } = readHeadings([
      'FAS',
      ' projektnamn ',
      'Typ av förändring',
      'Behov',
      'Förvaltning',
      'Kostnad (tkr)',
    ]);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(places)).toEqual({
      state: 0,
      title: 1,
      changeType: 2,
      problem: 3,
      unit: 4,
      oneTimeCost: 5,
    });
  });

  it('that nobody knows are told, and so are those that follow from something else', () => {
    const { unknown, following } = readHeadings([...REQUIRED, 'Prioritet 2024', '', 'Chef']);
    expect(unknown).toEqual(['Prioritet 2024']);
    expect(following).toEqual(['Chef (chefen följer av enheten)']);
  });

  it('that are missing are all named at once', () => {
    const { problems } = readHeadings(['Rubrik', 'Kontakt']);
    expect(problems).toEqual([
      'Kolumnen Problem saknas. Lägg till den, eller börja från mallen.',
      'Kolumnen Enhet saknas. Lägg till den, eller börja från mallen.',
      'Kolumnen Typ saknas. Lägg till den, eller börja från mallen.',
      'Kolumnen Läge saknas. Lägg till den, eller börja från mallen.',
    ]);
  });

  it('may say the state under Status', () =>
    expect(readHeadings(['Rubrik', 'Problem', 'Enhet', 'Typ', 'Status']).problems).toEqual([]));

  it('of the template win over another word for the same thing', () => {
    const { places, unknown } = readHeadings(['Projekt', ...REQUIRED]);
    expect(places.get('title')).toBe(1);
    expect(unknown).toEqual(['Projekt']);
    expect(readHeadings([...REQUIRED, 'Rubrik']).problems).toEqual([
      'Rubriken Rubrik finns två gånger. Ta bort den ena kolumnen.',
    ]);
  });

  it('stand in a row with a title or a problem', () => {
    expect(isHeadingRow(['Portfölj 2026', '', ''])).toBe(false);
    expect(isHeadingRow(['Status', 'Enhet'])).toBe(false);
    expect(isHeadingRow(['Nr', 'Rubrik', 'Enhet'])).toBe(true);
  });
});
