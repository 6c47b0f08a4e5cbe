import type { Reply } from '../../app/turn.ts';
import type { AnswerForm } from '../inbound/meaning.ts';
import { CARD_TYPE, cardAttachment } from './activities.ts';

/** Body of the HTTP response; undefined: an empty one. The HTTP status is always 200. */
export type InvokeBody = object | undefined;

/**
 * A handler's reply as the client that waits for it wants it. An unsuitable reply becomes the nearest that fits.
 * @param received said where something must be said and the handler had nothing to say.
 * Source: Microsoft Learn, "Universal Actions for Adaptive Cards", "Dialogs in bots", "Search based message extensions".
 */
export function invokeBody(form: AnswerForm, reply: Reply, received: string): InvokeBody {
  switch (form) {
    case 'card':
      return cardAnswer(reply, received);
    case 'search':
      return { composeExtension: searchAnswer(reply) };
    case 'dialog':
      return dialogAnswer(reply);
    case 'empty':
      return undefined;
  }
}

function cardAnswer(reply: Reply, received: string): object {
  const card = firstCard(reply);
  return card
    ? { statusCode: 200, type: CARD_TYPE, value: card.card }
    : {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'text' in reply ? reply.text : received,
      };
}

function searchAnswer(reply: Reply): object {
  if ('text' in reply) return { type: 'message', text: reply.text };
  const attachments =
    'results' in reply
      ? reply.results.map(({ title, text, card }) => ({
          ...cardAttachment(card),
          preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
        }))
      : [firstCard(reply)].filter((found) => found !== undefined).map(({ card }) => cardAttachment(card));
  return { type: 'result', attachmentLayout: 'list', attachments };
}

/** An empty answer closes the dialog. */
function dialogAnswer(reply: Reply): InvokeBody {
  if ('text' in reply) return { task: { type: 'message', value: reply.text } };
  const shown = 'task' in reply ? reply.task : firstCard(reply);
  if (!shown) return undefined;
  const title = 'title' in shown ? shown.title : shown.summary;
  const value = { title, height: 'medium', width: 'medium', card: cardAttachment(shown.card) };
  return { task: { type: 'continue', value } };
}

function firstCard(reply: Reply) {
  if ('card' in reply) return reply;
  return 'cards' in reply ? reply.cards[0] : undefined;
}
