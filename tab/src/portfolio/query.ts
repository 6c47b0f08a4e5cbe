import { STATUSES, type Status } from '../../../domain/initiatives/followUps.ts';
import { STATES, type StateCode } from '../../../domain/initiatives/states.ts';
import { TRACKS, type Track } from '../../../domain/initiatives/tracks.ts';

/** Shown first is what changed last. */
export const SORTS = [
  'changedAt',
  'number',
  'title',
  'department',
  'state',
  'status',
  'deadline',
  'valuePerYear',
  'paybackYears',
] as const;
export type Sort = (typeof SORTS)[number];

export const ONLY = ['mine', 'overdue'] as const;
export const STATUS_CHOICES = [...STATUSES, 'none'] as const;

/** Which cases are shown. */
export type Narrowing = {
  readonly q: string;
  readonly department?: string;
  readonly state?: StateCode;
  readonly status?: Status | 'none';
  readonly category?: string;
  readonly track?: Track;
  readonly only?: (typeof ONLY)[number];
};

/** What one looks for in the portfolio; lives in the address, so that a view can be shared and gone back to. */
export type PortfolioQuery = Narrowing & {
  readonly sort: Sort;
  readonly descending: boolean;
};

/** Everything is shown. */
export const NO_NARROWING: Narrowing = {
  q: '',
  department: undefined,
  state: undefined,
  status: undefined,
  category: undefined,
  track: undefined,
  only: undefined,
};

export const FILTERS = ['department', 'state', 'status', 'category', 'track', 'only'] as const;
export type Filter = (typeof FILTERS)[number];

/** Newest and largest first; names and days from the start. */
export const startsDescending = (sort: Sort): boolean =>
  ['changedAt', 'valuePerYear', 'status'].includes(sort);

/** Reads the address. What it does not know is left out: an old link still shows something. */
export function readQuery(params: URLSearchParams): PortfolioQuery {
  const known = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === params.get(name));
  const text = (name: string) => params.get(name) || undefined;
  const sort = known('sort', SORTS) ?? 'changedAt';
  const direction = known('dir', ['asc', 'desc']);
  return {
    q: params.get('q') ?? '',
    department: text('department'),
    state: known('state', STATES),
    status: known('status', STATUS_CHOICES),
    category: text('category'),
    track: known('track', TRACKS),
    only: known('only', ONLY),
    sort,
    descending: direction ? direction === 'desc' : startsDescending(sort),
  };
}

/** Writes the address; what is as usual is left out, so that the plain portfolio has a plain address. */
export function writeQuery(query: PortfolioQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.q.trim()) params.set('q', query.q);
  for (const filter of FILTERS) {
    const value = query[filter];
    if (value) params.set(filter, value);
  }
  if (query.sort !== 'changedAt') params.set('sort', query.sort);
  if (query.descending !== startsDescending(query.sort)) params.set('dir', query.descending ? 'desc' : 'asc');
  return params;
}

/** The same column again turns the order; another one starts as is natural for it. */
export const sortedBy = (query: PortfolioQuery, sort: Sort): PortfolioQuery => ({
  ...query,
  sort,
  descending: query.sort === sort ? !query.descending : startsDescending(sort),
});

export const activeFilters = (query: Narrowing): number => FILTERS.filter((filter) => query[filter]).length;
