import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { lookAnew } from '../../app/lookAnew.ts';
import { initiativeView } from '../../app/views/initiativeView.ts';
import type { ApiDeps } from '../deps.ts';
import { type Problem, problemOf } from '../problem.ts';
import { TooMuchAsked } from '../rateLimit.ts';
import type { Asked } from '../route.ts';

/** What an unheard-of name costs of a person's share: whoever guesses at numbers is not to use up what all share of Graph. */
const LOOK_ANEW_POINTS = 20;

/**
 * An initiative by stream id or case number. One we have not heard of may be another instance's of a moment ago.
 * @throws TooMuchAsked StoreUnavailable
 */
export async function find(
  name: string,
  { viewer }: Pick<Asked<unknown>, 'viewer'>,
  { casebook, limit }: Pick<ApiDeps, 'casebook' | 'limit'>,
): Promise<Initiative | undefined> {
  const known = () => casebook.initiative(name) ?? casebook.byNumber(name);
  const found = known();
  if (found) return found;
  const retryAfter = await limit?.(viewer.person, LOOK_ANEW_POINTS);
  if (retryAfter !== undefined) throw new TooMuchAsked(retryAfter);
  await lookAnew(casebook, name);
  return known();
}

/** As the person may see it, with its history; undefined when it is somebody else's draft. */
export async function viewOf(
  initiative: Initiative,
  { viewer }: Pick<Asked<unknown>, 'viewer'>,
  deps: ApiDeps,
): Promise<InitiativeView | undefined> {
  const rows = await deps.log.read(initiative.id);
  return initiativeView(initiative, viewer, deps.sources(), rows);
}

/** Somebody else's draft does not exist, as far as anybody is told. */
export const unknownInitiative = ({ texts }: Pick<Asked<unknown>, 'texts'>): Problem =>
  problemOf(404, { code: 'unknown-initiative' }, texts);
