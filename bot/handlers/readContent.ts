import {
  type ContentChange,
  contentChangeSchema,
  type DraftContent,
  FLAGS,
  LIMITS,
} from '../../domain/initiatives/content.ts';
import { emptied, FIGURES } from '../cards/filled.ts';
import type { FieldErrors, RawValues } from '../cards/model.ts';
import type { Texts } from '../texts/texts.ts';
import { listOf, numberOf, textOf, yesNoOf } from './inputs.ts';

type Estimate = DraftContent['estimate'];
export type ReadContent = { readonly content: ContentChange; readonly errors: FieldErrors };

/**
 * Reads the fields of the proposal cards. Only fields the card had are returned, empty when they were emptied; what is
 * wrong comes back as texts by input id, and the raw values are shown again by the card.
 * @param before the estimate as it is: what the card cannot show of it stays.
 */
export function readContent(data: RawValues, texts: Texts, before?: Estimate): ReadContent {
  const errors: Record<string, string> = {};
  const raw: Record<string, unknown> = {};
  const gone = emptied(data);
  for (const id of ['title', 'problem', 'solution', 'effect'] as const) {
    if (typeof data[id] !== 'string' && !gone.includes(id)) continue;
    const text = textOf(data, id) ?? '';
    const { length } = text;
    if (length > LIMITS[id]) errors[id] = texts.t('refusals.too-long.field', { limit: LIMITS[id], length });
    else raw[id] = text;
  }
  for (const id of ['unit', 'changeType', 'category'] as const) {
    const value = textOf(data, id);
    if (value !== undefined) raw[id] = value;
  }
  const groups = listOf(data, 'affectedGroups');
  if (groups) raw.affectedGroups = groups;
  const flags = FLAGS.map((id) => [id, yesNoOf(data, id)] as const);
  if (flags.some(([, answer]) => answer !== undefined))
    raw.flags = Object.fromEntries(flags.map(([id, answer]) => [id, answer ?? false]));
  const several = yesNoOf(data, 'severalUnits');
  if (several !== undefined) raw.severalUnits = several;
  const estimate = readEstimate(data, texts, errors, before);
  if (estimate !== undefined) raw.estimate = estimate;

  const parsed = contentChangeSchema.safeParse(raw);
  if (parsed.success) return { content: parsed.data, errors };
  for (const { path } of parsed.error.issues) {
    const [first, second] = path.map(String);
    const field = first === 'estimate' ? (second ?? 'volumePerYear') : (first ?? 'problem');
    errors[field] ??= texts.t('refusals.invalid.field');
  }
  return { content: {}, errors };
}

type Figures = Partial<Record<(typeof FIGURES)[number], number>>;

/**
 * Volume, minutes or a cost make an estimate; the rest has defaults, and the card sends its default hour cost whether
 * or not anybody has looked at it. Adoption is written in percent. A figure that was emptied goes back to its default.
 * @returns null when the figures of an estimate were emptied: there is to be none; undefined when there is none to read.
 */
function readEstimate(
  data: RawValues,
  texts: Texts,
  errors: Record<string, string>,
  before: Estimate,
): Record<string, unknown> | null | undefined {
  const figures: Figures = {};
  for (const id of FIGURES) {
    const value = numberOf(data, id);
    if (value === undefined) continue;
    if (Number.isNaN(value) || value < 0 || value > 1e9) errors[id] = texts.t('refusals.invalid.number');
    else figures[id] = value;
  }
  const { volumePerYear, minutesPerItem, oneTimeCost, yearlyCost, hourCost, adoption } = figures;
  const gone = FIGURES.filter((id) => emptied(data).includes(id));
  if ([volumePerYear, minutesPerItem, oneTimeCost, yearlyCost].every((value) => value === undefined))
    return gone.length > 0 && Object.keys(errors).length === 0 ? null : undefined;
  if (adoption !== undefined && adoption > 100) errors.adoption = texts.t('refusals.invalid.percent');
  const isOtherAdoption = adoption !== undefined && adoption !== percentOf(before);
  return {
    ...without(before, gone),
    volumePerYear: volumePerYear ?? 0,
    minutesPerItem: minutesPerItem ?? 0,
    ...(oneTimeCost !== undefined && { oneTimeCost }),
    ...(yearlyCost !== undefined && { yearlyCost }),
    ...(hourCost !== undefined && { hourCost }),
    ...(isOtherAdoption && { adoption: [Math.min(1, adoption / 100)] }),
  };
}

const without = (estimate: Estimate, gone: readonly string[]): object =>
  Object.fromEntries(Object.entries(estimate ?? {}).filter(([id]) => !gone.includes(id)));

/** What the card shows of an adoption that may differ from year to year. */
const percentOf = (estimate: Estimate): number | undefined =>
  estimate && Math.round((estimate.adoption[0] ?? 1) * 100);
