import type { z } from 'zod';
import {
  adoptionSchema,
  amountSchema,
  figures,
  hourCostSchema,
  linesOf,
  minutesSchema,
  shareSchema,
  yearSchema,
  yesOrNoSchema,
} from './amounts.ts';
import type { Estimate } from './estimate.ts';
import type { BenefitModel } from './model.ts';

/**
 * What the line is multiplied by in the low (careful) and the high (hopeful) case, when the one who fills in the line
 * has an own lowest and highest value. A cost is usually above 1 in the low case.
 */
const caseFactors = figures({ low: amountSchema, high: amountSchema }).optional();

export const timeBenefitLineSchema = figures({
  /** Items per year. */
  volumePerYear: amountSchema,
  /** Minutes saved per item. */
  minutesPerItem: minutesSchema,
  /** kr per hour including social fees. */
  hourCost: hourCostSchema,
  /** f, share of the time taken home in money. */
  shareInMoney: shareSchema.default(0),
  /** False: the benefit comes in full from year 1 whatever the adoption. */
  scalesWithAdoption: yesOrNoSchema.default(true),
  caseFactors,
});

export const financialLineSchema = figures({
  /** kr per year at full use. */
  perYear: amountSchema,
  scalesWithAdoption: yesOrNoSchema.default(true),
  caseFactors,
});

export const costLineSchema = figures({
  /** kr paid to others: in year 0 for a one-time cost, per year for a yearly one. */
  external: amountSchema.default(0),
  /** Own staff's work: hours and kr per hour including social fees. */
  internal: figures({ hours: amountSchema, hourCost: hourCostSchema }).optional(),
  caseFactors,
});

export const yearlyCostLineSchema = figures({
  ...costLineSchema.shape,
  /** Last year the cost is paid, e.g. 2 for running the old way in parallel for two years; the horizon when left out. */
  untilYear: yearSchema.optional(),
});

/**
 * The general form of a benefit calculation: any number of benefit and cost lines and one adoption curve.
 * Money in kr at the same price level for all years. The short estimate is the special case of one line each.
 * Source: Inera, Metodstöd nyttokalkyl, steps 4–8.
 */
export const benefitInputSchema = figures({
  timeBenefits: linesOf(timeBenefitLineSchema),
  financialBenefits: linesOf(financialLineSchema),
  oneTimeCosts: linesOf(costLineSchema),
  yearlyCosts: linesOf(yearlyCostLineSchema),
  adoption: adoptionSchema.default([1]),
});

export type TimeBenefitLine = z.output<typeof timeBenefitLineSchema>;
export type CostLine = z.output<typeof costLineSchema>;
export type BenefitInput = z.output<typeof benefitInputSchema>;

/** The short estimate in the general form; an unknown hour cost becomes the model's. */
export function benefitInputOf(estimate: Estimate, model: BenefitModel): BenefitInput {
  const { volumePerYear, minutesPerItem, shareInMoney, adoption } = estimate;
  const hourCost = estimate.hourCost ?? model.defaultHourCost;
  return {
    timeBenefits: [{ volumePerYear, minutesPerItem, hourCost, shareInMoney, scalesWithAdoption: true }],
    financialBenefits: [{ perYear: estimate.otherFinancialPerYear, scalesWithAdoption: true }],
    oneTimeCosts: [{ external: estimate.oneTimeCost }],
    yearlyCosts: [{ external: estimate.yearlyCost }],
    adoption,
  };
}
