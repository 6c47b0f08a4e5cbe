import { makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useId } from 'react';
import { Choose } from '../elements/Choose.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { PersonasContext } from './PersonasContext.ts';

const useStyles = makeStyles({
  box: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  label: {
    '@media (max-width: 639px)': { position: 'absolute', clipPath: 'inset(50%)' },
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  select: { maxWidth: '300px', '@media (max-width: 639px)': { maxWidth: '200px' } },
});

export function PersonaSelect() {
  const personas = useContext(PersonasContext);
  const styles = useStyles();
  const { t } = useTexts();
  const id = useId();
  if (!personas) return null;
  return (
    <div className={styles.box}>
      <label htmlFor={id} className={styles.label}>
        {t('shell:persona')}
      </label>
      <Choose
        id={id}
        size="small"
        className={styles.select}
        value={personas.chosen}
        onChange={(_event, { value }) => personas.choose(value)}
      >
        {personas.all.map((persona) => (
          <option key={persona.id} value={persona.id}>
            {persona.name}
          </option>
        ))}
      </Choose>
    </div>
  );
}
