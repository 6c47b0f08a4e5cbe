import { setTimeout as pause } from 'node:timers/promises';
import { type ButtonData, buttonOf, type Card, wordsOf } from '../crash/cards.ts';
import type { Message } from '../tenant/connector/chats.ts';
import type { BotAnswer } from '../tenant/connector/person.ts';
import { SAMPLE } from '../tenant/seed.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { CHANNEL, TEAM } from './cast.ts';
import { eventually } from './municipality.ts';

/** What somebody waited for, and how long it took: everything has to be answered, well or with a sorry. */
export type Answered = {
  readonly what: string;
  readonly ms: number;
  readonly status: number;
  /** A card, a text instead of one, or the empty answer to a message. */
  readonly got: 'card' | 'text' | 'nothing';
};

/** A card somebody sees, with what one of its buttons sends. */
export type Seen = { readonly activity: string; readonly card: Card; readonly data: ButtonData };

export type Person = {
  readonly id: string;
  readonly installs: () => Promise<void>;
  readonly says: (text: string) => Promise<void>;
  /** In the team's channel, with the bot mentioned. */
  readonly posts: (text: string) => Promise<void>;
  /** The card in the own chat, or in the channel, that has this button; waits for it. */
  readonly sees: (verb: string, isIt: (seen: Seen) => boolean, place?: 'channel') => Promise<Seen>;
  /** Presses until a card comes back, as a person does when told to try again. */
  readonly presses: (seen: Seen, verb: string, inputs?: object, place?: 'channel') => Promise<Card>;
};

export type Teams = {
  readonly person: (id: string) => Person;
  readonly answers: readonly Answered[];
};

/** What a killed instance had claimed is sent by another when the claim has run out, after a minute. */
const PATIENCE_MS = 100_000;
const MOST_TRIES = 12;
const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** People in Teams in front of the bot at this address. */
export function peopleBefore(tenant: Tenant, url: string): Teams {
  const answers: Answered[] = [];
  const teamsOf = (id: string) => tenant.person(id, { id: SAMPLE.botApp, endpoint: `${url}/api/messages` });

  async function noted(what: string, ask: () => Promise<BotAnswer>): Promise<BotAnswer> {
    const begun = performance.now();
    const answer = await ask();
    answers.push({ what, ms: performance.now() - begun, status: answer.status, got: kindOf(answer) });
    return answer;
  }

  function person(id: string): Person {
    const teams = teamsOf(id);
    // Teams sends a message again when the bot did not take it.
    const tell = async (what: string, activity: Readonly<Record<string, unknown>>) => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const { status } = await noted(what, () => teams.does(activity));
        if (status === 200) return;
        await pause(500);
      }
      throw new Error(`${what} was not taken`);
    };
    return {
      id,
      installs: async () => {
        const told = await teams.installs();
        if (told.some(({ status }) => status !== 200)) throw new Error('the installation was not taken');
      },
      says: (text) => tell(`says ${text.slice(0, 20)}`, { type: 'message', text, textFormat: 'plain' }),
      posts: (text) =>
        tell(`posts ${text.slice(0, 20)}`, {
          ...inChannel(),
          type: 'message',
          text: `<at>Färdplan</at> ${text}`,
          entities: [
            {
              type: 'mention',
              mentioned: { id: `28:${SAMPLE.botApp}`, name: 'Färdplan' },
              text: '<at>Färdplan</at>',
            },
          ],
        }),
      sees: (verb, isIt, place) =>
        eventually(
          `the card with ${verb} for ${id}`,
          () => cardsIn(tenant.teams.transcript(place ? CHANNEL : id), verb).findLast(isIt),
          PATIENCE_MS,
        ),
      presses: async (seen, verb, inputs = {}, place) => {
        const more = place ? inChannel(seen.activity) : {};
        const action = { verb, data: { ...seen.data, ...inputs } };
        for (let tries = 0; tries < MOST_TRIES; tries += 1) {
          const { status, body } = await noted(verb, () => teams.presses(seen.activity, action, more));
          const answer = body as { readonly type?: string; readonly value?: unknown } | undefined;
          if (status === 200 && answer?.type === ADAPTIVE) return answer.value as Card;
          await pause(500);
        }
        throw new Error(`no card came back for ${verb}`);
      },
    };
  }

  return { person, answers };
}

/** The bot is added to a team, by somebody. */
export async function addToTeam(tenant: Tenant, url: string, by: string): Promise<void> {
  const teams = tenant.person(by, { id: SAMPLE.botApp, endpoint: `${url}/api/messages` });
  const { status } = await teams.does({ ...inChannel(), type: 'installationUpdate', action: 'add' });
  if (status !== 200) throw new Error(`adding to the team was answered with ${status}`);
}

/** What Teams says of an activity in the channel; in the thread of a message when it is about one. */
const inChannel = (message?: string) => ({
  conversation: {
    id: message ? `${CHANNEL};messageid=${message}` : CHANNEL,
    conversationType: 'channel',
    isGroup: true,
    tenantId: SAMPLE.tenantId,
  },
  channelData: {
    teamsChannelId: CHANNEL,
    teamsTeamId: TEAM.id,
    channel: { id: CHANNEL },
    team: TEAM,
    tenant: { id: SAMPLE.tenantId },
  },
});

const kindOf = ({ body }: BotAnswer): Answered['got'] => {
  if (body === undefined) return 'nothing';
  return (body as { type?: string }).type === ADAPTIVE ? 'card' : 'text';
};

export const cardOf = ({ activity }: Message): Card | undefined => {
  const [attachment] = Array.isArray(activity.attachments) ? activity.attachments : [];
  return (attachment as { content?: Card } | undefined)?.content;
};

const cardsIn = (messages: readonly Message[], verb: string): Seen[] =>
  messages.flatMap((message) => {
    const card = cardOf(message);
    const data = card && buttonOf(card, verb);
    return card && data ? [{ activity: message.id, card, data }] : [];
  });

/** Whether a card in a chat still has this button. */
export const offers = (messages: readonly Message[], verb: string): boolean =>
  cardsIn(messages, verb).length > 0;

/** All that stands in a chat, as words. */
export const wordsIn = (messages: readonly Message[]): string[] =>
  messages.map((message) => {
    const card = cardOf(message);
    return card ? wordsOf(card) : String(message.activity.text ?? '');
  });
