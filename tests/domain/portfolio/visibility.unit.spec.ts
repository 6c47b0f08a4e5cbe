import { isSubmitted, type Submitted } from '../../../domain/initiatives/initiative.ts';
import {
  awaitsAward,
  hasClosedDocuments,
  isProtected,
  maySeeFigures,
  sightOf,
} from '../../../domain/portfolio/visibility.ts';
import { cancel, classify } from '../../builders/commands.ts';
import {
  contracted,
  drafted,
  IN_STATE,
  paused,
  procuring,
  started,
  submitted,
} from '../../builders/histories.ts';
import { EVERYBODY, PEOPLE, type PersonName } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { CONTEXT, moment, TODAY } from '../../builders/rules.ts';
import { carryOut, type History } from '../../builders/scenario.ts';

function sight(history: History, person: string, day = TODAY) {
  const { initiative } = carryOut(history);
  if (!initiative) throw new Error('there is no initiative');
  return sightOf(initiative, { person, ...moment(day) }, CONTEXT);
}
const seers = (history: History, day = TODAY) =>
  EVERYBODY.filter((person) => sight(history, person, day) === 'all');
const named = (...people: readonly PersonName[]) => people.map((name) => PEOPLE[name]).toSorted();
const SECRET = classify({ classification: { c: 3, i: 1, a: 1 } });

describe('a draft', () => {
  it('is its author’s own, also when it is thrown away', () => {
    expect(seers(drafted())).toEqual([PEOPLE.employee]);
    expect(sight(drafted(), PEOPLE.toolAdmin)).toBe('none');
    expect(seers([drafted(), cancel({ by: PEOPLE.employee })])).toEqual([PEOPLE.employee]);
  });
});

describe('an open case', () => {
  it.each(['MANAGER_REVIEW', 'RETURNED', 'REJECTED', 'EXECUTION', 'CLOSED', 'CANCELLED'] as const)(
    'is everybody’s to read in %s (R-110)',
    (state) => {
      expect(seers(IN_STATE[state])).toEqual(EVERYBODY);
    },
  );
  it('is one whose confidentiality is at most 2', () => {
    expect(seers([started(), classify({ classification: { c: 2, i: 3, a: 3 } })])).toEqual(EVERYBODY);
  });
});

describe('a protected case', () => {
  it('is seen by those who work with it, lead it or watch over it', () => {
    expect(seers([started(), SECRET]).toSorted()).toEqual(
      named(
        'employee',
        'manager',
        'areaManager',
        'director',
        'municipalDirector',
        'coach',
        'developmentLead',
        'objectOwner',
        'objectManager',
        'projectManager',
        'head',
        'preparationChair',
        'preparationMember',
        'councilChair',
        'councilMember',
        'securityOfficer',
        'dpo',
        'lawyer',
        'controller',
        'procurement',
        'registrar',
        'auditor',
      ),
    );
  });
  it('shows everybody else that it exists', () => {
    for (const name of ['colleague', 'otherManager', 'otherCoach', 'otherDirector', 'toolAdmin'] as const)
      expect(sight([started(), SECRET], PEOPLE[name])).toBe('hidden-details');
  });
  it('is seen by a substitute during the leave only', () => {
    expect(sight([started(), SECRET], PEOPLE.substituteCoach, '2026-07-15')).toBe('all');
    expect(sight([started(), SECRET], PEOPLE.substituteCoach)).toBe('hidden-details');
  });
  it('is seen by the next level that may decide, while it waits for a manager', () => {
    expect(sight([submitted(), SECRET], PEOPLE.areaManager)).toBe('all');
  });
  it('is one from the level the municipality has set', () => {
    const { initiative } = carryOut([started(), SECRET]);
    if (!initiative) throw new Error('there is no initiative');
    expect(isProtected(initiative, CONTEXT)).toBe(true);
    expect(isProtected(initiative, { model: { ...CONTEXT.model, protectedFrom: 4 } })).toBe(false);
    expect(isProtected({ ...initiative, classification: undefined }, CONTEXT)).toBe(false);
  });
});

describe('what a purchase keeps to itself', () => {
  const caseOf = (history: History): Submitted => {
    const { initiative } = carryOut(history);
    if (!initiative || !isSubmitted(initiative)) throw new Error('not submitted');
    return initiative;
  };
  const PURCHASED = { ...PROPOSAL, flags: { ...PROPOSAL.flags, acquisition: true } };
  /** As it was brought in from an older list. */
  const broughtIn = (state: 'PREPARATION' | 'EXECUTION' | 'REJECTED'): Submitted => {
    const known = caseOf(submitted({ content: PURCHASED }));
    const { by, at } = { by: PEOPLE.toolAdmin, at: known.submittedAt };
    return {
      ...known,
      state,
      decisions: [{ type: 'Imported', by, at, from: 'DRAFT', to: state }],
    } as Submitted;
  };

  it('are its costs until a contract has been signed', () => {
    expect(awaitsAward(caseOf(submitted()))).toBe(false);
    expect(awaitsAward(caseOf(submitted({ content: PURCHASED })))).toBe(true);
    expect(awaitsAward(caseOf(procuring()))).toBe(true);
    expect(awaitsAward(caseOf(paused(procuring())))).toBe(true);
    expect(awaitsAward(caseOf(contracted()))).toBe(false);
  });
  it('is the same of what replaces something, also when nobody has ticked that it is bought', () => {
    const replaced = caseOf(submitted({ content: { ...PROPOSAL, changeType: 'replacement' } }));
    expect(replaced.content.flags.acquisition).toBe(false);
    expect(awaitsAward(replaced)).toBe(true);
    expect(awaitsAward(caseOf(submitted({ content: { ...PROPOSAL, changeType: 'acquisition' } })))).toBe(
      true,
    );
  });
  it('is for those with insight, and for nobody where others read along', () => {
    const bought = caseOf(procuring());
    const may = (person: string, day = TODAY) => maySeeFigures(bought, { person, ...moment(day) }, CONTEXT);
    expect(EVERYBODY.filter((person) => may(person))).toEqual(seers([procuring(), SECRET]));
    expect(may(PEOPLE.colleague)).toBe(false);
    expect(may(PEOPLE.substituteCoach, '2026-07-15')).toBe(true);
    for (const person of EVERYBODY)
      expect(maySeeFigures(bought, { person, ...moment(TODAY), amongOthers: true }, CONTEXT)).toBe(false);
    const awarded = { person: PEOPLE.colleague, ...moment(TODAY), amongOthers: true };
    expect(maySeeFigures(caseOf(contracted()), awarded, CONTEXT)).toBe(true);
  });
  it('is nothing any more in a case that was brought in when the thing had been bought', () => {
    expect(awaitsAward(broughtIn('EXECUTION'))).toBe(false);
    expect(awaitsAward(broughtIn('PREPARATION'))).toBe(true);
    expect(awaitsAward(broughtIn('REJECTED'))).toBe(true);
  });
  it('are its documents while it is under way, as those of a protected case always are', () => {
    expect(hasClosedDocuments(caseOf(submitted({ content: PURCHASED })), CONTEXT)).toBe(false);
    expect(hasClosedDocuments(caseOf(procuring()), CONTEXT)).toBe(true);
    expect(hasClosedDocuments(caseOf(paused(procuring())), CONTEXT)).toBe(true);
    expect(hasClosedDocuments(caseOf(contracted()), CONTEXT)).toBe(false);
    expect(hasClosedDocuments(caseOf([started(), SECRET]), CONTEXT)).toBe(true);
  });
});
