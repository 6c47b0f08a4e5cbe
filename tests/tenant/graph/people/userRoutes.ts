import { badRequest, Refusal } from '../../http/refusal.ts';
import type { SeedUser } from '../../seed.ts';
import { requireRole } from '../access.ts';
import { type GraphCall, type GraphRoute, ok } from '../route.ts';

const PROPERTIES: Readonly<Record<string, (user: SeedUser) => unknown>> = {
  id: ({ id }) => id,
  displayName: ({ displayName }) => displayName,
  jobTitle: ({ jobTitle }) => jobTitle ?? null,
  mail: ({ mail }) => mail ?? null,
  userPrincipalName: ({ mail, id }) => mail ?? `${id}@lindbacka.example`,
  department: ({ department }) => department ?? null,
  userType: ({ userType = 'Member' }) => userType,
  accountEnabled: ({ accountEnabled = true }) => accountEnabled,
};

const DEFAULT_PROPERTIES = ['id', 'displayName', 'jobTitle', 'mail', 'userPrincipalName'];

/** People, their managers, groups and photos. None of it costs SharePoint units. */
export const userRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    pattern: '/users',
    options: ['$select', '$filter', '$top'],
    units: 0,
    handle: (call) => {
      requireRole(call, 'User.Read.All');
      const found = filterUsers(call, call.options.get('$filter'));
      return ok({ value: found.map((user) => showUser(call, user)) });
    },
  },
  userRoute('/users/{user}', (call, user) => ok(showUser(call, user))),
  userRoute('/users/{user}/manager', (call, { manager }) => {
    const found = call.world.seed.users.find(({ id }) => id === manager);
    if (!found)
      throw missing(
        "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
      );
    return ok({ '@odata.type': '#microsoft.graph.user', ...showUser(call, found) });
  }),
  userRoute('/users/{user}/directReports', (call, { id }) => {
    const reports = call.world.seed.users.filter(({ manager }) => manager === id);
    return ok({
      value: reports.map((one) => ({ '@odata.type': '#microsoft.graph.user', ...showUser(call, one) })),
    });
  }),
  ...['memberOf', 'transitiveMemberOf'].map((relation) =>
    userRoute(`/users/{user}/${relation}`, (call, { groups = [] }) => {
      requireRole(call, 'GroupMember.Read.All');
      const found = call.world.seed.groups.filter(({ id }) => groups.includes(id));
      return ok({ value: found.map((group) => ({ '@odata.type': '#microsoft.graph.group', ...group })) });
    }),
  ),
  ...['photo/$value', 'photos/{size}/$value'].map((path) =>
    userRoute(`/users/{user}/${path}`, (_call, { photo }) => {
      if (!photo) throw new Refusal(404, 'ImageNotFound', "The photo wasn't found.");
      return { status: 200, bytes: photo, headers: { 'Content-Type': typeOf(photo) } };
    }),
  ),
  {
    method: 'GET',
    pattern: '/groups/{group}',
    options: ['$select'],
    units: 0,
    handle: (call) => ok(groupOf(call)),
  },
  ...['members', 'transitiveMembers'].map(
    (relation): GraphRoute => ({
      method: 'GET',
      pattern: `/groups/{group}/${relation}`,
      options: ['$select', '$top'],
      units: 0,
      handle: (call) => {
        const { id } = groupOf(call);
        const members = call.world.seed.users.filter(({ groups }) => groups?.includes(id));
        return ok({
          value: members.map((user) => ({ '@odata.type': '#microsoft.graph.user', ...showUser(call, user) })),
        });
      },
    }),
  ),
];

function userRoute(
  pattern: string,
  answer: (call: GraphCall, user: SeedUser) => ReturnType<GraphRoute['handle']>,
): GraphRoute {
  return {
    method: 'GET',
    pattern,
    options: ['$select', '$top'],
    units: 0,
    handle: (call) => {
      requireRole(call, 'User.Read.All');
      return answer(call, userOf(call));
    },
  };
}

/** By id or user principal name. */
export function userOf({ world, params }: GraphCall): SeedUser {
  const wanted = params.user?.toLowerCase();
  const found = world.seed.users.find(({ id, mail }) => id === wanted || mail?.toLowerCase() === wanted);
  if (!found)
    throw missing(
      `Resource '${params.user}' does not exist or one of its queried reference-property objects are not present.`,
    );
  return found;
}

function groupOf(call: GraphCall) {
  requireRole(call, 'GroupMember.Read.All');
  const found = call.world.seed.groups.find(({ id }) => id === call.params.group);
  if (!found) throw missing(`Resource '${call.params.group}' does not exist.`);
  return found;
}

function showUser({ options }: GraphCall, user: SeedUser): Record<string, unknown> {
  const names = options.get('$select')?.split(',') ?? DEFAULT_PROPERTIES;
  return Object.fromEntries(
    names.map((name) => {
      const read = PROPERTIES[name.trim()];
      if (!read)
        throw badRequest(
          `Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
          'unknown-field',
        );
      return [name.trim(), read(user)];
    }),
  );
}

/** `id in ('…','…')`, at most 15, or `startswith(displayName,'…')`: all that the product may lean on. */
function filterUsers({ world }: GraphCall, filter: string | undefined): readonly SeedUser[] {
  if (filter === undefined) return world.seed.users;
  const ids = /^id in \(('[^']+'(?:,\s*'[^']+')*)\)$/.exec(filter)?.[1]?.split(',');
  if (ids && ids.length > 15)
    throw badRequest('Too many child clauses specified in search filter expression', 'bad-filter');
  if (ids) return world.seed.users.filter(({ id }) => ids.some((one) => one.trim() === `'${id}'`));
  const start = /^startswith\(displayName,\s*'((?:[^']|'')*)'\)$/.exec(filter)?.[1]?.replaceAll("''", "'");
  if (start === undefined) throw badRequest('Unsupported or invalid query filter clause', 'bad-filter');
  return world.seed.users.filter(({ displayName }) =>
    displayName.toLowerCase().startsWith(start.toLowerCase()),
  );
}

const typeOf = (photo: Buffer): string => (photo[0] === 0x89 ? 'image/png' : 'image/jpeg');

const missing = (message: string): Refusal => new Refusal(404, 'Request_ResourceNotFound', message);
