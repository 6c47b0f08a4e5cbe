import type { Context } from '../../../domain/initiatives/decision.ts';
import { type Decision, type Initiative, isSubmitted } from '../../../domain/initiatives/initiative.ts';
import type {
  DecisionDetailsView,
  DecisionView,
  SimilarAnswerView,
} from '../../../domain/portfolio/views.ts';
import { sightOf, type Viewer } from '../../../domain/portfolio/visibility.ts';

type Sources = {
  readonly context: Context;
  readonly nameOf: (person: string) => string;
  readonly initiative: (id: string) => Initiative | undefined;
};

/**
 * The decisions of an initiative with all that was said in them, oldest first.
 * @param seen the initiative as this person may see it: what is left out there is not told here either
 */
export function decisionViews(seen: Initiative, viewer: Viewer, sources: Sources): DecisionView[] {
  const { decisions } = seen;
  const latest = (type: string) => decisions.findLast((decision) => decision.type === type);
  const besides = new Map<Decision | undefined, DecisionDetailsView | undefined>([
    [latest('ApprovedByManager'), vouchedFor(seen, viewer, sources)],
    [latest('Recommended'), seen.recommendation && { recommendation: seen.recommendation.recommendation }],
  ]);
  return decisions.map((decision) => {
    const { type, by, at, from, to, reason = null, details } = decision;
    const who = { id: by, name: sources.nameOf(by) };
    return { type, by: who, at, from, to, reason, details: details ?? besides.get(decision) ?? null };
  });
}

/** What the manager said at G2: where money may come from, hours, and what is to be done about similar cases. */
function vouchedFor(
  { evidence }: Initiative,
  viewer: Viewer,
  { initiative, context }: Sources,
): DecisionDetailsView | undefined {
  if (!evidence) return undefined;
  const { fundingIdea, preparationHours, similarAnswers } = evidence;
  const similar = similarAnswers.flatMap(({ id, answer, reason }): SimilarAnswerView[] => {
    const about = initiative(id);
    const isNamed = about && isSubmitted(about) && sightOf(about, viewer, context) === 'all';
    return isNamed ? [{ number: about.number, answer, ...(reason && { reason }) }] : [];
  });
  return {
    fundingIdea,
    ...(preparationHours > 0 && { preparationHours }),
    ...(similar.length > 0 && { similar }),
  };
}
