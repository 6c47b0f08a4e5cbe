import { HOLDERS } from '../../../../bot/local/sample/organisation/holders.ts';
import { UNITS } from '../../../../bot/local/sample/organisation/units.ts';
import { ORGANISATION_STEPS } from '../../../../bot/local/sample/organisation.ts';
import { idOf, PEOPLE, personCalled } from '../../../../bot/local/sample/people.ts';
import {
  actingFor,
  departmentOf,
  holdersOf,
  nearestHolders,
} from '../../../../domain/organisation/lookup.ts';
import { ROLES } from '../../../../domain/organisation/organisation.ts';
import { type SampleHouse, sampleHouse } from './seeding.ts';

const DEPARTMENTS = [
  ['klk', 'KLK', 'Kommunstyrelsen', 'KS'],
  ['vof', 'VOF', 'Vård- och omsorgsnämnden', 'VON'],
  ['sof', 'SOF', 'Socialnämnden', 'SN'],
  ['buf', 'BUF', 'Barn- och utbildningsnämnden', 'BUN'],
  ['sbf', 'SBF', 'Samhällsbyggnadsnämnden', 'SBN'],
  ['kff', 'KFF', 'Kultur- och fritidsnämnden', 'KFN'],
  ['ofk', 'ÖFK', 'Överförmyndarnämnden', 'ÖFN'],
] as const;

/** Shares of full time, summed over what a person has in the department. */
const COACHES = [
  ['klk', 'coach.klk.kontaktcenter', 0.2],
  ['vof', 'coach.vof.hemtjanst-norr', 0.5],
  ['vof', 'coach.vof.hemtjanst-soder', 0.5],
  ['vof', 'coach.vof.sarskilt-boende', 0.3],
  ['sof', 'coach.sof.ekonomiskt-bistand', 0.3],
  ['sof', 'coach.sof.lss', 0.4],
  ['buf', 'coach.buf.grundskola', 0.4],
  ['buf', 'coach.buf.forskola', 0.3],
  ['sbf', 'coach.sbf.bygglov', 0.2],
  ['sbf', 'coach.sbf.drift', 0.2],
  ['kff', 'coach.kff.bibliotek-bokning', 0.2],
] as const;

const today = '2026-11-02';

