import { createCasebook } from '../../../bot/app/casebook.ts';
import { openHouse } from '../../../bot/app/house.ts';
import { ORGANISATION_STREAM } from '../../../bot/app/streams.ts';
import { DEFAULT_MODEL } from '../../../domain/model/governanceModel.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { temporaryStore } from '../../bot/adapters/sqlite/temporaryStore.ts';
import { approved } from '../../bot/support/life.ts';
import { HOLDERS, UNITS } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { NOW } from '../../builders/rules.ts';
import { weekdayCalendar } from '../../domain/calendar/weekdayCalendar.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { type Line, loadingInto, ROLE_LINES, UNIT_LINES } from './loading.ts';

const LEXICON = { stem: (word: string) => word, baseForm: () => undefined, beginsCompound: () => false };

let log: ReturnType<typeof memoryEventLog>;
let into: ReturnType<typeof loadingInto>;
beforeEach(() => {
  log = memoryEventLog();
  into = loadingInto(log);
});
afterEach(() => into.dispose());

const FILE = [UNIT_LINES, ROLE_LINES] as const;
const organisation = async (): Promise<Organisation> => {
  const casebook = createCasebook(log);
  await casebook.catchUp();
  return casebook.organisation();
};
const withoutPerson = (person: string): readonly Line[] =>
  ROLE_LINES.filter((line) => line.Person !== person);
const changedRole = (person: string, change: Line): readonly Line[] =>
  ROLE_LINES.map((line) => (line.Person === person ? { ...line, ...change } : line));
const changedUnit = (id: string, change: Line): readonly Line[] =>
  UNIT_LINES.map((line) => (line.Id === id ? { ...line, ...change } : line));
const holderOf = async (person: string) =>
  Object.values((await organisation()).holders).filter((holder) => holder.person === person);

describe('loading the organisation into an empty store', () => {
  it('places every unit and appoints everybody, by commands in the name of the system', async () => {
    const { code, said, complained } = await into.load(FILE);
    expect([code, complained]).toEqual([0, '']);
    expect(said).toContain(`Plan: ${UNITS.length + HOLDERS.length} nya, 3 ändras, 0 får en sista dag.`);
    const { units, holders } = await organisation();
    expect(Object.values(units)).toEqual(expect.arrayContaining([...UNITS]));
    const known = Object.values(holders).map(({ id: _own, ...rest }) => rest);
    expect(known).toEqual(expect.arrayContaining(HOLDERS.map(({ id: _id, ...rest }) => rest)));
    expect(new Set(log.rows.map(({ actor, stream }) => `${actor} ${stream}`))).toEqual(
      new Set([`system ${ORGANISATION_STREAM}`]),
    );
  });

  it('does nothing the second time', async () => {
    await into.load(FILE);
    const before = log.rows.length;
    const { code, said } = await into.load(FILE);
    expect([code, log.rows.length]).toEqual([0, before]);
    expect(said).toContain('Allt stämmer redan. Inget har ändrats.');
  });

  it('only says what it would do in a dry run', async () => {
    const { code, said } = await into.load(FILE, ['--dry-run']);
    expect([code, log.rows.length]).toEqual([0, 0]);
    expect(said).toContain('+ enheten Hemtjänst norr');
    expect(said).toContain('+ Chef, Hemtjänst norr');
    expect(said).toContain('Provkörning: inget har sparats.');
  });

  it('goes on where it was broken off', async () => {
    log.failNext('after');
    expect(await into.load(FILE)).toMatchObject({
      code: 2,
      complained: expect.stringContaining('det som är gjort görs inte om'),
    });
    expect(log.rows).toHaveLength(1);
    expect((await into.load(FILE)).code).toBe(0);
    expect(log.rows).toHaveLength(UNITS.length + HOLDERS.length + 3);
  });

  it('says what would stop a proposal on its way', async () => {
    const few = ROLE_LINES.filter((line) => line.Person === PEOPLE.toolAdmin);
    const { code, said } = await into.load([UNIT_LINES, few]);
    expect(code).toBe(0);
    expect(said).toContain(
      'Att se över: Ingen chef kan besluta om förslag från: Vård- och omsorgsförvaltningen',
    );
    expect(said).toContain('Ingen leder beredningsgruppen i dag');
    expect(said).toMatch(/Ingen har i dag rollen: Digitaliseringschef, .*Upphandlare/);
  });

  it('wants somebody to administer Färdplan', async () => {
    const { code, said } = await into.load([UNIT_LINES, withoutPerson(PEOPLE.toolAdmin)]);
    expect([code, log.rows.length]).toEqual([1, 0]);
    expect(said).toContain('! Ingen skulle vara Administratör för Färdplan i dag.');
  });
});

