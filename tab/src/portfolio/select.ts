import { STATES } from '../../../domain/initiatives/states.ts';
import { swedishKey } from '../elements/swedishKey.ts';
import { nextDay, type Portfolio } from './portfolio.ts';
import type { PortfolioQuery, Sort } from './query.ts';

/** What a selection needs to know beside the rows. */
export type Surroundings = {
  /** Name of a unit or department. */
  readonly nameOf: (unit: string) => string;
  readonly isMine: (id: string, coach: string | null) => boolean;
  /** Local day. */
  readonly today: string;
};

type Index = { readonly search: readonly string[]; readonly keys: Map<Sort, readonly Key[]> };
type Key = string | number | null;

/** Keys are made once for a portfolio and a language, on the first search or sort that needs them. */
export function createSelector(portfolio: Portfolio, { nameOf, isMine, today }: Surroundings) {
  const index: { search?: Index['search']; keys: Index['keys'] } = { keys: new Map() };

  function searchTexts(): readonly string[] {
    if (index.search) return index.search;
    const [titles, units, departments] = [
      portfolio.column('title'),
      portfolio.column('unit'),
      portfolio.column('department'),
    ];
    const places = new Map<string, string>();
    const place = (id: string) => {
      const key = places.get(id) ?? swedishKey(nameOf(id));
      places.set(id, key);
      return key;
    };
    index.search = portfolio
      .column('number')
      .map(
        (number, at) =>
          `${number.toLowerCase()} ${swedishKey(titles[at] ?? '')} ${place(units[at] ?? '')} ${place(departments[at] ?? '')}`,
      );
    return index.search;
  }

  function sortKeys(sort: Sort): readonly Key[] {
    const keys = index.keys.get(sort) ?? makeKeys(portfolio, sort, nameOf);
    index.keys.set(sort, keys);
    return keys;
  }

  function matches(query: PortfolioQuery): (at: number) => boolean {
    const words = swedishKey(query.q).split(/\s+/).filter(Boolean);
    const tests: ((at: number) => boolean)[] = [];
    for (const name of ['department', 'state', 'category', 'track'] as const) {
      const wanted = query[name];
      const column = portfolio.column(name);
      if (wanted) tests.push((at) => column[at] === wanted);
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
      const texts = searchTexts();
      tests.push((at) => words.every((word) => texts[at]?.includes(word)));
    }
    return (at) => tests.every((test) => test(at));
  }

  /** Indexes of the rows to show, in order. Rows without a value come last whichever way it is sorted. */
  return function select(query: PortfolioQuery): readonly number[] {
    const match = matches(query);
    const found: number[] = [];
    for (let at = 0; at < portfolio.size; at += 1) if (match(at)) found.push(at);
    const keys = sortKeys(query.sort);
    const numbers = portfolio.column('number');
    const sign = query.descending ? -1 : 1;
    return found.sort(
      (a, b) =>
        compare(keys[a] ?? null, keys[b] ?? null, sign) || compare(numbers[a] ?? '', numbers[b] ?? '', 1),
    );
  };
}

function compare(a: Key, b: Key, sign: 1 | -1): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}

const SEVERITY = { green: 1, yellow: 2, red: 3 } as const;

function makeKeys(portfolio: Portfolio, sort: Sort, nameOf: (unit: string) => string): readonly Key[] {
  switch (sort) {
    case 'title':
      return portfolio.column('title').map((title) => (title ? swedishKey(title) : null));
    case 'department': {
      const units = portfolio.column('unit');
      return portfolio
        .column('department')
        .map((department, at) => swedishKey(`${nameOf(department)} ${nameOf(units[at] ?? '')}`));
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
