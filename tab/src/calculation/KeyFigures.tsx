import { makeStyles, tokens } from '@fluentui/react-components';
import type { Calculation } from '../../../domain/benefits/calculate.ts';
import type { BenefitModel } from '../../../domain/benefits/model.ts';
import { formatMoney, formatNumber, formatShare, formatYears } from '../elements/format.ts';
import type { Language } from '../texts/index.ts';
import { type Translate, useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 190px), 1fr))',
  },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  hint: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** "2,3 år", "Direkt" or "Inte inom 5 år". @param years null = not within the horizon. */
export function paybackText(t: Translate, years: number | null, horizon: number, language: Language): string {
  if (years === null) return t('initiative:notPaidBack', { years: horizon });
  return years === 0
    ? t('initiative:atOnce')
    : t('initiative:years', { value: formatYears(years, language) });
}

type KeyFiguresProps = { readonly calculation: Calculation; readonly model: BenefitModel };

/** The four figures people ask for first. */
export function KeyFigures({ calculation, model }: KeyFiguresProps) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const other = calculation.otherFinancialPerYearAtFullUse;
  const rate = formatShare(model.discountRate, language);
  const figures: readonly (readonly [string, string, string?])[] = [
    [
      t('initiative:valuePerYear'),
      formatMoney(calculation.valuePerYearAtFullUse, language),
      t('initiative:valuePerYearHint'),
    ],
    [
      t('initiative:hoursPerYear'),
      t('initiative:hours', { value: formatNumber(calculation.hoursPerYearAtFullUse, language) }),
      t('initiative:valuePerYearHint'),
    ],
    ...(other > 0
      ? [
          [
            t('initiative:otherPerYear'),
            formatMoney(other, language),
            t('initiative:valuePerYearHint'),
          ] as const,
        ]
      : []),
    [t('initiative:payback'), paybackText(t, calculation.total.payback, model.horizonYears, language)],
    [
      t('initiative:npv'),
      formatMoney(calculation.total.npv, language),
      t('initiative:npvHint', { years: model.horizonYears, rate }),
    ],
  ];
  return (
    <dl className={styles.list}>
      {figures.map(([term, figure, hint]) => (
        <div key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.figure}>
            {figure}
            {hint && <span className={styles.hint}>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
