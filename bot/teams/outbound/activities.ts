import type { Activity } from 'botbuilder';
import type { CardJson, OutgoingMessage } from '../../app/ports/index.ts';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

export const cardAttachment = (card: CardJson) => ({ contentType: CARD_TYPE, content: card });

/** A card travels alone: Teams splits text beside it into a message of its own and then gives no id. */
export const messageActivity = (message: OutgoingMessage): Partial<Activity> =>
  'card' in message
    ? { type: 'message', summary: message.summary, attachments: [cardAttachment(message.card)] }
    : { type: 'message', text: message.text, ...(message.summary && { summary: message.summary }) };
