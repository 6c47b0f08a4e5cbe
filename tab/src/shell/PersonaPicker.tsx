import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTexts } from '../texts/useTexts.ts';
import { useGlobalStyles } from './globalStyles.ts';
import type { Persona } from './hostKinds.ts';

const useStyles = makeStyles({
  page: {
    maxWidth: '720px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
    display: 'grid',
    gap: tokens.spacingVerticalL,
  },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
  },
  button: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    width: '100%',
    height: '100%',
    padding: tokens.spacingHorizontalM,
  },
  persona: { display: 'grid' },
  title: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Local mode: who to be. */
export function PersonaPicker({
  personas,
  onChoose,
}: {
  personas: readonly Persona[];
  onChoose: (id: string) => void;
}) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  return (
    <main className={styles.page}>
      <h1 className={global.pageTitle}>{t('shell:choosePersona')}</h1>
      <p className={global.intro}>{t('shell:choosePersonaHelp')}</p>
      <ul className={`${global.plainList} ${styles.list}`}>
        {personas.map(({ id, name, title }) => (
          <li key={id}>
            <Button className={styles.button} onClick={() => onChoose(id)}>
              <span className={styles.persona}>
                {name}
                {title && !name.startsWith(title) && <span className={styles.title}>{title}</span>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
