import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { UndeliveredView } from '../../../domain/portfolio/views.ts';
import { formatTime } from '../elements/format.ts';
import { Section } from '../elements/Section.tsx';
import { useShortList } from '../elements/useShortList.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';
import type { UndeliveredGroup } from './groups.ts';
import { noticeText, reasonTexts } from './labels.ts';
import type { PutAway } from './usePutAway.ts';

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
    '@media (min-width: 800px)': {
      gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 3fr) minmax(0, 5fr) auto',
    },
  },
  putAway: {
    justifySelf: 'start',
    alignSelf: 'start',
    '@media (min-width: 800px)': { gridColumn: 4, justifySelf: 'end' },
  },
  all: { justifySelf: 'start' },
  name: { fontWeight: tokens.fontWeightSemibold },
  under: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type GroupSectionProps = {
  readonly group: UndeliveredGroup;
  readonly titleOf: (number: string) => string | undefined;
} & Pick<PutAway, 'putAway' | 'busy'>;

/** Why these did not arrive, what helps, and then who should have had what. */
export function GroupSection({ group, titleOf, putAway, busy }: GroupSectionProps) {
  const styles = useStyles();
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
            putAway={() => putAway([item])}
            busy={busy}
          />
        ))}
      </ul>
      {more}
      {total > 1 && (
        <Button className={styles.all} disabledFocusable={busy} onClick={() => putAway(group.items)}>
          {t('undelivered:putAwayAll', { total })}
        </Button>
      )}
    </Section>
  );
}

type ItemProps = {
  readonly item: UndeliveredView;
  readonly title: string | undefined;
  readonly putAway: () => void;
  readonly busy: boolean;
};

function Item({ item, title, putAway, busy }: ItemProps) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const { recipient, initiative, notice, at } = item;
  const nameless = recipient.kind === 'channel' && recipient.name === recipient.id;
  const name = nameless ? t('undelivered:nameless') : recipient.name;
  return (
    <li className={styles.item}>
      <span>
        <span className={styles.name}>{name}</span>
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
      <Button
        className={styles.putAway}
        size="small"
        aria-label={t('undelivered:putAwayOne', { name })}
        disabledFocusable={busy}
        onClick={putAway}
      >
        {t('undelivered:putAway')}
      </Button>
    </li>
  );
}
