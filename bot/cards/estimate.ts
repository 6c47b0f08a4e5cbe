import { calculate } from '../../domain/benefits/calculate.ts';
import type { Estimate } from '../../domain/benefits/estimate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../../domain/benefits/model.ts';
import { remembering } from '../texts/remembering.ts';
import type { Texts } from '../texts/texts.ts';
import { alert, CLOSE, type Element, facts, present, section } from './elements.ts';

/** An estimate does not change once it is written; the latest ones are the ones that are shown again. */
const calculationOf = remembering((estimate: Estimate) => calculate(estimate, DEFAULT_BENEFIT_MODEL), 200);

/** What the short estimate comes to, in hours and kronor, with what to look at before deciding. */
export function estimateResult(estimate: Estimate, texts: Texts): Element[] {
  const { t, kr, number, years } = texts;
  const { hoursPerYearAtFullUse, valuePerYearAtFullUse, otherFinancialPerYearAtFullUse, total, warnings } =
    calculationOf(estimate);
  const horizon = DEFAULT_BENEFIT_MODEL.horizonYears;
  const perYear = (amount: number): string => t('cards.estimate.per-year', { amount: kr(amount) });
  const payback = (time: number | null): string => {
    if (time === null) return t('cards.estimate.payback-never', { years: horizon });
    return time === 0
      ? t('cards.estimate.payback-at-once')
      : t('cards.estimate.payback-in', { time: years(time) });
  };
  const result = facts(
    [
      [
        t('cards.estimate.hours'),
        t('cards.estimate.hours-value', { hours: number(hoursPerYearAtFullUse, 0) }),
      ],
      [t('cards.estimate.value'), perYear(valuePerYearAtFullUse)],
      [
        t('cards.estimate.other'),
        otherFinancialPerYearAtFullUse > 0 && perYear(otherFinancialPerYearAtFullUse),
      ],
      [t('cards.estimate.one-time'), kr(estimate.oneTimeCost)],
      [t('cards.estimate.yearly'), perYear(estimate.yearlyCost)],
      [t('cards.estimate.payback'), payback(total.payback)],
      [t('cards.estimate.npv', { years: horizon }), kr(total.npv)],
    ],
    CLOSE,
  );
  return present([
    section(t('cards.estimate.heading')),
    result,
    ...warnings.map((warning) => alert(t(`cards.estimate.${warning}`), { size: 'Small' })),
  ]);
}

/** The same in one line: hours and their worth a year, when all use it. */
export function estimateLine(estimate: Estimate, { t, kr, number }: Texts): string {
  const { hoursPerYearAtFullUse, valuePerYearAtFullUse } = calculationOf(estimate);
  return t('cards.estimate.line', {
    hours: number(hoursPerYearAtFullUse, 0),
    amount: kr(valuePerYearAtFullUse),
  });
}
