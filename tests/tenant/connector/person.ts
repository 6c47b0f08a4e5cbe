import type { Tokens } from '../entra/tokens.ts';
import type { Seed } from '../seed.ts';
import { type Activity, type Chats, mriOf } from './chats.ts';

export type PersonDeps = {
  readonly seed: Seed;
  readonly tokens: Tokens;
  readonly chats: Chats;
  readonly clock: () => number;
  /** Address that Teams gives the bot to answer to. */
  readonly serviceUrl: string;
  readonly fetch: typeof fetch;
};

/** The bot's HTTP answer; an invoke has a body. */
export type BotAnswer = { readonly status: number; readonly body: unknown };

/** A person in Teams in front of the bot: what they do reaches the bot's endpoint with a token of the connector. */
export type Person = {
  readonly says: (text: string, more?: Activity) => Promise<BotAnswer>;
  /** Presses a button of a card (Action.Execute). */
  readonly presses: (
    card: string,
    action: { verb: string; data?: unknown },
    more?: Activity,
  ) => Promise<BotAnswer>;
  /** Tells the bot that the person has added the app: both activities that Teams sends. */
  readonly installs: () => Promise<readonly BotAnswer[]>;
  /** Any activity; the parts that Teams always gives are filled in. */
  readonly does: (activity: Activity) => Promise<BotAnswer>;
};

export function createPerson(deps: PersonDeps, user: string, bot: { id: string; endpoint: string }): Person {
  const { seed, chats, tokens, clock, serviceUrl } = deps;
  const chat = chats.with(user, bot.id);
  const person = seed.users.find(({ id }) => id === user);
  const botAccount = { id: `28:${bot.id}`, name: 'Färdplan' };
  let made = 0;

  const usual = (): Activity => {
    made += 1;
    return {
      id: `${clock()}${made}`,
      timestamp: new Date(clock()).toISOString(),
      channelId: 'msteams',
      serviceUrl,
      from: { id: mriOf(user), name: person?.displayName ?? '', aadObjectId: user },
      recipient: botAccount,
      conversation: { id: chat.id, conversationType: 'personal', tenantId: seed.tenantId },
      channelData: { tenant: { id: seed.tenantId } },
      locale: 'sv-SE',
      entities: [
        { type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' },
      ],
    };
  };

  async function does(activity: Activity): Promise<BotAnswer> {
    const token = await tokens.mintConnectorToken({ botId: bot.id, serviceUrl });
    const response = await deps.fetch(bot.endpoint, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...usual(), ...activity }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  return {
    does,
    says: (text, more) => does({ type: 'message', text, textFormat: 'plain', ...more }),
    presses: (card, { verb, data }, more) =>
      does({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: card,
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...more,
      }),
    installs: async () => [
      await does({ type: 'installationUpdate', action: 'add' }),
      await does({
        type: 'conversationUpdate',
        membersAdded: [{ id: mriOf(user), aadObjectId: user }, { id: botAccount.id }],
      }),
    ],
  };
}
