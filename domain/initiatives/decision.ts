import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { GovernanceModel } from '../model/governanceModel.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { InitiativeCommand, OrderType } from './commands.ts';
import type { InitiativeEvent } from './events.ts';

/** Why a command was refused; each code is also a text key in `bot/texts/<language>/refusals.json`. */
export const REFUSALS = [
  'unknown-initiative',
  'already-exists',
  'not-allowed',
  'own-proposal',
  'wrong-state',
  'already-decided',
  'incomplete',
  'personal-number',
  'reason-needed',
  'number-missing',
  'similar-not-looked-up',
  'need-not-confirmed',
  'similar-not-answered',
  'estimate-missing',
  'unknown-unit',
  'same-unit',
  'same-initiative',
  'target-is-over',
  'not-a-coach',
  'classified-too-high',
  'unknown-goal',
  'unknown-follow-up',
  'future-date',
  'past-date',
  'deviation-undecided',
  'no-deviation',
  'benefits-missed',
  'lesson-needed',
  'cost-needed',
  'not-paused-there',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export type Refusal = {
  readonly code: RefusalCode;
  /** Fields or ids the code is about, for the text and for marking the inputs. */
  readonly about?: readonly string[];
};

export type Decided =
  | { readonly ok: true; readonly events: readonly InitiativeEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a rule may look at besides the initiative. All of it is data handed in: no clock, no store. */
export type Context = {
  readonly organisation: Organisation;
  readonly model: GovernanceModel;
  readonly calendar: WorkCalendar;
};

/** New facts, perhaps none: doing a thing twice is quiet. */
export const accept = (...events: readonly InitiativeEvent[]): Decided => ({ ok: true, events });

export const refuse = (code: RefusalCode, about?: readonly string[]): Decided => ({
  ok: false,
  refusal: about?.length ? { code, about } : { code },
});

/** One kind of command. */
export type Of<Type extends OrderType> = Extract<InitiativeCommand, { type: Type }>;

/** What every event says. */
export const fact = ({ actor, at }: { actor: string; at: string }) => ({ by: actor, at });
