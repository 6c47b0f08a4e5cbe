import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { sightOf } from '../../../domain/portfolio/visibility.ts';
import { lookAnew } from '../../app/lookAnew.ts';
import { initiativeView } from '../../app/views/initiativeView.ts';
import type { ApiDeps } from '../deps.ts';
import { type Problem, problemOf } from '../problem.ts';
import { TooMuchAsked } from '../rateLimit.ts';
import type { Asked } from '../route.ts';

/** What an unheard-of name costs of a person's share: whoever guesses at numbers is not to use up what all share of Graph. */
const LOOK_ANEW_POINTS = 20;

/**
 * An initiative by stream id or case number, if there is one for this person. One we have not heard of, or only as
 * somebody else's draft, may be another instance's of a moment ago.
 * @throws TooMuchAsked StoreUnavailable
 */
export async function find(
  name: string,
  { viewer }: Pick<Asked<unknown>, 'viewer'>,
  { casebook, context, limit }: Pick<ApiDeps, 'casebook' | 'context' | 'limit'>,
): Promise<Initiative | undefined> {
  const known = () => casebook.initiative(name) ?? casebook.byNumber(name);
  const seen = () => {
    const found = known();
    return found && sightOf(found, viewer, context()) !== 'none' ? found : undefined;
  };
  const found = seen();
  if (found) return found;
  const retryAfter = await limit?.(viewer.person, LOOK_ANEW_POINTS);
  if (retryAfter !== undefined) throw new TooMuchAsked(retryAfter);
  await lookAnew(casebook, known()?.id ?? name);
  return seen();
}

/**
 * As the person may see it, with its history; undefined when it is somebody else's draft. The history is read from the
 * log itself, so the case is shown as of its last row and not as of when we last heard of it.
 */
export async function viewOf(
  { id }: Pick<Initiative, 'id'>,
  { viewer }: Pick<Asked<unknown>, 'viewer'>,
  { log, casebook, sources }: Pick<ApiDeps, 'log' | 'casebook' | 'sources'>,
): Promise<InitiativeView | undefined> {
  const rows = await log.read(id);
  for (const row of rows) await casebook.fold(row);
  const now = casebook.initiative(id);
  return now && initiativeView(now, viewer, sources(), rows);
}

/** Somebody else's draft does not exist, as far as anybody is told. */
export const unknownInitiative = ({ texts }: Pick<Asked<unknown>, 'texts'>): Problem =>
  problemOf(404, { code: 'unknown-initiative' }, texts);
