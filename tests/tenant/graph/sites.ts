import { accessDenied, badRequest, notFound, Refusal } from '../http/refusal.ts';
import type { SiteRole } from '../seed.ts';
import { LEVEL, levelOf, listFor, siteFor } from './access.ts';
import type { Permission } from './lists/model.ts';
import { created, type GraphCall, type GraphRoute, membersOf, noContent, ok, selected } from './route.ts';
import { isoSeconds, type Site } from './world.ts';

const PERMISSION_UNITS = 5;
const UNIQUE_SCOPE_LIMIT = 100_000;

/** Sites, and which applications may do what in a site or list. */
export const siteRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    pattern: '/sites/{host}:/{+path}',
    options: ['$select'],
    units: 1,
    handle: (call) => {
      const { host = '', path = '' } = call.params;
      const site = [...call.world.sites.values()].find(
        (one) => one.path.toLowerCase() === `/${path.replace(/:$/, '')}`.toLowerCase(),
      );
      if (!site || host.toLowerCase() !== call.world.seed.sharePointHost)
        throw notFound('Requested site could not be found');
      if (levelOf(call, site) < LEVEL.read) throw accessDenied();
      return ok(selected(call, showSite(call, site)));
    },
  },
  {
    method: 'GET',
    pattern: '/sites/{site}',
    options: ['$select'],
    units: 1,
    handle: (call) => ok(selected(call, showSite(call, siteFor(call, 'read')))),
  },
  ...grantRoutes('/sites/{site}/permissions', (call) => siteFor(call, 'fullcontrol').grants),
  ...grantRoutes('/sites/{site}/lists/{list}/permissions', (call) => {
    const { list } = listFor(call, 'fullcontrol');
    if (list.grants.size === 0 && list.items.size > UNIQUE_SCOPE_LIMIT)
      throw badRequest('Inheritance cannot be broken on a list with more than 100,000 items', 'over-limit');
    return list.grants;
  }),
];

const showSite = ({ origin }: GraphCall, site: Site) => ({
  '@odata.context': `${origin}/v1.0/$metadata#sites/$entity`,
  id: site.id,
  name: site.path.split('/').at(-1),
  displayName: site.displayName,
  webUrl: site.webUrl,
  createdDateTime: isoSeconds(site.created),
  siteCollection: { hostname: site.id.split(',')[0] },
});

type Grants = (call: GraphCall) => Map<string, Permission>;

function grantRoutes(path: string, grantsOf: Grants): readonly GraphRoute[] {
  const one = (call: GraphCall): Permission => {
    const grant = grantsOf(call).get(call.params.permission ?? '');
    if (!grant) throw notFound('Item not found');
    return grant;
  };
  return [
    {
      method: 'GET',
      pattern: path,
      units: PERMISSION_UNITS,
      handle: (call) => ok({ value: [...grantsOf(call).values()].map((grant) => showGrant(grant, false)) }),
    },
    {
      method: 'POST',
      pattern: path,
      units: PERMISSION_UNITS,
      handle: (call) => {
        const grants = grantsOf(call);
        const grant = { id: call.world.random.guid(), ...readGrant(call.body) };
        grants.set(grant.id, grant);
        return created(showGrant(grant, true));
      },
    },
    {
      method: 'GET',
      pattern: `${path}/{permission}`,
      units: PERMISSION_UNITS,
      handle: (call) => ok(showGrant(one(call), true)),
    },
    {
      method: 'PATCH',
      pattern: `${path}/{permission}`,
      units: PERMISSION_UNITS,
      handle: (call) => {
        const grant = one(call);
        grant.role = readRole(membersOf(call.body, ['roles'], 'A permission').roles, true);
        return ok(showGrant(grant, true));
      },
    },
    {
      method: 'DELETE',
      pattern: `${path}/{permission}`,
      units: PERMISSION_UNITS,
      handle: (call) => {
        grantsOf(call).delete(one(call).id);
        return noContent();
      },
    },
  ];
}

/** The roles are left out when grants are listed, as in SharePoint: they must be read one by one. */
const showGrant = ({ id, app, displayName, role }: Permission, withRoles: boolean) => ({
  id,
  ...(withRoles && { roles: [role] }),
  grantedToIdentitiesV2: [{ application: { id: app, displayName } }],
  grantedToIdentities: [{ application: { id: app, displayName } }],
});

const GRANT = ['roles', 'grantedTo', 'grantedToV2', 'grantedToIdentities'];

type Granted = { readonly application?: { readonly id?: unknown; readonly displayName?: unknown } };

function readGrant(body: unknown): Omit<Permission, 'id'> {
  const { roles, grantedTo, grantedToIdentities, grantedToV2 } = membersOf(body, GRANT, 'A permission') as {
    roles?: unknown;
    grantedTo?: Granted;
    grantedToV2?: Granted;
    grantedToIdentities?: readonly Granted[];
  };
  const application = (grantedTo ?? grantedToV2 ?? grantedToIdentities?.[0])?.application;
  if (typeof application?.id !== 'string') throw badRequest('grantedTo is required', 'bad-body');
  return {
    app: application.id,
    displayName: typeof application.displayName === 'string' ? application.displayName : '',
    role: readRole(roles, false),
  };
}

/** `fullcontrol` is refused when a grant is made and accepted when it is changed. */
function readRole(roles: unknown, isChange: boolean): SiteRole {
  const role: unknown = Array.isArray(roles) && roles.length === 1 ? roles[0] : undefined;
  if (typeof role !== 'string' || !(role in LEVEL) || (role === 'fullcontrol' && !isChange))
    throw new Refusal(400, 'invalidRequest', 'Invalid value for role', { violation: 'bad-body' });
  return role as SiteRole;
}
