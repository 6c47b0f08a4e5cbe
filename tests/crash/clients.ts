import { setTimeout as pause } from 'node:timers/promises';
import { activity } from '../bot/teams/support/activities.ts';
import { type Card, wordsOf } from './cards.ts';
import type { Connector } from './connector.ts';
import type { RunningServer } from './runningServer.ts';

const ANSWER_MS = 15_000;
const BETWEEN_TRIES_MS = 15;
const MOST_TRIES = 400;

/** One personal chat per person. */
export const chatOf = (person: string): string => `a:${person}`;
export const personIn = (conversation: string): string => conversation.slice('a:'.length);

export type Outside = {
  readonly server: RunningServer;
  readonly connector: Connector;
  /** Ends when nothing more is killed and everything should have arrived. */
  readonly patience: AbortSignal;
  /** Answers so far: load that is felt. */
  readonly answered: { count: number };
};

/** Asks until somebody answers, as Teams and the tab do; the server may be killed and come back meanwhile. */
async function untilAnswered<Answer>(
  { server, answered }: Outside,
  ask: (url: string) => Promise<Answer | undefined>,
): Promise<Answer> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await ask(await server.url()).catch(ifConnectionLost);
    if (answer !== undefined) {
      answered.count += 1;
      return answer;
    }
    await pause(BETWEEN_TRIES_MS);
  }
  throw new Error(`no answer in ${MOST_TRIES} tries`);
}

/** What fetch says when the server is gone; the error is of another realm than the test's own. */
function ifConnectionLost(error: unknown): undefined {
  if (Object(error).name !== 'TypeError' || !('cause' in Object(error))) throw error;
}

/** Sends an activity until it is taken; each time under a new activity id, as Teams does. @returns the answer's JSON. */
function deliver(outside: Outside, name: string, person: string, changes: object): Promise<unknown> {
  const { connector, answered } = outside;
  return untilAnswered(outside, async (url) => {
    const body = activity(name, {
      id: `${Date.now()}-${answered.count}-${connector.received.length}`,
      serviceUrl: connector.serviceUrl,
      from: { id: `29:${person}`, name: 'Någon', aadObjectId: person },
      conversation: { ...(activity(name).conversation as object), id: chatOf(person) },
      ...changes,
    });
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${name} was answered with ${response.status}`);
    return text === '' ? {} : JSON.parse(text);
  });
}

export const install = (outside: Outside, person: string): Promise<unknown> =>
  deliver(outside, 'installationAdd', person, {});

export const write = (outside: Outside, person: string, text: string): Promise<unknown> =>
  deliver(outside, 'personalMessage', person, { text, attachments: [] });

export type Press = {
  readonly person: string;
  readonly verb: string;
  /** The button's own data and what was filled in. */
  readonly data: object;
  /** The message the card is in. */
  readonly on: string;
  /** Tapped again before the first tap is answered. */
  readonly twice?: boolean;
};

/** Presses a button until a card comes back. A sorry text leaves the card as it was, so the same button is pressed again. */
export async function press(
  outside: Outside,
  { person, verb, data, on, twice = false }: Press,
): Promise<Card> {
  const value = { action: { type: 'Action.Execute', id: '', verb, data }, trigger: 'manual' };
  const tap = () => deliver(outside, 'cardActionManual', person, { replyToId: on, value });
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answers = (await Promise.all(twice ? [tap(), tap()] : [tap()])) as {
      readonly type?: string;
      readonly value?: unknown;
    }[];
    const [card] = answers.flatMap(({ type, value: shown }) =>
      type?.endsWith('adaptive') ? [shown as Card] : [],
    );
    if (card) return card;
  }
  throw new Error(`no card came back for ${verb}`);
}

/** The card that comes back must not be the same one with complaints. */
export function accepted(card: Card, isDone: boolean, what: string): Card {
  if (!isDone) throw new Error(`${what} was not accepted: ${wordsOf(card)}`);
  return card;
}

export type TabCommand = {
  readonly person: string;
  readonly operationId: string;
  readonly initiative?: string;
  readonly order: object;
};

export type TabAnswer = {
  readonly initiative: { readonly id: string; readonly similar: readonly { readonly id: string }[] };
};

/** What the tab does: the same operation again until it is answered. */
export const command = (outside: Outside, { person, ...body }: TabCommand): Promise<TabAnswer> =>
  untilAnswered(outside, async (url) => {
    const response = await fetch(`${url}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Persona ${person}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    if (response.status === 503) return undefined;
    if (response.status !== 200)
      throw new Error(`${body.operationId} was answered with ${response.status}: ${text}`);
    return JSON.parse(text) as TabAnswer;
  });
