import { type Graph, type ListSpec, refusalOf } from '../../bot/adapters/sharepoint/index.ts';
import { lookAtClosed } from './closedSite.ts';
import { readSite } from './found.ts';
import { planGrants } from './grants.ts';
import { planLibrary } from './library.ts';
import { type Plan, planLists } from './plan.ts';

/** A site to make ready: `host,guid,guid` or its address. */
export type SiteToProvision = {
  readonly name: string;
  readonly site: string;
  readonly lists: readonly ListSpec[];
  /** Only a site with documents has it: `group` is the Entra group that works with protected cases, when it is known. */
  readonly library?: { readonly group?: string };
  /** Only the closed site: who comes in there is looked at, as far as Graph tells. */
  readonly isClosed?: true;
  /** New lists are made although renamed ones seem to be the old ones. */
  readonly replacing?: boolean;
  /** Application (client) id of the running service; without it grants are left alone. */
  readonly app?: string;
};

export type SitePlan = Plan & { readonly name: string; readonly site: string };

/** Reads the site and says what would be done; changes nothing. @throws StoreUnavailable */
export async function planSite(graph: Graph, wanted: SiteToProvision): Promise<SitePlan> {
  const { name, lists, app, library } = wanted;
  const site = await siteId(graph, wanted.site);
  const plans: Plan[] = [planLists(lists, await readSite(graph, site, lists), wanted.replacing)];
  if (wanted.isClosed) plans.push(await lookAtClosed(graph, site));
  if (library) plans.push(await planLibrary(graph, site, library.group));
  plans.push(await planGrants(graph, site, { name, app }));
  return {
    name,
    site,
    steps: plans.flatMap(({ steps }) => steps),
    problems: plans.flatMap(({ problems }) => problems),
    facts: plans.flatMap(({ facts = [] }) => facts),
  };
}

/**
 * Does what the plan says, one step after the other. What has been done stays done when a later step fails, and
 * running again goes on from there.
 * @param onStep told before each step. @throws GraphRefused, StoreUnavailable
 */
export async function carryOut(
  graph: Graph,
  { site, steps }: SitePlan,
  onStep: (says: string, number: number) => void,
): Promise<void> {
  for (const [i, { says, method, path, body }] of steps.entries()) {
    onStep(says, i + 1);
    const call = { method, path: `/sites/${encodeURIComponent(site)}${path}`, body, units: 5 } as const;
    const answer = await graph.call(call, graph.patience('background'));
    // 409: an earlier run, or somebody else, has made it meanwhile.
    if (answer.status >= 300 && answer.status !== 409) throw refusalOf(says, answer);
  }
}

/** The id of a site; an address such as `https://kommun.sharepoint.com/sites/fardplan` is looked up. */
export async function siteId(graph: Graph, site: string): Promise<string> {
  if (!site.startsWith('https://')) return site;
  const { host, pathname } = new URL(site);
  const path = `/sites/${host}:${pathname.replace(/\/+$/, '')}`;
  const answer = await graph.call({ method: 'GET', path, units: 1 }, graph.patience('background'));
  const id =
    typeof answer.body === 'object' && answer.body !== null ? Reflect.get(answer.body, 'id') : undefined;
  if (answer.status !== 200 || typeof id !== 'string') throw refusalOf(`the site ${site}`, answer);
  return id;
}