describe('the municipality on SQLite, after loading', () => {
  it('takes a proposal in, and its manager decides', async () => {
    const store = temporaryStore();
    const loading = loadingInto(store.open().log);
    try {
      expect((await loading.load(FILE)).code).toBe(0);
      const house = await openHouse({
        log: store.open().log,
        directory: { person: async () => undefined, nameOf: () => undefined },
        clock: () => NOW,
        calendar: weekdayCalendar(),
        model: DEFAULT_MODEL,
        similarity: { lexicon: LEXICON },
      });
      expect(await approved(house)).toMatchObject({
        number: 'VOF-2026-0001',
        state: 'PREPARATION',
        coach: PEOPLE.coach,
      });
    } finally {
      loading.dispose();
      await store.dispose();
    }
  });
});

describe('loading a changed file', () => {
  beforeEach(() => into.load(FILE));

  it('asks for the last day of roles that are no longer there, and writes nothing without it', async () => {
    const before = log.rows.length;
    const { code, said } = await into.load([UNIT_LINES, withoutPerson(PEOPLE.coach)]);
    expect([code, log.rows.length]).toEqual([1, before]);
    expect(said).toContain(
      '! Digitaliseringscoach, Hemtjänst norr (coach.norr) finns i Färdplan men inte i filen.',
    );
  });

  it('ends them on that day, keeps their history, and is quiet the second time', async () => {
    const file = [UNIT_LINES, withoutPerson(PEOPLE.coach)] as const;
    const { code, said } = await into.load(file, ['--end', '2026-04-30']);
    expect(code).toBe(0);
    expect(said).toContain('– Digitaliseringscoach, Hemtjänst norr (sista dagen 2026-04-30)');
    expect(await holderOf(PEOPLE.coach)).toMatchObject([{ from: '2024-01-01', to: '2026-04-30' }]);
    for (const more of [['--end', '2026-04-30'], []])
      expect((await into.load(file, more)).said).toContain('Allt stämmer redan.');
  });

  it('gives somebody who comes back a turn of their own', async () => {
    const without = [UNIT_LINES, withoutPerson(PEOPLE.coach)] as const;
    await into.load(without, ['--end', '2026-04-30']);
    const back = changedRole(PEOPLE.coach, { Från: '2026-09-01' });
    expect((await into.load([UNIT_LINES, back], [], '2026-08-20T08:00:00.000Z')).code).toBe(0);
    const turns = (await holderOf(PEOPLE.coach)).map(({ from, to }) => [from, to]);
    expect(turns).toEqual([
      ['2024-01-01', '2026-04-30'],
      ['2026-09-01', undefined],
    ]);
    // The same again, a year later.
    await into.load(without, ['--end', '2026-12-31'], '2026-12-01T08:00:00.000Z');
    await into.load(
      [UNIT_LINES, changedRole(PEOPLE.coach, { Från: '2027-03-01' })],
      [],
      '2027-02-01T08:00:00.000Z',
    );
    expect(await holderOf(PEOPLE.coach)).toHaveLength(3);
  });

  it('corrects a day, ends on a day in the file, and leaves substitutes that people have set', async () => {
    const roles = changedRole(PEOPLE.manager, {
      Från: '2024-02-01',
      Till: '2026-12-31',
      Ersättare: null,
      'Ersättare från': null,
      'Ersättare till': null,
    });
    const { said } = await into.load([UNIT_LINES, roles]);
    expect(said).toContain('Plan: 0 nya, 1 ändras, 0 får en sista dag.');
    expect(await holderOf(PEOPLE.manager)).toMatchObject([
      {
        from: '2024-02-01',
        to: '2026-12-31',
        substitutes: [{ person: PEOPLE.substituteManager, from: '2026-07-01', to: '2026-07-31' }],
      },
    ]);
  });

  it('keeps the day somebody began when the file leaves it open', async () => {
    const { said } = await into.load([UNIT_LINES, changedRole(PEOPLE.head, { Från: null })]);
    expect(said).toContain('Allt stämmer redan.');
  });

  it('sets a substitute', async () => {
    const acting = {
      Ersättare: 'area-manager.hemtjanst',
      'Ersättare från': '2026-12-01',
      'Ersättare till': '2026-12-23',
    };
    const { said } = await into.load([UNIT_LINES, changedRole(PEOPLE.manager, acting)]);
    expect(said).toContain('~ ersättare för Chef, Hemtjänst norr');
    const [holder] = await holderOf(PEOPLE.manager);
    expect(holder?.substitutes.map(({ person, from }) => [person, from])).toEqual([
      [PEOPLE.substituteManager, '2026-07-01'],
      [PEOPLE.areaManager, '2026-12-01'],
    ]);
  });

  it('moves and renames units from the top down, and keeps one that is no longer in the file', async () => {
    const turned = changedUnit('norr', { Tillhör: 'vof', Typ: 'Verksamhetsområde', Namn: 'Norra området' })
      .map((line) => (line.Id === 'hemtjanst' ? { ...line, Tillhör: 'norr', Typ: 'Enhet' } : line))
      .filter((line) => line.Id !== 'soder');
    const { code, said } = await into.load([turned, ROLE_LINES]);
    expect(code).toBe(0);
    expect(said).toContain('Enheten Hemtjänst söder finns inte i filen. Den ligger kvar');
    const { units } = await organisation();
    expect(units.norr).toMatchObject({ name: 'Norra området', parent: 'vof', kind: 'area' });
    expect(units.hemtjanst).toMatchObject({ parent: 'norr' });
    expect(units.soder).toBeDefined();
  });
});

