import { makeStyles, tokens } from '@fluentui/react-components';
import { calculate } from '../../../domain/benefits/calculate.ts';
import { type Estimate, estimateSchema } from '../../../domain/benefits/estimate.ts';
import { type BenefitModel, DEFAULT_BENEFIT_MODEL } from '../../../domain/benefits/model.ts';
import { formatMoney, formatNumber, formatShare } from '../elements/format.ts';
import { Section } from '../elements/Section.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useTexts } from '../texts/useTexts.ts';
import { CasesTable } from './CasesTable.tsx';
import { FlowTable } from './FlowTable.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Warnings } from './Warnings.tsx';

const useStyles = makeStyles({
  tables: {
    display: 'grid',
    gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL}`,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    alignItems: 'start',
  },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  list: { margin: `${tokens.spacingVerticalS} 0 0`, paddingLeft: tokens.spacingHorizontalXL },
});

/** What the short estimate says, counted by the same formulas as everywhere else in the product. */
export function CalculationSection({ estimate }: { estimate: Estimate | undefined }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const read = estimateSchema.safeParse(estimate);
  const model = DEFAULT_BENEFIT_MODEL;
  const calculation = read.success ? calculate(read.data, model) : undefined;
  return (
    <Section title={t('initiative:calculation')}>
      {!calculation && (
        <p className={global.prose}>{t(estimate ? 'initiative:invalidFigure' : 'initiative:noEstimate')}</p>
      )}
      {read.success && calculation && (
        <>
          <KeyFigures calculation={calculation} model={model} />
          <Warnings warnings={calculation.warnings} />
          <div className={styles.tables}>
            <FlowTable accumulated={calculation.total.accumulated} />
            <CasesTable calculation={calculation} model={model} />
          </div>
          <Assumptions estimate={read.data} model={model} />
        </>
      )}
    </Section>
  );
}

function Assumptions({ estimate, model }: { estimate: Estimate; model: BenefitModel }) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const money = (amount: number) => formatMoney(amount, language);
  const share = (value: number) => formatShare(value, language);
  const lines = [
    t('initiative:assumption.volume', {
      volume: formatNumber(estimate.volumePerYear, language),
      minutes: formatNumber(estimate.minutesPerItem, language, 1),
    }),
    estimate.hourCost === undefined
      ? t('initiative:assumption.hourCostDefault', { amount: money(model.defaultHourCost) })
      : t('initiative:assumption.hourCost', { amount: money(estimate.hourCost) }),
    t('initiative:assumption.shareInMoney', { share: share(estimate.shareInMoney) }),
    t('initiative:assumption.other', { amount: money(estimate.otherFinancialPerYear) }),
    t('initiative:assumption.oneTime', { amount: money(estimate.oneTimeCost) }),
    t('initiative:assumption.yearly', { amount: money(estimate.yearlyCost) }),
    t('initiative:assumption.adoption', {
      shares: estimate.adoption
        .map((part, year) => `${t('initiative:year', { year: year + 1 })}: ${share(part)} %`)
        .join(', '),
    }),
  ];
  return (
    <details>
      <summary className={styles.summary}>{t('initiative:assumptions')}</summary>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
