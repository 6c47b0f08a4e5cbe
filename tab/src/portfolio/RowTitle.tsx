import { LockClosedRegular } from '@fluentui/react-icons';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import type { Translate } from '../texts/useTexts.ts';
import { isHidden } from './portfolio.ts';
import type { RowLook } from './rowLook.ts';

type RowTitleProps = {
  readonly row: PortfolioRow;
  readonly href: string;
  readonly look: RowLook;
  readonly t: Translate;
};

/** Title and number; a protected case says so, and nothing more to those without insight. */
export function RowTitle({ row, href, look, t }: RowTitleProps) {
  const hidden = isHidden(row);
  return (
    <>
      <a href={href} className={look.link}>
        {hidden ? t('portfolio:protected') : row.title}
      </a>
      <span className={row.protected ? look.underLocked : look.under}>
        {row.protected && <LockClosedRegular aria-hidden />}
        {row.protected && !hidden && <span>{t('portfolio:protected')}</span>}
        {row.protected ? <span>{row.number}</span> : row.number}
      </span>
    </>
  );
}
