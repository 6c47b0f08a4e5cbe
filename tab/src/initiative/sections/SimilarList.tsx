import { makeStyles, tokens } from '@fluentui/react-components';
import type { SimilarView } from '../../../../domain/portfolio/views.ts';
import { StateMark } from '../../elements/StateMark.tsx';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { TextLink } from '../../shell/TextLink.tsx';
import { useTexts } from '../../texts/useTexts.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    minWidth: 0,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  small: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  lessons: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type SimilarListProps = { readonly hits: readonly SimilarView[]; readonly nameOf: (unit: string) => string };

/** Cases that are about the same thing, why we think so, and what was learned there. */
export function SimilarList({ hits, nameOf }: SimilarListProps) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  return (
    <ul className={`${global.plainList} ${styles.list}`}>
      {hits.map((hit) => (
        <li key={hit.id} className={styles.item}>
          <TextLink to={`/initiatives/${encodeURIComponent(hit.number)}`} className={styles.title}>
            {hit.title}
          </TextLink>
          <span className={styles.line}>
            {hit.number}
            <span>{nameOf(hit.unit)}</span>
            <StateMark state={hit.state} />
          </span>
          {hit.words.length > 0 && (
            <p className={styles.small}>
              {t('initiative:words')}: <strong>{hit.words.join(', ')}</strong>
            </p>
          )}
          {hit.lessons.length > 0 && (
            <>
              <p className={styles.small}>{t('initiative:lessonsThere')}:</p>
              <ul className={styles.lessons}>
                {hit.lessons.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
