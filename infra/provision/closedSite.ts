import type { Graph } from '../../bot/adapters/sharepoint/index.ts';
import { isEverybody, readerOf, whoMay } from './access.ts';
import type { Plan } from './plan.ts';

/**
 * Who comes in where the log lies. Graph does not tell who a site is open to, but its document library does as long as
 * nobody has given that rights of its own. Who is in the site's own groups nobody can see from here.
 * @throws GraphRefused, StoreUnavailable. Source: Microsoft Graph v1.0, "List sharing permissions".
 */
export async function lookAtClosed(graph: Graph, site: string): Promise<Plan> {
  const reader = readerOf(graph, `/sites/${encodeURIComponent(site)}/drive`);
  if (!(await reader.isThere()))
    return {
      steps: [],
      problems: [],
      facts: ['Vem som kommer in syns inte: webbplatsen har inget dokumentbibliotek'],
    };
  const access = await reader.accessTo('/root');
  const all = access.filter(({ who }) => isEverybody(who) || who.startsWith('link:'));
  return {
    steps: [],
    problems: all.map(
      ({ name }) => `Webbplatsen är öppen för ${name}. Ta bort dem: alla som kommer in kan läsa loggen.`,
    ),
    facts: [`Webbplatsen ${whoMay(access)}`],
  };
}
