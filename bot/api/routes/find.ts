import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { lookAnew } from '../../app/lookAnew.ts';
import { initiativeView } from '../../app/views/initiativeView.ts';
import type { ApiDeps } from '../deps.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Asked } from '../route.ts';

/** An initiative by stream id or case number. One we have not heard of may be another instance's of a moment ago. */
export async function find(name: string, { casebook }: ApiDeps): Promise<Initiative | undefined> {
  const known = () => casebook.initiative(name) ?? casebook.byNumber(name);
  const found = known();
  if (found) return found;
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
