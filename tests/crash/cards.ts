/** Reads Adaptive Cards as a person does: which buttons there are, what can be filled in. */

export type Card = Readonly<Record<string, unknown>>;
export type ButtonData = { readonly op: string; readonly id: string } & Readonly<Record<string, unknown>>;

/** What the button with this verb sends along; undefined when the card has no such button. */
export function buttonOf(card: Card, verb: string): ButtonData | undefined {
  const button = elementsOf(card).find(({ type, verb: own }) => type === 'Action.Execute' && own === verb);
  return button?.data as ButtonData | undefined;
}

export const inputsOf = (card: Card): string[] =>
  elementsOf(card).flatMap(({ type, id }) =>
    typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string' ? [id] : [],
  );

/** All that can be read, for saying what a card was that nobody had expected. */
export const wordsOf = (card: Card): string =>
  elementsOf(card)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join(' / ');

function elementsOf(value: unknown): Card[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(elementsOf);
  return Array.isArray(value) ? inner : [value as Card, ...inner];
}
