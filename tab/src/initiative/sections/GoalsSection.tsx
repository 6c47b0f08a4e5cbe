import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { formatDay, formatMoney, formatNumber, formatShare } from '../../elements/format.ts';
import { Section } from '../../elements/Section.tsx';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import type { Language } from '../../texts/index.ts';
import { type Translate, useTexts } from '../../texts/useTexts.ts';
import { type GoalProgress, progressOf } from '../progress.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL },
  item: { display: 'grid', gap: tokens.spacingVerticalXXS },
  text: { margin: 0, overflowWrap: 'anywhere' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  bar: { marginTop: tokens.spacingVerticalXS, maxWidth: '320px' },
});

/** Goals with what has been measured; outcomes and what has been retired. */
export function GoalsSection({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t, language } = useTexts();
  return (
    <Section title={t('initiative:goals')}>
      <ul className={`${global.plainList} ${styles.list}`}>
        {progressOf(view.goals, view.measurements).map((progress) => (
          <GoalItem key={progress.goal.id} {...progress} />
        ))}
      </ul>
      {view.outcomes.length > 0 && (
        <div>
          <h3 className={global.subheading}>{t('initiative:outcomes')}</h3>
          {view.outcomes.map(({ year, amount, expected, source }) => (
            <p key={year} className={styles.text}>
              {t('initiative:outcomeYear', { year })}:{' '}
              {t('initiative:outcomeOf', {
                amount: formatMoney(amount, language),
                expected: formatMoney(expected, language),
                share: expected === 0 ? '–' : formatShare(amount / expected, language),
              })}{' '}
              <span className={styles.small}>{t('initiative:source', { source })}</span>
            </p>
          ))}
        </div>
      )}
      {view.retired.length > 0 && (
        <div>
          <h3 className={global.subheading}>{t('initiative:retired')}</h3>
          {view.retired.map(({ what, day }) => (
            <p key={what + day} className={styles.text}>
              {t('initiative:retiredOn', { what, day: formatDay(day, language) })}
            </p>
          ))}
        </div>
      )}
    </Section>
  );
}

function reachedText(t: Translate, share: number | undefined, language: Language): string {
  if (share === undefined) return t('initiative:noMeasurement');
  return share >= 1
    ? t('initiative:goalMet')
    : t('initiative:goalReached', { share: formatShare(share, language) });
}

function GoalItem({ goal, measurements, share }: GoalProgress) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t, language } = useTexts();
  const number = (value: number) => formatNumber(value, language, 2);
  return (
    <li className={styles.item}>
      <h3 className={global.subheading}>{goal.text}</h3>
      <p className={styles.text}>
        {t('initiative:goalFrom', {
          baseline: number(goal.baseline),
          target: number(goal.target),
          unit: goal.unit,
          day: formatDay(goal.due, language),
        })}
      </p>
      <p className={styles.small}>{t('initiative:measuredBy', { measure: goal.measure })}</p>
      <p className={styles.text}>
        <strong>{reachedText(t, share, language)}</strong>
      </p>
      {share !== undefined && (
        <div className={styles.bar} aria-hidden>
          <ProgressBar value={Math.min(1, Math.max(0, share))} thickness="large" />
        </div>
      )}
      {measurements.map(({ day, value, source }) => (
        <p key={`${day}-${value}-${source}`} className={styles.small}>
          {t('initiative:measured', { value: number(value), unit: goal.unit, day: formatDay(day, language) })}{' '}
          {t('initiative:source', { source })}
        </p>
      ))}
    </li>
  );
}
