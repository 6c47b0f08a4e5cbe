import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import { createPortfolio } from '../../../tab/src/portfolio/portfolio.ts';
import { readQuery } from '../../../tab/src/portfolio/query.ts';
import { createSelector } from '../../../tab/src/portfolio/select.ts';
import { row, wire } from './sampleRows.ts';

const NAMES: Readonly<Record<string, string>> = {
  vof: 'Vård- och omsorgsförvaltningen',
  sbf: 'Samhällsbyggnadsförvaltningen',
  'hemtjanst-norr': 'Hemtjänst norr',
  gata: 'Gata och vinterväghållning',
};

const ROWS: readonly PortfolioRow[] = [
  row({
    number: 'VOF-2026-0001',
    title: 'Digitala lås i hemtjänsten',
    state: 'EXECUTION',
    status: 'yellow',
    overdueDays: 4,
    valuePerYear: 1_930_850,
    coach: 'coach-norr',
    changedAt: '2026-03-01T08:00:00Z',
    nextFollowUp: '2026-02-01',
  }),
  row({
    number: 'VOF-2026-0002',
    title: 'Årsräkning på nätet',
    category: 'eService',
    valuePerYear: 373_100,
    changedAt: '2026-03-03T08:00:00Z',
    deadline: '2026-03-20',
  }),
  row({
    number: 'SBF-2026-0001',
    title: 'Halksensorer',
    department: 'sbf',
    unit: 'gata',
    state: 'MANAGER_REVIEW',
    track: 'innovation',
    changedAt: '2026-03-02T08:00:00Z',
    deadline: '2026-03-10',
  }),
  row({
    number: 'VOF-2026-0003',
    title: '',
    protected: true,
    status: null,
    changedAt: '2026-02-01T08:00:00Z',
  }),
];

function numbers(address: string, rows = ROWS, insight: readonly PortfolioRow[] = []): string[] {
  const portfolio = createPortfolio(wire(rows), insight);
  const { select } = createSelector(portfolio, (unit) => NAMES[unit] ?? unit);
  const found = select(readQuery(new URLSearchParams(address)), {
    isMine: (id, coach) => coach === 'coach-norr' || id === 'I-SBF-2026-0001',
    today: '2026-03-16',
  });
  return Array.from(found, (at) => portfolio.row(at).number);
}

describe('searching the portfolio', () => {
  it.each([
    ['q=lås', ['VOF-2026-0001']],
    ['q=LÅS', ['VOF-2026-0001']],
    ['q=la\u030as', ['VOF-2026-0001']],
    ['q=las', []],
    ['q=sbf-2026', ['SBF-2026-0001']],
    ['q=vinterväg', ['SBF-2026-0001']],
    ['q=hemtjänst+digitala', ['VOF-2026-0001']],
    ['q=samhällsbygg+halk', ['SBF-2026-0001']],
    ['q=digitala+halk', []],
    ['q=%20%20', ['VOF-2026-0002', 'SBF-2026-0001', 'VOF-2026-0001', 'VOF-2026-0003']],
  ])('%s', (address, expected) => expect(numbers(address)).toEqual(expected));
});

describe('filtering the portfolio', () => {
  it.each([
    ['department=sbf', ['SBF-2026-0001']],
    ['state=EXECUTION', ['VOF-2026-0001']],
    ['status=yellow', ['VOF-2026-0001']],
    ['status=none', ['VOF-2026-0002', 'SBF-2026-0001', 'VOF-2026-0003']],
    ['category=eService', ['VOF-2026-0002']],
    ['track=innovation', ['SBF-2026-0001']],
    ['only=mine', ['SBF-2026-0001', 'VOF-2026-0001']],
    ['only=overdue', ['SBF-2026-0001', 'VOF-2026-0001']],
    ['department=sbf&status=yellow', []],
  ])('%s', (address, expected) => expect(numbers(address)).toEqual(expected));
});

describe('sorting the portfolio', () => {
  it('has the Swedish alphabet and puts what has no title last, whichever way', () => {
    expect(numbers('sort=title')).toEqual([
      'VOF-2026-0001',
      'SBF-2026-0001',
      'VOF-2026-0002',
      'VOF-2026-0003',
    ]);
    expect(numbers('sort=title&dir=desc')).toEqual([
      'VOF-2026-0002',
      'SBF-2026-0001',
      'VOF-2026-0001',
      'VOF-2026-0003',
    ]);
  });

  it('puts rows without a value last, in the order of their numbers', () => {
    expect(numbers('sort=valuePerYear')).toEqual([
      'VOF-2026-0001',
      'VOF-2026-0002',
      'SBF-2026-0001',
      'VOF-2026-0003',
    ]);
    expect(numbers('sort=valuePerYear&dir=asc').slice(0, 2)).toEqual(['VOF-2026-0002', 'VOF-2026-0001']);
  });

  it('goes by the life cycle, not by the names of the states', () => {
    expect(numbers('sort=state')[0]).toBe('SBF-2026-0001');
  });

  it('goes by what comes first of deadline and follow-up', () => {
    expect(numbers('sort=deadline').slice(0, 3)).toEqual(['VOF-2026-0001', 'SBF-2026-0001', 'VOF-2026-0002']);
  });
});

describe('protected rows', () => {
  const seen = row({ number: 'VOF-2026-0003', title: 'Medicinrobot', protected: true, status: 'red' });

  it('are laid over the open ones for those who may see them', () => {
    expect(numbers('q=medicin')).toEqual([]);
    expect(numbers('q=medicin', ROWS, [seen])).toEqual(['VOF-2026-0003']);
    expect(numbers('status=red', ROWS, [seen])).toEqual(['VOF-2026-0003']);
  });

  it('never add a row that the open portfolio does not have', () => {
    expect(numbers('', ROWS, [row({ number: 'VOF-2026-0009' })])).toHaveLength(ROWS.length);
  });

  it('are the same object every time they are asked for', () => {
    const portfolio = createPortfolio(wire(ROWS), [seen]);
    expect(portfolio.row(3)).toBe(portfolio.row(3));
    expect(portfolio.row(0)).toBe(portfolio.row(0));
    expect(portfolio.row(3).title).toBe('Medicinrobot');
  });
});
