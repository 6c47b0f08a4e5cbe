/** Where a person or channel can be reached. A superset of what Teams needs to write there unasked. */
export type Conversation = {
  /** Teams conversation id; the key. */
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name?: string };
  /** Entra object id of the person, for personal chats. */
  readonly person?: string;
  /** Teams' own id of the person (29:…), needed in `recipient`. */
  readonly teamsUser?: string;
  readonly team?: { readonly id: string; readonly name?: string };
  readonly locale?: string;
  readonly updatedAt: string;
};

/** @throws StoreUnavailable (every call); all calls may be repeated. */
export interface Conversations {
  /**
   * Replaces what was known of the conversation.
   * @param installed the app has just come there: what is remembered may be of before it was removed.
   */
  save(conversation: Conversation, installed?: boolean): Promise<void>;
  get(id: string): Promise<Conversation | undefined>;
  /** The latest personal chat with somebody. */
  personal(person: string): Promise<Conversation | undefined>;
  /** The app was removed: forget how to write there. */
  remove(id: string): Promise<void>;
}
