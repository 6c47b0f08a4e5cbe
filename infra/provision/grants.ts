import { z } from 'zod';
import { type Graph, refusalOf } from '../../bot/adapters/sharepoint/index.ts';
import type { Plan, Step } from './plan.ts';

const application = z.object({
  application: z.object({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish(),
});
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
 * Which applications may do what in the site, and what separates that from "the service may write rows here". Needs
 * more than the service itself has; without that the plan says so. Roles must be read one by one: a listing leaves them
 * out.
 * @param app application (client) id of the service; without it nothing is granted, and only told what there is.
 * Source: Microsoft Graph v1.0, "permission resource type", Selected permissions.
 */
export async function planGrants(graph: Graph, site: string, { name, app }: WhoseGrants): Promise<Plan> {
  const path = `/sites/${encodeURIComponent(site)}/permissions`;
  const patience = graph.patience('background');
  const answer = await graph.call({ method: 'GET', path, units: 5 }, patience);
  if (answer.status === 403) {
    const unseen = `${name}: behörigheterna kan inte läsas med den här inloggningen.`;
    return { steps: [], problems: app ? [unseen] : [], facts: app ? [] : [unseen] };
  }
  if (answer.status !== 200) throw refusalOf('permissions of a site', answer);
  const granted: Granted[] = [];
  for (const { id } of permissionsSchema.parse(answer.body).value) {
    const one = await graph.call(
      { method: 'GET', path: `${path}/${encodeURIComponent(id)}`, units: 5 },
      patience,
    );
    if (one.status === 200) granted.push(...grantsOf(permissionSchema.parse(one.body)));
  }
  const facts = [`Program med tillgång: ${granted.map(saysGrant).join(', ') || 'inga'}`];
  if (!app) return { steps: [], problems: [], facts };
  const roles = granted.filter((one) => one.app.toLowerCase() === app.toLowerCase()).map(({ role }) => role);
  const tooMuch = roles.filter((role) => role !== ROLE && role !== 'read');
  if (tooMuch.length > 0)
    return {
      steps: [],
      problems: [
        `${name}: tjänsten har mer än den behöver (${tooMuch.join(', ')}). Ta bort behörigheten i SharePoint och kör igen.`,
      ],
      facts,
    };
  return { steps: roles.includes(ROLE) ? [] : [grant(app)], problems: [], facts };
}

type WhoseGrants = { readonly name: string; readonly app: string | undefined };
type Granted = { readonly app: string; readonly name: string; readonly role: string };

const saysGrant = ({ app, name, role }: Granted): string => `${name} (${app}): ${role}`;

function grantsOf(permission: z.infer<typeof permissionSchema>): Granted[] {
  const { roles, grantedToIdentitiesV2, grantedToIdentities } = permission;
  const applications = [...(grantedToIdentitiesV2 ?? []), ...(grantedToIdentities ?? [])].flatMap(
    ({ application: one }) => (one?.id ? [[one.id, one.displayName ?? 'okänt program'] as const] : []),
  );
  return [...new Map(applications)].flatMap(([app, name]) =>
    (roles ?? []).map((role) => ({ app, name, role })),
  );
}

const grant = (app: string): Step => ({
  says: 'ge tjänsten rätt att läsa och skriva rader (write)',
  method: 'POST',
  path: '/permissions',
  body: { roles: [ROLE], grantedToIdentities: [{ application: { id: app, displayName: 'Färdplan' } }] },
});
