import { Refusal } from '../http/refusal.ts';

/**
 * Failures that Teams documents for bot messages, by the code it gives.
 * Source: Microsoft Learn, "Status codes from agent conversational APIs".
 */
export type TeamsFailure =
  | 'ConversationBlockedByUser'
  | 'BotNotInConversationRoster'
  | 'BotDisabledByAdmin'
  | 'MessageWritesBlocked'
  | 'ConversationNotFound'
  | 'BotNotRegistered'
  | 'PreconditionFailed'
  | 'MessageSizeTooBig'
  | 'Throttled'
  | 'BadGateway'
  | 'ServiceUnavailable';

const STATUS: Readonly<Record<TeamsFailure, number>> = {
  ConversationBlockedByUser: 403,
  BotNotInConversationRoster: 403,
  BotDisabledByAdmin: 403,
  MessageWritesBlocked: 403,
  ConversationNotFound: 404,
  BotNotRegistered: 401,
  PreconditionFailed: 412,
  MessageSizeTooBig: 413,
  Throttled: 429,
  BadGateway: 502,
  ServiceUnavailable: 503,
};

export const teamsRefusal = (failure: TeamsFailure, retryAfter?: number): TeamsRefusal =>
  new TeamsRefusal(failure, retryAfter);

/** The error answer of the connector; `MessageWritesBlocked` is a sub-code there. */
export class TeamsRefusal extends Refusal {
  readonly subCode: string | undefined;

  constructor(failure: TeamsFailure, retryAfter?: number) {
    const isSubCode = failure === 'MessageWritesBlocked';
    super(STATUS[failure], isSubCode ? 'Forbidden' : failure, `The message was not taken: ${failure}`, {
      headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
    });
    this.subCode = isSubCode ? failure : undefined;
  }
}
