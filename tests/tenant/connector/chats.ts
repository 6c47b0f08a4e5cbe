import { conversationWith, partiesOf } from '../graph/people/installRoutes.ts';
import type { Seed } from '../seed.ts';

export type Activity = Readonly<Record<string, unknown>>;

/** A message as its readers see it now: an update replaces the activity, `edits` counts them. */
export type Message = {
  readonly id: string;
  readonly at: number;
  readonly replyTo?: string;
  activity: Activity;
  edits: number;
  deleted: boolean;
};

export type Chat = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly bot: string;
  /** Entra ids; empty for a channel. */
  readonly members: readonly string[];
  readonly messages: Message[];
};

/** Conversations between the bot and people, and what stands in them. */
export type Chats = {
  readonly with: (user: string, bot: string) => Chat;
  readonly find: (conversation: string) => Chat | undefined;
  /** A channel or group chat that the bot has been added to. */
  readonly join: (id: string, bot: string, members?: readonly string[]) => Chat;
  readonly say: (chat: Chat, activity: Activity, replyTo?: string) => Message;
  readonly all: () => readonly Chat[];
};

export function createChats(seed: Seed, clock: () => number): Chats {
  const chats = new Map<string, Chat>();
  let said = 0;

  // A personal chat exists as soon as somebody could write in it.
  const personal = (id: string): Chat | undefined => {
    const [bot = '', user = ''] = partiesOf(id);
    const isKnown =
      seed.users.some((one) => one.id === user) && seed.teamsApps.some(({ botId }) => botId === bot);
    if (!isKnown) return undefined;
    const chat: Chat = { id, kind: 'personal', bot, members: [user], messages: [] };
    chats.set(id, chat);
    return chat;
  };
  const find = (id: string): Chat | undefined => chats.get(threadOf(id)) ?? personal(id);

  return {
    find,
    with: (user, bot) => {
      const chat = find(conversationWith(user, bot));
      if (!chat) throw new Error(`No person ${user} or bot ${bot} in the tenant`);
      return chat;
    },
    join: (id, bot, members = []) => {
      const kind = id.includes('@thread.tacv2') ? 'channel' : 'groupChat';
      const chat: Chat = { id, kind, bot, members, messages: [] };
      chats.set(id, chat);
      return chat;
    },
    say: (chat, activity, replyTo) => {
      said += 1;
      const id = String(1_700_000_000_000 + said);
      const message: Message = { id, at: clock(), replyTo, activity, edits: 0, deleted: false };
      chat.messages.push(message);
      return message;
    },
    all: () => [...chats.values()],
  };
}

/** A reply in a channel is addressed to `{channel};messageid={first message}`. */
export const threadOf = (conversation: string): string => conversation.split(';')[0] ?? conversation;

/** The id that Teams gives a person towards one bot. */
export const mriOf = (user: string): string => `${MRI_START}${Buffer.from(user).toString('base64url')}`;

const MRI_START = '29:1';

export function userOfMri(seed: Seed, mri: string): string | undefined {
  const user = Buffer.from(mri.slice(MRI_START.length), 'base64url').toString();
  return seed.users.some(({ id }) => id === user) && mri === mriOf(user) ? user : undefined;
}
