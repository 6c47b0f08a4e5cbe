import { remembered } from '../elements/remembered.ts';
import { swedishKey } from '../elements/swedishKey.ts';
import { createOrders } from './order.ts';
import type { Portfolio } from './portfolio.ts';
import type { PortfolioQuery, Sort } from './query.ts';

/** What a filter needs to know beside the rows. */
export type Surroundings = {
  readonly isMine: (id: string, coach: string | null) => boolean;
  /** Local day. */
  readonly today: string;
};

export type Selector = {
  /** Indexes of the rows to show, in order. Rows without a value come last whichever way it is sorted. */
  readonly select: (query: PortfolioQuery, around: Surroundings) => Int32Array;
  /** Makes an order before anybody asks for it. */
  readonly prepare: (sort: Sort) => void;
};

/** What is made of a portfolio is made once, on the first search or sort that needs it. @param nameOf name of a unit */
export function createSelector(portfolio: Portfolio, nameOf: (unit: string) => string): Selector {
  const orderOf = createOrders(portfolio, nameOf);
  let searchTexts: readonly string[] | undefined;

  function searchable(): readonly string[] {
    const [titles, units, departments] = [
      portfolio.column('title'),
      portfolio.column('unit'),
      portfolio.column('department'),
    ];
    const place = remembered((unit) => swedishKey(nameOf(unit)));
    searchTexts ??= portfolio
      .column('number')
      .map(
        (number, at) =>
          `${number.toLowerCase()} ${swedishKey(titles[at] ?? '')} ${place(units[at] ?? '')} ${place(departments[at] ?? '')}`,
      );
    return searchTexts;
  }

  function testsFor(query: PortfolioQuery, { isMine, today }: Surroundings): ((at: number) => boolean)[] {
    const words = swedishKey(query.q).split(/\s+/).filter(Boolean);
    const tests: ((at: number) => boolean)[] = [];
    for (const name of ['department', 'state', 'category', 'track'] as const) {
      const wanted = query[name];
      if (!wanted) continue;
      const column = portfolio.column(name);
      tests.push((at) => column[at] === wanted);
    }
    if (query.status) {
      const [wanted, column] = [query.status === 'none' ? null : query.status, portfolio.column('status')];
      tests.push((at) => column[at] === wanted);
    }
    if (query.only === 'mine') {
      const [ids, coaches] = [portfolio.column('id'), portfolio.column('coach')];
      tests.push((at) => isMine(ids[at] ?? '', coaches[at] ?? null));
    }
    if (query.only === 'overdue') {
      const [days, deadlines] = [portfolio.column('overdueDays'), portfolio.column('deadline')];
      tests.push((at) => (days[at] ?? 0) > 0 || (deadlines[at] ?? '9999') < today);
    }
    if (words.length > 0) {
      const texts = searchable();
      tests.push((at) => words.every((word) => texts[at]?.includes(word)));
    }
    return tests;
  }

  function select(query: PortfolioQuery, around: Surroundings): Int32Array {
    const order = orderOf(query.sort)[query.descending ? 'descending' : 'ascending'];
    const tests = testsFor(query, around);
    return tests.length === 0 ? order : order.filter((at) => tests.every((test) => test(at)));
  }

  return { select, prepare: (sort) => void orderOf(sort) };
}
