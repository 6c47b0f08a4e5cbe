import {
  actingFor,
  actorsIn,
  actsAs,
  actsAsAnywhere,
  departmentOf,
  holdersAnywhere,
  holdersOf,
  isWithin,
  lineOf,
  nearestHolders,
  rolesOf,
  standInFor,
  unitOf,
} from '../../../domain/organisation/lookup.ts';
import type { Organisation, RoleHolder, Unit } from '../../../domain/organisation/organisation.ts';
import { appointed, held, MUNICIPALITY, without } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { TODAY } from '../../builders/rules.ts';

const JULY = '2026-07-15';
const ids = (units: readonly Unit[]): string[] => units.map(({ id }) => id);
const people = (holders: readonly RoleHolder[]): string[] => holders.map(({ person }) => person);

describe('the line of a unit', () => {
  it('is the unit and all above it, nearest first', () => {
    expect(ids(lineOf(MUNICIPALITY, 'norr'))).toEqual(['norr', 'hemtjanst', 'vof', 'kommunen']);
    expect(departmentOf(MUNICIPALITY, 'norr')?.id).toBe('vof');
    expect(departmentOf(MUNICIPALITY, 'kommunen')).toBeUndefined();
  });

  it.each(['nowhere', '', 'constructor', '__proto__', 'hasOwnProperty'])('of %j is empty', (unit) => {
    expect(lineOf(MUNICIPALITY, unit)).toEqual([]);
    expect(unitOf(MUNICIPALITY, unit)).toBeUndefined();
    expect(actorsIn(MUNICIPALITY, 'manager', unit, TODAY)).toEqual([]);
  });

  it('ends where the tree is broken or loops', () => {
    const unit = (id: string, parent: string): Unit => ({ id, kind: 'unit', name: id, parent });
    const broken: Organisation = {
      ...MUNICIPALITY,
      units: { a: unit('a', 'b'), b: unit('b', 'a'), c: unit('c', 'gone'), d: unit('d', 'd') },
    };
    expect(ids(lineOf(broken, 'a'))).toEqual(['a', 'b']);
    expect(ids(lineOf(broken, 'c'))).toEqual(['c']);
    expect(ids(lineOf(broken, 'd'))).toEqual(['d']);
    expect(departmentOf(broken, 'a')).toBeUndefined();
  });

  it('says what is within what', () => {
    expect(isWithin(MUNICIPALITY, 'norr', 'vof')).toBe(true);
    expect(isWithin(MUNICIPALITY, 'norr', 'norr')).toBe(true);
    expect(isWithin(MUNICIPALITY, 'vof', 'norr')).toBe(false);
    expect(isWithin(MUNICIPALITY, 'bistand', 'vof')).toBe(false);
  });
});

describe('the days somebody holds a role', () => {
  const spring = appointed(MUNICIPALITY, {
    ...held('coach', 'soder', PEOPLE.colleague),
    from: '2026-03-02',
    to: '2026-05-31',
  });
  it.each([
    ['2026-03-01', []],
    ['2026-03-02', [PEOPLE.colleague]],
    ['2026-05-31', [PEOPLE.colleague]],
    ['2026-06-01', []],
  ])('include the first and the last: %s', (day, expected) => {
    expect(people(holdersOf(spring, 'coach', 'soder', day))).toEqual(expected);
  });
});

describe('holders', () => {
  it('of exactly a unit, of the nearest above, or anywhere', () => {
    expect(people(holdersOf(MUNICIPALITY, 'manager', 'soder', TODAY))).toEqual([]);
    expect(people(nearestHolders(MUNICIPALITY, 'manager', 'soder', TODAY))).toEqual([PEOPLE.areaManager]);
    expect(people(nearestHolders(MUNICIPALITY, 'coach', 'soder', TODAY))).toEqual([]);
    expect(people(holdersAnywhere(MUNICIPALITY, 'coach', TODAY))).toEqual([PEOPLE.coach, PEOPLE.otherCoach]);
  });
  it('are found anew when the organisation changes', () => {
    const before = people(holdersAnywhere(MUNICIPALITY, 'coach', TODAY));
    const after = appointed(MUNICIPALITY, held('coach', 'soder', PEOPLE.colleague));
    expect(people(holdersAnywhere(after, 'coach', TODAY))).toEqual([...before, PEOPLE.colleague]);
    expect(people(holdersAnywhere(MUNICIPALITY, 'coach', TODAY))).toEqual(before);
  });
});

