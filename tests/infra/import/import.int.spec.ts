import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { StoreUnavailable } from '../../../bot/app/ports/index.ts';
import type { Submitted } from '../../../domain/initiatives/initiative.ts';
import { newStore, type TestStore, testHouse } from '../../bot/house.ts';
import { PEOPLE } from '../../builders/people.ts';
import { on } from '../../builders/rules.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { ACCOUNTS, type Importing, importingInto, type Line, LOCKS, MEALS } from './importing.ts';

// Workbooks take their time on a busy machine.
jest.setTimeout(60_000);

describe('importing a portfolio', () => {
  let store: TestStore;
  let into: Importing;
  beforeEach(async () => {
    store = newStore();
    await testHouse({ store });
    into = importingInto(memoryEventLog(store.rows));
  });
  afterEach(() => into.dispose());

  const cases = async (): Promise<Submitted[]> =>
    [...(await testHouse({ store })).casebook.all()] as Submitted[];
  const importing = async (...lines: readonly Line[]) => into.run(await into.file(...lines));
  const asked = async (line: Line) => into.run(await into.file({ ...LOCKS, ...line }), '--dry-run');

  it('makes a case of every row, where it was, with all the file says', async () => {
    const { code, said } = await importing(
      {
        ...LOCKS,
        Status: 'Gult',
        Lägesbeskrivning: 'Leveransen är sen.',
        Startdatum: new Date(Date.UTC(2025, 8, 1)),
        'Kostnad (kr)': '2,1 mnkr',
        'Årlig kostnad': 410_000,
        Timmar: '5 597',
        Dnr: 'VON 2025/12',
        Kontaktperson: `${PEOPLE.employee.toUpperCase()}@kommunen.example`,
        Projektledare: `${PEOPLE.projectManager}@kommunen.example`,
        Inköp: 'Ja',
      },
      MEALS,
      { ...ACCOUNTS, Driftstart: '1 oktober 2025' },
    );
    expect(said).toContain('Klart: 3 ärenden inlästa. Inga meddelanden har skickats.');
    expect(code).toBe(0);
    const [locks, meals, accounts] = await cases();
    expect(locks).toMatchObject({
      number: 'VOF-2026-0001',
      state: 'EXECUTION',
      proposer: PEOPLE.employee,
      projectManager: PEOPLE.projectManager,
      coach: PEOPLE.coach,
      track: 'full',
      content: {
        title: LOCKS.Rubrik,
        unit: 'norr',
        changeType: 'acquisition',
        flags: { acquisition: true, system: false },
        estimate: { volumePerYear: 5597, minutesPerItem: 60, oneTimeCost: 2_100_000, yearlyCost: 410_000 },
      },
      followUps: [{ status: 'yellow', text: 'Leveransen är sen.' }],
      decisions: [
        {
          type: 'Imported',
          by: PEOPLE.toolAdmin,
          reason: 'Ur portfölj.xlsx, rad 3. Startade 2025-09-01. Ärendebeteckning: VON 2025/12.',
        },
      ],
    });
    expect(meals).toMatchObject({
      number: 'VOF-2026-0002',
      state: 'MANAGER_REVIEW',
      proposer: PEOPLE.toolAdmin,
    });
    expect(accounts).toMatchObject({
      number: 'OFK-2026-0001',
      state: 'BENEFIT',
      liveAt: '2025-09-30T22:00:00.000Z',
    });
  });

  it('says exactly what it would make, and makes nothing, when it is only tried', async () => {
    const before = store.rows.length;
    const { code, said } = await into.run(
      await into.file({ ...LOCKS, Prioritet: 1, Chef: 'Enhetschef' }, MEALS, {
        ...LOCKS,
        Rubrik: 'Nyckelfria lås i hemtjänsten',
      }),
      '--dry-run',
    );
    expect(code).toBe(0);
    expect(said).toContain('Rad 3: Digitala lås i hemtjänsten – Hemtjänst norr, Genomförande');
    expect(said).toContain('Rad 4: Matlistor på skärm – Hemtjänst söder, Chefsprövning');
    expect(said).toContain('Kategori: tomt blir Annat (rad 3, 4, 5)');
    expect(said).toContain('Okända kolumner som inte läses in: Prioritet.');
    expect(said).toContain('Läses inte in: Chef (chefen följer av enheten).');
    expect(said).toContain('Rad 3 liknar rad 5.');
    expect(said).toContain('3 ärenden skulle läsas in. Inget har sparats.');
    expect(store.rows).toHaveLength(before);
  });

  it('reads nothing when a single row is wrong, and says what to write in each cell', async () => {
    const before = store.rows.length;
    const { code, said } = await importing(LOCKS, {
      ...MEALS,
      Rubrik: null,
      Enhet: 'Hemtjänst öster',
      Läge: 'Pausat',
      Startdatum: 'våren 2025',
      Budget: 'ca 500',
    });
    expect(code).toBe(1);
    expect(said.split('\n').filter((line) => line.startsWith('  Rad'))).toEqual([
      '  Rad 4, Rubrik: Cellen är tom. Vad ärendet heter. Högst 120 tecken.',
      '  Rad 4, Enhet: Finns inte i listan. Menar du Hemtjänsten, Hemtjänst norr, Hemtjänst söder?',
      '  Rad 4, Läge: Skriv läget före pausen och pausa ärendet i Färdplan efteråt.',
      '  Rad 4, Startdatum: Skriv hela datumet som år-månad-dag, till exempel 2025-03-01.',
      '  Rad 4, Engångskostnad, kr: Skriv ett tal, till exempel 450 000 eller 1,5.',
    ]);
    expect(said).toContain('1 rad behöver rättas. Inget har lästs in.');
    expect(store.rows).toHaveLength(before);
  });

  it.each([
    [{ Problem: 'Gäller 19121212-1212 som väntar.' }, 'Problem: Texten innehåller ett personnummer.'],
    [{ Dnr: '191212121212' }, 'Ärendebeteckning: Texten innehåller ett personnummer.'],
    [{ Kommentar: 'Ring 121212-1212.' }, 'Lägesbeskrivning: Texten innehåller ett personnummer.'],
    [{ Rubrik: 'x'.repeat(121) }, 'Rubrik: Texten är för lång. Högst 120 tecken. Korta den.'],
    [{ Startdatum: '2027-01-01' }, 'Startdatum: Datumet ligger framåt i tiden.'],
    [{ Kontakt: 'Undersköterskan' }, 'Kontakt (e-post): Skriv adressen som personen loggar in med'],
    [{ Kontakt: 'ingen@kommunen.example' }, 'Kontakt (e-post): Adressen finns inte i katalogen.'],
    [{ Budget: 2_000_000_000 }, 'Engångskostnad, kr: Talet är orimligt stort.'],
    [{ Problem: { formula: 'A1', result: { error: '#REF!' } } }, 'Problem: Cellen har ett fel i sin formel.'],
  ] as const)('refuses %j', async (line, text) => {
    const { code, said } = await asked(line as unknown as Line);
    expect(said).toContain(`Rad 3, ${text}`);
    expect(code).toBe(1);
  });

  it('takes a formula by its value, and rich text by its words', async () => {
    await importing({
      ...LOCKS,
      Budget: { formula: 'SUM(B1:B9)', result: 90_000 },
      Problem: { richText: [{ text: 'Nycklar ' }, { font: { bold: true }, text: 'försvinner.' }] },
      Lösning: '=cmd|calc',
    });
    expect(await cases()).toMatchObject([
      {
        content: { problem: 'Nycklar försvinner.', solution: 'cmd|calc', estimate: { oneTimeCost: 90_000 } },
      },
    ]);
  });

  it('knows a state that stands under Status', async () => {
    const { Läge: _none, ...rest } = LOCKS;
    await importing({ ...rest, Status: 'Avslutad' }, { ...MEALS, Läge: null, Status: 'pågår' });
    expect((await cases()).map(({ state, followUps }) => [state, followUps.length])).toEqual([
      ['CLOSED', 0],
      ['EXECUTION', 0],
    ]);
  });

  it('takes two rows that are called the same for a slip', async () => {
    const { code, said } = await importing(LOCKS, MEALS, { ...LOCKS, Rubrik: 'DIGITALA LÅS i hemtjänsten!' });
    expect(code).toBe(1);
    expect(said).toContain('Rad 5, Rubrik: Samma rubrik, enhet och ärendebeteckning som rad 3.');
  });

  it('makes nothing twice, also when the list has been sorted and filled in since', async () => {
    await importing(LOCKS, MEALS);
    const { said } = await importing(ACCOUNTS, { ...MEALS, Läge: 'Klart' }, LOCKS);
    expect(said).toContain('Rad 4: Matlistor på skärm – finns redan som VOF-2026-0002, hoppas över');
    expect(said).toContain('Klart: 1 ärende inläst, 2 fanns redan.');
    expect((await cases()).map(({ content, state }) => [content.title, state])).toEqual([
      [LOCKS.Rubrik, 'EXECUTION'],
      [MEALS.Rubrik, 'MANAGER_REVIEW'],
      [ACCOUNTS.Rubrik, 'BENEFIT'],
    ]);
  });

  it.each([
    ['before a row is written', 2, 'before', 'vid rad 4'],
    ['between its number and the row', 2, 'amid', 'vid rad 4'],
    ['after a row is written', 2, 'after', 'vid rad 4'],
    ['before the last word', 4, 'before', 'efter sista raden'],
  ] as const)(
    'makes no case of anything, and goes on where it was broken off %s',
    async (_when, broken, moment, where) => {
      const file = await into.file(LOCKS, MEALS, ACCOUNTS);
      const log = memoryEventLog(store.rows);
      let begun = 0;
      const failing = () => {
        begun += 1;
        if (begun === broken) log.failNext(moment);
      };
      const breaking = importingInto({
        ...log,
        append: async (...row) => {
          failing();
          return log.append(...row);
        },
        appendAll: async (rows) => {
          failing();
          return log.appendAll(rows);
        },
      });
      writeFileSync(join(breaking.folder, file), readFileSync(join(into.folder, file)));
      const { code, complained } = await breaking.run(file);
      breaking.dispose();
      expect(code).toBe(2);
      expect(complained).toContain(
        `Lagringen slutade svara ${where}. Inget av filens ärenden syns i Färdplan.`,
      );
      expect(complained).toContain('Kör samma kommando igen');
      expect(await cases()).toEqual([]);
      expect((await into.run(file)).code).toBe(0);
      expect((await cases()).map(({ number }) => number)).toEqual([
        'VOF-2026-0001',
        'VOF-2026-0002',
        'OFK-2026-0001',
      ]);
    },
  );

  /** As if the store had stopped answering before the last row was written. */
  async function brokenOff(...lines: readonly Line[]) {
    const log = memoryEventLog(store.rows);
    const breaking = importingInto({
      ...log,
      append: async () => {
        throw new StoreUnavailable('no answer');
      },
    });
    const { code } = await breaking.run(await breaking.file(...lines));
    breaking.dispose();
    expect(code).toBe(2);
  }

  it('takes the row as it was written down, and says so, when the file was changed in between', async () => {
    await brokenOff(LOCKS, MEALS);
    const { said } = await importing({ ...LOCKS, Problem: 'Nycklar försvinner.' }, MEALS);
    expect(said).toContain(
      'Rubrik: läses in som raden stod när förra inläsningen bröts; ändra ärendet i Färdplan efteråt (rad 3)',
    );
    expect(await cases()).toMatchObject([{ content: { problem: LOCKS.Problem } }, {}]);
  });

  it('leaves out what is no longer in the file when it is read again', async () => {
    await brokenOff(LOCKS, MEALS);
    expect((await importing(MEALS, ACCOUNTS)).said).toContain('Klart: 2 ärenden inlästa.');
    expect((await cases()).map(({ content }) => content.title)).toEqual([MEALS.Rubrik, ACCOUNTS.Rubrik]);
  });

  it('can be finished by another administrator', async () => {
    await brokenOff(LOCKS);
    const house = await testHouse({ store });
    const holder = { id: 'second', role: 'toolAdmin', unit: 'digital', person: PEOPLE.colleague } as const;
    const order = {
      type: 'AppointRoleHolder',
      holder: { ...holder, from: '2026-01-01', substitutes: [] },
    } as const;
    expect(await house.handleOrganisation(order, 'op-appoint', PEOPLE.toolAdmin)).toMatchObject({ ok: true });
    const { said } = await into.run(await into.file(LOCKS), '--as', `${PEOPLE.colleague}@kommunen.example`);
    expect(said).toContain('Rad 3 fick numret VOF-2026-0001.');
    expect(await cases()).toHaveLength(1);
  });

  it('sends no messages for what was decided before, and reminds of what is due later', async () => {
    await importing(LOCKS, MEALS);
    const house = await testHouse({ store });
    await house.courier.run();
    expect(house.messenger.sent).toEqual([]);
    house.setNow(on('2026-03-17'));
    await house.remind();
    await house.courier.run();
    expect(house.messenger.sent.length).toBeGreaterThan(0);
  });

  it('stands in the name of the tool’s administrator and nobody else', async () => {
    const file = await into.file(LOCKS);
    expect(await into.run(file, '--as', `${PEOPLE.head}@kommunen.example`)).toMatchObject({
      code: 2,
      complained: expect.stringContaining('är inte Administratör för Färdplan'),
    });
    expect((await into.run(file, '--as', `${PEOPLE.toolAdmin}@kommunen.example`)).code).toBe(0);
    expect(into.closed()).toBe(2);
  });

  it('gives a template that reads as it says, apart from its example', async () => {
    expect((await into.run('--template', 'mall.xlsx')).code).toBe(0);
    const path = join(into.folder, 'mall.xlsx');
    const untouched = await into.run('mall.xlsx', '--dry-run');
    expect(untouched.said).toContain('Rubrik: mallens exempelrad hoppas över (rad 2)');
    expect(untouched.said).toContain('0 ärenden skulle läsas in');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const page = book.worksheets[0]!;
    expect(page.getCell('E2').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['Listor!$A$2:$A$11'],
    });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Portfölj', 'Så här fyller du i', 'Listor']);
    page.getCell('A2').value = 'Digitala lås i hemtjänsten';
    await book.xlsx.writeFile(path);
    expect((await into.run('mall.xlsx')).complained).toBe('');
    expect(await cases()).toMatchObject([
      {
        state: 'EXECUTION',
        content: { category: 'digitalLocks', affectedGroups: ['employees', 'serviceUsers'] },
      },
    ]);
  });

  it('is not slowed down by a sheet that is formatted to its last row', async () => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('Blad1');
    page.addRow(Object.keys(LOCKS));
    page.addRow(Object.values(LOCKS));
    page.getCell(1_048_576, 1).font = { bold: true };
    await book.xlsx.writeFile(join(into.folder, 'lång.xlsx'));
    const { said } = await into.run('lång.xlsx', '--dry-run');
    expect(said).toContain('1 ärende skulle läsas in');
  });

  it.each([
    ['text.xlsx', 'inget kalkylblad', 'Filen är ingen vanlig xlsx-fil'],
    ['zip.xlsx', 'PK\u0003\u0004 men inget mer', 'Filen går inte att läsa'],
  ])('says what to do with a file that is no workbook: %s', async (name, content, text) => {
    writeFileSync(join(into.folder, name), content);
    expect(await into.run(name)).toMatchObject({ code: 2, complained: expect.stringContaining(text) });
  });

  it('says what to do when there is no file, no list or no word of what is wanted', async () => {
    const empty = new ExcelJS.Workbook();
    empty.addWorksheet('Blad1').addRow(['Namn', 'Telefon']);
    await empty.xlsx.writeFile(join(into.folder, 'annat.xlsx'));
    expect((await into.run('annat.xlsx')).complained).toContain('Hittar ingen flik med rubriker');
    expect((await into.run('saknas.xlsx')).complained).toContain('Hittar inte filen');
    expect((await into.run()).complained).toContain('Ange en fil');
    expect((await into.run('--help')).said).toContain('npm run import');
    expect(existsSync(join(into.folder, 'mall.xlsx'))).toBe(false);
  });
});
