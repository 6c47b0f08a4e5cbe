import { dueNow } from '../../../domain/portfolio/due.ts';
import { followUp, forward, pause } from '../../builders/commands.ts';
import {
  approved,
  assessed,
  drafted,
  IN_STATE,
  paused,
  recommended,
  returned,
  started,
  submitted,
} from '../../builders/histories.ts';
import { MUNICIPALITY, without } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { CONTEXT, contextWith, moment, NOW, on } from '../../builders/rules.ts';
import { carryOut, type History } from '../../builders/scenario.ts';

function due(history: History, day: string, context = CONTEXT) {
  const { initiative } = carryOut(history);
  if (!initiative) throw new Error('there is no initiative');
  return dueNow(initiative, moment(day), context);
}
/** Notice and receivers, on a day. */
const told = (history: History, day: string, context = CONTEXT) =>
  due(history, day, context).map(({ notice, to }) => [notice, ...to]);

describe('a manager who has a proposal to decide on', () => {
  it.each([
    ['2026-03-02', []],
    ['2026-03-06', []],
    ['2026-03-09', [['reminder', PEOPLE.manager]]],
    ['2026-03-15', [['reminder', PEOPLE.manager]]],
    ['2026-03-16', [['reminder', PEOPLE.manager]]],
    ['2026-03-22', [['reminder', PEOPLE.manager]]],
    ['2026-03-23', [['escalation', PEOPLE.manager, PEOPLE.areaManager]]],
    ['2026-06-01', [['escalation', PEOPLE.manager, PEOPLE.areaManager]]],
  ])('is reminded at half and full time, and the next level told at one and a half: %s', (day, notices) => {
    expect(told(submitted(), day)).toEqual(notices);
  });

  it('is reminded once of each: the occasion is the same until the next', () => {
    const occasions = [
      '2026-03-09',
      '2026-03-12',
      '2026-03-16',
      '2026-03-20',
      '2026-03-23',
      '2026-04-23',
    ].map((day) => due(submitted(), day).map(({ occasion }) => occasion));
    const occasion = (percent: number) => [`MANAGER_REVIEW-${NOW}-${percent}`];
    expect(occasions).toEqual([50, 50, 100, 100, 150, 150].map(occasion));
  });

  it('is another one when the case is forwarded, and the time begins anew', () => {
    const sent = [submitted(), forward({ at: on('2026-03-10') })];
    expect(told(sent, '2026-03-16')).toEqual([]);
    expect(told(sent, '2026-03-17')).toEqual([['reminder', PEOPLE.otherManager]]);
    expect(told(sent, '2026-03-31')).toEqual([['escalation', PEOPLE.otherManager, PEOPLE.otherDirector]]);
  });

  it('is the substitute during a leave', () => {
    expect(told(submitted({ at: on('2026-07-06') }), '2026-07-13')).toEqual([
      ['reminder', PEOPLE.substituteManager, PEOPLE.manager],
    ]);
  });

  it('has the head of digitalisation above when there is nobody else', () => {
    const onlyManager = contextWith(without(MUNICIPALITY, 'director', 'municipalDirector'));
    const there = submitted({ by: PEOPLE.otherEmployee, content: { ...PROPOSAL, unit: 'bistand' } });
    expect(told(there, '2026-03-23', onlyManager)).toEqual([
      ['escalation', PEOPLE.otherManager, PEOPLE.head],
    ]);
  });
});

describe('other states with a limit', () => {
  it('remind those whose turn it is, and tell the head of digitalisation', () => {
    // 15 working days from 2 March: 8 are half of them.
    expect(told(assessed(), '2026-03-12')).toEqual([['reminder', PEOPLE.preparationChair]]);
    expect(told(assessed(), '2026-03-23')).toEqual([['reminder', PEOPLE.preparationChair]]);
    expect(told(assessed(), '2026-04-02')).toEqual([['escalation', PEOPLE.head]]);
  });
  it('remind in preparation beside the follow-ups', () => {
    expect(told(approved(), '2026-03-30')).toEqual([['reminder', PEOPLE.coach]]);
    expect(told([approved(), followUp({ at: on('2026-04-02') })], '2026-04-27')).toEqual([
      ['reminder', PEOPLE.coach],
    ]);
  });
  it('are not the council, a returned case, a draft or anything final', () => {
    expect(told(recommended(), '2027-03-02')).toEqual([]);
    expect(told(returned(), '2027-03-02')).toEqual([]);
    expect(told(drafted(), '2027-03-02')).toEqual([]);
    for (const state of ['CLOSED', 'REJECTED', 'CANCELLED', 'MERGED'] as const)
      expect(told(IN_STATE[state], '2027-03-02')).toEqual([]);
  });
});

