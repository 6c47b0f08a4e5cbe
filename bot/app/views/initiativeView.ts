import { ordersFor } from '../../../domain/initiatives/available.ts';
import type { Context } from '../../../domain/initiatives/decision.ts';
import type { SimilarHit } from '../../../domain/initiatives/events.ts';
import { daysOverdue, openItems } from '../../../domain/initiatives/followUps.ts';
import { type Initiative, isSubmitted } from '../../../domain/initiatives/initiative.ts';
import { departmentOf } from '../../../domain/organisation/lookup.ts';
import { nextAction } from '../../../domain/portfolio/nextAction.ts';
import type {
  HistoryView,
  InitiativeView,
  NextView,
  PersonRef,
  SimilarView,
} from '../../../domain/portfolio/views.ts';
import { isProtected, sightOf, type Viewer } from '../../../domain/portfolio/visibility.ts';
import type { LogRow } from '../ports/index.ts';

/** What views are made of: the rules, names, and other initiatives to point at. */
export type ViewSources = {
  readonly context: Context;
  readonly nameOf: (person: string) => string;
  readonly initiative: (id: string) => Initiative | undefined;
};

/** An initiative as one person may see it; undefined when it is somebody else's draft. */
export function initiativeView(
  initiative: Initiative,
  viewer: Viewer,
  sources: ViewSources,
  rows: readonly LogRow[] = [],
): InitiativeView | undefined {
  const { context } = sources;
  const sight = sightOf(initiative, viewer, context);
  if (sight === 'none') return undefined;
  const submitted = isSubmitted(initiative) ? initiative : undefined;
  const head = {
    id: initiative.id,
    number: submitted?.number ?? null,
    version: initiative.version,
    state: initiative.state,
    track: submitted?.track ?? null,
    protected: isProtected(initiative, context),
    department: initiative.content.unit
      ? (departmentOf(context.organisation, initiative.content.unit)?.id ?? null)
      : null,
    submittedAt: submitted?.submittedAt ?? null,
    since: submitted?.since ?? null,
  };
  if (sight === 'hidden-details') return { ...head, ...NOTHING, content: { unit: initiative.content.unit } };
  const ref = refs(sources);
  return {
    ...head,
    detailsHidden: false,
    content: initiative.content,
    proposer: ref(initiative.proposer),
    coach: initiative.coach ? ref(initiative.coach) : null,
    projectManager: initiative.projectManager ? ref(initiative.projectManager) : null,
    returnedReason: initiative.state === 'RETURNED' ? initiative.returned.reason : null,
    pausedUntil: initiative.state === 'PAUSED' ? initiative.paused.until : null,
    mergedInto: initiative.state === 'MERGED' ? initiative.target : null,
    classification: initiative.classification ?? null,
    similar: similarViews(submitted?.similar ?? [], viewer, sources),
    next: nextView(initiative, viewer, sources),
    may: ordersFor(initiative, { actor: viewer.person, at: viewer.at, day: viewer.day }, context),
    schedule: openItems(initiative),
    overdueDays: daysOverdue(initiative, viewer.day),
    followUps: initiative.followUps.map(({ by, at, status, text, measurement }) => ({
      by: ref(by),
      at,
      status,
      text,
      measurement: measurement ?? null,
    })),
    deviationSince: initiative.deviationSince ?? null,
    goals: initiative.goals,
    measurements: initiative.measurements,
    decisions: initiative.decisions.map(({ type, by, at, from, to, reason = null }) => ({
      type,
      by: ref(by),
      at,
      from,
      to,
      reason,
    })),
    lessons: initiative.lessons,
    outcomes: initiative.outcomes,
    retired: initiative.retired,
    history: rows.map((row) => historyView(row, ref)),
  };
}

const NOTHING = {
  detailsHidden: true,
  proposer: { id: '', name: '' },
  coach: null,
  projectManager: null,
  returnedReason: null,
  pausedUntil: null,
  mergedInto: null,
  classification: null,
  similar: [],
  next: { action: 'nothing', owners: [], role: null, deadline: null },
  may: [],
  schedule: [],
  overdueDays: 0,
  followUps: [],
  deviationSince: null,
  goals: [],
  measurements: [],
  decisions: [],
  lessons: [],
  outcomes: [],
  retired: [],
  history: [],
} as const satisfies Partial<InitiativeView>;

export function nextView(initiative: Initiative, viewer: Viewer, sources: ViewSources): NextView {
  const next = nextAction(initiative, viewer, sources.context);
  return {
    action: next.action,
    owners: next.owners.map(refs(sources)),
    role: next.role ?? null,
    deadline: next.deadline ?? null,
  };
}

/** Hits as this person may see them: a protected case is not named to those without insight. */
export const similarViews = (
  hits: readonly SimilarHit[],
  viewer: Viewer,
  sources: ViewSources,
): SimilarView[] =>
  hits.flatMap(({ id, score, words }) => {
    const found = sources.initiative(id);
    if (!found || !isSubmitted(found) || sightOf(found, viewer, sources.context) !== 'all') return [];
    const { number, content, state, lessons } = found;
    return [{ id, number, title: content.title, state, unit: content.unit, score, words, lessons }];
  });

const refs =
  ({ nameOf }: Pick<ViewSources, 'nameOf'>) =>
  (id: string): PersonRef => ({ id, name: nameOf(id) });

const historyView = (row: LogRow, ref: (id: string) => PersonRef): HistoryView => ({
  sequence: row.sequence,
  at: row.at,
  by: ref(row.actor),
  types: row.events.map(({ type }) => type),
  hash: row.hash,
});
