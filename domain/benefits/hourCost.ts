import type { BenefitModel } from './model.ts';

/**
 * `month-hours`: pay × F / h, the form of Inera's calculation method.
 * `year-hours`: pay × 12 × (1 + PO) / hours per year, for a municipality that uses SKR's PO of the year.
 */
export type HourCostMethod = 'month-hours' | 'year-hours';

/**
 * What an hour of own staff costs the employer, social fees included.
 * @param monthPay kr per month before tax.
 * @returns kr per hour, unrounded. 31 500 kr gives 341.62 by month and 342.56 by year with the default settings.
 * Source: Inera, Metodstöd nyttokalkyl, Kalkylfaktorer; SKR, Arbetsgivaravgifter och PO-pålägg.
 */
export function hourCostFromMonthPay(
  monthPay: number,
  model: BenefitModel,
  method: HourCostMethod = 'month-hours',
): number {
  return method === 'month-hours'
    ? (monthPay * model.oncostFactor) / model.monthlyHours
    : (monthPay * 12 * (1 + model.socialFeeShare)) / model.annualHours;
}
