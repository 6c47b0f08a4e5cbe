import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { Link } from 'react-router';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import { useTexts } from '../texts/useTexts.ts';
import { isHidden } from './portfolio.ts';

const useStyles = makeStyles({
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    // The link covers its row or card: a large target, but one stop for the keyboard.
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outline: 'none' },
    ':focus-visible::after': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  under: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  lock: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** Title and number; a protected case says so, and nothing more to those without insight. */
export function RowTitle({ row }: { row: PortfolioRow }) {
  const styles = useStyles();
  const { t } = useTexts();
  const hidden = isHidden(row);
  return (
    <>
      <Link to={`/initiatives/${encodeURIComponent(row.number)}`} className={styles.link}>
        {hidden ? t('portfolio:protected') : row.title}
      </Link>
      <span className={styles.under}>
        {row.protected && (
          <span className={styles.lock}>
            <LockClosedRegular aria-hidden />
            {!hidden && t('portfolio:protected')}
          </span>
        )}
        {row.number}
      </span>
    </>
  );
}
