import { sumOf, toFields } from '../../../../../bot/adapters/sharepoint/rows/values.ts';
import { INITIATIVE_LIST } from '../../../../../bot/adapters/sharepoint/schema/portfolioSite.ts';

const fields = (cells: Parameters<typeof toFields>[1]) => toFields(INITIATIVE_LIST, cells);

describe('cells of a readable list', () => {
  it('hold what a column can take: 255 characters of a line, 20,000 of a note, whole signs', () => {
    expect(fields({ Title: 'a'.repeat(255) }).Title).toHaveLength(255);
    expect(fields({ Title: 'a'.repeat(256) }).Title).toBe(`${'a'.repeat(254)}…`);
    expect(fields({ Title: `${'a'.repeat(253)}😀😀` }).Title).toBe(`${'a'.repeat(253)}…`);
    expect(fields({ Need: 'b'.repeat(20_000) }).Need).toHaveLength(20_000);
    expect(fields({ Need: 'b'.repeat(30_000) }).Need).toHaveLength(20_000);
    // A defused formula takes a character more.
    expect(fields({ Title: `=${'a'.repeat(254)}` }).Title).toHaveLength(255);
  });

  it('are days at midnight, money with two decimals, and empty for what nobody knows', () => {
    expect(
      fields({
        SubmittedDay: '2026-03-02',
        ValuePerYear: 1_234.5678,
        NetPresentValue: Number.NaN,
        Track: null,
      }),
    ).toEqual({ SubmittedDay: '2026-03-02T00:00:00Z', ValuePerYear: 1_234.57, RowSum: expect.any(String) });
  });

  it('have the same digest when SharePoint has moved midnights and line ends about, and another when edited', () => {
    const written = fields({ Need: 'Rad ett\nrad två', SubmittedDay: '2026-03-02', SimilarCases: 2 });
    const sum = sumOf(INITIATIVE_LIST, written);
    expect(written.RowSum).toBe(sum);
    const withCell = (name: string, value: string | number) =>
      sumOf(INITIATIVE_LIST, { ...written, [name]: value });
    expect(withCell('Need', 'Rad ett\r\nrad två \n')).toBe(sum);
    expect(withCell('Attempt', 'another')).toBe(sum);
    // Midnight in Stockholm, in winter and in summer.
    for (const hour of [23, 22]) expect(withCell('SubmittedDay', `2026-03-01T${hour}:00:00Z`)).toBe(sum);
    expect(withCell('Need', 'Rad ett')).not.toBe(sum);
    expect(withCell('SubmittedDay', '2026-03-03T00:00:00Z')).not.toBe(sum);
    expect(withCell('SimilarCases', 3)).not.toBe(sum);
    expect(withCell('Track', 'x')).not.toBe(sum);
  });
});
