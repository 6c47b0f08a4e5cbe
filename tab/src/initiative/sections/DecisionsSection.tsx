import { makeStyles, tokens } from '@fluentui/react-components';
import type { EventType } from '../../../../domain/initiatives/events.ts';
import type { LightBreach } from '../../../../domain/initiatives/tracks.ts';
import type { DecisionView, InitiativeView } from '../../../../domain/portfolio/views.ts';
import { formatTime } from '../../elements/format.ts';
import { Section } from '../../elements/Section.tsx';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { type Translate, useTexts } from '../../texts/useTexts.ts';
import { decisionLines } from './decisionLines.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, ':empty': { display: 'none' } },
  item: { display: 'grid', gap: tokens.spacingVerticalXXS },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  detail: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: '72ch' },
  reason: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    maxWidth: '72ch',
  },
});

/** What was decided, by whom, and why; newest first. */
export function DecisionsSection({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t, language } = useTexts();
  return (
    <Section title={t('initiative:decisions')}>
      {view.decisions.length === 0 && <p className={global.prose}>{t('initiative:noDecisions')}</p>}
      <ol className={`${global.plainList} ${styles.list}`}>
        {view.decisions.toReversed().map((decision) => (
          <li key={`${decision.at}-${decision.type}`} className={styles.item}>
            <p className={styles.what}>{t(`events:${decision.type as EventType}`)}</p>
            <p className={styles.small}>
              {t('initiative:byAt', { name: decision.by.name, at: formatTime(decision.at, language) })}
              {decision.to !== decision.from &&
                ` · ${t('initiative:toState', { state: t(`states:${decision.to}.name`) })}`}
            </p>
            {decisionLines(decision, t, language).map((line) => (
              <p key={line} className={styles.detail}>
                {line}
              </p>
            ))}
            {decision.reason && <p className={styles.reason}>{reasonText(t, decision)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** A move to the full track is made by rule, and its reason is the rule's codes. */
export function reasonText(t: Translate, { type, reason }: Pick<DecisionView, 'type' | 'reason'>): string {
  if (type !== 'MovedToFullTrack' || !reason) return reason ?? '';
  const reasons = reason.split(', ').map((code) => t(`codes:lightBreach.${code as LightBreach}`));
  return t('initiative:whyFullTrack', { reasons: reasons.join(', ') });
}
