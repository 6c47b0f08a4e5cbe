import { calculate } from '../../benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../../benefits/model.ts';
import { type Context, fact } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import { type FollowUpItem, scheduleAgain, scheduleFrom } from '../followUps.ts';
import type { Submitted } from '../initiative.ts';
import type { StateCode } from '../states.ts';

type Moment = { readonly actor: string; readonly at: string; readonly day: string };

/** The follow-ups that go with entering a state; benefits are followed from go-live until payback (domain/benefits). */
export function schedule(
  command: Moment,
  state: StateCode,
  { content: { estimate }, liveAt }: Pick<Submitted, 'content' | 'liveAt'>,
  { calendar }: Pick<Context, 'calendar'>,
): InitiativeEvent[] {
  const payback = estimate ? calculate(estimate, DEFAULT_BENEFIT_MODEL).total.payback : null;
  const liveDay = liveAt === undefined ? command.day : calendar.localDate(liveAt);
  return scheduled(command, scheduleFrom(state, command.day, payback, liveDay));
}

/** What was open when work paused comes back when it resumes. */
export const takeUp = (command: Moment, { schedule: open }: Pick<Submitted, 'schedule'>): InitiativeEvent[] =>
  scheduled(command, scheduleAgain(open, command.day));

const scheduled = (command: Moment, items: readonly FollowUpItem[]): InitiativeEvent[] =>
  items.length > 0 ? [{ type: 'FollowUpsScheduled', ...fact(command), items }] : [];
