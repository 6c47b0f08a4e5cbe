import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { newStore, type TestStore, testHouse } from '../../bot/house.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { bookOf, loadingInto, ROLE_LINES, UNIT_LINES } from '../organisation/loading.ts';
import { type Importing, importingInto, type Line, MEALS } from './importing.ts';

// Workbooks take their time on a busy machine.
jest.setTimeout(120_000);

const cases = (count: number): readonly Line[] =>
  Array.from({ length: count }, (_, i) => ({
    ...MEALS,
    Rubrik: `Matlista ${i}`,
    Problem: `Listan ${i} skrivs ut.`,
  }));

describe('a long portfolio', () => {
  let store: TestStore;
  let into: Importing;
  beforeEach(async () => {
    store = newStore();
    await testHouse({ store });
    into = importingInto(memoryEventLog(store.rows));
  });
  afterEach(() => into.dispose());

  it('is taken up to a thousand cases, the template’s example not counted', async () => {
    const example = { ...MEALS, Rubrik: 'Exempel: Digitala lås' };
    const { code, said } = await into.run(await into.file(example, ...cases(1_000)), '--dry-run');
    expect(said).toContain('1000 ärenden skulle läsas in.');
    expect(code).toBe(0);
  });

  it.each([1_001, 1_002])('of %i cases is refused whole, with what to do', async (count) => {
    const before = store.rows.length;
    expect(await into.run(await into.file(...cases(count)))).toEqual({
      code: 2,
      said: '',
      complained:
        'Fliken Portfölj 2026 har fler än 1000 rader. Dela upp den i flera filer och läs in dem var för sig.\n',
    });
    expect(store.rows).toHaveLength(before);
  });
});

describe('a template', () => {
  it('is never written over a file that may have been filled in', async () => {
    const store = newStore();
    await testHouse({ store });
    const portfolio = importingInto(memoryEventLog(store.rows));
    const organisation = loadingInto(memoryEventLog(store.rows));
    const file = await portfolio.file(MEALS);
    organisation.write('organisation.xlsx', await bookOf(UNIT_LINES, ROLE_LINES));
    const answers = [
      await portfolio.run('--template', file),
      await organisation.run(['--template', 'organisation.xlsx']),
    ];
    for (const { code, complained } of answers)
      expect([code, complained]).toEqual([2, expect.stringContaining('finns redan')]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(portfolio.folder, file));
    expect(book.worksheets[1]?.getCell('A3').value).toBe(MEALS.Rubrik);
    expect((await organisation.run(['organisation.xlsx', '--dry-run'])).code).toBe(0);
    portfolio.dispose();
    organisation.dispose();
  });
});

describe('a large organisation', () => {
  it('has as many roles as it has, since its file cannot be divided', async () => {
    const into = loadingInto(memoryEventLog());
    const objects = Array.from({ length: 1_100 }, (_, i) => ({
      Roll: 'Objektsförvaltare',
      Enhet: UNIT_LINES[0]?.Id,
      Person: `forvaltare-${i}`,
    }));
    const { code, said, complained } = await into.load(
      [UNIT_LINES, [...ROLE_LINES, ...objects]],
      ['--dry-run'],
    );
    expect(complained).toBe('');
    expect(said).toContain(`${ROLE_LINES.length + 1_100} roller`);
    expect(code).toBe(0);
    into.dispose();
  });
});
