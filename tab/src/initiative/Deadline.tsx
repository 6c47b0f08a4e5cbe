import { makeStyles, tokens } from '@fluentui/react-components';
import { ClockAlarmRegular } from '@fluentui/react-icons';
import { daysBetween } from '../../../domain/calendar/plainDate.ts';
import { formatDay } from '../elements/format.ts';
import { useToday } from '../elements/useToday.ts';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({
  late: {
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  icon: { verticalAlign: '-2px', marginRight: tokens.spacingHorizontalXXS },
  left: { color: tokens.colorNeutralForeground3 },
});

/** A day and, in words, how far away it is. @param day local day. */
export function Deadline({ day }: { day: string }) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const days = daysBetween(useToday(), day);
  return (
    <>
      {formatDay(day, language)}{' '}
      {days < 0 ? (
        <span className={styles.late}>
          <ClockAlarmRegular aria-hidden className={styles.icon} />
          {t('initiative:late', { count: -days })}
        </span>
      ) : (
        <span className={styles.left}>
          ({days === 0 ? t('initiative:today') : t('initiative:left', { count: days })})
        </span>
      )}
    </>
  );
}
