import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { TodoView } from '../../../domain/portfolio/views.ts';
import { useDrafts, useTodo } from '../api/queries.ts';
import { Section } from '../elements/Section.tsx';
import { Failure } from '../shell/Failure.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { Loading } from '../shell/Loading.tsx';
import { PageHeading } from '../shell/PageHeading.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { split } from './split.ts';
import { TodoItem } from './TodoItem.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: '860px',
  },
  top: { display: 'grid', gap: tokens.spacingVerticalXS },
  start: { justifySelf: 'start' },
});

/** "Vad ska jag göra nu?": my turn first, then drafts, then what waits for others. */
export function TodoPage() {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const navigate = useNavigate();
  const todo = useTodo();
  const drafts = useDrafts();
  const shown = split(todo.data?.items ?? [], drafts.data?.items ?? []);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <PageHeading title={t('todo:title')} />
        <p className={global.intro}>{t('todo:intro')}</p>
      </div>
      <Items title={t('todo:mine')} empty={t('todo:mineEmpty')} answer={todo} items={shown.mine} />
      <Items title={t('todo:drafts')} empty={t('todo:draftsEmpty')} answer={drafts} items={shown.drafts}>
        <Button className={styles.start} appearance="primary" onClick={() => void navigate('/propose')}>
          {t('shell:propose')}
        </Button>
      </Items>
      <Items title={t('todo:waiting')} empty={t('todo:waitingEmpty')} answer={todo} items={shown.waiting} />
    </div>
  );
}

type ItemsProps = {
  readonly title: string;
  readonly empty: string;
  readonly answer: Pick<UseQueryResult, 'isError' | 'data' | 'refetch'>;
  readonly items: readonly TodoView[];
  /** Shown when there is nothing. */
  readonly children?: React.ReactNode;
};

function Items({ title, empty, answer, items, children }: ItemsProps) {
  const global = useGlobalStyles();
  return (
    <Section title={title}>
      {answer.data === undefined &&
        (answer.isError ? (
          <Failure kind="failed" level={2} onRetry={() => void answer.refetch()} />
        ) : (
          <Loading />
        ))}
      {answer.data !== undefined && items.length === 0 && (
        <>
          <p className={global.prose}>{empty}</p>
          {children}
        </>
      )}
      {items.length > 0 && (
        <ul className={global.plainList}>
          {items.map((item) => (
            <TodoItem key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Section>
  );
}
