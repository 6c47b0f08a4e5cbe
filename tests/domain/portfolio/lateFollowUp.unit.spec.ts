import { titleOf } from '../../../domain/initiatives/initiative.ts';
import { lateFollowUp } from '../../../domain/portfolio/lateFollowUp.ts';
import { followUp } from '../../builders/commands.ts';
import { drafted, IN_STATE, started } from '../../builders/histories.ts';
import { PEOPLE } from '../../builders/people.ts';
import { CONTEXT, on } from '../../builders/rules.ts';
import { carryOut, type History } from '../../builders/scenario.ts';

function folded(history: History) {
  const { initiative } = carryOut(history);
  if (!initiative) throw new Error('there is no initiative');
  return initiative;
}
const late = (history: History, day: string) => lateFollowUp(folded(history), day, CONTEXT);

describe('a late follow-up', () => {
  it('is the coach’s turn from the day after its day', () => {
    expect(late(started(), '2026-04-02')).toBeUndefined();
    expect(late(started(), '2026-04-03')).toEqual({
      action: 'follow-up',
      order: 'FollowUp',
      owners: [PEOPLE.coach],
      role: 'coach',
      deadline: '2026-04-02',
    });
  });

  it('is the substitute’s during a leave', () =>
    expect(late(started(), '2026-07-15')?.owners).toEqual([PEOPLE.substituteCoach]));

  it('is no more when it has been made', () =>
    expect(late([started(), followUp({ at: on('2026-04-10') })], '2026-04-10')).toBeUndefined());

  it.each(['DRAFT', 'MANAGER_REVIEW', 'COUNCIL', 'PAUSED', 'CLOSED'] as const)('is none in %s', (state) =>
    expect(late(IN_STATE[state], '2027-12-01')).toBeUndefined(),
  );
});

describe('the title of a draft', () => {
  it('is its problem until it has one', () => {
    const problem = 'Vi ringer runt efter vikarier. Det tar hela morgonen.';
    expect(titleOf(folded([drafted({ content: { problem } })]))).toBe('Vi ringer runt efter vikarier');
    expect(titleOf(folded([drafted({ content: { problem, title: 'Vikarier' } })]))).toBe('Vikarier');
    expect(titleOf(folded([drafted({ content: {} })]))).toBe('');
  });
});
