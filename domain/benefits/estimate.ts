import type { z } from 'zod';
import {
  adoptionSchema,
  amountSchema,
  figures,
  hourCostSchema,
  minutesSchema,
  shareSchema,
} from './amounts.ts';

/**
 * The short benefit estimate that an employee can give in a minute: how often, how many minutes each time.
 * Money in kr at the same price level for all years; shares 0–1. What is left out gets a careful default:
 * no money taken home, no costs, full use from year 1, and the model's hour cost at calculation time.
 * Issues carry a `BenefitFigureRefusal` as message and the field as path.
 */
export const estimateSchema = figures({
  /** Items per year that the change touches. */
  volumePerYear: amountSchema,
  /** Minutes saved per item. */
  minutesPerItem: minutesSchema,
  /** kr per hour including social fees; the model's `defaultHourCost` when unknown. */
  hourCost: hourCostSchema.optional(),
  /** f, the share of the freed time that is taken home in money; the rest is reallocated. */
  shareInMoney: shareSchema.default(0),
  /** E, kr per year at full use beside the time: licences, postage, agency staff, income. */
  otherFinancialPerYear: amountSchema.default(0),
  /** C₀, kr in year 0. */
  oneTimeCost: amountSchema.default(0),
  /** D, kr per year from year 1. */
  yearlyCost: amountSchema.default(0),
  adoption: adoptionSchema.default([1]),
});

export type Estimate = z.output<typeof estimateSchema>;
