import { z } from 'zod';
import { type Graph, refusalOf } from '../../bot/adapters/sharepoint/index.ts';
import type { Plan, Step } from './plan.ts';

const application = z.object({ application: z.object({ id: z.string().nullish() }).nullish() });
const permissionSchema = z.object({
  id: z.string(),
  roles: z.array(z.string()).nullish(),
  grantedToIdentitiesV2: z.array(application).nullish(),
  grantedToIdentities: z.array(application).nullish(),
});
const permissionsSchema = z.object({ value: z.array(permissionSchema) });

/** What the running service needs, and no more: it reads and writes rows, it makes no lists. */
const ROLE = 'write';

/**
 * What separates the site from "the service may write rows here". Needs more than the service itself has; without
 * that the plan says so. Roles must be read one by one: a listing leaves them out.
 * Source: Microsoft Graph v1.0, "permission resource type", Selected permissions.
 */
export async function planGrant(graph: Graph, site: string, app: string, name: string): Promise<Plan> {
  const path = `/sites/${encodeURIComponent(site)}/permissions`;
  const patience = graph.patience('background');
  const answer = await graph.call({ method: 'GET', path, units: 5 }, patience);
  if (answer.status === 403)
    return { steps: [], problems: [`${name}: behörigheterna kan inte läsas med den här inloggningen.`] };
  if (answer.status !== 200) throw refusalOf('permissions of a site', answer);
  const mine = permissionsSchema.parse(answer.body).value.filter((one) => isFor(one, app));
  const roles: string[] = [];
  for (const { id } of mine) {
    const one = await graph.call(
      { method: 'GET', path: `${path}/${encodeURIComponent(id)}`, units: 5 },
      patience,
    );
    if (one.status === 200) roles.push(...(permissionSchema.parse(one.body).roles ?? []));
  }
  const tooMuch = roles.filter((role) => role !== ROLE && role !== 'read');
  if (tooMuch.length > 0)
    return {
      steps: [],
      problems: [
        `${name}: tjänsten har mer än den behöver (${tooMuch.join(', ')}). Ta bort behörigheten i SharePoint och kör igen.`,
      ],
    };
  return { steps: roles.includes(ROLE) ? [] : [grant(app)], problems: [] };
}

const grant = (app: string): Step => ({
  says: 'ge tjänsten rätt att läsa och skriva rader (write)',
  method: 'POST',
  path: '/permissions',
  body: { roles: [ROLE], grantedToIdentities: [{ application: { id: app, displayName: 'Färdplan' } }] },
});

const isFor = (permission: z.infer<typeof permissionSchema>, app: string): boolean =>
  [...(permission.grantedToIdentitiesV2 ?? []), ...(permission.grantedToIdentities ?? [])].some(
    ({ application: one }) => one?.id?.toLowerCase() === app.toLowerCase(),
  );
