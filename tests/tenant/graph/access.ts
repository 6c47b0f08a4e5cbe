import { accessDenied, notFound } from '../http/refusal.ts';
import type { AppRole, SiteRole } from '../seed.ts';
import type { List } from './lists/model.ts';
import type { GraphCall } from './route.ts';
import type { Site } from './world.ts';

/** What an application may do in a site or list, in rising order. */
export const LEVEL: Readonly<Record<SiteRole, number>> = {
  read: 1,
  write: 2,
  manage: 3,
  owner: 4,
  fullcontrol: 4,
};

const BROAD: readonly (readonly [AppRole, number])[] = [
  ['Sites.FullControl.All', 4],
  ['Sites.Manage.All', 3],
  ['Sites.ReadWrite.All', 2],
  ['Sites.Read.All', 1],
];

/** The site in the path. @throws Refusal 403 without the role there, 404 when there is no such site. */
export function siteFor(call: GraphCall, needs: SiteRole): Site {
  const site = findSite(call);
  if (levelOf(call, site) < LEVEL[needs]) throw accessDenied();
  return site;
}

/** The list in the path, by id or title, with a role from the site or from the list itself. */
export function listFor(call: GraphCall, needs: SiteRole): { readonly site: Site; readonly list: List } {
  const site = findSite(call);
  const wanted = call.params.list ?? '';
  const list = site.lists.get(wanted) ?? [...site.lists.values()].find((one) => one.displayName === wanted);
  if (levelOf(call, site, list) < LEVEL[needs]) throw accessDenied();
  if (!list) throw notFound('Item not found');
  return { site, list };
}

export function requireRole({ caller }: GraphCall, ...roles: readonly AppRole[]): void {
  if (!roles.some((role) => caller.roles.has(role))) throw accessDenied();
}

/** A broad permission in the token counts everywhere; a Selected one only where somebody has granted a role. */
export function levelOf({ caller }: GraphCall, site: Site, list?: List): number {
  const broad = BROAD.find(([role]) => caller.roles.has(role))?.[1] ?? 0;
  const granted = (grants: ReadonlyMap<string, { app: string; role: SiteRole }>): number =>
    Math.max(
      0,
      ...[...grants.values()].filter(({ app }) => app === caller.app).map(({ role }) => LEVEL[role]),
    );
  const bySite = caller.roles.has('Sites.Selected') ? granted(site.grants) : 0;
  const byList = list && caller.roles.has('Lists.SelectedOperations.Selected') ? granted(list.grants) : 0;
  return Math.max(broad, bySite, byList);
}

function findSite({ world, params, caller }: GraphCall): Site {
  const wanted = params.site?.toLowerCase();
  for (const site of world.sites.values()) if (site.id.toLowerCase() === wanted) return site;
  // Whoever may not see any site does not learn which ones there are.
  if (!BROAD.some(([role]) => caller.roles.has(role))) throw accessDenied();
  throw notFound('Requested site could not be found');
}
