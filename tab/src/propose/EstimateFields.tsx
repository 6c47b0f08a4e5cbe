import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { calculate } from '../../../domain/benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../../../domain/benefits/model.ts';
import { KeyFigures } from '../calculation/KeyFigures.tsx';
import { Warnings } from '../calculation/Warnings.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useTexts } from '../texts/useTexts.ts';
import { EMPTY_ESTIMATE, type EstimateField, readEstimate } from './form.ts';
import { type FieldsProps, useFieldProps } from './ProposalFields.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
  row: {
    display: 'grid',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    alignItems: 'start',
  },
  result: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  start: { justifySelf: 'start' },
});

const ROWS: readonly (readonly EstimateField[])[] = [
  ['volumePerYear', 'minutesPerItem'],
  ['oneTimeCost', 'yearlyCost'],
  ['hourCost', 'otherFinancialPerYear', 'shareInMoney'],
  ['adoption1', 'adoption2', 'adoption3'],
];

/** How often, how many minutes: enough for a first figure, which shows while one types. */
export function EstimateFields({ form, errors, change }: FieldsProps) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const field = useFieldProps(errors);
  const { estimate } = form;
  if (!estimate) {
    return (
      <div className={styles.fields}>
        <p className={global.prose}>{t('propose:estimateHelp')}</p>
        <Button className={styles.start} onClick={() => change({ estimate: EMPTY_ESTIMATE })}>
          {t('propose:addEstimate')}
        </Button>
      </div>
    );
  }
  const read = readEstimate(estimate).estimate;
  const calculation = read && calculate(read, DEFAULT_BENEFIT_MODEL);
  return (
    <div className={styles.fields}>
      <p className={global.prose}>{t('propose:estimateHelp')}</p>
      {ROWS.map((row) => (
        <div key={row[0]} className={styles.row}>
          {row.map((name) => (
            <Field key={name} {...field(name, name === 'volumePerYear' || name === 'minutesPerItem')}>
              <Input
                inputMode="decimal"
                value={estimate[name]}
                onChange={(_event, { value }) => change({ estimate: { ...estimate, [name]: value } })}
              />
            </Field>
          ))}
        </div>
      ))}
      <section
        className={styles.result}
        aria-label={t('propose:result')}
        aria-live="polite"
        aria-atomic="true"
      >
        <h3 className={global.subheading}>{t('propose:result')}</h3>
        {calculation ? (
          <>
            <KeyFigures calculation={calculation} model={DEFAULT_BENEFIT_MODEL} />
            <Warnings warnings={calculation.warnings} />
          </>
        ) : (
          <p className={global.prose}>{t('propose:resultWaiting')}</p>
        )}
      </section>
      <Button
        className={styles.start}
        size="small"
        appearance="subtle"
        onClick={() => change({ estimate: null })}
      >
        {t('propose:removeEstimate')}
      </Button>
    </div>
  );
}
