import type { CardJson, Conversation } from './ports/index.ts';

/** What came in, in our own words. Everything a person could have forged (`data`, `text`) is still hostile here. */
export type Turn = {
  readonly kind:
    | 'message'
    | 'action'
    | 'submit'
    | 'installed'
    | 'removed'
    | 'membersAdded'
    | 'query'
    | 'fetchTask'
    | 'submitAction'
    | 'taskFetch'
    | 'taskSubmit'
    | 'other';
  /** Without the mention of the bot, trimmed, NFC. */
  readonly text?: string;
  readonly verb?: string;
  /** Card data and inputs as they came. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Missing in the activity means manual. An automatic refresh must never send or update a message. */
  readonly trigger?: 'manual' | 'automatic';
  readonly commandId?: string;
  /** Search text of the message extension. */
  readonly query?: string;
  /** Text of the message the extension was used on, without HTML. */
  readonly messageText?: string;
  /** Verified Entra object id; missing for guests without one. */
  readonly actor?: string;
  readonly locale?: string;
  readonly conversation: Conversation;
  readonly scope: 'personal' | 'group' | 'channel';
  /** The bot was mentioned, or the chat is personal. */
  readonly addressed: boolean;
  /** The client waits for an answer in the response (button, search, dialog): silence would look like a failure. */
  readonly waiting?: true;
  readonly activityId?: string;
  readonly replyToId?: string;
  readonly correlationId: string;
};

/** Where a sent message landed, so that it can be updated later. */
export type Landed = { readonly conversation: string; readonly activity: string };

export type SearchResult = { readonly title: string; readonly text: string; readonly card: CardJson };

/** What a handler answers. `keep` learns where a sent card landed; for a card answered to an action, the card it replaced. */
export type Reply = (
  | { readonly card: CardJson; readonly summary: string }
  | { readonly text: string }
  | { readonly cards: readonly { readonly card: CardJson; readonly summary: string }[] }
  | { readonly results: readonly SearchResult[] }
  | { readonly task: { readonly title: string; readonly card: CardJson } }
  | { readonly nothing: true }
) & { readonly keep?: (landed: Landed) => void | Promise<void> };
