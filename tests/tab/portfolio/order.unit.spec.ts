import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import { createOrders } from '../../../tab/src/portfolio/order.ts';
import { createPortfolio, type Portfolio } from '../../../tab/src/portfolio/portfolio.ts';
import type { Sort } from '../../../tab/src/portfolio/query.ts';
import { manyRows, row, wire } from './sampleRows.ts';

const portfolioOf = (...parts: Partial<PortfolioRow>[]): Portfolio =>
  createPortfolio(wire(parts.map((part, at) => row({ number: `VOF-2026-000${at + 1}`, ...part }))), []);
const orderOf = (portfolio: Portfolio, sort: Sort) => createOrders(portfolio, (unit) => unit)(sort);

const compare = (a: string | number | null, b: string | number | null) =>
  Number((a ?? '') > (b ?? '')) - Number((a ?? '') < (b ?? ''));

describe('the orders of a portfolio', () => {
  it('keep those alike in the order of their numbers, both ways, and those without a value last', () => {
    const portfolio = portfolioOf(
      { number: 'VOF-2026-0009', valuePerYear: 5 },
      { number: 'VOF-2026-0008', valuePerYear: null },
      { number: 'VOF-2026-0002', valuePerYear: 7 },
      { number: 'VOF-2026-0001', valuePerYear: 5 },
      { number: 'VOF-2026-0007', valuePerYear: null },
    );
    const { ascending, descending } = orderOf(portfolio, 'valuePerYear');
    expect([...ascending]).toEqual([3, 0, 2, 4, 1]);
    expect([...descending]).toEqual([2, 3, 0, 4, 1]);
  });

  it('are made once', () => {
    const orders = createOrders(portfolioOf({}, {}), (unit) => unit);
    expect(orders('title')).toBe(orders('title'));
  });

  it.each(['changedAt', 'number', 'paybackYears', 'valuePerYear'] as const)(
    'are as a plain sort of many rows by %s says',
    (sort) => {
      const rows = manyRows(997);
      const portfolio = createPortfolio(wire(rows), []);
      const { ascending, descending } = orderOf(portfolio, sort);
      const valued = rows.filter((each) => each[sort] !== null);
      const rest = rows.filter((each) => each[sort] === null);
      const sorted = (sign: 1 | -1) =>
        valued.toSorted((a, b) => sign * compare(a[sort], b[sort]) || compare(a.number, b.number));
      const numbers = (order: Int32Array) => Array.from(order, (at) => portfolio.row(at).number);
      expect(numbers(ascending)).toEqual([...sorted(1), ...rest].map(({ number }) => number));
      expect(numbers(descending)).toEqual([...sorted(-1), ...rest].map(({ number }) => number));
    },
  );

  it('of nothing is nothing', () => {
    const { ascending, descending } = orderOf(portfolioOf(), 'title');
    expect([ascending.length, descending.length]).toEqual([0, 0]);
  });
});