describe('a file with something wrong in it', () => {
  const first = (change: Line): readonly [readonly Line[], readonly Line[]] => [
    UNIT_LINES,
    ROLE_LINES.map((line, i) => (i === 0 ? { ...line, ...change } : line)),
  ];
  const unit = (id: string, change: Line): readonly [readonly Line[], readonly Line[]] => [
    changedUnit(id, change),
    ROLE_LINES,
  ];

  it.each<[string, readonly [readonly Line[], readonly Line[]], string]>([
    ['an unknown role', first({ Roll: 'Trollkarl' }), 'Roller, rad 2, Roll: Finns inte i listan.'],
    ['an unknown unit', first({ Enhet: 'Måsbodarna' }), 'Roller, rad 2, Enhet: Finns inte i listan.'],
    ['nobody', first({ Person: null }), 'Roller, rad 2, Person: Cellen är tom.'],
    [
      'a name for an address',
      first({ Person: 'Chefen i norr' }),
      'Roller, rad 2, Person: Finns inte i katalogen.',
    ],
    ['a day that is none', first({ Från: 'i våras' }), 'Roller, rad 2, Från: Skriv hela datumet'],
    ['days the wrong way round', first({ Till: '2023-12-31' }), 'Roller, rad 2, Till: Sista dagen är före'],
    ['a share that is none', first({ 'Andel, procent': 'halv' }), 'Andel, procent: Skriv ett tal'],
    ['a substitute without days', first({ 'Ersättare till': null }), 'Ersättare till: Skriv till vilken dag'],
    ['one who replaces themself', first({ Ersättare: PEOPLE.manager }), 'Ersättaren är samma person'],
    [
      'the same twice',
      [UNIT_LINES, [...ROLE_LINES, ROLE_LINES[0] ?? {}]],
      `rad ${HOLDERS.length + 2}: Samma som rad 2.`,
    ],
    ['an id with blanks', unit('vof', { Id: 'v o f' }), 'Enheter, rad 3, Id: Skriv bara bokstäver'],
    ['an id twice', unit('soder', { Id: 'norr' }), 'Enheter, rad 6, Id: Samma som på rad 5.'],
    ['a prefix twice', unit('sof', { Prefix: 'VOF' }), 'Enheter, rad 7, Prefix: Samma som på rad 3.'],
    [
      'a department without a prefix',
      unit('sof', { Prefix: null }),
      'Enheter, rad 7, Prefix: Skriv två till fem',
    ],
    [
      'a prefix below departments',
      unit('norr', { Prefix: 'NOR' }),
      'Prefix: Fylls bara i för förvaltningar.',
    ],
    [
      'a unit that hangs in the air',
      unit('norr', { Tillhör: null }),
      'Enheter, rad 5, Tillhör: Skriv vad enheten hör till.',
    ],
    [
      'a ring',
      unit('hemtjanst', { Tillhör: 'norr' }),
      'Enheter, rad 4, Tillhör: Enheterna hör till varandra',
    ],
    [
      'two municipalities',
      unit('ofk', { Typ: 'Kommun', Tillhör: null, Prefix: null }),
      'Det får bara finnas en kommun',
    ],
  ])('says where and what to write instead: %s', async (_, file, text) => {
    const { code, said } = await into.load(file);
    expect([code, log.rows.length]).toEqual([1, 0]);
    expect(said).toContain(text);
    expect(said).toContain('Inget har sparats.');
  });

  it('tells everything at once, and columns it does not read', async () => {
    const [units, roles] = first({ Roll: 'Trollkarl', Från: 'i våras', Telefon: '0000' });
    const { said } = await into.load([units, roles]);
    expect(said.match(/Roller, rad 2/g)).toHaveLength(2);
    expect(said).toContain('Okända kolumner som inte läses in: Telefon.');
  });

  it.each([['is no workbook', new TextEncoder().encode('Id;Namn'), 'ingen vanlig xlsx-fil']])(
    'says that a file %s',
    async (_, bytes, text) => {
      into.write('fel.xlsx', bytes);
      expect(await into.run(['fel.xlsx'])).toMatchObject({
        code: 2,
        complained: expect.stringContaining(text),
      });
    },
  );

  it('says that there is no such file, and how it is used', async () => {
    expect((await into.run(['finns-inte.xlsx'])).complained).toContain('Hittar inte filen');
    expect((await into.run([])).complained).toContain('npm run organisation -- --template mall.xlsx');
    expect((await into.run(['a.xlsx', '--end', 'snart'])).complained).toContain('2026-12-31');
    expect(await into.run(['--help'])).toMatchObject({ code: 0 });
  });
});

