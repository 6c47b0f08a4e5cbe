import { badRequest } from '../../http/refusal.ts';
import { LEVEL, levelOf } from '../access.ts';
import { type GraphCall, ok } from '../route.ts';
import type { World } from '../world.ts';
import type { Drive, DriveItem, DrivePermission, DriveRole, Principal } from './model.ts';
import type { Place } from './place.ts';

export const PERMISSION_UNITS = 5;

/** What holds for an item, and whether it is its own. */
export function permissionsOf(
  { items }: Drive,
  item: DriveItem,
): { readonly own: boolean; readonly all: readonly DrivePermission[] } {
  for (let at: DriveItem | undefined = item; at; at = at.parent ? items.get(at.parent) : undefined)
    if (at.permissions) return { own: at === item, all: [...at.permissions.values()] };
  return { own: false, all: [] };
}

/**
 * Whoever does not own the item sees only what applies to themselves. What is inherited has the property
 * `inheritedFrom`, which tells nothing more.
 * Source: Microsoft Graph v1.0, "List sharing permissions"; microsoftgraph/microsoft-graph-devx-api#223.
 */
export function listPermissions(call: GraphCall, { site, drive, item }: Place) {
  const { own, all } = permissionsOf(drive, item);
  const seen = levelOf(call, site) >= LEVEL.owner ? all : [];
  return ok({ value: seen.map((one) => showPermission(one, !own)) });
}

/**
 * Opens an item to people and groups. With `retainInheritedPermissions: false`, and only the first time, everything
 * that was inherited goes: this is how an item is closed. Takes the role `owner` on the site.
 * Source: Microsoft Graph v1.0, "Send a sharing invitation"; "Overview of Selected permissions".
 */
export function invite(call: GraphCall, { drive, item }: Place) {
  const {
    recipients,
    roles,
    requireSignIn,
    sendInvitation,
    retainInheritedPermissions = true,
    ...other
  } = (call.body ?? {}) as Record<string, unknown>;
  const role: unknown = Array.isArray(roles) && roles.length === 1 ? roles[0] : undefined;
  if (
    (role !== 'read' && role !== 'write') ||
    !Array.isArray(recipients) ||
    recipients.length === 0 ||
    Object.keys(other).length > 0
  )
    throw badRequest('An invitation needs recipients and a role', 'bad-body');
  if (requireSignIn !== true || sendInvitation !== false)
    throw badRequest('An application invites those who sign in, and sends no mail', 'bad-body');
  const invited = recipients.map((one: unknown) => permission(call.world, role, recipient(call.world, one)));
  const { own, all } = permissionsOf(drive, item);
  const kept = own || retainInheritedPermissions === true ? all : [];
  item.permissions = new Map([...kept, ...invited].map((one) => [one.id, one]));
  return ok({ value: invited.map((one) => showPermission(one, false)) });
}

const permission = ({ random }: World, role: DriveRole, to: Principal): DrivePermission => ({
  id: random.guid(),
  role,
  to,
});

/** What a new site opens to people: its owners, its members, and its visitors, among whom are all employees. */
export const usualPermissions = (world: World, site: string): Map<string, DrivePermission> =>
  new Map(
    (
      [
        ['owner', 'Ägare', '3'],
        ['read', 'Besökare', '4'],
        ['write', 'Medlemmar', '5'],
      ] as const
    )
      .map(([role, name, id]) =>
        permission(world, role, { kind: 'siteGroup', id, displayName: `${name} på ${site}` }),
      )
      .map((one) => [one.id, one]),
  );

function recipient({ seed }: World, given: unknown): Principal {
  const { objectId, email } = (given ?? {}) as { objectId?: unknown; email?: unknown };
  const group = seed.groups.find(({ id }) => id === objectId);
  if (group) return { kind: 'group', ...group };
  const user = seed.users.find(({ id, mail }) => id === objectId || (mail !== undefined && mail === email));
  if (!user) throw badRequest('The recipients could not be found', 'bad-body');
  return { kind: 'user', id: user.id, displayName: user.displayName };
}

const showPermission = (
  { id, role, link, to: { kind, ...identity } }: DrivePermission,
  inherited: boolean,
) => ({
  id,
  roles: [role],
  ...(link ? { link: { scope: link, type: 'view' } } : { grantedToV2: { [kind]: identity } }),
  ...(inherited && { inheritedFrom: {} }),
});
