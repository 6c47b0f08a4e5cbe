import { useDeferredValue, useEffect, useMemo } from 'react';
import { useOrganisation, usePortfolio, useTodo } from '../api/queries.ts';
import { useToday } from '../elements/useToday.ts';
import { whenIdle } from '../elements/whenIdle.ts';
import { useMyself } from '../shell/MeContext.ts';
import { createPortfolio } from './portfolio.ts';
import type { PortfolioQuery } from './query.ts';
import { createSelector, type Selector } from './select.ts';
import { COLUMNS } from './TableHead.tsx';

const NOTHING = new Int32Array();

/** The portfolio with names of units, and the rows that a query picks, in order. */
export function useSelection(query: PortfolioQuery) {
  const answer = usePortfolio();
  const organisation = useOrganisation();
  const todo = useTodo();
  const me = useMyself();
  const today = useToday();
  // Typing stays quick: the rows follow when there is time.
  const wanted = useDeferredValue(query);

  const names = useMemo(
    () => new Map(organisation.data?.units.map(({ id, name }) => [id, name])),
    [organisation.data],
  );
  const nameOf = useMemo(() => (unit: string) => names.get(unit) ?? unit, [names]);
  const portfolio = useMemo(
    () => answer.data && createPortfolio(answer.data.columns, answer.data.insight),
    [answer.data],
  );
  const selector = useMemo(() => portfolio && createSelector(portfolio, nameOf), [portfolio, nameOf]);
  const around = useMemo(() => {
    const mine = new Set(todo.data?.items.map(({ id }) => id));
    const isMine = (id: string, coach: string | null) => coach === me.person.id || mine.has(id);
    return { isMine, today };
  }, [todo.data, me.person.id, today]);
  const found = useMemo(() => selector?.select(wanted, around) ?? NOTHING, [selector, wanted, around]);
  usePrepared(selector);

  return { answer, portfolio, found, nameOf, today, units: organisation.data?.units };
}

/** A click on a column shows its order at once. */
function usePrepared(selector: Selector | undefined): void {
  useEffect(
    () =>
      selector
        ? whenIdle(
            COLUMNS.map(
              ({ sort }) =>
                () =>
                  selector.prepare(sort),
            ),
          )
        : undefined,
    [selector],
  );
}
