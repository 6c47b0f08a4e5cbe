import { makeStyles, tokens } from '@fluentui/react-components';
import type { EventType } from '../../../../domain/initiatives/events.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { formatTime } from '../../elements/format.ts';
import { Section } from '../../elements/Section.tsx';
import { useShortList } from '../../elements/useShortList.tsx';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { useTexts } from '../../texts/useTexts.ts';

const SHORT = 6;

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM },
  what: { margin: 0 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Every row of the log: what, who and when; newest first. */
export function HistorySection({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t, language } = useTexts();
  const rows = view.history.toReversed();
  const { shown, more } = useShortList(rows, SHORT, t('initiative:historyAll', { total: rows.length }));
  return (
    <Section title={t('initiative:history')}>
      <ol className={`${global.plainList} ${styles.list}`}>
        {shown.map(({ sequence, types, by, at }) => (
          <li key={sequence}>
            <p className={styles.what}>{types.map((type) => t(`events:${type as EventType}`)).join(' · ')}</p>
            <p className={styles.small}>
              {t('initiative:byAt', { name: by.name, at: formatTime(at, language) })}
            </p>
          </li>
        ))}
      </ol>
      {more}
    </Section>
  );
}
