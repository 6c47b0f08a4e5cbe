import { makeStyles, tokens } from '@fluentui/react-components';
import { ClockAlarmRegular } from '@fluentui/react-icons';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { formatDay, formatNumber, formatTime } from '../../elements/format.ts';
import { Section } from '../../elements/Section.tsx';
import { StatusMark } from '../../elements/StatusMark.tsx';
import { useShortList } from '../../elements/useShortList.tsx';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { useTexts } from '../../texts/useTexts.ts';

const SHORT = 4;

const useStyles = makeStyles({
  list: { ':empty': { display: 'none' }, display: 'grid', gap: tokens.spacingVerticalL },
  item: { display: 'grid', gap: tokens.spacingVerticalXXS },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  next: { margin: 0 },
  late: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  status: { fontWeight: tokens.fontWeightSemibold },
});

/** What shall be followed up next, and how it has gone so far; newest first. */
export function FollowUpsSection({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t, language } = useTexts();
  const [next] = view.schedule;
  const made = view.followUps.toReversed();
  const { shown, more } = useShortList(made, SHORT, t('initiative:followUpsAll', { total: made.length }));
  return (
    <Section title={t('initiative:followUps')}>
      {next && (
        <div>
          <h3 className={global.subheading}>{t('initiative:nextFollowUp')}</h3>
          <p className={styles.next}>
            {t(`codes:followUpKind.${next.kind}`)}, {formatDay(next.due, language)}{' '}
            {view.overdueDays > 0 && (
              <span className={styles.late}>
                <ClockAlarmRegular aria-hidden />{' '}
                {t('initiative:overdueFollowUp', { count: view.overdueDays })}
              </span>
            )}
          </p>
        </div>
      )}
      {view.followUps.length === 0 && <p className={global.prose}>{t('initiative:noFollowUps')}</p>}
      <ol className={`${global.plainList} ${styles.list}`}>
        {shown.map(({ at, by, status, text, measurement }) => {
          const goal = view.goals.find(({ id }) => id === measurement?.goal);
          return (
            <li key={at} className={styles.item}>
              <span className={styles.status}>
                <StatusMark status={status} />
              </span>
              {text && <p className={global.prose}>{text}</p>}
              {measurement && goal && (
                <p className={styles.small}>
                  {goal.text.replace(/\.$/, '')}: {formatNumber(measurement.value, language, 2)} {goal.unit}
                </p>
              )}
              <p className={styles.small}>
                {t('initiative:byAt', { name: by.name, at: formatTime(at, language) })}
              </p>
            </li>
          );
        })}
      </ol>
      {more}
    </Section>
  );
}