describe('a role that nobody has yet', () => {
  const vacant = (change: Line = {}): readonly [readonly Line[], readonly Line[]] => [
    UNIT_LINES,
    [
      ...withoutPerson(PEOPLE.manager),
      { Roll: 'Chef', Enhet: 'norr', Person: 'Vakant', 'Tillsätts senast': '2026-06-01', ...change },
    ],
  ];

  it('is noted as vacant, with who decides meanwhile, and once', async () => {
    const { code, said, complained } = await into.load(
      vacant({ 'Orsak till vakansen': 'Rekrytering pågår' }),
    );
    expect([code, complained]).toEqual([0, '']);
    expect(said).toContain('+ vakans: Chef, Hemtjänst norr');
    expect(said).toContain(
      'Att se över: Vakant: Chef, Hemtjänst norr, tillsätts senast 2026-06-01 (Rekrytering pågår). Så länge går det till Chef, Hemtjänsten.',
    );
    expect((await organisation()).vacancies).toEqual([
      { role: 'manager', unit: 'norr', target: '2026-06-01', reason: 'Rekrytering pågår' },
    ]);
    const again = await into.load(vacant({ 'Orsak till vakansen': 'Rekrytering pågår' }));
    expect(again.said).toContain('Allt stämmer redan.');
    expect((await into.load(vacant())).said).toContain('~ vakans: Chef, Hemtjänst norr');
  });

  it('is late when its day has passed, and says when nobody has the task meanwhile', async () => {
    const { said } = await into.load([
      UNIT_LINES,
      [
        ...ROLE_LINES,
        { Roll: 'Digitaliseringscoach', Enhet: 'soder', Person: 'vakant', 'Tillsätts senast': '2026-01-31' },
      ],
    ]);
    expect(said).toContain(
      'Vakant: Digitaliseringscoach, Hemtjänst söder, skulle ha tillsatts 2026-01-31. Ingen har uppgiften så länge.',
    );
  });

  it('is no longer vacant when somebody has been appointed', async () => {
    await into.load(vacant());
    const { code, said } = await into.load(FILE);
    expect([code, (await organisation()).vacancies]).toEqual([0, []]);
    expect(said).not.toContain('Vakant');
  });

  it('is refused beside somebody who has it, and with what only a holder can have', async () => {
    const twice = await into.load([
      UNIT_LINES,
      [...ROLE_LINES, { Roll: 'Chef', Enhet: 'norr', Person: 'Vakant' }],
    ]);
    expect([twice.code, log.rows.length]).toEqual([1, 0]);
    expect(twice.said).toContain('rollen är vakant i filen, men någon har den');
    const { said } = await into.load(vacant({ Ersättare: PEOPLE.areaManager }));
    expect(said).toContain('Ersättare: Raden är vakant.');
    const held = await into.load([
      UNIT_LINES,
      changedRole(PEOPLE.manager, { 'Tillsätts senast': '2026-06-01' }),
    ]);
    expect(held.said).toContain('Tillsätts senast: Någon har rollen.');
  });
});
