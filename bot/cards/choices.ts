import { AFFECTED_GROUPS, CATEGORIES, CHANGE_TYPES } from '../../domain/initiatives/content.ts';
import { STATUSES } from '../../domain/initiatives/followUps.ts';
import { remembering } from '../texts/remembering.ts';
import type { Choice } from './form.ts';
import type { UnitChoice } from './model.ts';
import { plainLine } from './neutralise.ts';
import { perLanguage } from './perLanguage.ts';

const named = (topic: string, values: readonly string[]) =>
  perLanguage(({ t }): readonly Choice[] =>
    values.map((value) => ({ title: t(`${topic}.${value}`), value })),
  );

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
  const { choices, bytes } = allOf(units);
  return bytes <= room ? { choices, cut: false } : { choices: nearest(units, room, near), cut: true };
}

function nearest(units: readonly UnitChoice[], room: number, near: string | undefined): Choice[] {
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
    used += bytesOfChoice(choice);
    if (used > room) break;
    choices.push(choice);
  }
  return choices;
}

/** The same list of units is shown on card after card. */
const allOf = remembering((units: readonly UnitChoice[]) => {
  const choices = units.map(asChoice);
  return { choices, bytes: choices.reduce((sum, choice) => sum + bytesOfChoice(choice), 0) };
}, 20);

const asChoice = ({ id, name, department }: UnitChoice): Choice => ({
  title: plainLine(department === '' || department === name ? name : `${name} (${department})`),
  value: id,
});

const bytesOfChoice = (choice: Choice): number => Buffer.byteLength(JSON.stringify(choice)) + 1;
