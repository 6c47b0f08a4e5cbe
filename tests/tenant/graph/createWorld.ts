import type { Random } from '../random.ts';
import type { Seed, SeedSite } from '../seed.ts';
import { usualPermissions } from './drive/permissions.ts';
import { createList } from './lists/listRoutes.ts';
import type { Identity } from './lists/model.ts';
import { insertItem } from './lists/store.ts';
import { catalogIdOf } from './people/installRoutes.ts';
import { type Behaviour, type Site, USUAL, type World } from './world.ts';

const SYSTEM: Identity = { user: { displayName: 'System Account' } };

/** The tenant as it is before anybody has done anything. */
export function createWorld(
  seed: Seed,
  clock: () => number,
  random: Random,
  behaviour: Partial<Behaviour> = {},
): World {
  const world: World = {
    seed,
    clock,
    random,
    behaviour: { ...USUAL, ...behaviour },
    sites: new Map(),
    installed: new Map(
      seed.teamsApps.map((app) => [
        catalogIdOf(app),
        new Set(seed.users.filter(({ hasApp }) => hasApp).map(({ id }) => id)),
      ]),
    ),
  };
  for (const site of seed.sites) addSite(world, site);
  return world;
}

function addSite(world: World, { displayName, path, grants = {} }: SeedSite): void {
  const { seed, random, clock } = world;
  const webUrl = `https://${seed.sharePointHost}${path}`;
  const rootId = `01${random.guid().replaceAll('-', '').toUpperCase()}`;
  const now = clock();
  const site: Site = {
    id: `${seed.sharePointHost},${random.guid()},${random.guid()}`,
    displayName,
    path,
    webUrl,
    created: now,
    grants: new Map(),
    lists: new Map(),
    drive: {
      id: `b!${random.guid().replaceAll('-', '')}`,
      rootId,
      webUrl: `${webUrl}/Delade%20dokument`,
      items: new Map([
        [
          rootId,
          {
            id: rootId,
            name: 'root',
            created: now,
            modified: now,
            version: 1,
            permissions: usualPermissions(world, displayName),
          },
        ],
      ]),
    },
  };
  for (const [app, role] of Object.entries(grants)) {
    const id = random.guid();
    const name = seed.apps.find((one) => one.id === app)?.displayName ?? '';
    site.grants.set(id, { id, app, displayName: name, role });
  }
  world.sites.set(site.id, site);
  addPeople(world, site);
}

/** People of the site get an id there; guests have never touched it, so they have none. */
function addPeople(world: World, site: Site): void {
  const list = createList(
    world,
    site,
    { displayName: 'User Information List', columns: [{ name: 'EMail', text: {} }] },
    true,
  );
  for (const { displayName, mail, userType } of world.seed.users)
    if (userType !== 'Guest') insertItem(world, list, { Title: displayName, EMail: mail }, SYSTEM);
}
