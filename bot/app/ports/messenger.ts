import type { Conversation } from './conversations.ts';
import type { DeliveryFailure } from './deliveries.ts';

/** An Adaptive Card as plain JSON (version 1.5). */
export type CardJson = Readonly<Record<string, unknown>>;

/** `summary` is the toast text. A card travels alone: text beside a card is split off by Teams and loses its id. */
export type OutgoingMessage =
  | { readonly card: CardJson; readonly summary: string }
  | { readonly text: string; readonly summary?: string };

export interface Messenger {
  /** @throws MessageNotDelivered */
  send(to: Conversation, message: OutgoingMessage): Promise<{ activity: string }>;
  /** @throws MessageNotDelivered */
  update(to: Conversation, activity: string, message: OutgoingMessage): Promise<void>;
  /** Milliseconds for which Teams wants to hear nothing unasked from us; 0: go on. */
  waitMs?(): number;
}

/** Teams said no. `reason` is final; without it the message may be tried again after `retryAfterMs`. */
export class MessageNotDelivered extends Error {
  readonly code = 'message-not-delivered';
  readonly reason?: DeliveryFailure;
  readonly retryAfterMs?: number;
  constructor(
    message: string,
    options: { reason?: DeliveryFailure; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    if (options.reason !== undefined) this.reason = options.reason;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }
}
