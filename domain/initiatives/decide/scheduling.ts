import { calculate } from '../../benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../../benefits/model.ts';
import type { ProposalContent } from '../content.ts';
import { fact } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import { scheduleFrom } from '../followUps.ts';
import type { StateCode } from '../states.ts';

/** The follow-ups that go with entering a state; benefits are followed until payback (domain/benefits). */
export function schedule(
  command: { actor: string; at: string; day: string },
  state: StateCode,
  { estimate }: ProposalContent,
): InitiativeEvent {
  const payback = estimate ? calculate(estimate, DEFAULT_BENEFIT_MODEL).total.payback : null;
  return { type: 'FollowUpsScheduled', ...fact(command), items: scheduleFrom(state, command.day, payback) };
}
