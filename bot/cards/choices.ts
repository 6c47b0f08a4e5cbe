import { AFFECTED_GROUPS, CATEGORIES, CHANGE_TYPES } from '../../domain/initiatives/content.ts';
import { STATUSES } from '../../domain/initiatives/followUps.ts';
import type { Texts } from '../texts/texts.ts';
import type { Choice } from './form.ts';
import type { UnitChoice } from './model.ts';
import { plainLine } from './neutralise.ts';
import { bytesOf } from './room.ts';

/** Choices that are the same on every card are made once per language. */
const oncePer = (make: (texts: Texts) => readonly Choice[]): ((texts: Texts) => readonly Choice[]) => {
  const made = new WeakMap<Texts, readonly Choice[]>();
  return (texts) => {
    const known = made.get(texts);
    if (known) return known;
    const choices = make(texts);
    made.set(texts, choices);
    return choices;
  };
};

const named = (topic: string, values: readonly string[]) =>
  oncePer(({ t }) => values.map((value) => ({ title: t(`${topic}.${value}`), value })));

export const groupChoices = named('groups', AFFECTED_GROUPS);
export const changeTypeChoices = named('changeTypes', CHANGE_TYPES);
export const categoryChoices = named('categories', CATEGORIES);
export const statusChoices = named('statuses', STATUSES);
export const fundingChoices = named('funding', [
  'own-budget',
  'central-funds',
  'external-funds',
  'no-cost',
  'not-known',
]);
export const similarChoices = named('similarAnswers', ['coordinate', 'merge', 'separate']);
export const deviationChoices = named('deviationChoices', ['continue', 'change', 'pause', 'cancel']);

export type UnitChoices = { readonly choices: readonly Choice[]; readonly cut: boolean };

/**
 * Units to choose from, with the department where it tells something. When not all find room, those near `near`
 * and whole departments come first, and `cut` says that some are missing.
 */
export function unitChoices(units: readonly UnitChoice[], room: number, near?: string): UnitChoices {
  const all = units.map(asChoice);
  if (atMost(all) <= room || roomFor(all) <= room) return { choices: all, cut: false };
  const department = units.find(({ id }) => id === near)?.department;
  const rank = (unit: UnitChoice): number => {
    if (unit.id === near) return 0;
    if (unit.department === department) return 1;
    return unit.name === unit.department ? 2 : 3;
  };
  const choices: Choice[] = [];
  let used = 0;
  for (const unit of [...units].sort((a, b) => rank(a) - rank(b))) {
    const choice = asChoice(unit);
    used += roomFor([choice]);
    if (used > room) break;
    choices.push(choice);
  }
  return { choices, cut: true };
}

const asChoice = ({ id, name, department }: UnitChoice): Choice => ({
  title: plainLine(department === '' || department === name ? name : `${name} (${department})`),
  value: id,
});

/** Swedish letters take two bytes: never less than the room they need, without counting each. */
const atMost = (choices: readonly Choice[]): number =>
  choices.reduce((sum, { title, value }) => sum + 2 * title.length + value.length + PUNCTUATION, 0);

/** `{"title":"","value":""},` */
const PUNCTUATION = 23;

const roomFor = (choices: readonly Choice[]): number =>
  choices.reduce((sum, { title, value }) => sum + bytesOf(title) + bytesOf(value) + PUNCTUATION, 0);
