import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  Agent as PlainAgent,
} from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
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

const secure = { request: httpsRequest, agent: new SecureAgent({ keepAlive: true }) };
const plain = { request: httpRequest, agent: new PlainAgent({ keepAlive: true }) };

/**
 * Speaks to one service URL over kept connections. Never tries again and follows no redirect: a message must not come
 * twice, and our token goes nowhere else. One time limit covers the whole call, the answer's body too.
 * The promises reject with NotTaken, or with what node:http says of a call that had no answer.
 * Source: Microsoft Learn, "Bot Connector REST API", Conversation operations.
 */
export function createConnectorClient(
  serviceUrl: string,
  sign: Sign,
  timeoutMs = TIMEOUT_MS,
): ConnectorClient {
  const { protocol, hostname, port, pathname } = new URL(serviceUrl);
  const { request, agent } = protocol === 'https:' ? secure : plain;
  const root = `${pathname.endsWith('/') ? pathname : `${pathname}/`}v3/conversations/`;
  const server = { agent, hostname, port };

  async function call(method: 'POST' | 'PUT', to: readonly [string, string?], activity: object) {
    const [conversation, message] = to;
    const rest = message === undefined ? '' : `/${encodeURIComponent(message)}`;
    const path = `${root}${encodeURIComponent(conversation)}/activities${rest}`;
    const body = JSON.stringify(activity);
    const headers = {
      accept: 'application/json',
      'user-agent': 'fardplan',
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      ...(await sign()),
    };
    const answer = await exchange(
      (begin) => request({ ...server, method, path, headers }, begin),
      body,
      timeoutMs,
    );
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

type Begin = (response: IncomingMessage) => void;

function exchange(open: (begin: Begin) => ClientRequest, body: string, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      clearTimeout(limit);
      reject(error);
    };
    const request = open((response) => {
      const { statusCode: status = 0, headers } = response;
      const retryAfter = headers['retry-after'];
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
        if (text.length > LONGEST_ANSWER) request.destroy(new Error('the answer is too long'));
      });
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(limit);
        resolve({ status, text, ...(retryAfter !== undefined && { retryAfter }) });
      });
    });
    const limit = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
    request.on('error', fail);
    request.end(body);
  });
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
