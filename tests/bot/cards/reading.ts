import type { CardJson } from '../../../bot/cards/model.ts';
import { createTexts } from '../../../bot/texts/texts.ts';
import { nodesOf } from './lint.ts';
import { meanings } from './markdown.ts';

export const sv = createTexts()('sv');

type Node = Readonly<Record<string, unknown>>;

/** Markdown that Teams will read: texts, facts and choices. */
export function markdownIn(card: CardJson): string[] {
  return [...nodesOf(card)].flatMap(({ node }) => {
    const facts = (node.facts as Node[] | undefined)?.flatMap(({ title, value }) => [title, value]) ?? [];
    const choices = (node.choices as Node[] | undefined)?.map(({ title }) => title) ?? [];
    return [node.type === 'TextBlock' ? node.text : undefined, ...facts, ...choices].filter(
      (text) => typeof text === 'string',
    );
  });
}

/** All words on the card, as one text, without the invisible gaps. */
export const wordsOn = (card: CardJson): string => markdownIn(card).join('\n').replaceAll('\u200b', '');

/** Meanings that only a person's text can have brought in: the card's own texts use bold and numbered lists. */
export const foreignMeanings = (card: CardJson): string[] =>
  markdownIn(card)
    .flatMap(meanings)
    .filter((tag) => !/^<\/?(strong|ol|li)/.test(tag));

/** What follows an element on the card. */
export function below(card: CardJson, id: string): Node | undefined {
  const nodes = [...nodesOf(card)].map(({ node }) => node);
  return nodes[nodes.findIndex((node) => node.id === id) + 1];
}
