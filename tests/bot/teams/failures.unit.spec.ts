import { MessageNotDelivered } from '../../../bot/app/ports/index.ts';
import { ForbiddenServiceUrl } from '../../../bot/teams/connector/connections.ts';
import { NotTaken } from '../../../bot/teams/connector/connectorClient.ts';
import { notDelivered, wasSurelyRefused } from '../../../bot/teams/connector/failures.ts';

const NOW = Date.parse('2026-03-02T08:15:30Z');

/** An answer of Teams that is no yes. */
const failure = (status: number, body: unknown = {}, retryAfter?: string) =>
  new NotTaken({
    status,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    ...(retryAfter !== undefined && { retryAfter }),
  });
const coded = (code: string, subCode?: string) => ({ error: { code, subCode, message: 'secret detail' } });
const outcome = (error: unknown, doing: 'send' | 'update' = 'send') => {
  const { reason, retryAfterMs } = notDelivered(error, doing, NOW);
  return { reason, retryAfterMs };
};

describe('a message that will never arrive', () => {
  it.each([
    ['blocked by the person', 403, coded('ConversationBlockedByUser'), 'blocked'],
    ['muted', 403, coded('Forbidden', 'MessageWritesBlocked'), 'blocked'],
    ['the bot has been removed', 403, coded('BotNotInConversationRoster'), 'removed'],
    ['the administrator says no', 403, coded('BotDisabledByAdmin'), 'refused'],
    ['a refusal without a reason', 403, 'not json', 'refused'],
    ['the conversation is gone', 404, coded('ConversationNotFound'), 'gone'],
    ['too large', 413, coded('MessageSizeTooBig'), 'too-large'],
    ['a card Teams does not take', 400, coded('BadSyntax'), 'refused'],
  ])('%s', (_what, status, body, reason) =>
    expect(outcome(failure(status, body))).toEqual({ reason, retryAfterMs: undefined }),
  );

  it.each([
    ['the message is gone', coded('ActivityNotFoundInConversation'), 'nothing-to-update'],
    ['something is gone', {}, 'nothing-to-update'],
    ['the conversation is gone', coded('ConversationNotFound'), 'gone'],
  ])('an update when %s', (_what, body, reason) =>
    expect(outcome(failure(404, body), 'update').reason).toBe(reason),
  );

  it('an address that is not Teams’', () =>
    expect(outcome(new ForbiddenServiceUrl()).reason).toBe('refused'));
});

describe('a message that may arrive later', () => {
  it.each([
    ['told how many seconds', 429, '17', 17_000],
    ['told when', 429, 'Mon, 02 Mar 2026 08:15:40 GMT', 10_000],
    ['told a moment that has passed', 429, 'Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['told a very long time', 429, '999999', 3_600_000],
    ['told nonsense', 429, 'soon', 2_000],
    ['throttled', 429, undefined, 2_000],
    ['two at once', 412, undefined, 1_000],
    ['our own sign-in failed', 401, undefined, 60_000],
    ['Teams is down', 503, '30', 30_000],
    ['Teams is broken', 500, undefined, 5_000],
    ['a gateway gave up', 504, undefined, 5_000],
  ])('%s', (_what, status, retryAfter, retryAfterMs) =>
    expect(outcome(failure(status, {}, retryAfter))).toEqual({ reason: undefined, retryAfterMs }),
  );

  it.each([
    ['the line broke', Object.assign(new Error('x'), { code: 'ECONNRESET' })],
    ['no answer in time', Object.assign(new Error('x'), { name: 'AbortError' })],
    ['something that is no error', 'what'],
    ['nothing', undefined],
  ])('%s', (_what, error) => expect(outcome(error)).toEqual({ reason: undefined, retryAfterMs: 5_000 }));
});

it('says what Teams said, by code only', () => {
  const { message, cause } = notDelivered(
    failure(403, coded('Forbidden', 'MessageWritesBlocked')),
    'send',
    NOW,
  );
  expect(message).toBe('Teams answered 403 Forbidden MessageWritesBlocked');
  expect(cause).toBeInstanceOf(Error);
});

it('leaves what it has already judged', () => {
  const judged = new MessageNotDelivered('the line is long', { retryAfterMs: 1 });
  expect(notDelivered(judged, 'send', NOW)).toBe(judged);
});

it.each([
  [429, true],
  [412, true],
  [500, false],
  [503, false],
])('after %i Teams surely did not take the message: %s', (status, sure) =>
  expect(wasSurelyRefused(notDelivered(failure(status), 'send', NOW))).toBe(sure),
);
