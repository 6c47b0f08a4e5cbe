import type { Reply } from '../../../bot/app/turn.ts';
import type { AnswerForm } from '../../../bot/teams/inbound/meaning.ts';
import { invokeBody } from '../../../bot/teams/outbound/invokeBody.ts';

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [] };
const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: CARD };
const card: Reply = { card: CARD, summary: 'Ditt förslag' };
const text: Reply = { text: 'Klart' };
const nothing: Reply = { nothing: true };
const results: Reply = { results: [{ title: 'VOF-2026-0001', text: 'Digitala lås', card: CARD }] };
const task: Reply = { task: { title: 'Föreslå', card: CARD } };
const said = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});
const dialog = (title: string) => ({
  task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card: attachment } },
});

describe('what the waiting client gets', () => {
  it.each<[string, AnswerForm, Reply, unknown]>([
    ['a button, a card', 'card', card, { statusCode: 200, type: attachment.contentType, value: CARD }],
    ['a button, cards', 'card', { cards: [{ card: CARD, summary: '' }] }, { statusCode: 200, value: CARD }],
    ['a button, a text', 'card', text, said('Klart')],
    ['a button, nothing', 'card', nothing, said('Tack')],
    ['a button, what only a search can show', 'card', results, said('Tack')],
    [
      'a search, results',
      'search',
      results,
      {
        composeExtension: {
          type: 'result',
          attachmentLayout: 'list',
          attachments: [
            {
              ...attachment,
              preview: {
                contentType: 'application/vnd.microsoft.card.thumbnail',
                content: { title: 'VOF-2026-0001', text: 'Digitala lås' },
              },
            },
          ],
        },
      },
    ],
    ['a search, a text', 'search', text, { composeExtension: { type: 'message', text: 'Klart' } }],
    ['a search, nothing', 'search', nothing, { composeExtension: { type: 'result', attachments: [] } }],
    ['a dialog, a form', 'dialog', task, dialog('Föreslå')],
    ['a dialog, a card', 'dialog', card, dialog('Ditt förslag')],
    ['a dialog, a text', 'dialog', text, { task: { type: 'message', value: 'Klart' } }],
  ])('%s', (_what, form, reply, expected) =>
    expect(invokeBody(form, reply, 'Tack')).toMatchObject(expected as object),
  );

  it('a dialog closes when there is nothing to show', () =>
    expect(invokeBody('dialog', nothing, 'Tack')).toBeUndefined());
  it('an invoke we do not know is simply received', () =>
    expect(invokeBody('empty', card, 'Tack')).toBeUndefined());
});
