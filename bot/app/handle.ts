import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { InitiativeCommand, InitiativeOrder } from '../../domain/initiatives/commands.ts';
import { decide } from '../../domain/initiatives/decide.ts';
import type { Context, Refusal } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import type { ImportCommand, ImportOrder } from '../../domain/initiatives/importing.ts';
import type { Initiative } from '../../domain/initiatives/initiative.ts';
import { stillSays } from '../../domain/initiatives/repeats.ts';
import type { GovernanceModel } from '../../domain/model/governanceModel.ts';
import type { Casebook } from './casebook.ts';
import { type Committed, commit, type Judged } from './commit.ts';
import { type CompleteDeps, createComplete } from './complete.ts';
import { createInTurn } from './inTurn.ts';
import { lookAnew } from './lookAnew.ts';
import { seriesOf } from './numbers.ts';
import type { Clock, EventLog } from './ports/index.ts';
import { createKeepNumbersApart } from './renumber.ts';
import { initiativeStream, isInitiativeStream } from './streams.ts';

/** What the bot, the tab and the reminders ask for; `actor` comes from a verified token or turn, never from a card. */
export type Request = {
  readonly order: InitiativeOrder | ImportOrder;
  /** Stream name of the initiative; for an order that begins one it is made from the operation id. */
  readonly initiative?: string;
  /**
   * Made when the card or form was made. The same operation twice has one effect and the same answer, for as long as
   * that answer is true: when the case says something else by then, the answer is `stale`.
   */
  readonly operationId: string;
  readonly actor: string;
  /** The version the person looked at; refused as `stale` when it has moved on. Left out where a stale card is fine. */
  readonly expectedVersion?: number;
};

export type Refused =
  | Refusal
  | { readonly code: 'stale' | 'foreign-operation'; readonly about?: readonly string[] };

export type Outcome =
  | {
      readonly ok: true;
      readonly initiative: Initiative;
      readonly events: readonly InitiativeEvent[];
      readonly replayed: boolean;
    }
  | {
      readonly ok: false;
      readonly refusal: Refused;
      /** The state now, so that the card or page can show it. Whether this person may see it is for the view to say. */
      readonly initiative?: Initiative;
    };

export type Handle = (request: Request) => Promise<Outcome>;

export type HandleDeps = {
  readonly log: EventLog;
  readonly casebook: Casebook;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly model: GovernanceModel;
  /** Similar cases for a draft, looked up at submit so that the evidence is what was true then. */
  readonly similarTo: CompleteDeps['similarTo'];
};

/**
 * The one way in: authorise, decide, append, fold. All of them in `decide`; this only brings it what it needs.
 * @throws StoreUnavailable when nobody can say whether it was written; the same operation may be sent again.
 */
export function createHandle(deps: HandleDeps): Handle {
  const { casebook, clock, calendar, model } = deps;
  const context = (): Context => ({ organisation: casebook.organisation(), model, calendar });
  const complete = createComplete({ ...deps, context });
  const keepNumbersApart = createKeepNumbersApart(deps);
  const inTurn = createInTurn();

  /** The series an order takes a number from: our own requests need not race each other for it. */
  const seriesFor = (asked: InitiativeCommand | ImportCommand, stream: string): string | undefined => {
    if (asked.type !== 'Submit' && asked.type !== 'ImportInitiative') return undefined;
    const unit = asked.content?.unit ?? casebook.initiative(stream)?.content.unit;
    return unit && seriesOf(casebook, { unit, day: asked.day }).stream;
  };

  return async ({ order, initiative, operationId, actor, expectedVersion }) => {
    const begins = isBeginning(order, initiative);
    const stream = begins ? initiativeStream(operationId) : (initiative ?? '');
    if (!begins && !isInitiativeStream(stream)) return UNKNOWN;
    const isImport = order.type === 'ImportInitiative';
    const at = clock();
    const asked = { ...order, actor, at, day: calendar.localDate(at) };

    const judge = (): Judged<Refused> => {
      const now = casebook.initiative(stream);
      const refusal = now ? movedOn(now, expectedVersion) : !begins && NOT_THERE;
      if (refusal) return { ok: false, refusal };
      const completed = complete(asked, now, stream);
      const judged = decide(completed?.command ?? asked, now, context());
      if (!judged.ok) return judged;
      return completed ? { ...judged, first: completed.first } : { ok: false, refusal: UNKNOWN_TARGET };
    };
    await keepNumbersApart(stream, at);
    // Nothing is merged into a case that has ended elsewhere a moment ago.
    if (order.type === 'Merge') await lookAnew(casebook, order.target);
    const operation = { operationId, actor, at };
    const run = () => commit<Refused>(deps, stream, operation, judge, { code: 'foreign-operation' });
    const series = seriesFor(asked, stream);
    const result = await (series ? inTurn(series, run) : run());
    if (result.outcome === 'done') await keepNumbersApart(stream, at);
    const after = casebook.initiative(stream) ?? (isImport ? casebook.provisional(stream) : undefined);
    return outcomeOf(order, result, after);
  };
}

function outcomeOf(
  order: Request['order'],
  result: Committed<Refused>,
  after: Initiative | undefined,
): Outcome {
  if (result.outcome === 'refused')
    return { ok: false, refusal: result.refusal, ...(after && { initiative: after }) };
  if (!after) return UNKNOWN;
  const replayed = result.outcome === 'replayed';
  if (replayed && !stillSays(order, after))
    return { ok: false, refusal: { code: 'stale' }, initiative: after };
  const events = result.outcome === 'done' ? (result.row.events as readonly InitiativeEvent[]) : [];
  return { ok: true, initiative: after, events, replayed };
}

/** An order that makes the initiative it is about. What was never saved is sent in without a draft before it. */
const isBeginning = (order: Request['order'], initiative: string | undefined): boolean =>
  order.type === 'StartDraft' ||
  order.type === 'ImportInitiative' ||
  (order.type === 'Submit' && order.content !== undefined && initiative === undefined);

const movedOn = ({ version }: Initiative, expected: number | undefined): Refused | undefined =>
  expected === undefined || expected === version ? undefined : { code: 'stale' };

const UNKNOWN_TARGET: Refused = { code: 'unknown-initiative', about: ['target'] };
const NOT_THERE: Refused = { code: 'unknown-initiative' };
const UNKNOWN: Outcome = { ok: false, refusal: NOT_THERE };
