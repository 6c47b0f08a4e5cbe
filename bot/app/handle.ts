import { decide } from '../../domain/initiatives/decide.ts';
import type { InitiativeCommand, InitiativeOrder } from '../../domain/initiatives/commands.ts';
import { isComplete } from '../../domain/initiatives/content.ts';
import type { Context, Refusal } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent, SimilarHit } from '../../domain/initiatives/events.ts';
import type { Initiative } from '../../domain/initiatives/initiative.ts';
import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { GovernanceModel } from '../../domain/model/governanceModel.ts';
import type { Casebook } from './casebook.ts';
import { commit } from './commit.ts';
import { takeNumber } from './numbers.ts';
import type { Clock, EventLog } from './ports/index.ts';
import { initiativeStream } from './streams.ts';

/** What the bot, the tab and the reminders ask for; `actor` comes from a verified token or turn, never from a card. */
export type Request = {
  readonly order: InitiativeOrder;
  /** Stream name of the initiative; for StartDraft it is made from the operation id. */
  readonly initiative?: string;
  /** Made when the card or form was made. The same operation twice has one effect and the same answer. */
  readonly operationId: string;
  readonly actor: string;
  /** The version the person looked at; refused as `stale` when it has moved on. Left out where a stale card is fine. */
  readonly expectedVersion?: number;
};

export type Outcome =
  | { readonly ok: true; readonly initiative: Initiative; readonly events: readonly InitiativeEvent[]; readonly replayed: boolean }
  | {
      readonly ok: false;
      readonly refusal: Refusal | { readonly code: 'stale' | 'foreign-operation'; readonly about?: readonly string[] };
      /** The state now, so that the card or page can show it. */
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
  readonly similarTo: (initiative: Initiative) => readonly SimilarHit[];
};

/**
 * The one way in: authorise, decide, append, fold. All of them in `decide`; this only brings it what it needs.
 * @throws StoreUnavailable when nobody can say whether it was written; the same operation may be sent again.
 */
export function createHandle(deps: HandleDeps): Handle {
  const { casebook, clock, calendar, model } = deps;
  const context = (): Context => ({ organisation: casebook.organisation(), model, calendar });

  return async ({ order, initiative, operationId, actor, expectedVersion }) => {
    const stream = order.type === 'StartDraft' ? initiativeStream(operationId) : (initiative ?? '');
    const at = clock();
    const operation = { operationId, actor, at };
    const state = () => casebook.initiative(stream);

    const replay = casebook.operation(stream, operationId);
    const now = state();
    if (!replay && now && expectedVersion !== undefined && now.version !== expectedVersion)
      return { ok: false, refusal: { code: 'stale' }, initiative: now };

    const command = await complete(deps, { ...order, actor, at, day: calendar.localDate(at) }, state, operationId, context);
    const result = await commit<Refusal | { code: 'foreign-operation' }>(
      deps,
      stream,
      operation,
      () => decide(command, state(), context()),
      { code: 'foreign-operation' },
    );
    const after = state();
    if (result.outcome === 'refused') return { ok: false, refusal: result.refusal, ...(after && { initiative: after }) };
    if (!after) return { ok: false, refusal: { code: 'unknown-initiative' } };
    const events = result.outcome === 'done' ? (result.row.events as readonly InitiativeEvent[]) : [];
    return { ok: true, initiative: after, events, replayed: result.outcome === 'replayed' };
  };
}

/** Adds what only the server may say: similar hits, and the case number once everything else is in order. */
async function complete(
  deps: HandleDeps,
  command: InitiativeCommand,
  state: () => Initiative | undefined,
  operationId: string,
  context: () => Context,
): Promise<InitiativeCommand> {
  const initiative = state();
  if (!initiative || (command.type !== 'Submit' && command.type !== 'Resubmit')) return command;
  const withHits = { ...command, similar: deps.similarTo(initiative) };
  if (command.type !== 'Submit' || initiative.state !== 'DRAFT' || !isComplete(initiative.content)) return withHits;
  // A number is only taken for a proposal that would be accepted with one: refused ones leave no gap.
  const trial = decide({ ...withHits, number: 'X' }, initiative, context());
  if (!trial.ok) return withHits;
  const number = await takeNumber(deps, initiative.content.unit, initiative.id, { operationId, actor: command.actor, at: command.at });
  return { ...withHits, number };
}
