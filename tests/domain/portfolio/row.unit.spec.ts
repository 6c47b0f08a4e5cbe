import { toColumns } from '../../../domain/portfolio/columns.ts';
import { openRow, type PortfolioRow, portfolioRow, withoutDetails } from '../../../domain/portfolio/row.ts';
import { classify, reported } from '../../builders/commands.ts';
import { forwarded, IN_STATE, procuring, started, submitted } from '../../builders/histories.ts';
import { PEOPLE } from '../../builders/people.ts';
import { rowsIn } from '../../builders/portfolioRows.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { CONTEXT, NOW, TODAY } from '../../builders/rules.ts';
import { type History, lived } from '../../builders/scenario.ts';
import { sampleEstimate } from '../benefits/sampleEstimates.ts';

const row = (history: History, day = TODAY) => portfolioRow(lived(history), day, CONTEXT);
const HIT = { id: 'I-0002', score: 0.7, words: ['lås'] };
const CALCULATED = { content: { ...PROPOSAL, estimate: sampleEstimate('P10') } };

describe('a row of the portfolio', () => {
  it('says where a case is, how it goes and what it is worth', () => {
    expect(row([started(), reported('yellow')])).toEqual({
      id: 'I-0001',
      number: 'VOF-2026-0012',
      version: 8,
      title: PROPOSAL.title,
      department: 'vof',
      unit: 'norr',
      state: 'EXECUTION',
      track: 'full',
      category: 'digitalLocks',
      changeType: 'enhancement',
      protected: false,
      status: 'yellow',
      submittedAt: NOW,
      since: NOW,
      changedAt: NOW,
      deadline: null,
      nextFollowUp: '2026-04-02',
      overdueDays: 0,
      coach: PEOPLE.coach,
      valuePerYear: null,
      oneTimeCost: null,
      yearlyCost: null,
      npv: null,
      paybackYears: null,
      similar: 0,
    });
  });
  it('has the figures of the short calculation', () => {
    const figures = row(submitted(CALCULATED));
    expect(figures).toMatchObject({ oneTimeCost: 240_000, yearlyCost: 210_000 });
    expect(Math.round(figures.npv ?? 0)).toBe(2_718_672);
    expect(figures.paybackYears?.toFixed(2)).toBe('0.66');
  });
  it('counts the days a follow-up is late', () => {
    expect(row(started(), '2026-04-12').overdueDays).toBe(10);
  });
  it('has a deadline where there is a limit, and nothing that does not exist yet', () => {
    expect(row(submitted())).toMatchObject({
      deadline: '2026-03-16',
      nextFollowUp: null,
      coach: null,
      status: null,
    });
  });
  it('stays with its unit until a forwarded case is received', () => {
    expect(row(forwarded())).toMatchObject({ unit: 'norr', department: 'vof' });
  });
  it('counts the similar cases that were found', () => {
    expect(row(submitted({ similar: [HIT] })).similar).toBe(1);
  });
});

describe('the row of a protected case', () => {
  const secret = row([started(), reported('red'), classify({ classification: { c: 3, i: 1, a: 1 } })]);
  it('says that it exists, where and how far, and nothing of what it is about', () => {
    expect(secret.protected).toBe(true);
    const open = withoutDetails({
      ...secret,
      valuePerYear: 1,
      npv: 2,
      oneTimeCost: 3,
      yearlyCost: 4,
      paybackYears: 5,
      similar: 6,
    });
    expect(open).toEqual({
      id: 'I-0001',
      number: 'VOF-2026-0012',
      version: secret.version,
      unit: 'norr',
      department: 'vof',
      state: 'EXECUTION',
      protected: true,
      title: '',
      track: null,
      category: 'other',
      changeType: '',
      status: null,
      submittedAt: null,
      since: null,
      changedAt: null,
      deadline: null,
      nextFollowUp: null,
      overdueDays: 0,
      coach: null,
      valuePerYear: null,
      npv: null,
      oneTimeCost: null,
      yearlyCost: null,
      paybackYears: null,
      similar: 0,
    });
    const shown = JSON.stringify(open);
    for (const hidden of [PROPOSAL.title, 'digitalLocks', 'enhancement', PEOPLE.coach, '"red"', NOW])
      expect(shown).not.toContain(hidden);
  });
});

describe('the row of a purchase before award', () => {
  const of = (history: History) => {
    const initiative = lived(history);
    return openRow(portfolioRow(initiative, TODAY, CONTEXT), initiative);
  };
  const NONE = { valuePerYear: null, oneTimeCost: null, yearlyCost: null, npv: null, paybackYears: null };
  it('holds no amounts, and all the rest', () => {
    const bought = submitted({ content: { ...CALCULATED.content, changeType: 'acquisition' } });
    expect(of(bought)).toEqual({ ...row(bought), ...NONE });
    expect(row(bought).oneTimeCost).toBe(240_000);
  });
  it('is whole when nothing is bought', () => {
    const kept = submitted(CALCULATED);
    expect(of(kept)).toEqual(row(kept));
  });
  it('is that of a protected case when it is both', () => {
    const both = [procuring(), classify({ classification: { c: 3, i: 1, a: 1 } })];
    expect(of(both)).toEqual(withoutDetails(row(both)));
  });
});

describe('columns', () => {
  const rows = (['MANAGER_REVIEW', 'EXECUTION', 'PAUSED', 'CLOSED', 'MERGED'] as const).map((state) =>
    row(IN_STATE[state]),
  );
  it('carry every field of every row, in order, there and back', () => {
    const columns = toColumns(rows, 42);
    expect(columns.position).toBe(42);
    expect(Object.keys(columns.columns).toSorted()).toEqual(Object.keys(rows[0] ?? {}).toSorted());
    expect(rowsIn(columns)).toEqual(rows);
    expect(rowsIn(JSON.parse(JSON.stringify(columns)))).toEqual(rows);
  });
  it('are empty for no rows', () => {
    expect(rowsIn(toColumns([], 0))).toEqual([] satisfies PortfolioRow[]);
  });
});
