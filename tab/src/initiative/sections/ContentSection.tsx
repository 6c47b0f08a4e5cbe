import { makeStyles, tokens } from '@fluentui/react-components';
import { FLAGS } from '../../../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { Facts } from '../../elements/Facts.tsx';
import { Section } from '../../elements/Section.tsx';
import { sentence } from '../../elements/sentence.ts';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { labelOf, useTexts } from '../../texts/useTexts.ts';

const useStyles = makeStyles({ part: { display: 'grid', gap: tokens.spacingVerticalXXS } });

/** What the proposer wrote, the need first. */
export function ContentSection({ view: { content } }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const missing = t('initiative:missing');
  const flags =
    content.flags && FLAGS.filter((flag) => content.flags?.[flag]).map((flag) => t(`codes:flag.${flag}`));
  const texts = [
    [t('initiative:problem'), content.problem || missing],
    [t('initiative:solution'), content.solution],
    [t('initiative:effect'), content.effect],
  ] as const;
  return (
    <Section title={t('initiative:content')}>
      {texts.map(
        ([heading, text]) =>
          text && (
            <div key={heading} className={styles.part}>
              <h3 className={global.subheading}>{heading}</h3>
              <p className={global.prose}>{text}</p>
            </div>
          ),
      )}
      <Facts
        facts={[
          [
            t('initiative:affected'),
            sentence(content.affectedGroups?.map((group) => labelOf(t, 'group', group)) ?? []) || missing,
          ],
          [
            t('initiative:changeType'),
            content.changeType ? t(`codes:changeType.${content.changeType}`) : missing,
          ],
          [t('initiative:category'), content.category ? labelOf(t, 'category', content.category) : missing],
          [
            t('initiative:flags'),
            flags
              ? sentence([...flags, ...(content.severalUnits ? [t('initiative:severalUnits')] : [])]) ||
                t('initiative:noFlags')
              : missing,
          ],
        ]}
      />
    </Section>
  );
}
