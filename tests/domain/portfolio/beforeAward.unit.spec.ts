import { asSeenBy, withoutFigures } from '../../../domain/portfolio/beforeAward.ts';
import {
  approve,
  approveInCouncil,
  completePreparation,
  followUp,
  learnLesson,
  measure,
  recommend,
  returnIt,
  setGoal,
  start,
} from '../../builders/commands.ts';
import { contracted, submitted } from '../../builders/histories.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { CONTEXT, moment, TODAY } from '../../builders/rules.ts';
import { type History, lived } from '../../builders/scenario.ts';
import { sampleEstimate } from '../benefits/sampleEstimates.ts';

const BID = 'Vi har räknat med 700 000 kr';
const content = { ...PROPOSAL, changeType: 'acquisition' as const, estimate: sampleEstimate('P10') };
const effect = {
  id: 'minutes',
  kind: 'effect',
  text: 'Mindre tid på nycklar',
  measure: 'Minuter',
  unit: 'min',
  baseline: 20,
  target: 2,
  due: '2027-01-31',
} as const;
const ceiling = { ...effect, id: 'cost', kind: 'project', text: BID } as const;
const value = (goal: string) => ({ goal, day: '2026-03-01', value: 5, source: BID });

/** Every place where somebody may have written of money. */
const PURCHASE: History = [
  submitted({ content }),
  approve({ note: BID }),
  setGoal({ goal: effect }),
  setGoal({ goal: ceiling }),
  measure({ measurement: value('cost') }),
  measure({ measurement: { ...value('minutes'), source: 'Tidmätning' } }),
  completePreparation({ note: BID }),
  recommend({ reason: BID }),
  approveInCouncil({ reason: BID, conditions: BID }),
  start({ next: 'PROCUREMENT', note: BID }),
  followUp({ status: 'yellow', text: BID, measurement: value('cost') }),
  learnLesson({ lesson: { text: BID } }),
];

describe('a purchase before award', () => {
  const whole = lived(PURCHASE);
  const open = withoutFigures(whole);

  it('is read without amounts and without what is written by those who decide', () => {
    expect(JSON.stringify(whole)).toContain(BID);
    expect(JSON.stringify(open)).not.toContain(BID);
    expect(open.content).not.toHaveProperty('estimate');
    expect(open).toMatchObject({ lessons: [], outcomes: [] });
  });
  it('still says what is needed, who decided what and when, and how it goes', () => {
    expect(open).toMatchObject({ number: whole.number, state: 'PROCUREMENT', coach: PEOPLE.coach });
    expect(open.content).toMatchObject({ title: PROPOSAL.title, problem: PROPOSAL.problem });
    expect(open.decisions.map(({ type, by, at }) => [type, by, at])).toEqual(
      whole.decisions.map(({ type, by, at }) => [type, by, at]),
    );
    expect(open.followUps).toMatchObject([{ status: 'yellow', text: '' }]);
    expect(open.goals).toEqual([effect]);
    expect(open.measurements).toMatchObject([{ goal: 'minutes', source: 'Tidmätning' }]);
  });
  it('keeps why it was sent back too', () => {
    const back = withoutFigures(lived([submitted({ content }), returnIt({ reason: BID })]));
    expect(back).toMatchObject({ state: 'RETURNED', returned: { by: PEOPLE.manager, reason: '' } });
    expect(JSON.stringify(back)).not.toContain(BID);
  });
  it('is whole to those with insight, and to everybody once it has been awarded', () => {
    const as = (person: string) => ({ person, ...moment(TODAY) });
    expect(asSeenBy(whole, as(PEOPLE.procurement), CONTEXT)).toBe(whole);
    expect(asSeenBy(whole, as(PEOPLE.colleague), CONTEXT)).toEqual(open);
    const awarded = lived(contracted());
    expect(asSeenBy(awarded, as(PEOPLE.colleague), CONTEXT)).toBe(awarded);
  });
});
