import { makeStyles, tokens } from '@fluentui/react-components';
import type { TodoView } from '../../../domain/portfolio/views.ts';
import { StateMark } from '../elements/StateMark.tsx';
import { Deadline } from '../initiative/Deadline.tsx';
import { ownersText } from '../initiative/NextBox.tsx';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    ':first-child': { paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
  },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0 },
});

/** One case: what happens next, by whom and until when. A draft is opened where it is written. */
export function TodoItem({ item }: { item: TodoView }) {
  const styles = useStyles();
  const { t } = useTexts();
  const { id, number, title, state, next } = item;
  const page =
    state === 'DRAFT'
      ? `/propose/${encodeURIComponent(id)}`
      : `/initiatives/${encodeURIComponent(number ?? id)}`;
  const owners = ownersText(t, next);
  return (
    <li className={styles.item}>
      <TextLink to={page} className={styles.title}>
        {title || t('todo:untitled')}
      </TextLink>
      <span className={styles.line}>
        <StateMark state={state} />
        {number && <span className={styles.small}>{number}</span>}
      </span>
      <p className={styles.text}>
        <strong>{`${t(`actions:${next.action}.title`)}.`}</strong> {t(`actions:${next.action}.explanation`)}
      </p>
      <span className={styles.line}>
        {owners && !item.mine && (
          <span>
            {t('initiative:owner')}: {owners}
          </span>
        )}
        {next.deadline && (
          <span>
            {t('initiative:deadline')}: <Deadline day={next.deadline} />
          </span>
        )}
      </span>
    </li>
  );
}
