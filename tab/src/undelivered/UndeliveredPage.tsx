import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { problemOf } from '../api/problems.ts';
import { usePortfolio, useUndelivered } from '../api/queries.ts';
import { problemText } from '../elements/refusalText.ts';
import { createPortfolio } from '../portfolio/portfolio.ts';
import { Failure } from '../shell/Failure.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { Loading } from '../shell/Loading.tsx';
import { Message } from '../shell/Message.tsx';
import { PageHeading } from '../shell/PageHeading.tsx';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { GroupSection } from './GroupSection.tsx';
import { groupsOf } from './groups.ts';
import { usePutAway } from './usePutAway.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  top: { display: 'grid', gap: tokens.spacingVerticalXS },
});

/** Messages that did not arrive, by what would help. For whoever looks after the tool. */
export function UndeliveredPage() {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const answer = useUndelivered();
  const titleOf = useTitles();
  const { putAway, busy, problem } = usePutAway();
  const groups = groupsOf(answer.data?.items ?? []);
  if (answer.isError && problemOf(answer.error).status === 403) {
    return (
      <Message title={t('undelivered:notForYou')} text={t('undelivered:notForYouHelp')}>
        <TextLink to="/">{t('shell:toPortfolio')}</TextLink>
      </Message>
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <PageHeading title={t('undelivered:title')} />
        <p className={global.intro}>{t('undelivered:intro')}</p>
        {groups.length > 0 && <p className={global.prose}>{t('undelivered:putAwayHelp')}</p>}
      </div>
      <div role="alert">
        {problem && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{problemText(t, problem)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {!answer.data && answer.isError && (
        <Failure kind="failed" level={2} onRetry={() => void answer.refetch()} />
      )}
      {!answer.data && !answer.isError && <Loading />}
      {answer.data && groups.length === 0 && (
        <Message level={2} title={t('undelivered:emptyTitle')} text={t('undelivered:emptyText')} />
      )}
      {groups.map((group) => (
        <GroupSection
          key={`${group.reason}-${group.kind}`}
          group={group}
          titleOf={titleOf}
          putAway={putAway}
          busy={busy}
        />
      ))}
      {answer.data?.more && <p className={global.prose}>{t('undelivered:more')}</p>}
    </div>
  );
}

/** The title of a case by its number, as far as this person may see it; the messages themselves do not carry it. */
function useTitles(): (number: string) => string | undefined {
  const { data } = usePortfolio();
  return useMemo(() => {
    if (!data) return () => undefined;
    const portfolio = createPortfolio(data.columns, data.insight);
    const titles = portfolio.column('title');
    const byNumber = new Map(portfolio.column('number').map((number, at) => [number, titles[at]]));
    return (number: string) => byNumber.get(number);
  }, [data]);
}
