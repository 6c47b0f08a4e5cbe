import type { CardJson } from '../../app/ports/index.ts';
import type { Reply } from '../../app/turn.ts';
import type { Texts } from '../../texts/texts.ts';

/** The answer to a dialog's button is the dialog's next page. Dialogs know Action.Submit only, so the verb travels in the data. */
export const asDialog = (reply: Reply, texts: Texts): Reply =>
  'card' in reply
    ? { task: { title: texts.t('cards.problem.dialog'), card: forDialog(reply.card) as CardJson } }
    : reply;

/** Every Action.Execute becomes an Action.Submit that carries its verb. */
function forDialog(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(forDialog);
  if (typeof part !== 'object' || part === null) return part;
  const made = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, forDialog(value)]));
  if (made.type !== 'Action.Execute') return made;
  const { verb, ...rest } = made;
  return { ...rest, type: 'Action.Submit', data: { ...(rest.data as object), verb } };
}
