import { calculate } from '../benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../benefits/model.ts';
import type { Context } from '../initiatives/decision.ts';
import { daysOverdue, openItems, type Status } from '../initiatives/followUps.ts';
import type { Submitted } from '../initiatives/initiative.ts';
import type { StateCode } from '../initiatives/states.ts';
import { deadlineOf } from '../initiatives/timeLimits.ts';
import type { Track } from '../initiatives/tracks.ts';
import { departmentOf } from '../organisation/lookup.ts';
import { awaitsAward, isProtected } from './visibility.ts';

/** One line of the portfolio table. Money in kr, unrounded; days are local. What may not be told is null or empty. */
export type PortfolioRow = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly department: string;
  readonly unit: string;
  readonly state: StateCode;
  readonly track: Track | null;
  readonly category: string;
  readonly changeType: string;
  readonly protected: boolean;
  readonly status: Status | null;
  readonly submittedAt: string | null;
  readonly since: string | null;
  readonly changedAt: string | null;
  readonly deadline: string | null;
  readonly nextFollowUp: string | null;
  readonly overdueDays: number;
  readonly coach: string | null;
  readonly valuePerYear: number | null;
  readonly oneTimeCost: number | null;
  readonly yearlyCost: number | null;
  readonly npv: number | null;
  readonly paybackYears: number | null;
  readonly similar: number;
};

/** @param day local day the row is made for; only `overdueDays` depends on it. */
export function portfolioRow(initiative: Submitted, day: string, context: Context): PortfolioRow {
  const { content } = initiative;
  const calculation = content.estimate && calculate(content.estimate, DEFAULT_BENEFIT_MODEL);
  return {
    id: initiative.id,
    number: initiative.number,
    version: initiative.version,
    title: content.title,
    department: departmentOf(context.organisation, content.unit)?.id ?? content.unit,
    unit: content.unit,
    state: initiative.state,
    track: initiative.track,
    category: content.category,
    changeType: content.changeType,
    protected: isProtected(initiative, context),
    status: initiative.followUps.at(-1)?.status ?? null,
    submittedAt: initiative.submittedAt,
    since: initiative.since,
    changedAt: initiative.changedAt,
    deadline: deadlineOf(initiative, context) ?? null,
    nextFollowUp: openItems(initiative)[0]?.due ?? null,
    overdueDays: daysOverdue(initiative, day),
    coach: initiative.coach ?? null,
    valuePerYear: calculation?.valuePerYearAtFullUse ?? null,
    oneTimeCost: content.estimate?.oneTimeCost ?? null,
    yearlyCost: content.estimate?.yearlyCost ?? null,
    npv: calculation?.total.npv ?? null,
    paybackYears: calculation?.total.payback ?? null,
    similar: initiative.similar.length,
  };
}

/** The row as everybody may read it, whoever they are. */
export function openRow(row: PortfolioRow, initiative: Submitted): PortfolioRow {
  if (row.protected) return withoutDetails(row);
  return awaitsAward(initiative) ? { ...row, ...NO_FIGURES } : row;
}

const NO_FIGURES = {
  valuePerYear: null,
  oneTimeCost: null,
  yearlyCost: null,
  npv: null,
  paybackYears: null,
} as const satisfies Partial<PortfolioRow>;

/** A protected case: that it exists, where and how far. Nothing else, not even when: a day can tell which case it is. */
export const withoutDetails = ({
  id,
  number,
  version,
  department,
  unit,
  state,
  protected: isProtectedCase,
}: PortfolioRow): PortfolioRow => ({
  id,
  number,
  version,
  title: '',
  department,
  unit,
  state,
  track: null,
  category: 'other',
  changeType: '',
  protected: isProtectedCase,
  status: null,
  submittedAt: null,
  since: null,
  changedAt: null,
  deadline: null,
  nextFollowUp: null,
  overdueDays: 0,
  coach: null,
  ...NO_FIGURES,
  similar: 0,
});
