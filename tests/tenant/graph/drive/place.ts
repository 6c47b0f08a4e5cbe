import { accessDenied, notFound } from '../../http/refusal.ts';
import type { SiteRole } from '../../seed.ts';
import { LEVEL, levelOf, siteFor } from '../access.ts';
import type { GraphCall } from '../route.ts';
import type { Site } from '../world.ts';
import type { Drive, DriveItem } from './model.ts';

export type Place = { readonly site: Site; readonly drive: Drive; readonly item: DriveItem };

/** The item in the path, by id and then by names. @throws Refusal 403 without the role on its site, 404 when there is none. */
export function placeOf(call: GraphCall, needs: SiteRole, withPath = true): Place {
  const { world, params } = call;
  const site = params.site
    ? siteFor(call, needs)
    : [...world.sites.values()].find((one) => one.drive.id === params.drive);
  if (!site)
    throw notFound('The provided drive id appears to be malformed, or does not represent a valid drive.');
  if (levelOf(call, site) < LEVEL[needs]) throw accessDenied();
  const { drive } = site;
  const isRoot = params.item === undefined || params.item === 'root';
  let item = drive.items.get(isRoot ? drive.rootId : (params.item ?? ''));
  for (const name of withPath ? segments(params.path) : []) item = item && childOf(drive, item, name);
  if (!item) throw notFound('The resource could not be found.');
  return { site, drive, item };
}

export const segments = (path: string | undefined): string[] => path?.split('/').filter(Boolean) ?? [];

export const childOf = (drive: Drive, parent: DriveItem, name: string): DriveItem | undefined =>
  [...drive.items.values()].find(
    (one) => one.parent === parent.id && one.name.toLowerCase() === name.toLowerCase(),
  );
