import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { InitiativeOrder } from '../../domain/initiatives/commands.ts';
import { decide } from '../../domain/initiatives/decide.ts';
import type { Context, Refusal } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent, SimilarHit } from '../../domain/initiatives/events.ts';
import type { ImportOrder } from '../../domain/initiatives/importing.ts';
import type { Draft, Initiative } from '../../domain/initiatives/initiative.ts';
import type { GovernanceModel } from '../../domain/model/governanceModel.ts';
import type { Casebook } from './casebook.ts';
import { commit, type Judged } from './commit.ts';
import { createComplete } from './complete.ts';
import type { Clock, EventLog } from './ports/index.ts';
import { initiativeStream, isInitiativeStream } from './streams.ts';

/** What the bot, the tab and the reminders ask for; `actor` comes from a verified token or turn, never from a card. */
export type Request = {
  readonly order: InitiativeOrder | ImportOrder;
  /** Stream name of the initiative; for StartDraft and an import it is made from the operation id. */
  readonly initiative?: string;
  /** Made when the card or form was made. The same operation twice has one effect and the same answer. */
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
  readonly similarTo: (initiative: Pick<Draft, 'id' | 'content'>) => readonly SimilarHit[];
};

/**
 * The one way in: authorise, decide, append, fold. All of them in `decide`; this only brings it what it needs.
 * @throws StoreUnavailable when nobody can say whether it was written; the same operation may be sent again.
 */
export function createHandle(deps: HandleDeps): Handle {
  const { casebook, clock, calendar, model } = deps;
  const context = (): Context => ({ organisation: casebook.organisation(), model, calendar });
  const complete = createComplete({ ...deps, context });

  return async ({ order, initiative, operationId, actor, expectedVersion }) => {
    const begins = order.type === 'StartDraft' || order.type === 'ImportInitiative';
    const stream = begins ? initiativeStream(operationId) : (initiative ?? '');
    if (!begins && !isInitiativeStream(stream)) return UNKNOWN;
    const at = clock();
    const asked = { ...order, actor, at, day: calendar.localDate(at) };

    const judge = async (): Promise<Judged<Refused>> => {
      const now = casebook.initiative(stream);
      if (now && expectedVersion !== undefined && now.version !== expectedVersion)
        return { ok: false, refusal: { code: 'stale' } };
      const command = await complete(asked, now, stream);
      const judged = decide(command ?? asked, now, context());
      return command || !judged.ok ? judged : { ok: false, refusal: UNKNOWN_TARGET };
    };
    const operation = { operationId, actor, at };
    const result = await commit<Refused>(deps, stream, operation, judge, { code: 'foreign-operation' });
    const after = casebook.initiative(stream);
    if (result.outcome === 'refused')
      return { ok: false, refusal: result.refusal, ...(after && { initiative: after }) };
    if (!after) return UNKNOWN;
    const events = result.outcome === 'done' ? (result.row.events as readonly InitiativeEvent[]) : [];
    return { ok: true, initiative: after, events, replayed: result.outcome === 'replayed' };
  };
}

const UNKNOWN_TARGET: Refused = { code: 'unknown-initiative', about: ['target'] };
const UNKNOWN: Outcome = { ok: false, refusal: { code: 'unknown-initiative' } };
