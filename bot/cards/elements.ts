import { remembering } from '../texts/remembering.ts';
import type { CardJson } from './model.ts';

/** One element or action of a card, as plain JSON. */
export type Element = Readonly<Record<string, unknown>>;

/** What a list of elements may hold: parts that are left out are false or undefined. */
export type Part = Element | false | undefined;

export const present = (parts: readonly Part[]): Element[] =>
  parts.filter((part) => part !== undefined && part !== false);

/** A whole card. Teams blanks a card without version on phones, and 1.6 is not shown alike everywhere. */
export const card = (
  body: readonly Part[],
  actions: readonly Element[] = [],
  extra: Element = {},
): CardJson => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: present(body),
  ...(actions.length > 0 && { actions }),
  ...extra,
});

/** Running text. Own texts may hold markdown; what a person wrote goes through `plain` first. */
export const text = (value: string, options?: Element): Element => ({
  type: 'TextBlock',
  text: value,
  wrap: true,
  ...options,
});

/** The card's one heading. */
export const heading = (value: string): Element => ({
  type: 'TextBlock',
  text: value,
  wrap: true,
  style: 'heading',
  size: 'Large',
  weight: 'Bolder',
});

/** The heading of a part of the card, an own text. What it heads follows with little space. */
export const section: (value: string) => Element = remembering((value: string) => ({
  type: 'TextBlock',
  text: value,
  wrap: true,
  style: 'heading',
  size: 'Medium',
  weight: 'Bolder',
  spacing: 'Large',
}));

/** Small and pale: number, step, date, help. */
export const quiet = (value: string, options?: Element): Element => ({
  type: 'TextBlock',
  text: value,
  wrap: true,
  isSubtle: true,
  size: 'Small',
  ...options,
});

/** Belongs to what stands right above. */
export const CLOSE: Element = { spacing: 'Small' };
export const CLOSEST: Element = { spacing: 'None' };

/** What must not be missed; says it in words, the colour only helps. */
export const alert = (value: string, options?: Element): Element => ({
  type: 'TextBlock',
  text: value,
  wrap: true,
  color: 'Attention',
  weight: 'Bolder',
  ...options,
});

export type Fact = readonly [title: string, value: string | null | undefined | false];

/** Facts with a value; nothing at all when none has one. */
export function facts(all: readonly Fact[], options?: Element): Element | undefined {
  const shown: Element[] = [];
  for (const [title, value] of all) if (value) shown.push({ title, value });
  return shown.length > 0 ? { type: 'FactSet', facts: shown, ...options } : undefined;
}

export const container = (items: readonly Part[], options?: Element): Element => ({
  type: 'Container',
  items: present(items),
  ...options,
});

/** A part that stands out as somebody's words or another case. */
export const box = (items: readonly Part[]): Element => container(items, { style: 'emphasis' });
