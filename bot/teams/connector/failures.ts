import { type DeliveryFailure, MessageNotDelivered } from '../../app/ports/index.ts';
import { fields, string } from '../inbound/values.ts';
import { ForbiddenServiceUrl } from './connections.ts';
import { NotTaken } from './connectorClient.ts';

const SECOND = 1_000;
const LONGEST_WAIT_MS = 3_600 * SECOND;
/** When Teams does not say how long to wait. */
const WAITS_MS: Readonly<Record<number, number>> = { 401: 60 * SECOND, 412: SECOND, 429: 2 * SECOND };
const WAIT_AFTER_FAULT_MS = 5 * SECOND;

const FORBIDDEN: readonly (readonly [RegExp, DeliveryFailure])[] = [
  [/ConversationBlockedByUser|MessageWritesBlocked/, 'blocked'],
  [/BotNotInConversationRoster/, 'removed'],
];

/**
 * What a failed send or update means for the message: a final reason, or when to try again.
 * A lost answer counts as "try again": the message may then come twice, which is better than not at all.
 * Source: Microsoft Learn, "Status codes from agent conversational APIs" and "Rate limiting for agents".
 */
export function notDelivered(error: unknown, doing: 'send' | 'update', now: number): MessageNotDelivered {
  if (error instanceof MessageNotDelivered) return error;
  if (error instanceof ForbiddenServiceUrl)
    return new MessageNotDelivered('not a Teams address', { reason: 'refused', cause: error });
  const { status, answer, retryAfter } = error instanceof NotTaken ? error : NO_ANSWER;
  const said = codesIn(answer);
  const reason = finalReason(status, said, doing);
  const message = `Teams answered ${status || 'nothing'}${said && ` ${said}`}`;
  if (reason) return new MessageNotDelivered(message, { reason, cause: error });
  const retryAfterMs = waitFrom(retryAfter, now) ?? WAITS_MS[status] ?? WAIT_AFTER_FAULT_MS;
  return new MessageNotDelivered(message, { retryAfterMs, cause: error });
}

/** Too many messages: the limit may be that of the whole tenant, so everything unasked has to wait. */
export const wasThrottled = ({ cause }: MessageNotDelivered): boolean =>
  cause instanceof NotTaken && cause.status === 429;

/** Teams surely did not take the message, so sending it again cannot make two of it. */
export const wasSurelyRefused = ({ cause }: MessageNotDelivered): boolean =>
  cause instanceof NotTaken
    ? cause.status === 412 || cause.status === 429
    : fields(cause).code === 'ECONNREFUSED';

const NO_ANSWER = { status: 0, answer: '', retryAfter: undefined };

function finalReason(status: number, said: string, doing: 'send' | 'update'): DeliveryFailure | undefined {
  if (status === 403) return FORBIDDEN.find(([code]) => code.test(said))?.[1] ?? 'refused';
  if (status === 404)
    return doing === 'update' && !said.startsWith('ConversationNotFound') ? 'nothing-to-update' : 'gone';
  if (status === 413) return 'too-large';
  const mayPass = status === 401 || status === 408 || status === 412 || status === 429;
  return status >= 400 && status < 500 && !mayPass ? 'refused' : undefined;
}

/** Error code and sub-code, whatever of them is there: `{"error":{"code","innerHttpError"|"subCode",…}}`. */
function codesIn(body: string): string {
  try {
    const answer = fields(JSON.parse(body));
    const error = fields(answer.error);
    const codes = [error.code, error.subCode, answer.subCode].map((code) => string(code, 80));
    return codes.filter((code) => code && /^[\w-]+$/.test(code)).join(' ');
  } catch {
    return '';
  }
}

function waitFrom(retryAfter: string | undefined, now: number): number | undefined {
  if (!retryAfter) return undefined;
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * SECOND : Date.parse(retryAfter) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}
