import fc from 'fast-check';
import { addDays } from '../../domain/calendar/plainDate.ts';
import { ordersFor } from '../../domain/initiatives/available.ts';
import { commandSchema, type InitiativeCommand, type OrderType } from '../../domain/initiatives/commands.ts';
import { decide } from '../../domain/initiatives/decide.ts';
import type { Context, Decided } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import { nextAction } from '../../domain/portfolio/nextAction.ts';
import { approve, decideOnDeviation, pause, reported, start } from './commands.ts';
import { everyCommand, ORDER_TYPES } from './everyCommand.ts';
import { EVERYBODY, PEOPLE } from './people.ts';
import { PROPOSAL, PURCHASE, SMALL } from './proposals.ts';
import { CONTEXT, on, TODAY } from './rules.ts';
import { ID } from './scenario.ts';

/** One step of a random life: most move it on as they should or as they may, the rest are anybody's idea of anything. */
type Step =
  | { readonly kind: 'next'; readonly days: number }
  | { readonly kind: 'red'; readonly days: number }
  | { readonly kind: 'offered'; readonly days: number; readonly by: string; readonly pick: number }
  | { readonly kind: 'any'; readonly days: number; readonly by: string; readonly type: OrderType }
  | {
      readonly kind: 'hostile';
      readonly days: number;
      readonly by: string;
      readonly type: OrderType;
      readonly words: readonly string[];
    };

const days = fc.integer({ min: 0, max: 40 });
const by = fc.constantFrom(...EVERYBODY);
/** Those who have most to say. */
const leader = fc.constantFrom(
  PEOPLE.manager,
  PEOPLE.head,
  PEOPLE.director,
  PEOPLE.councilChair,
  PEOPLE.coach,
);
const type = fc.constantFrom(...ORDER_TYPES);

/** Words that have broken things before. */
const word = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'null',
    '-1',
    '2026-02-28',
    '1900-01-01',
    '2199-12-31',
    'monthly-2026-04-02',
    'norr',
    'bistand',
    'I-0001',
    'VOF-2026-0012',
    '<at>alla</at>',
    '\u202eexe.fdp',
    '%s%n',
    '{{7*7}}',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('next' as const), days }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('red' as const), days }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('offered' as const),
        days,
        by: leader,
        pick: fc.nat({ max: 100 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('any' as const), days, by, type }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('hostile' as const),
        days,
        by,
        type,
        words: fc.array(word, { minLength: 1, maxLength: 5 }),
      }),
    },
  ),
  { minLength: 5, maxLength: 60 },
);

export const contents = fc.constantFrom(PROPOSAL, SMALL, PURCHASE);

/** What one command came to. */
export type Moment = {
  readonly command: InitiativeCommand;
  readonly before: Initiative | undefined;
  readonly decided: Decided;
  readonly after: Initiative | undefined;
};
export type Life = {
  readonly moments: readonly Moment[];
  readonly rows: readonly (readonly InitiativeEvent[])[];
};

/** Lives the steps, from a first draft on. States are frozen: whoever writes to one throws. */
export function liveRandomly(
  first: typeof PROPOSAL,
  given: readonly Step[],
  context: Context = CONTEXT,
): Life {
  const moments: Moment[] = [];
  const rows: (readonly InitiativeEvent[])[] = [];
  let state: Initiative | undefined;
  let day = TODAY;
  const carryOut = (command: InitiativeCommand) => {
    const before = state;
    const decided = decide(freeze(command), before, context);
    if (decided.ok && decided.events.length > 0) {
      state = freeze(evolveRow(ID, state, freeze(decided.events)));
      rows.push(decided.events);
    }
    moments.push({ command, before, decided, after: state });
  };
  carryOut({ ...everyCommand({ at: on(day) }).StartDraft, content: first } as InitiativeCommand);
  for (const step of given) {
    day = addDays(day, step.days);
    carryOut(commandOf(step, state as Initiative, day, context));
  }
  return { moments, rows };
}

function commandOf(step: Step, state: Initiative, day: string, context: Context): InitiativeCommand {
  const at = on(day);
  switch (step.kind) {
    case 'next': {
      const { order = 'Submit', owners } = nextAction(state, { at, day }, context);
      return fitting(order, owners[0] ?? EVERYBODY[0] ?? '', state, day);
    }
    case 'offered': {
      const offered = ordersFor(state, { actor: step.by, at, day }, context);
      return fitting(offered[step.pick % offered.length] ?? 'LearnLesson', step.by, state, day);
    }
    case 'red':
      return reported('red', { at, text: `Rött ${day}.` });
    case 'any':
      return fitting(step.type, step.by, state, day);
    case 'hostile':
      return hostile(step, state, day);
  }
}

/** The order with what the state of the case asks for. */
export function fitting(order: OrderType, actor: string, state: Initiative, day: string): InitiativeCommand {
  const ask = { by: actor, at: on(day) };
  switch (order) {
    case 'ApproveAsManager':
      return approve({
        ...ask,
        similarAnswers: (state.similar ?? []).map(({ id }) => ({ id, answer: 'coordinate' as const })),
      });
    case 'Forward': {
      const unit = state.state === 'FORWARDED' ? state.forwarded.unit : state.content.unit;
      return {
        ...everyCommand(ask).Forward,
        unit: unit === 'soder' ? 'bistand' : 'soder',
      } as InitiativeCommand;
    }
    case 'Start':
      return start({
        ...ask,
        next: isSubmitted(state) && state.track === 'acquisition' ? 'PROCUREMENT' : 'EXECUTION',
      });
    case 'Pause':
      return pause({ ...ask, until: addDays(day, 30) });
    case 'DecideOnDeviation':
      return decideOnDeviation({ ...ask, choice: 'continue' });
    default:
      return everyCommand(ask)[order];
  }
}

/** A valid order with words of somebody else's choosing in it; when that is not valid any more, the order itself. */
function hostile(
  step: Extract<Step, { kind: 'hostile' }>,
  state: Initiative,
  day: string,
): InitiativeCommand {
  const order = fitting(step.type, step.by, state, day);
  let used = 0;
  const spoil = (value: unknown): unknown => {
    if (typeof value === 'string') {
      used += 1;
      return step.words[used % (step.words.length + 1)] ?? value;
    }
    if (Array.isArray(value)) return value.map(spoil);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === 'type' ? inner : spoil(inner)]),
    );
  };
  const { actor, at, day: today, number, similar, ...payload } = order;
  const parsed = commandSchema.safeParse(spoil(payload));
  return parsed.success ? { ...parsed.data, actor, at, day: today, number, similar } : order;
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
