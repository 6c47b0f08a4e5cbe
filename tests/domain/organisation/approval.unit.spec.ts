import { approvalLine } from '../../../domain/organisation/approval.ts';
import { leadersOf, lineManagers, sponsorsOf } from '../../../domain/organisation/leadership.ts';
import { appointed, held, MUNICIPALITY, without } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { TODAY } from '../../builders/rules.ts';

const line = (unit: string, proposer: string, day = TODAY, organisation = MUNICIPALITY) =>
  approvalLine(organisation, unit, proposer, day).map(({ person, level }) => [level, person]);

describe('the line that decides on a proposal', () => {
  it('goes from the unit’s manager to the top', () => {
    expect(approvalLine(MUNICIPALITY, 'norr', PEOPLE.employee, TODAY)).toEqual([
      { unit: 'norr', person: PEOPLE.manager, holder: PEOPLE.manager, role: 'manager', level: 0 },
      {
        unit: 'hemtjanst',
        person: PEOPLE.areaManager,
        holder: PEOPLE.areaManager,
        role: 'manager',
        level: 1,
      },
      { unit: 'vof', person: PEOPLE.director, holder: PEOPLE.director, role: 'director', level: 2 },
      {
        unit: 'kommunen',
        person: PEOPLE.municipalDirector,
        holder: PEOPLE.municipalDirector,
        role: 'municipalDirector',
        level: 3,
      },
    ]);
  });
  it('leaves out whoever wrote it', () => {
    expect(line('norr', PEOPLE.manager)[0]).toEqual([0, PEOPLE.areaManager]);
    expect(line('norr', PEOPLE.director)).toEqual([
      [0, PEOPLE.manager],
      [1, PEOPLE.areaManager],
      [2, PEOPLE.municipalDirector],
    ]);
  });
  it('asks the substitute of the day, and leaves the level out when that one wrote it', () => {
    expect(approvalLine(MUNICIPALITY, 'norr', PEOPLE.employee, '2026-07-15')[0]).toMatchObject({
      person: PEOPLE.substituteManager,
      holder: PEOPLE.manager,
    });
    expect(line('norr', PEOPLE.substituteManager, '2026-07-15')[0]).toEqual([0, PEOPLE.areaManager]);
  });
  it('puts two who share a post on one level', () => {
    const shared = appointed(MUNICIPALITY, held('manager', 'norr', PEOPLE.colleague));
    expect(line('norr', PEOPLE.employee, TODAY, shared).slice(0, 3)).toEqual([
      [0, PEOPLE.manager],
      [0, PEOPLE.colleague],
      [1, PEOPLE.areaManager],
    ]);
  });
  it('has nobody twice', () => {
    const one = appointed(without(MUNICIPALITY, 'manager'), held('manager', 'norr', PEOPLE.director));
    expect(line('norr', PEOPLE.employee, TODAY, one)).toEqual([
      [0, PEOPLE.director],
      [1, PEOPLE.municipalDirector],
    ]);
  });
  it('is empty when nobody leads', () => {
    expect(line('norr', PEOPLE.employee, '2023-12-31')).toEqual([]);
    expect(line('nowhere', PEOPLE.employee)).toEqual([]);
    expect(line('kommunen', PEOPLE.municipalDirector)).toEqual([]);
  });
});

describe('who leads a unit', () => {
  const leaders = (unit: string, organisation = MUNICIPALITY) =>
    lineManagers(organisation, unit, TODAY).map(({ person }) => person);
  it('is the nearest manager, and the director where there is none', () => {
    expect(leaders('norr')).toEqual([PEOPLE.manager]);
    expect(leaders('soder')).toEqual([PEOPLE.areaManager]);
    expect(leaders('ofk')).toEqual([PEOPLE.officeDirector]);
    expect(leaders('klk')).toEqual([PEOPLE.municipalDirector]);
    expect(leaders('norr', without(MUNICIPALITY, 'manager', 'director', 'municipalDirector'))).toEqual([]);
  });
});

describe('who orders and pays', () => {
  const sponsors = (unit: string, organisation = MUNICIPALITY) => sponsorsOf(organisation, unit, TODAY);
  it('is the director, else the municipal director, else the head of digitalisation', () => {
    expect(sponsors('norr')).toEqual([PEOPLE.director]);
    expect(sponsors('klk')).toEqual([PEOPLE.municipalDirector]);
    expect(sponsors('norr', without(MUNICIPALITY, 'director', 'municipalDirector'))).toEqual([PEOPLE.head]);
  });
  it('is never the director of another department', () => {
    expect(sponsors('klk')).not.toContain(PEOPLE.director);
  });
});

describe('who decides for a body', () => {
  const chairOf = (body: 'preparation' | 'council', proposer: string, organisation = MUNICIPALITY) =>
    leadersOf(organisation, body, proposer, TODAY);
  it('is its chair', () => {
    expect(chairOf('preparation', PEOPLE.employee)).toEqual([PEOPLE.preparationChair]);
    expect(chairOf('council', PEOPLE.employee)).toEqual([PEOPLE.councilChair]);
  });
  it('is a member when the chair wrote the proposal, and the head of digitalisation when no member is left', () => {
    expect(chairOf('council', PEOPLE.councilChair)).toEqual([PEOPLE.councilMember]);
    expect(chairOf('council', PEOPLE.councilChair, without(MUNICIPALITY, 'councilMember'))).toEqual([
      PEOPLE.head,
    ]);
  });
  it('is nobody when there is no chair', () => {
    expect(chairOf('council', PEOPLE.employee, without(MUNICIPALITY, 'councilChair'))).toEqual([]);
  });
});
