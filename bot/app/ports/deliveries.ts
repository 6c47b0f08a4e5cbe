/**
 * Messages that should exist: one row per recipient and occasion. Inserting the key makes the message due,
 * a lease lets one instance send it, settling keeps the activity id (to update the card in place) or the reason.
 * Source: docs/adr/0007-deliveries.md
 */

export type DeliveryAddress =
  | { readonly kind: 'person'; readonly person: string }
  /** `thread` is the key of the delivery whose message it answers; without it a new post is made. */
  | { readonly kind: 'channel'; readonly channel: string; readonly thread?: string };

/** Id of the person or channel. */
export const recipientOf = ({ to }: { readonly to: DeliveryAddress }): string =>
  to.kind === 'person' ? to.person : to.channel;

/** What to send; cards are rendered when they are sent, so a late message shows the state of that moment. */
export type DeliveryContent = {
  /** Name of a notification in `bot/app/notifications`; also a text key. */
  readonly notice: string;
  readonly initiative?: string;
  /** Small JSON facts the rendering needs (reason, role, step); never personal data beyond ids. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
};

export type Delivery = {
  /** Recipient and occasion, e.g. `I-…#000003/manager/<person>`. Unique for ever. */
  readonly key: string;
  readonly to: DeliveryAddress;
  readonly content: DeliveryContent;
  /** An update rewrites the message another delivery made. */
  readonly updates?: string;
};

/**
 * `attempts` counts claims since the message was made due, this one included, so that a message whose sender dies
 * every time is counted too. `notBefore` and `reason` are those of the last `postpone`.
 */
export type DeliveryStatus =
  | {
      readonly status: 'due';
      readonly attempts: number;
      readonly notBefore?: string;
      readonly reason?: string;
    }
  | { readonly status: 'sent'; readonly conversation: string; readonly activity: string; readonly at: string }
  | { readonly status: 'failed'; readonly reason: DeliveryFailure; readonly at: string };

/** Why a message did not arrive; each is a text key shown to the administrator. */
export type DeliveryFailure =
  | 'not-installed'
  | 'blocked'
  | 'removed'
  | 'gone'
  | 'too-large'
  | 'refused'
  | 'nothing-to-update'
  | 'unclear'
  | 'gave-up';

/** Messages by their notice: these, or all but these. */
export type NoticeFilter = { readonly only: readonly string[] } | { readonly except: readonly string[] };

export type DeliveryRow = Delivery & { readonly state: DeliveryStatus };

/** What a claim hands out. `isAbandoned`: whoever claimed it before has not said what came of it, and may have died. */
export type ClaimedDelivery = DeliveryRow & { readonly isAbandoned: boolean };

/**
 * All times are ISO 8601 UTC. A message that has landed stays so: a late `postpone`, `failed`, second `sent` or
 * `adopt` of another instance changes nothing. Unknown keys are ignored.
 * @throws StoreUnavailable (every call); all calls but `claim` and `retryFailed` may simply be repeated.
 */
export interface Deliveries {
  /**
   * Makes messages due; keys that exist are left alone. Returns the keys that were new.
   * @param claimedUntil the new ones are claimed until then by the one who adds them, in the same write.
   */
  add(deliveries: readonly Delivery[], claimedUntil?: string): Promise<readonly string[]>;
  /**
   * Claims up to `limit` due messages, oldest first, until `leaseUntil`; another instance takes over after that. What
   * this instance claimed without hearing so, it may claim again at once.
   */
  claim(
    now: string,
    leaseUntil: string,
    limit: number,
    notices?: NoticeFilter,
  ): Promise<readonly ClaimedDelivery[]>;
  /** Sent: keeps where it landed, even if it had been given up. */
  sent(key: string, landed: { conversation: string; activity: string; at: string }): Promise<void>;
  /** Try again no earlier than `notBefore`; keeps count and the last reason. */
  postpone(key: string, notBefore: string, reason: string): Promise<void>;
  /** Given up, with the reason that is shown. */
  failed(key: string, reason: DeliveryFailure, at: string): Promise<void>;
  /** A message that came about in another way (a card answered in a turn) and is to be kept up to date; never sent. */
  adopt(delivery: Delivery, landed: { conversation: string; activity: string; at: string }): Promise<void>;
  /** Makes failed messages due at once, e.g. when the person has installed the app. Returns how many. */
  retryFailed(to: DeliveryAddress, reason: DeliveryFailure): Promise<number>;
  get(key: string): Promise<DeliveryRow | undefined>;
  /** In the order they were added. */
  forInitiative(initiative: string): Promise<readonly DeliveryRow[]>;
  /** Latest first. */
  failures(limit: number): Promise<readonly DeliveryRow[]>;
  /** Earliest moment something is due or a lease ends, long past for what is due at once; undefined: nothing waits. */
  nextDue(): Promise<string | undefined>;
  /** Log position up to which every message has been added; 0 at first. */
  checkpoint(): Promise<number>;
  /** Never moves back, whoever is late. */
  moveCheckpoint(position: number): Promise<void>;
}
