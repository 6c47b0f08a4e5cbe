import { ordersFor } from '../../../domain/initiatives/available.ts';
import type { DraftContent } from '../../../domain/initiatives/content.ts';
import type { Context } from '../../../domain/initiatives/decision.ts';
import type { SimilarHit } from '../../../domain/initiatives/events.ts';
import { daysOverdue, openItems } from '../../../domain/initiatives/followUps.ts';
import { type Initiative, isSubmitted } from '../../../domain/initiatives/initiative.ts';
import { departmentOf } from '../../../domain/organisation/lookup.ts';
import { asSeenBy } from '../../../domain/portfolio/beforeAward.ts';
import { lateFollowUp } from '../../../domain/portfolio/lateFollowUp.ts';
import { nextAction } from '../../../domain/portfolio/nextAction.ts';
import type {
  HistoryView,
  InitiativeView,
  NextView,
  PersonRef,
  SimilarView,
} from '../../../domain/portfolio/views.ts';
import { isProtected, maySeeFigures, sightOf, type Viewer } from '../../../domain/portfolio/visibility.ts';
import type { LogRow } from '../ports/index.ts';
import type { SimilarTo } from '../similarCases.ts';
import { decisionViews } from './decisionViews.ts';

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
  const { unit } = initiative.content;
  const head = {
    id: initiative.id,
    number: submitted?.number ?? null,
    version: initiative.version,
    state: initiative.state,
    protected: isProtected(initiative, context),
    department: unit === undefined ? null : (departmentOf(context.organisation, unit)?.id ?? null),
  };
  if (sight === 'hidden-details') return { ...head, ...NOTHING, content: { unit } };
  const ref = refs(sources);
  const seen = submitted ? asSeenBy(submitted, viewer, context) : initiative;
  return {
    ...head,
    detailsHidden: false,
    figuresHidden: submitted !== undefined && !maySeeFigures(submitted, viewer, context),
    track: submitted?.track ?? null,
    submittedAt: submitted?.submittedAt ?? null,
    since: submitted?.since ?? null,
    content: seen.content,
    proposer: ref(initiative.proposer),
    coach: initiative.coach ? ref(initiative.coach) : null,
    projectManager: initiative.projectManager ? ref(initiative.projectManager) : null,
    returnedReason: seen.state === 'RETURNED' ? seen.returned.reason || null : null,
    pausedUntil: initiative.state === 'PAUSED' ? initiative.paused.until : null,
    mergedInto: initiative.state === 'MERGED' ? initiative.target : null,
    classification: initiative.classification ?? null,
    similar: similarViews(submitted?.similar ?? [], viewer, sources),
    next: nextView(initiative, viewer, sources),
    may: ordersFor(initiative, { actor: viewer.person, at: viewer.at, day: viewer.day }, context),
    schedule: openItems(initiative),
    overdueDays: daysOverdue(initiative, viewer.day),
    followUps: seen.followUps.map(({ by, at, status, text, measurement }) => ({
      by: ref(by),
      at,
      status,
      text,
      measurement: measurement ?? null,
    })),
    deviationSince: initiative.deviationSince ?? null,
    goals: seen.goals,
    measurements: seen.measurements,
    decisions: decisionViews(seen, viewer, sources),
    lessons: seen.lessons,
    outcomes: seen.outcomes,
    retired: initiative.retired,
    history: rows.map((row) => historyView(row, ref)),
  };
}

const NOTHING = {
  detailsHidden: true,
  figuresHidden: true,
  track: null,
  submittedAt: null,
  since: null,
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

/** What happens next, as this person should hear it: a follow-up they are late with comes before what others wait for. */
export function nextView(initiative: Initiative, viewer: Viewer, sources: ViewSources): NextView {
  const late = lateFollowUp(initiative, viewer.day, sources.context);
  const next = late?.owners.includes(viewer.person) ? late : nextAction(initiative, viewer, sources.context);
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
    const { number, content, state, lessons } = asSeenBy(found, viewer, sources.context);
    return [{ id, number, title: content.title, state, unit: content.unit, score, words, lessons }];
  });

/** What a proposal is like as it stands, of the cases this person may see. */
export const similarNow = (
  content: DraftContent,
  exclude: string | undefined,
  viewer: Viewer,
  { similarTo, sources }: { readonly similarTo: SimilarTo; readonly sources: () => ViewSources },
): SimilarView[] => {
  const { context } = sources();
  const among = (hit: Initiative) => sightOf(hit, viewer, context) === 'all';
  return similarViews(similarTo(content, among, exclude), viewer, sources());
};

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
