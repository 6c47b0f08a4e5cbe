import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, LockClosedRegular } from '@fluentui/react-icons';
import { suggestTitle } from '../../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { dayOf, formatDay } from '../elements/format.ts';
import { StateMark } from '../elements/StateMark.tsx';
import { StatusMark } from '../elements/StatusMark.tsx';
import { softly } from '../elements/softly.ts';
import { PageHeading } from '../shell/PageHeading.tsx';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({
  header: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', minWidth: 0 },
  back: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  lock: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export const titleOfView = (view: InitiativeView, hidden: string, untitled: string): string =>
  view.detailsHidden ? hidden : view.content.title || suggestTitle(view.content.problem ?? '') || untitled;

type HeaderProps = { readonly view: InitiativeView; readonly department: string; readonly unit: string };

export function InitiativeHeader({ view, department, unit }: HeaderProps) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const status = view.followUps.at(-1)?.status;
  const place = unit && unit !== department ? `${department}, ${unit}` : department;
  return (
    <header className={styles.header}>
      <TextLink to="/" className={styles.back}>
        <ChevronLeftRegular aria-hidden />
        {t('initiative:back')}
      </TextLink>
      <div>
        {view.number && <div className={styles.number}>{view.number}</div>}
        <PageHeading title={titleOfView(view, t('portfolio:protected'), t('todo:untitled'))} />
      </div>
      <div className={styles.line}>
        <StateMark state={view.state} />
        {status && <StatusMark status={status} />}
        {view.protected && (
          <span className={styles.lock}>
            <LockClosedRegular aria-hidden /> {t('initiative:protectedTag')}
          </span>
        )}
        {view.track && <span>{t(`codes:track.${view.track}`)}</span>}
        <span>{softly(place)}</span>
        {view.since && <span>{t('initiative:since', { day: formatDay(dayOf(view.since), language) })}</span>}
      </div>
    </header>
  );
}
