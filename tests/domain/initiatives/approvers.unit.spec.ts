import { approversOf } from '../../../domain/initiatives/permissions.ts';
import { forward } from '../../builders/commands.ts';
import { submitted } from '../../builders/histories.ts';
import { appointed, held, MUNICIPALITY, without } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { CONTEXT, contextWith, moment, on, TODAY } from '../../builders/rules.ts';
import { type History, lived } from '../../builders/scenario.ts';

/** The manager's decision: nearest manager, one level up in conflict of interest, the substitute of the day, late. */
describe('who decides as manager', () => {
  const approvers = (history: History, day = TODAY, context = CONTEXT) =>
    approversOf(lived(history), moment(day), context);
  const by = (person: string, unit = 'norr') => submitted({ by: person, content: { ...PROPOSAL, unit } });

  it('is the manager of the unit', () => {
    expect(approvers(submitted())).toEqual([PEOPLE.manager]);
  });

  it('is the nearest manager above when the unit has none', () => {
    expect(approvers(by(PEOPLE.employee, 'soder'))).toEqual([PEOPLE.areaManager]);
    expect(approvers(by(PEOPLE.employee, 'ofk'))).toEqual([PEOPLE.officeDirector]);
  });

  it.each([
    ['a manager', 'manager', 'norr', 'areaManager'],
    ['an area manager', 'areaManager', 'hemtjanst', 'director'],
    ['a director', 'director', 'vof', 'municipalDirector'],
    ['a director of an office without managers', 'officeDirector', 'ofk', 'municipalDirector'],
    ['the municipal director', 'municipalDirector', 'kommunen', 'head'],
  ] as const)('is one level up when %s proposes', (_who, proposer, unit, decider) => {
    expect(approvers(by(PEOPLE[proposer], unit))).toEqual([PEOPLE[decider]]);
  });

  it('is nobody when the last one who could has written it', () => {
    expect(
      approvers(by(PEOPLE.head, 'kommunen'), TODAY, contextWith(without(MUNICIPALITY, 'municipalDirector'))),
    ).toEqual([]);
  });

  it('is the substitute of the day, and the holder beside', () => {
    expect(approvers(submitted({ at: on('2026-07-06') }), '2026-07-07')).toEqual([
      PEOPLE.substituteManager,
      PEOPLE.manager,
    ]);
  });

  it('is one level up when the substitute of the day has written it', () => {
    const written = submitted({ by: PEOPLE.substituteManager, at: on('2026-07-06') });
    expect(approvers(written, '2026-07-07')).toEqual([PEOPLE.areaManager]);
    expect(approvers(written, '2026-08-03')).toContain(PEOPLE.manager);
  });

  it('is both when two share the post', () => {
    const shared = contextWith(appointed(MUNICIPALITY, held('manager', 'norr', PEOPLE.colleague)));
    expect(approvers(submitted(), TODAY, shared)).toEqual([PEOPLE.manager, PEOPLE.colleague]);
    expect(approvers(by(PEOPLE.colleague), TODAY, shared)).toEqual([PEOPLE.manager]);
  });

  it.each([
    ['2026-03-20', [PEOPLE.manager]],
    ['2026-03-23', [PEOPLE.manager, PEOPLE.areaManager]],
    ['2026-06-01', [PEOPLE.manager, PEOPLE.areaManager]],
  ])('is also the next level from the fifteenth working day: %s', (day, people) => {
    expect(approvers(submitted(), day)).toEqual(people);
  });

  it('starts counting anew when the case is forwarded', () => {
    // Fifteen working days after Friday 20 March it is Friday 10 April.
    const late = [submitted(), forward({ at: on('2026-03-20') })];
    expect(approvers(late, '2026-04-09')).toEqual([PEOPLE.otherManager]);
    expect(approvers(late, '2026-04-10')).toEqual([PEOPLE.otherManager, PEOPLE.otherDirector]);
  });

  it('does not count anybody twice: the level after a manager of two levels is the next person', () => {
    const both = contextWith(
      appointed(
        without(MUNICIPALITY, 'manager'),
        held('manager', 'norr', PEOPLE.areaManager),
        held('manager', 'hemtjanst', PEOPLE.areaManager),
      ),
    );
    expect(approvers(submitted(), '2026-03-23', both)).toEqual([PEOPLE.areaManager, PEOPLE.director]);
  });
});
