import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import {
  decideOrganisation,
  type OrganisationCommand,
  type OrganisationRefusal,
} from '../../domain/organisation/commands.ts';
import type { Casebook } from './casebook.ts';
import { commit } from './commit.ts';
import type { Clock, EventLog } from './ports/index.ts';
import { ORGANISATION_STREAM } from './streams.ts';

/** An order without what the server says itself. */
export type OrganisationOrder = OrganisationCommand extends infer Command
  ? Command extends OrganisationCommand
    ? Omit<Command, 'actor' | 'at' | 'day'>
    : never
  : never;

export type OrganisationOutcome =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly refusal: OrganisationRefusal | 'foreign-operation' };

export type HandleOrganisation = (
  order: OrganisationOrder,
  operationId: string,
  actor: string,
) => Promise<OrganisationOutcome>;

/** Like `handle`, for the organisation's one stream. @throws StoreUnavailable */
export const createHandleOrganisation =
  (deps: { log: EventLog; casebook: Casebook; clock: Clock; calendar: WorkCalendar }): HandleOrganisation =>
  async (order, operationId, actor) => {
    const at = deps.clock();
    const command = { ...order, actor, at, day: deps.calendar.localDate(at) } as OrganisationCommand;
    const result = await commit<OrganisationRefusal | 'foreign-operation'>(
      deps,
      ORGANISATION_STREAM,
      { operationId, actor, at },
      () => decideOrganisation(command, deps.casebook.organisation()),
      'foreign-operation',
    );
    if (result.outcome === 'refused') return { ok: false, refusal: result.refusal };
    return { ok: true, changed: result.outcome === 'done' };
  };
