import { makeStyles, tokens } from '@fluentui/react-components';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { Section } from '../../elements/Section.tsx';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { useTexts } from '../../texts/useTexts.ts';

const useStyles = makeStyles({ list: { display: 'grid', gap: tokens.spacingVerticalM } });

export function LessonsSection({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  return (
    <Section title={t('initiative:lessons')}>
      <ul className={`${global.plainList} ${styles.list}`}>
        {view.lessons.map(({ text, advice }) => (
          <li key={text}>
            <p className={global.prose}>{text}</p>
            {advice && (
              <p className={`${global.prose} ${global.quiet}`}>{t('initiative:advice', { advice })}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
