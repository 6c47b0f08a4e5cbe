import { STATES } from '../../../domain/initiatives/states.ts';
import { remembered } from '../elements/remembered.ts';
import { swedishKey } from '../elements/swedishKey.ts';
import { nextDay, type Portfolio } from './portfolio.ts';
import type { Sort } from './query.ts';

type Key = string | number;

/** Indexes of all rows, one way and the other. Rows without a value come last in both, and those alike by number. */
type Order = { readonly ascending: Int32Array; readonly descending: Int32Array };

/**
 * The orders of a portfolio. Each is made once, on the first time it is asked for: a query then only picks rows out of
 * an order, and turning a column round costs nothing. They are indexes, not rows: 80 KB for 10,000.
 */
export function createOrders(portfolio: Portfolio, nameOf: (unit: string) => string) {
  const made = new Map<Sort, Order>();
  let byNumber: Int32Array | undefined;

  function numbered(): Int32Array {
    const numbers = portfolio.column('number');
    byNumber ??= sorted(
      new Int32Array(portfolio.size).map((_, at) => at),
      numbers,
    );
    return byNumber;
  }

  return (sort: Sort): Order => {
    const order = made.get(sort) ?? orderOf(keysOf(portfolio, sort, nameOf), numbered());
    made.set(sort, order);
    return order;
  };
}

function orderOf(keys: readonly (Key | null)[], byNumber: Int32Array): Order {
  const valued = sorted(
    byNumber.filter((at) => keys[at] !== null),
    keys,
  );
  const ascending = new Int32Array(byNumber.length);
  ascending.set(valued);
  ascending.set(
    byNumber.filter((at) => keys[at] === null),
    valued.length,
  );
  const descending = ascending.slice();
  // Those alike keep their order by number: runs of them change places, not the rows within.
  for (let start = 0; start < valued.length; ) {
    let end = start + 1;
    while (end < valued.length && keys[valued[end] ?? 0] === keys[valued[start] ?? 0]) end += 1;
    descending.set(valued.subarray(start, end), valued.length - end);
    start = end;
  }
  return { ascending, descending };
}

/** Sorts in place; stable. */
const sorted = (rows: Int32Array, keys: readonly (Key | null)[]): Int32Array =>
  rows.sort((a, b) => {
    const [one, other] = [keys[a] as Key, keys[b] as Key];
    if (one === other) return 0;
    return one < other ? -1 : 1;
  });

const SEVERITY = { green: 1, yellow: 2, red: 3 } as const;

function keysOf(portfolio: Portfolio, sort: Sort, nameOf: (unit: string) => string): readonly (Key | null)[] {
  switch (sort) {
    case 'title':
      return portfolio.column('title').map((title) => (title ? swedishKey(title) : null));
    case 'department': {
      const units = portfolio.column('unit');
      const place = remembered((unit) => swedishKey(nameOf(unit)));
      return portfolio
        .column('department')
        .map((department, at) => `${place(department)} ${place(units[at] ?? '')}`);
    }
    case 'state':
      return portfolio.column('state').map((state) => STATES.indexOf(state));
    case 'status':
      return portfolio.column('status').map((status) => (status ? SEVERITY[status] : null));
    case 'deadline': {
      const followUps = portfolio.column('nextFollowUp');
      return portfolio
        .column('deadline')
        .map((deadline, at) => nextDay({ deadline, nextFollowUp: followUps[at] ?? null }));
    }
    default:
      return portfolio.column(sort);
  }
}
