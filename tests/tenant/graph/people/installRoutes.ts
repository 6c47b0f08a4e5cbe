import { badRequest, notFound, Refusal } from '../../http/refusal.ts';
import type { SeedTeamsApp } from '../../seed.ts';
import { requireRole } from '../access.ts';
import { type GraphCall, type GraphRoute, noContent, ok } from '../route.ts';
import type { World } from '../world.ts';
import { userOf } from './userRoutes.ts';

/** The organisation's catalog of Teams apps, and which of them a person has. */
export const installRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    pattern: '/appCatalogs/teamsApps',
    options: ['$filter', '$select', '$expand'],
    units: 0,
    handle: (call) => {
      requireRole(call, 'AppCatalog.Read.All');
      const externalId = /^externalId eq '([^']+)'$/.exec(call.options.get('$filter') ?? '')?.[1];
      if (externalId === undefined)
        throw badRequest('Unsupported or invalid query filter clause', 'bad-filter');
      const found = call.world.seed.teamsApps.filter((app) => app.externalId === externalId);
      return ok({ value: found.map(showCatalogEntry) });
    },
  },
  {
    method: 'GET',
    pattern: '/users/{user}/teamwork/installedApps',
    options: ['$expand', '$filter'],
    units: 0,
    handle: (call) => {
      const { id } = person(call);
      const filter = call.options.get('$filter');
      const wanted = /^teamsApp\/(externalId|id) eq '([^']+)'$/.exec(filter ?? '');
      if (filter !== undefined && !wanted)
        throw badRequest('Unsupported or invalid query filter clause', 'bad-filter');
      const apps = installedFor(call.world, id).filter(
        (app) => !wanted || wanted[2] === (wanted[1] === 'id' ? catalogIdOf(app) : app.externalId),
      );
      return ok({ value: apps.map((app) => showInstallation(call, id, app)) });
    },
  },
  {
    method: 'POST',
    pattern: '/users/{user}/teamwork/installedApps',
    units: 0,
    handle: (call) => {
      const user = person(call);
      const bound: unknown = (call.body as Record<string, unknown> | undefined)?.['teamsApp@odata.bind'];
      const app = call.world.seed.teamsApps.find((one) =>
        String(bound).endsWith(`/appCatalogs/teamsApps/${catalogIdOf(one)}`),
      );
      if (!app) throw notFound('The app is not in the catalog.');
      const holders = call.world.installed.get(catalogIdOf(app)) ?? new Set<string>();
      if (user.userType === 'Guest') throw new Refusal(403, 'Forbidden', 'Guests cannot have the app.');
      if (holders.has(user.id)) throw new Refusal(409, 'Conflict', 'App already installed for the user.');
      call.world.installed.set(catalogIdOf(app), holders.add(user.id));
      return {
        status: 201,
        headers: {
          Location: `${call.origin}/v1.0/users/${user.id}/teamwork/installedApps/${installationId(user.id, app)}`,
        },
      };
    },
  },
  {
    method: 'GET',
    pattern: '/users/{user}/teamwork/installedApps/{installation}/chat',
    units: 0,
    handle: (call) => {
      const { id } = person(call);
      const app = installationOf(call, id);
      return ok({
        id: conversationWith(id, app.botId),
        chatType: 'oneOnOne',
        tenantId: call.world.seed.tenantId,
      });
    },
  },
  {
    method: 'DELETE',
    pattern: '/users/{user}/teamwork/installedApps/{installation}',
    units: 0,
    handle: (call) => {
      const { id } = person(call);
      call.world.installed.get(catalogIdOf(installationOf(call, id)))?.delete(id);
      return noContent();
    },
  },
];

/** The same chat in Graph and in the bot connector. */
export const conversationWith = (user: string, botId: string): string =>
  `a:${Buffer.from(`${botId}/${user}`).toString('base64url')}`;

/** Bot and person of a personal chat, by its id. */
export const partiesOf = (conversation: string): readonly string[] =>
  Buffer.from(conversation.replace(/^a:/, ''), 'base64url').toString().split('/');

/** The id the catalog gives the app, another than the manifest's. */
export const catalogIdOf = ({ externalId }: SeedTeamsApp): string => `e${externalId.slice(1)}`;

export const hasApp = (world: World, user: string, botId: string): boolean =>
  installedFor(world, user).some((app) => app.botId === botId);

const installedFor = (world: World, user: string): SeedTeamsApp[] =>
  world.seed.teamsApps.filter((app) => world.installed.get(catalogIdOf(app))?.has(user));

const installationId = (user: string, app: SeedTeamsApp): string =>
  Buffer.from(`${user}##${catalogIdOf(app)}`).toString('base64url');

function person(call: GraphCall) {
  requireRole(call, 'TeamsAppInstallation.ReadWriteSelfForUser.All');
  return userOf(call);
}

function installationOf({ world, params }: GraphCall, user: string): SeedTeamsApp {
  const app = installedFor(world, user).find((one) => installationId(user, one) === params.installation);
  if (!app) throw notFound('The app is not installed for the user.');
  return app;
}

const showCatalogEntry = (app: SeedTeamsApp) => ({
  id: catalogIdOf(app),
  externalId: app.externalId,
  displayName: app.displayName,
  distributionMethod: 'organization',
});

function showInstallation({ options }: GraphCall, user: string, app: SeedTeamsApp) {
  const expand = options.get('$expand');
  if (expand !== undefined && !/^teamsApp(?:,teamsAppDefinition)?$/.test(expand))
    throw badRequest(`Parsing $expand failed: '${expand}'`, 'unknown-option');
  return { id: installationId(user, app), ...(expand && { teamsApp: showCatalogEntry(app) }) };
}
