import { createGraphDirectory } from '../../../bot/adapters/directory/graphDirectory.ts';
import { createCasebook } from '../../../bot/app/casebook.ts';
import { openHouse } from '../../../bot/app/house.ts';
import { DEFAULT_MODEL } from '../../../domain/model/governanceModel.ts';
import { type TenantStore, tenantStore } from '../../bot/adapters/sharepoint/tenantStore.ts';
import { approval, done } from '../../bot/support/life.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { NOW } from '../../builders/rules.ts';
import { weekdayCalendar } from '../../domain/calendar/weekdayCalendar.ts';
import { SAMPLE, SAMPLE_SEED } from '../../tenant/seed.ts';
import { type Line, loadingInto } from './loading.ts';

jest.setTimeout(60_000);

const LEXICON = { stem: (word: string) => word, baseForm: () => undefined, beginsCompound: () => false };
const LEAVER = 'a1f0c0de-0000-4000-8000-000000000009';

const UNITS: readonly Line[] = [
  { Id: 'lindbacka', Namn: 'Lindbacka kommun', Typ: 'Kommun' },
  { Id: 'vof', Namn: 'Vård och omsorg', Typ: 'Förvaltning', Tillhör: 'lindbacka', Prefix: 'VOF' },
  { Id: 'norr', Namn: 'Hemtjänst norr', Typ: 'Enhet', Tillhör: 'vof' },
];
const ROLES: readonly Line[] = [
  { Roll: 'Chef', Enhet: 'norr', Person: 'Enhetschef.Hemtjanst@lindbacka.example', Från: '2026-01-01' },
  { Roll: 'Förvaltningsdirektör', Enhet: 'vof', Person: SAMPLE.director.toUpperCase(), Från: '2026-01-01' },
  { Roll: 'Administratör för Färdplan', Enhet: 'lindbacka', Person: SAMPLE.director, Från: '2026-01-01' },
];

let store: TenantStore;
beforeEach(async () => {
  const left = {
    id: LEAVER,
    displayName: 'Tidigare enhetschef',
    mail: 'tidigare.chef@lindbacka.example',
    accountEnabled: false,
  };
  store = await tenantStore({ seed: { ...SAMPLE_SEED, users: [...SAMPLE_SEED.users, left] } });
});
afterEach(() => store.dispose());

/** As the command does it: the log through the site, people through Graph. */
async function loading(app: string = SAMPLE.serviceApp) {
  const { log } = await store.open();
  const directory = createGraphDirectory(store.graph(app), () => 0);
  return { log, into: loadingInto(log, directory) };
}

describe('loading the organisation into a municipality’s SharePoint', () => {
  it('finds people by their address, survives lost answers, and a proposal is taken in and decided', async () => {
    const { log, into } = await loading();
    store.tenant.faults.next('reset-after', { method: 'POST', path: /items$/ });
    const first = await into.load([UNITS, ROLES]);
    expect(first).toMatchObject({ code: 0, complained: '' });
    const rows = store.tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg').length;
    expect(rows).toBe(UNITS.length + ROLES.length);
    expect((await into.load([UNITS, ROLES])).said).toContain('Allt stämmer redan.');
    expect(store.tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg')).toHaveLength(rows);
    into.dispose();

    const house = await openHouse({
      log: (await store.open()).log,
      directory: { person: async () => undefined, nameOf: () => undefined },
      clock: () => NOW,
      calendar: weekdayCalendar(),
      model: DEFAULT_MODEL,
      similarity: { lexicon: LEXICON },
    });
    const { id } = await done(house, { type: 'StartDraft', content: PROPOSAL }, { by: SAMPLE.caseworker });
    await done(house, { type: 'Submit' }, { by: SAMPLE.caseworker, initiative: id });
    const decided = await done(house, approval(), { by: SAMPLE.manager, initiative: id });
    expect(decided).toMatchObject({ number: 'VOF-2026-0001', state: 'PREPARATION' });
    const casebook = createCasebook(log);
    await casebook.catchUp();
    const people = Object.values(casebook.organisation().holders).map(({ person }) => person);
    expect(people).toEqual([SAMPLE.manager, SAMPLE.director, SAMPLE.director]);
    expect(store.tenant.violations.all()).toEqual([]);
  });

  it('suggests who leads a unit that nobody leads in the file, from what Entra knows, and changes nothing by it', async () => {
    const { into } = await loading();
    const withoutManager = ROLES.slice(1);
    const coach = {
      Roll: 'Digitaliseringscoach',
      Enhet: 'norr',
      Person: SAMPLE.caseworker,
      Från: '2026-01-01',
    };
    const { code, said } = await into.load([UNITS, [...withoutManager, coach]]);
    expect(code).toBe(0);
    expect(said).toContain(
      `Att se över: Hemtjänst norr har ingen chef i filen. Enligt Entra är Enhetschef hemtjänst norr, Enhetschef (${SAMPLE.manager}) chef för 1 av 1`,
    );
    expect(said).not.toContain('Vård och omsorg har ingen chef');
    expect(store.tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg')).toHaveLength(UNITS.length + 3);
    expect((await into.load([UNITS, ROLES])).said).not.toContain('har ingen chef i filen');
    into.dispose();
  });

  it('refuses an address that nobody has, an account that has been closed, and a guest', async () => {
    const { into } = await loading();
    const wrong = ROLES.map((line, i) => ({
      ...line,
      Person: ['ingen@lindbacka.example', 'tidigare.chef@lindbacka.example', SAMPLE.guest][i],
    }));
    const { code, said } = await into.load([UNITS, wrong]);
    into.dispose();
    expect(code).toBe(1);
    expect(said).toContain('Roller, rad 2, Person: Finns inte i katalogen.');
    expect(said).toContain('Roller, rad 3, Person: Kontot är avstängt.');
    expect(said).toContain('Roller, rad 4, Person: Personen är gäst från en annan organisation');
    expect(store.tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg')).toHaveLength(0);
  });

  it('says which right is missing when nobody may be looked up', async () => {
    const { into } = await loading(SAMPLE.provisionApp);
    const { code, complained } = await into.load([UNITS, ROLES]);
    into.dispose();
    expect([code, complained]).toEqual([2, expect.stringContaining('User.Read.All')]);
    expect(store.tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg')).toHaveLength(0);
  });
});
