import { nextAction } from '../../../domain/portfolio/nextAction.ts';
import { approve, cancel, changeContent, reported, reportOutcome } from '../../builders/commands.ts';
import {
  drafted,
  forwarded,
  handedOver,
  IN_STATE,
  lightWork,
  paused,
  recommended,
  started,
  submitted,
} from '../../builders/histories.ts';
import { MUNICIPALITY, without } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { CONTEXT, contextWith, moment, TODAY } from '../../builders/rules.ts';
import { carryOut, type History } from '../../builders/scenario.ts';

function next(history: History, day = TODAY, context = CONTEXT) {
  const { initiative } = carryOut(history);
  if (!initiative) throw new Error('there is no initiative');
  return nextAction(initiative, moment(day), context);
}

describe('what happens next', () => {
  it.each([
    ['DRAFT', 'finish-draft', 'Submit', PEOPLE.employee, undefined],
    ['MANAGER_REVIEW', 'decide-as-manager', 'ApproveAsManager', PEOPLE.manager, '2026-03-16'],
    ['FORWARDED', 'decide-as-manager', 'ApproveAsManager', PEOPLE.otherManager, '2026-03-16'],
    ['RETURNED', 'complete-and-resubmit', 'Resubmit', PEOPLE.employee, undefined],
    ['PREPARATION', 'prepare', 'CompletePreparation', PEOPLE.coach, '2026-04-27'],
    ['ASSESSMENT', 'assess', 'Recommend', PEOPLE.preparationChair, '2026-03-23'],
    ['COUNCIL', 'decide-in-council', 'ApproveInCouncil', PEOPLE.councilChair, undefined],
    ['APPROVED', 'start', 'Start', PEOPLE.director, undefined],
    ['PROCUREMENT', 'contract', 'RecordContract', PEOPLE.procurement, undefined],
    ['EXECUTION', 'go-live', 'GoLive', PEOPLE.objectOwner, '2026-04-02'],
    ['INTRODUCTION', 'hand-over', 'HandOver', PEOPLE.director, '2026-04-01'],
    ['BENEFIT', 'realise-benefit', 'Close', PEOPLE.manager, '2026-04-30'],
    ['PAUSED', 'resume', 'Resume', PEOPLE.director, '2026-09-01'],
  ] as const)('in %s is to %s', (state, action, order, owner, deadline) => {
    expect(next(IN_STATE[state])).toMatchObject({ action, order, owners: [owner] });
    expect(next(IN_STATE[state]).deadline).toBe(deadline);
  });

  it.each(['CLOSED', 'REJECTED', 'CANCELLED', 'MERGED'] as const)('in %s is nothing', (state) => {
    expect(next(IN_STATE[state])).toEqual({ action: 'nothing', owners: [] });
  });

  it('with a draft that was thrown away is nothing', () => {
    expect(next([drafted(), cancel({ by: PEOPLE.employee })])).toEqual({ action: 'nothing', owners: [] });
  });

  it('names the role that nobody holds', () => {
    const empty = contextWith(without(MUNICIPALITY, 'councilChair'));
    expect(next(recommended(), TODAY, empty)).toMatchObject({ owners: [], role: 'councilChair' });
  });
});

describe('whose turn it is', () => {
  it('is the next level’s as well when the manager is late', () => {
    expect(next(submitted(), '2026-03-23').owners).toEqual([PEOPLE.manager, PEOPLE.areaManager]);
  });
  it('is the substitute’s during a leave', () => {
    expect(next(started(), '2026-07-15').owners).toEqual([PEOPLE.objectOwner]);
    expect(next(IN_STATE.APPROVED, '2026-07-15').owners).toEqual([PEOPLE.substituteDirector]);
    expect(next(IN_STATE.PREPARATION, '2026-07-15').owners).toEqual([PEOPLE.substituteCoach]);
  });
  it('is a member’s when the chair wrote the proposal', () => {
    expect(next(recommended({ by: PEOPLE.councilChair })).owners).toEqual([PEOPLE.councilMember]);
  });
  it('is the development lead’s, and then the head’s who finds a coach, when there is no coach', () => {
    const history = [
      submitted({ content: { ...PROPOSAL, unit: 'ofk' } }),
      approve({ by: PEOPLE.officeDirector }),
    ];
    expect(next(history)).toMatchObject({ order: 'AssignCoach', owners: [PEOPLE.head] });
    const moved = changeContent({ by: PEOPLE.head, content: { unit: 'norr' } });
    expect(next([history, moved])).toMatchObject({
      order: 'CompletePreparation',
      owners: [PEOPLE.developmentLead],
    });
  });
  it('is the object manager’s or the sponsor’s when nobody owns the object', () => {
    const noOwner = contextWith(without(MUNICIPALITY, 'objectOwner'));
    expect(next(started(), TODAY, noOwner).owners).toEqual([PEOPLE.objectManager]);
    const noObject = contextWith(without(MUNICIPALITY, 'objectOwner', 'objectManager'));
    expect(next(started(), TODAY, noObject)).toMatchObject({ action: 'go-live', owners: [PEOPLE.director] });
  });
  it('is the sponsor’s when nobody buys for the municipality', () => {
    const nobody = contextWith(without(MUNICIPALITY, 'procurement'));
    expect(next(IN_STATE.PROCUREMENT, TODAY, nobody).owners).toEqual([PEOPLE.director]);
  });
  it('is the coach’s on the light track, or the manager’s', () => {
    expect(next(lightWork())).toMatchObject({
      action: 'hand-over',
      order: 'HandOver',
      owners: [PEOPLE.coach],
    });
  });
  it('is the receiving unit’s when the case is forwarded', () => {
    expect(next(forwarded(), '2026-03-23').owners).toEqual([PEOPLE.otherManager, PEOPLE.otherDirector]);
  });
  it('is the head of digitalisation’s when the benefits were missed', () => {
    const missed = [handedOver(), reportOutcome({ amount: 10_000, expected: 100_000 })];
    expect(next(missed)).toMatchObject({ order: 'Close', owners: [PEOPLE.head] });
  });
});

describe('red twice in a row', () => {
  const red = [reported('red'), reported('red', { text: 'Fortfarande rött.' })];
  it('comes before everything else, and is the sponsor’s', () => {
    expect(next([started(), red])).toEqual({
      action: 'decide-on-deviation',
      order: 'DecideOnDeviation',
      owners: [PEOPLE.director],
      role: 'director',
    });
  });
  it('is settled by a pause', () => {
    expect(next(paused([started(), red])).action).toBe('resume');
  });
});