describe('substitutes', () => {
  const [manager] = holdersOf(MUNICIPALITY, 'manager', 'norr', TODAY) as [RoleHolder];
  it.each([
    ['2026-06-30', PEOPLE.manager],
    ['2026-07-01', PEOPLE.substituteManager],
    ['2026-07-31', PEOPLE.substituteManager],
    ['2026-08-01', PEOPLE.manager],
  ])('act from the first to the last day: %s', (day, person) => {
    expect(actingFor(manager, day)).toBe(person);
  });
  it('act for the holder, who may act too', () => {
    for (const person of [PEOPLE.manager, PEOPLE.substituteManager])
      expect(actsAs(MUNICIPALITY, person, 'manager', 'norr', JULY)).toBe(true);
    expect(actsAs(MUNICIPALITY, PEOPLE.substituteManager, 'manager', 'norr', TODAY)).toBe(false);
    expect(actsAsAnywhere(MUNICIPALITY, PEOPLE.substituteDirector, 'director', JULY)).toBe(true);
  });
  it('are the last one set when two are', () => {
    const two = {
      ...manager,
      substitutes: [...manager.substitutes, { person: PEOPLE.colleague, from: '2026-07-10' }],
    };
    expect(actingFor(two, '2026-07-09')).toBe(PEOPLE.substituteManager);
    expect(actingFor(two, '2026-07-10')).toBe(PEOPLE.colleague);
  });
  it('stand in for a person in a role', () => {
    expect(standInFor(MUNICIPALITY, PEOPLE.coach, 'coach', JULY)).toBe(PEOPLE.substituteCoach);
    expect(standInFor(MUNICIPALITY, PEOPLE.coach, 'coach', TODAY)).toBe(PEOPLE.coach);
    expect(standInFor(MUNICIPALITY, PEOPLE.colleague, 'coach', JULY)).toBe(PEOPLE.colleague);
  });
});

describe('acting in a role', () => {
  it('holds for all that is below', () => {
    expect(actsAs(MUNICIPALITY, PEOPLE.director, 'director', 'norr', TODAY)).toBe(true);
    expect(actsAs(MUNICIPALITY, PEOPLE.director, 'director', 'bistand', TODAY)).toBe(false);
    expect(actsAs(MUNICIPALITY, PEOPLE.manager, 'manager', 'hemtjanst', TODAY)).toBe(false);
  });
  it('in a central role is for the whole municipality, wherever its holder sits', () => {
    expect(actorsIn(MUNICIPALITY, 'headOfDigitalisation', 'norr', TODAY)).toEqual([PEOPLE.head]);
    expect(actorsIn(MUNICIPALITY, 'procurement', 'ofk', TODAY)).toEqual([PEOPLE.procurement]);
  });
  it('in any other role is nobody from another line', () => {
    expect(actorsIn(MUNICIPALITY, 'developmentLead', 'bistand', TODAY)).toEqual([]);
    expect(actorsIn(without(MUNICIPALITY, 'manager'), 'manager', 'norr', TODAY)).toEqual([]);
    expect(actorsIn(MUNICIPALITY, 'director', 'klk', TODAY)).toEqual([]);
  });
  it('is told with its unit, and whether it is as a substitute', () => {
    expect(rolesOf(MUNICIPALITY, PEOPLE.areaManager, TODAY)).toEqual([
      { role: 'manager', unit: 'hemtjanst', asSubstitute: false },
    ]);
    expect(rolesOf(MUNICIPALITY, PEOPLE.substituteCoach, JULY)).toEqual([
      { role: 'coach', unit: 'norr', asSubstitute: true },
    ]);
    expect(rolesOf(MUNICIPALITY, PEOPLE.substituteCoach, TODAY)).toEqual([]);
    expect(rolesOf(MUNICIPALITY, PEOPLE.employee, TODAY)).toEqual([]);
  });
});
