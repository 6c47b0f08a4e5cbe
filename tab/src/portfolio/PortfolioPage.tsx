import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { NARROW, useMedia } from '../elements/useMedia.ts';
import { Failure } from '../shell/Failure.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { Loading } from '../shell/Loading.tsx';
import { Message } from '../shell/Message.tsx';
import { PageHeading } from '../shell/PageHeading.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { FilterBar } from './FilterBar.tsx';
import { PortfolioList } from './PortfolioList.tsx';
import { PortfolioTable } from './PortfolioTable.tsx';
import { type Narrowing, NO_NARROWING, type PortfolioQuery } from './query.ts';
import { ResultLine } from './ResultLine.tsx';
import { useQueryInAddress } from './useQueryInAddress.ts';
import { useSelection } from './useSelection.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'end',
    justifyContent: 'space-between',
  },
  title: { display: 'grid', gap: tokens.spacingVerticalXS },
});

/** Everything that is going on, for everybody. Search, filters and order live in the address. */
export function PortfolioPage() {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const navigate = useNavigate();
  const narrow = useMedia(NARROW);
  const [query, change] = useQueryInAddress();
  const { answer, portfolio, found, nameOf, today, units } = useSelection(query);
  const propose = (
    <Button appearance="primary" icon={<AddRegular />} onClick={() => void navigate('/propose')}>
      {t('shell:propose')}
    </Button>
  );
  const rows = portfolio && { portfolio, found, nameOf, today };
  const narrowing = useNarrowing(query);

  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <div className={styles.title}>
          <PageHeading title={t('portfolio:title')} />
          <p className={global.intro}>{t('portfolio:intro')}</p>
        </div>
      </div>
      {!rows && answer.isError && <Failure kind="failed" level={2} onRetry={() => void answer.refetch()} />}
      {rows?.portfolio.size === 0 && (
        <Message level={2} title={t('portfolio:emptyTitle')} text={t('portfolio:emptyText')}>
          {propose}
        </Message>
      )}
      {(rows ? rows.portfolio.size > 0 : !answer.isError) && (
        <FilterBar narrowing={narrowing} onChange={change} units={units} portfolio={portfolio} />
      )}
      {!rows && !answer.isError && <Loading />}
      {rows && rows.portfolio.size > 0 && (
        <>
          <ResultLine query={query} onChange={change} shown={found.length} total={rows.portfolio.size} />
          {found.length === 0 && (
            <Message level={2} title={t('portfolio:noMatchTitle')} text={t('portfolio:noMatchText')}>
              <Button onClick={() => change(NO_NARROWING)}>{t('portfolio:clear')}</Button>
            </Message>
          )}
          {found.length > 0 &&
            (narrow ? (
              <PortfolioList {...rows} />
            ) : (
              <PortfolioTable {...rows} query={query} onSort={change} />
            ))}
        </>
      )}
    </div>
  );
}

/** The same object while what narrows is the same, whatever the order is. */
function useNarrowing({ q, department, state, status, category, track, only }: PortfolioQuery): Narrowing {
  return useMemo(
    () => ({ q, department, state, status, category, track, only }),
    [q, department, state, status, category, track, only],
  );
}
