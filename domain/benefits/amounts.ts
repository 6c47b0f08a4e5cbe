import { z } from 'zod';

/** A billion kronor or items a year: beyond any initiative of a municipality, so it is a slip of the keyboard. */
const MAX_AMOUNT = 1_000_000_000;
/** Minutes in a year: one item cannot save more. */
const MAX_MINUTES = 525_600;
/** kr per hour. */
const MAX_HOUR_COST = 100_000;
/** Years of adoption that can be given; the longest horizon of the model. */
const MAX_YEARS = 10;
const MAX_LINES = 100;

/** Every code that a benefit figure can be refused with. Each is a text key; the issue's path names the field. */
export const BENEFIT_FIGURE_REFUSALS = [
  'figures-missing',
  'unknown-field',
  'number-required',
  'number-negative',
  'number-too-large',
  'share-too-large',
  'adoption-required',
  'adoption-too-many-years',
  'yes-or-no-required',
  'year-not-in-horizon',
  'too-many-lines',
] as const;

export type BenefitFigureRefusal = (typeof BENEFIT_FIGURE_REFUSALS)[number];

const code = <Code extends BenefitFigureRefusal>(refusal: Code): Code => refusal;

const upTo = (max: number) =>
  z
    .number({ error: code('number-required') })
    .min(0, code('number-negative'))
    .max(max, code('number-too-large'));

/** Kronor (or items a year): finite, never negative. Infinity and NaN are refused as `number-required`. */
export const amountSchema = upTo(MAX_AMOUNT);
export const minutesSchema = upTo(MAX_MINUTES);
export const hourCostSchema = upTo(MAX_HOUR_COST);

/** A share 0–1, not per cent. */
export const shareSchema = z
  .number({ error: code('number-required') })
  .min(0, code('number-negative'))
  .max(1, code('share-too-large'));

/** Share of full use in year 1, 2, 3 …; the last value holds for the years after. */
export const adoptionSchema = z
  .array(shareSchema, { error: code('adoption-required') })
  .min(1, code('adoption-required'))
  .max(MAX_YEARS, code('adoption-too-many-years'));

/** The number of a year counted from the start: 1–10. */
export const yearSchema = z
  .int({ error: code('year-not-in-horizon') })
  .min(1, code('year-not-in-horizon'))
  .max(MAX_YEARS, code('year-not-in-horizon'));

export const yesOrNoSchema = z.boolean({ error: code('yes-or-no-required') });

/** Benefit or cost lines: none when left out, never more than a person could have meant. */
export const linesOf = <Line extends z.ZodType>(line: Line) =>
  z
    .array(line, { error: code('figures-missing') })
    .max(MAX_LINES, code('too-many-lines'))
    .default([]);

/** An object of figures that refuses what it does not know, so that a misspelt field is not silently worth 0 kr. */
export const figures = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? code('unknown-field') : code('figures-missing')),
  });
