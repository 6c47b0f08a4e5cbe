import type { Dispatcher } from 'undici';
import { fields, string } from '../inbound/values.ts';

/** The calls of Teams' connector that botbuilder's adapter makes for us. */
export type ConnectorClient = {
  readonly conversations: {
    readonly sendToConversation: (conversation: string, activity: object) => Promise<Sent>;
    readonly replyToActivity: (conversation: string, replyTo: string, activity: object) => Promise<Sent>;
    readonly updateActivity: (conversation: string, id: string, activity: object) => Promise<Sent>;
  };
};
/** `id` is missing when Teams gave none. */
type Sent = { readonly id?: string };

/** @returns headers that prove who we are. */
export type Sign = () => Promise<Readonly<Record<string, string>>>;

/** Teams answered, but did not take the message. */
export class NotTaken extends Error {
  readonly code = 'not-taken';
  readonly status: number;
  readonly answer: string;
  readonly retryAfter: string | undefined;

  constructor({ status, text, retryAfter }: Answer) {
    super(`Teams answered ${status}`);
    this.status = status;
    this.answer = text;
    this.retryAfter = retryAfter;
  }
}

type Answer = { readonly status: number; readonly text: string; readonly retryAfter?: string };

const TIMEOUT_MS = 10_000;
/** What Teams says is a line or two; more is not read to the end. */
const LONGEST_ANSWER = 64 * 1024;
const TAKEN = new Set([200, 201, 202]);

/**
 * Keeps connections between messages, and goes through the proxy that HTTPS_PROXY names, if any. Loaded at the first
 * message: a server that starts need not wait for it.
 */
const undici = async () => {
  const { EnvHttpProxyAgent, request } = await import('undici');
  const dispatcher: Dispatcher = new EnvHttpProxyAgent({ maxResponseSize: LONGEST_ANSWER });
  return { request, dispatcher };
};
let connections: ReturnType<typeof undici> | undefined;

/**
 * Speaks to one service URL over kept connections. Never tries again and follows no redirect: a message must not come
 * twice, and our token goes nowhere else. One time limit covers the whole call, the answer's body too.
 * The promises reject with NotTaken, or with what undici says of a call that had no answer.
 * Source: Microsoft Learn, "Bot Connector REST API", Conversation operations.
 */
export function createConnectorClient(
  serviceUrl: string,
  sign: Sign,
  timeoutMs = TIMEOUT_MS,
): ConnectorClient {
  const root = new URL('v3/conversations/', serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`).href;

  async function call(method: 'POST' | 'PUT', to: readonly [string, string?], activity: object) {
    const [conversation, message] = to;
    const rest = message === undefined ? '' : `/${encodeURIComponent(message)}`;
    connections ??= undici();
    const { request, dispatcher } = await connections;
    const { statusCode, headers, body } = await request(
      `${root}${encodeURIComponent(conversation)}/activities${rest}`,
      {
        dispatcher,
        method,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/json',
          'user-agent': 'fardplan',
          'content-type': 'application/json; charset=utf-8',
          ...(await sign()),
        },
        body: JSON.stringify(activity),
      },
    );
    const retryAfter = headers['retry-after'];
    const answer: Answer = {
      status: statusCode,
      text: await body.text(),
      ...(typeof retryAfter === 'string' && { retryAfter }),
    };
    if (!TAKEN.has(answer.status)) throw new NotTaken(answer);
    return sentIn(answer);
  }

  return {
    conversations: {
      sendToConversation: (conversation, activity) => call('POST', [conversation], activity),
      replyToActivity: (conversation, replyTo, activity) => call('POST', [conversation, replyTo], activity),
      updateActivity: (conversation, id, activity) => call('PUT', [conversation, id], activity),
    },
  };
}

/** It has been taken, whatever else the answer says: an id that cannot be read must not make it come twice. */
function sentIn({ text }: Answer): Sent {
  try {
    const id = string(fields(JSON.parse(text)).id);
    return id === undefined ? {} : { id };
  } catch {
    return {};
  }
}
