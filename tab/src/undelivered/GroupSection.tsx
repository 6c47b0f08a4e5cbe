import { makeStyles, tokens } from '@fluentui/react-components';
import type { UndeliveredView } from '../../../domain/portfolio/views.ts';
import { formatTime } from '../elements/format.ts';
import { Section } from '../elements/Section.tsx';
import { useShortList } from '../elements/useShortList.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';
import type { UndeliveredGroup } from './groups.ts';
import { noticeText, reasonTexts } from './labels.ts';

const SHORT = 10;

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalM} 0`,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    ':first-child': { paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
    '@media (min-width: 800px)': { gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 3fr) minmax(0, 5fr)' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  under: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type GroupSectionProps = {
  readonly group: UndeliveredGroup;
  readonly titleOf: (number: string) => string | undefined;
};

/** Why these did not arrive, what helps, and then who should have had what. */
export function GroupSection({ group, titleOf }: GroupSectionProps) {
  const global = useGlobalStyles();
  const { t } = useTexts();
  const { why, help } = reasonTexts(t, group);
  const total = group.items.length;
  const { shown, more } = useShortList(group.items, SHORT, t('undelivered:all', { total }));
  return (
    <Section title={why}>
      <p className={global.prose}>{help}</p>
      <ul className={global.plainList} aria-label={t('undelivered:count', { count: total })}>
        {shown.map((item) => (
          <Item
            key={item.key}
            item={item}
            title={item.initiative === null ? undefined : titleOf(item.initiative)}
          />
        ))}
      </ul>
      {more}
    </Section>
  );
}

function Item({ item, title }: { item: UndeliveredView; title: string | undefined }) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const { recipient, initiative, notice, at } = item;
  const nameless = recipient.kind === 'channel' && recipient.name === recipient.id;
  return (
    <li className={styles.item}>
      <span>
        <span className={styles.name}>{nameless ? t('undelivered:nameless') : recipient.name}</span>
        {nameless && <span className={styles.under}>{recipient.id}</span>}
      </span>
      <span>
        {noticeText(t, notice)}
        <span className={styles.under}>{formatTime(at, language)}</span>
      </span>
      {initiative !== null && (
        <span>
          <TextLink to={`/initiatives/${encodeURIComponent(initiative)}`}>
            {title === '' ? t('portfolio:protected') : (title ?? initiative)}
          </TextLink>
          {title !== undefined && <span className={styles.under}>{initiative}</span>}
        </span>
      )}
    </li>
  );
}
