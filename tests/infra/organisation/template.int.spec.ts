import ExcelJS from 'exceljs';
import { createTexts } from '../../../bot/texts/texts.ts';
import { ROLES } from '../../../domain/organisation/organisation.ts';
import { columnsOf, HOLDERS, UNITS } from '../../../infra/organisation/columns.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { loadingInto } from './loading.ts';

const { t } = createTexts()('sv');

describe('the template', () => {
  const log = memoryEventLog();
  const into = loadingInto(log);
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    const { code, said } = await into.run(['--template', 'mall.xlsx']);
    expect([code, said]).toEqual([0, expect.stringContaining('Mallen finns i mall.xlsx.')]);
    book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(into.read('mall.xlsx')).buffer as ArrayBuffer);
  });
  afterAll(() => into.dispose());

  const page = (name: string): ExcelJS.Worksheet => {
    const found = book.getWorksheet(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };

  it('has a heading for every column, with what to write there', () => {
    for (const spec of [UNITS, HOLDERS])
      for (const [index, [, { heading, help }]] of columnsOf<string>(spec).entries()) {
        const cell = page(spec.name).getCell(1, index + 1);
        expect([cell.value, cell.note]).toEqual([heading, help]);
      }
  });

  it('lists every role and kind of unit to choose from', () => {
    const listed = page('Listor').getColumn(2).values.slice(2);
    expect(listed).toEqual(ROLES.map((role) => t(`roles.${role}`)));
    expect(page('Roller').getCell(2, 1).dataValidation).toMatchObject({
      type: 'list',
      formulae: [`Listor!$B$2:$B$${ROLES.length + 1}`],
    });
    expect(page('Enheter').getCell(2, 3).dataValidation).toMatchObject({ type: 'list' });
  });

  it('explains every column on a sheet of its own', () => {
    const rows = page('Så här fyller du i')
      .getSheetValues()
      .map((values) => JSON.stringify(values));
    for (const spec of [UNITS, HOLDERS])
      for (const [, { heading, help }] of columnsOf<string>(spec))
        expect(rows.some((row) => row?.includes(`"${heading}"`) && row.includes(help))).toBe(true);
  });

  it('can be filled in and loaded', async () => {
    page('Enheter').getRow(2).values = ['kommunen', 'Lindbacka kommun', 'Kommun'];
    page('Roller').getRow(2).values = [t('roles.toolAdmin'), 'Lindbacka kommun', 'admin-1', '2026-01-01'];
    into.write('ifylld.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    const { code, said, complained } = await into.run(['ifylld.xlsx']);
    expect([code, complained]).toEqual([0, '']);
    expect(said).toContain('Klart: 2 ändringar sparade. Inga meddelanden har skickats.');
  });
});
