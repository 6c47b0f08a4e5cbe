import type { CardJson } from '../../../bot/app/ports/index.ts';
import type { Reply } from '../../../bot/app/turn.ts';

export type Action = {
  readonly verb: string;
  readonly title: string;
  readonly data: Record<string, unknown>;
};
export type Input = { readonly id: string; readonly type: string; readonly value?: unknown };

/** The card of a reply or message. @throws when there is none: the test expected one. */
export function cardOf(reply: Reply | object | undefined): CardJson {
  if (reply && 'card' in reply) return reply.card as CardJson;
  if (reply && 'task' in reply) return (reply.task as { card: CardJson }).card;
  throw new Error(`no card in ${JSON.stringify(reply)}`);
}

/** Every object in a card, wherever it is nested. */
function* partsOf(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* partsOf(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>;
    for (const inner of Object.values(value)) yield* partsOf(inner);
  }
}

/** Buttons that ask the server for something. */
export const actionsIn = (card: CardJson): Action[] =>
  [...partsOf(card)].filter(({ type }) => type === 'Action.Execute') as unknown as Action[];

export const verbsIn = (card: CardJson): string[] => [...new Set(actionsIn(card).map(({ verb }) => verb))];

export function actionIn(card: CardJson, verb: string): Action {
  const action = actionsIn(card).find((each) => each.verb === verb);
  if (!action) throw new Error(`no button ${verb} among ${verbsIn(card).join(', ')}`);
  return action;
}

export const inputsIn = (card: CardJson): Input[] =>
  [...partsOf(card)].filter(({ type }) => String(type).startsWith('Input.')) as unknown as Input[];

export const inputIds = (card: CardJson): string[] => inputsIn(card).map(({ id }) => id);

export const inputValue = (card: CardJson, id: string): unknown => {
  const input = inputsIn(card).find((each) => each.id === id);
  if (!input) throw new Error(`no input ${id} among ${inputIds(card).join(', ')}`);
  return input.value;
};

/** Everything a reader sees, in one text. */
export const readAll = (card: CardJson): string =>
  [...partsOf(card)]
    .flatMap(({ text, title, label, placeholder, value, type }) => [
      text,
      title,
      label,
      placeholder,
      type === 'Input.Text' || type === undefined ? value : undefined,
    ])
    .filter((each) => typeof each === 'string')
    .join('\n');
