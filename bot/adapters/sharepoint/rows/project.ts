import { calculate } from '../../../../domain/benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../../../../domain/benefits/model.ts';
import type { Context } from '../../../../domain/initiatives/decision.ts';
import { type Initiative, isSubmitted, type Submitted } from '../../../../domain/initiatives/initiative.ts';
import { departmentOf, unitOf } from '../../../../domain/organisation/lookup.ts';
import { withoutFigures } from '../../../../domain/portfolio/beforeAward.ts';
import { type PortfolioRow, portfolioRow, withoutDetails } from '../../../../domain/portfolio/row.ts';
import { awaitsAward, isProtected } from '../../../../domain/portfolio/visibility.ts';
import type { ListSpec } from '../schema/list.ts';
import {
  BENEFIT_LIST,
  COST_LIST,
  DECISION_LIST,
  FOLLOW_UP_LIST,
  INITIATIVE_LIST,
  MEASUREMENT_LIST,
} from '../schema/portfolioSite.ts';
import type { Cells } from './values.ts';

/** A row that should be in a list. `key` is unique in the list; cells hold everything but what ties the row to us. */
export type WantedRow = { readonly list: ListSpec; readonly key: string; readonly cells: Cells };

/** Words for people by text key (`states.DRAFT`), in the municipality's language. */
export type Say = (key: string) => string;

/**
 * The readable rows of an initiative. Drafts have none. A protected case (K ≥ 3) has one row that says where it is
 * and nothing of what it is about; figures and reasons of a purchase wait until it has been awarded. No people are named.
 */
export function readableRows(initiative: Initiative, context: Context, say: Say): readonly WantedRow[] {
  if (!isSubmitted(initiative)) return [];
  if (isProtected(initiative, context)) return [caseRow(initiative, context, say)];
  const open = awaitsAward(initiative) ? withoutFigures(initiative) : initiative;
  return [
    caseRow(open, context, say),
    ...benefitRows(open, say),
    ...costRows(open, say),
    ...decisionRows(open, context, say),
    ...followUpRows(open, context, say),
    ...measurementRows(open),
  ];
}

function caseRow(initiative: Submitted, context: Context, say: Say): WantedRow {
  const hidden = isProtected(initiative, context);
  const whole = portfolioRow(initiative, context.calendar.localDate(initiative.changedAt), context);
  const row = hidden ? withoutDetails(whole) : whole;
  const { organisation } = context;
  const cells: Cells = {
    Title: hidden ? say('rows.protected') : row.title,
    CaseNumber: row.number,
    Department: departmentOf(organisation, row.unit)?.name ?? row.department,
    Unit: unitOf(organisation, row.unit)?.name ?? row.unit,
    CaseState: say(`states.${row.state}`),
    Protection: say(hidden ? 'rows.protected' : 'rows.open'),
    ...(!hidden && openCells(initiative, row, context, say)),
  };
  return { list: INITIATIVE_LIST, key: initiative.id, cells };
}

function openCells(initiative: Submitted, row: PortfolioRow, { calendar }: Context, say: Say): Cells {
  return {
    SubmittedDay: calendar.localDate(initiative.submittedAt),
    StateSince: calendar.localDate(initiative.since),
    DeadlineDay: row.deadline,
    NextFollowUp: row.nextFollowUp,
    Track: say(`tracks.${row.track}`),
    Category: say(`categories.${row.category}`),
    ChangeType: say(`changeTypes.${row.changeType}`),
    CaseStatus: row.status && say(`statuses.${row.status}`),
    Need: initiative.content.problem,
    ValuePerYear: row.valuePerYear,
    NetPresentValue: row.npv,
    PaybackYears: row.paybackYears,
    SimilarCases: row.similar,
  };
}

function benefitRows({ id, number, content, outcomes }: Submitted, say: Say): WantedRow[] {
  const { estimate } = content;
  const calculation = estimate && calculate(estimate, DEFAULT_BENEFIT_MODEL);
  const row = (key: string, kind: string, cells: Cells): WantedRow => ({
    list: BENEFIT_LIST,
    key: `${id}/${key}`,
    cells: { Title: `${number} ${say(kind)}`, CaseNumber: number, BenefitKind: say(kind), ...cells },
  });
  const rows: WantedRow[] = outcomes.map(({ year, amount, expected, source }) =>
    row(`outcome-${year}`, 'rows.outcome', {
      OutcomeYear: year,
      AmountPerYear: expected,
      Outcome: amount,
      Source: source,
    }),
  );
  if (!calculation) return rows;
  const { hoursPerYearAtFullUse, valuePerYearAtFullUse, otherFinancialPerYearAtFullUse } = calculation;
  rows.push(
    row('time', 'rows.freedTime', {
      HoursPerYear: hoursPerYearAtFullUse,
      AmountPerYear: valuePerYearAtFullUse,
    }),
  );
  if (otherFinancialPerYearAtFullUse !== 0)
    rows.push(row('money', 'rows.money', { AmountPerYear: otherFinancialPerYearAtFullUse }));
  return rows;
}

function costRows({ id, number, content }: Submitted, say: Say): WantedRow[] {
  const { estimate } = content;
  if (!estimate) return [];
  const row = (key: string, kind: string, amount: number): WantedRow => ({
    list: COST_LIST,
    key: `${id}/${key}`,
    cells: { Title: `${number} ${say(kind)}`, CaseNumber: number, CostKind: say(kind), Amount: amount },
  });
  return [
    row('once', 'rows.oneTimeCost', estimate.oneTimeCost),
    row('yearly', 'rows.yearlyCost', estimate.yearlyCost),
  ];
}

const decisionRows = ({ id, number, decisions }: Submitted, { calendar }: Context, say: Say): WantedRow[] =>
  decisions.map(({ type, at, from, to, reason }, i) => ({
    list: DECISION_LIST,
    key: `${id}/${i + 1}`,
    cells: {
      Title: say(`decisions.${type}`),
      CaseNumber: number,
      DecidedDay: calendar.localDate(at),
      FromState: say(`states.${from}`),
      ToState: say(`states.${to}`),
      Grounds: type === 'MovedToFullTrack' ? breachesIn(reason, say) : reason,
    },
  }));

/** A move to the full track has codes for reasons; people write the others. */
const breachesIn = (reason: string | undefined, say: Say): string | undefined =>
  reason
    ?.split(', ')
    .map((breach) => say(`lightBreaches.${breach}`))
    .join(', ');

const followUpRows = ({ id, number, followUps }: Submitted, { calendar }: Context, say: Say): WantedRow[] =>
  followUps.map(({ at, status, text }, i) => ({
    list: FOLLOW_UP_LIST,
    key: `${id}/${i + 1}`,
    cells: {
      Title: `${number} ${calendar.localDate(at)}`,
      CaseNumber: number,
      FollowUpDay: calendar.localDate(at),
      CaseStatus: say(`statuses.${status}`),
      Comment: text || null,
    },
  }));

const measurementRows = ({ id, number, measurements, goals }: Submitted): WantedRow[] =>
  measurements.map(({ goal, day, value, source }, i) => {
    const aim = goals.find((one) => one.id === goal);
    return {
      list: MEASUREMENT_LIST,
      key: `${id}/${i + 1}`,
      cells: {
        Title: `${number} ${day}`,
        CaseNumber: number,
        MeasuredDay: day,
        Goal: aim?.text,
        MeasureUnit: aim?.unit,
        Baseline: aim?.baseline,
        Target: aim?.target,
        Value: value,
        Source: source,
      },
    };
  });