describe('Ekhamra', () => {
  let house: SampleHouse;
  beforeAll(async () => {
    house = await sampleHouse();
    await house.fill(today, false);
  });
  const organisation = () => house.casebook.organisation();
  const peopleIn = (role: (typeof ROLES)[number], unit: string) =>
    holdersOf(organisation(), role, unit, today).map(({ person }) => person);

  it.each(DEPARTMENTS)('has %s with prefix %s under %s (%s)', (id, prefix, name, committeePrefix) =>
    expect(organisation().units[id]).toMatchObject({
      kind: 'department',
      prefix,
      committee: { name, prefix: committeePrefix },
      parent: 'ekhamra',
    }),
  );

  it('has seven departments', () =>
    expect(UNITS.filter(({ kind }) => kind === 'department')).toHaveLength(DEPARTMENTS.length));

  it('has four units or more in each department, apart from the smallest', () => {
    const units = UNITS.filter(({ kind }) => kind === 'unit').map(
      ({ id }) => departmentOf(organisation(), id)?.id,
    );
    const count = (department: string) => units.filter((id) => id === department).length;
    expect(DEPARTMENTS.filter(([id]) => id !== 'ofk' && count(id) < 4)).toEqual([]);
    expect(count('ofk')).toBe(1);
  });

  it('has a manager for every unit and area, and a director for every department', () => {
    const without = UNITS.filter(({ id, kind }) => {
      if (kind === 'municipality') return peopleIn('municipalDirector', id).length === 0;
      return peopleIn(kind === 'department' ? 'director' : 'manager', id).length === 0;
    });
    expect(without).toEqual([]);
  });

  it.each(COACHES)('has in %s %s with share %d', (department, alias, share) => {
    const held = Object.values(organisation().holders).filter(
      ({ role, person, unit }) =>
        role === 'coach' && person === idOf(alias) && departmentOf(organisation(), unit)?.id === department,
    );
    expect(held.reduce((sum, holder) => sum + (holder.share ?? 0), 0)).toBeCloseTo(share);
  });

  it('has no other coaches, and none at Överförmyndarkansliet', () => {
    expect(new Set(HOLDERS.filter(({ role }) => role === 'coach').map(({ by }) => by)).size).toBe(
      COACHES.length,
    );
    expect(nearestHolders(organisation(), 'coach', 'ofk-kansliet', today)).toEqual([]);
  });

  it('shares a development lead between the schools and the leisure department', () =>
    expect(peopleIn('developmentLead', 'kff')).toEqual(peopleIn('developmentLead', 'buf')));

  it('serves Överförmyndarkansliet from Kommunledningskontoret', () =>
    expect(peopleIn('developmentLead', 'ofk')).toEqual(peopleIn('developmentLead', 'klk')));

  it('has lost Socialförvaltningen’s development lead and says until when', () => {
    expect(holdersOf(organisation(), 'developmentLead', 'sof', '2026-04-30')).toHaveLength(1);
    expect(peopleIn('developmentLead', 'sof')).toEqual([]);
    expect(organisation().vacancies).toEqual([
      expect.objectContaining({ role: 'developmentLead', unit: 'sof', target: '2026-09-01' }),
    ]);
  });

  it('has the municipal director in the chair of the council, with the directors as members', () => {
    expect(peopleIn('councilChair', 'ekhamra')).toEqual([idOf('kommundirektor.klk')]);
    expect(peopleIn('councilMember', 'ekhamra')).toHaveLength(7);
  });

  it('has an object owner and an object manager in every department', () =>
    expect(
      DEPARTMENTS.filter(
        ([id]) => peopleIn('objectOwner', id).length === 0 || peopleIn('objectManager', id).length === 0,
      ),
    ).toEqual([]));

  it('has somebody in every role', () =>
    expect(ROLES.filter((role) => !HOLDERS.some((holder) => holder.role === role))).toEqual([]));

  it('has a substitute acting for a manager right now', () => {
    const [manager] = holdersOf(organisation(), 'manager', 'sbf-bygglov', today);
    expect(manager && actingFor(manager, today)).toBe(idOf('bitradande-enhetschef.sbf.bygglov'));
    expect(manager && actingFor(manager, '2027-01-11')).toBe(idOf('enhetschef.sbf.bygglov'));
  });

  it('makes each change once', () =>
    expect(new Set(ORGANISATION_STEPS.map(({ key }) => key)).size).toBe(ORGANISATION_STEPS.length));
});

describe('the people of Ekhamra', () => {
  it.each(['id', 'alias', 'mail', 'number', 'name'] as const)('have a %s of their own', (field) =>
    expect(new Set(PEOPLE.map((person) => person[field])).size).toBe(PEOPLE.length),
  );

  it('have ids that are valid GUIDs and addresses that cannot exist', () => {
    for (const { id, mail } of PEOPLE) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(mail).toMatch(/^[a-z0-9.-]+@ekhamra\.example$/);
    }
  });

  it('work in units that exist', () => {
    const units = new Set(UNITS.map(({ id }) => id));
    expect(PEOPLE.filter(({ unit }) => !units.has(unit))).toEqual([]);
    expect(HOLDERS.filter(({ unit }) => !units.has(unit))).toEqual([]);
  });

  it('are several in each department who lead nobody and can propose', () => {
    const leading = new Set(HOLDERS.map(({ by }) => by));
    const count = (department: string) =>
      PEOPLE.filter(({ alias, unit }) => !leading.has(alias) && unit.startsWith(`${department}-`)).length;
    expect(DEPARTMENTS.filter(([id]) => count(id) < 2)).toEqual([]);
  });

  it('are called by what they do, as an address spells it', () => {
    expect(personCalled('underskoterska.vof.hemtjanst-norr')).toMatchObject({
      name: 'Undersköterska, hemtjänst norr',
      title: 'Undersköterska',
      unit: 'vof-hemtjanst-norr',
    });
    // The address is made of the function, so a name that is not one would not fit its address.
    const plain = (text: string) => text.toLowerCase().replace(/[åä]/g, 'a').replace(/[öé]/g, 'o');
    const unlike = PEOPLE.filter(({ alias, title }) => {
      const [role = ''] = alias.split('.');
      const word = role.split('-').find((part) => part.length > 3 || part === 'it') ?? role;
      return !plain(title).replace(/\s/g, '').includes(word.slice(0, 5));
    });
    expect(unlike.map(({ name, alias }) => `${name} <${alias}>`)).toEqual([]);
  });
});