describe('a follow-up', () => {
  it.each([
    ['2026-04-01', []],
    ['2026-04-02', [['follow-up-due', PEOPLE.coach]]],
    ['2026-04-08', [['follow-up-due', PEOPLE.coach]]],
    ['2026-04-09', [['follow-up-late', PEOPLE.coach, PEOPLE.developmentLead]]],
    ['2026-04-15', [['follow-up-late', PEOPLE.coach, PEOPLE.developmentLead]]],
    ['2026-04-16', [['follow-up-late', PEOPLE.coach, PEOPLE.head]]],
    ['2026-09-01', [['follow-up-late', PEOPLE.coach, PEOPLE.head]]],
  ])('is due on its day and escalates after 7 and 14 days (R-134): %s', (day, notices) => {
    expect(told(started(), day)).toEqual(notices);
  });

  it('is told once a step', () => {
    expect(['2026-04-02', '2026-04-09', '2026-04-16'].map((day) => due(started(), day)[0]?.occasion)).toEqual(
      ['monthly-2026-04-02-due', 'monthly-2026-04-02-late-7', 'monthly-2026-04-02-late-14'],
    );
  });

  it('that is made is due again next month', () => {
    const made = [started(), followUp({ at: on('2026-04-02') })];
    expect(told(made, '2026-05-01')).toEqual([]);
    expect(told(made, '2026-05-02')).toEqual([['follow-up-due', PEOPLE.coach]]);
  });

  it('is the substitute coach’s during a leave', () => {
    const july = started({ at: on('2026-06-15') });
    expect(told(july, '2026-07-15')).toEqual([['follow-up-due', PEOPLE.substituteCoach]]);
  });

  it('goes to the development lead, and then to the head, where there is no coach', () => {
    const { initiative } = carryOut(started());
    if (!initiative) throw new Error('there is no initiative');
    const uncoached = { ...initiative, coach: undefined };
    const receivers = (context = CONTEXT) =>
      dueNow(uncoached, moment('2026-04-02'), context).map(({ to }) => to);
    expect(receivers()).toEqual([[PEOPLE.developmentLead]]);
    expect(receivers(contextWith(without(MUNICIPALITY, 'developmentLead')))).toEqual([[PEOPLE.head]]);
  });
});

describe('paused work', () => {
  it('is left alone until the day it should go on', () => {
    expect(told(paused(), '2026-08-31')).toEqual([]);
    expect(told(paused(), '2026-09-01')).toEqual([['pause-over', PEOPLE.director]]);
    expect(due(paused(), '2026-10-01')[0]?.occasion).toBe('pause-2026-09-01');
  });
  it('is not reminded of a limit either', () => {
    const resting = [assessed(), pause({ until: '2026-12-01' })];
    expect(told(resting, '2026-11-30')).toEqual([]);
  });
});

describe('what is due', () => {
  it('is the same whenever it is asked, and changes nothing', () => {
    const { initiative } = carryOut(started());
    if (!initiative) throw new Error('there is no initiative');
    const before = JSON.stringify(initiative);
    const ask = () => dueNow(initiative, moment('2026-04-09'), CONTEXT);
    expect(ask()).toEqual(ask());
    expect(JSON.stringify(initiative)).toBe(before);
  });
  it('is never for nobody', () => {
    const nobody = contextWith({ ...MUNICIPALITY, holders: {} });
    for (const history of [submitted(), started(), assessed(), paused()])
      for (const { to } of due(history, '2027-01-01', nobody)) expect(to).not.toEqual([]);
  });
});
