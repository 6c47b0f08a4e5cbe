import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CloudOffRegular } from '@fluentui/react-icons';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { useTodo } from '../api/queries.ts';
import { useLiveUpdates } from '../api/useLiveUpdates.ts';
import { useTexts } from '../texts/useTexts.ts';
import { isMyTurn } from '../todo/split.ts';
import { maySeeUndelivered } from '../undelivered/maySeeUndelivered.ts';
import { LanguageButton } from './LanguageButton.tsx';
import { useMyself } from './MeContext.ts';
import { PersonaSelect } from './PersonaSelect.tsx';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { padding: `0 ${tokens.spacingHorizontalM}` },
  },
  nav: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    '@media (max-width: 639px)': { columnGap: tokens.spacingHorizontalL },
  },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '48px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
  count: {
    minWidth: '20px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
  },
  side: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    position: 'relative',
    padding: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
  },
  offline: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    ':empty': { position: 'absolute' },
  },
  main: {
    maxWidth: '1240px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL} 64px`,
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} 48px` },
  },
  skip: {
    position: 'absolute',
    left: '-9999px',
    ':focus': {
      left: tokens.spacingHorizontalM,
      top: tokens.spacingVerticalM,
      zIndex: 10,
      padding: tokens.spacingHorizontalM,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
  },
});

/** What every page stands in. Teams has its own header, so this one only moves between the pages. */
export function Layout() {
  const styles = useStyles();
  const { t } = useTexts();
  const stream = useLiveUpdates();
  const todo = useTodo();
  const me = useMyself();
  const mine = todo.data?.items.filter(isMyTurn).length ?? 0;
  const linkClass = ({ isActive }: { isActive: boolean }) =>
    mergeClasses(styles.link, isActive && styles.here);
  const skip = () => document.getElementById('content')?.focus();

  return (
    <>
      <button type="button" className={styles.skip} onClick={skip}>
        {t('shell:skip')}
      </button>
      <header className={styles.header}>
        <nav aria-label={t('shell:menu')} className={styles.nav}>
          <NavLink to="/" end className={linkClass}>
            {t('shell:portfolio')}
          </NavLink>
          <NavLink to="/todo" className={linkClass}>
            {t('shell:todo')} {mine > 0 && <span className={styles.count}>{mine}</span>}
          </NavLink>
          <NavLink to="/propose" className={linkClass}>
            {t('shell:propose')}
          </NavLink>
          {maySeeUndelivered(me) && (
            <NavLink to="/undelivered" className={linkClass}>
              {t('shell:undelivered')}
            </NavLink>
          )}
        </nav>
        <div className={styles.side}>
          <span role="status" className={styles.offline}>
            {stream === 'offline' && (
              <>
                <CloudOffRegular aria-hidden /> {t('shell:offline')}
              </>
            )}
          </span>
          <PersonaSelect />
          <LanguageButton />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  );
}
