import { z } from 'zod';
import { type Graph, readPages, refusalOf } from '../../bot/adapters/sharepoint/index.ts';

const identity = z.looseObject({
  id: z.string().nullish(),
  displayName: z.string().nullish(),
  loginName: z.string().nullish(),
});
const permissionSchema = z.object({
  roles: z.array(z.string()).nullish(),
  grantedToV2: z.record(z.string(), identity.nullish()).nullish(),
  grantedToIdentitiesV2: z.array(z.record(z.string(), identity.nullish())).nullish(),
  link: z.object({ scope: z.string().nullish() }).nullish(),
  /** There, though it may be empty, on what comes from above. */
  inheritedFrom: z.unknown().optional(),
});
const itemSchema = z.object({ id: z.string(), name: z.string(), folder: z.unknown().optional() });
export type Item = z.infer<typeof itemSchema>;

/** Somebody who can open something, as far as Graph tells. */
export type Access = {
  readonly who: string;
  readonly name: string;
  readonly role: string;
  readonly inherited: boolean;
};

export type DriveReader = ReturnType<typeof readerOf>;

/** Questions about a drive, page by page. `item` is `/root` or `/items/{id}`. @throws GraphRefused, StoreUnavailable */
export function readerOf(graph: Graph, drive: string) {
  const what = 'the document library';
  const all = <Entry>(path: string, units: number, entry: z.ZodType<Entry>): Promise<Entry[]> =>
    readPages(graph, { path, units, entry, what }, graph.patience('background'));

  return {
    isThere: async (): Promise<boolean> => {
      const answer = await graph.call({ method: 'GET', path: drive, units: 1 }, graph.patience('background'));
      if (answer.status !== 200 && answer.status !== 404) throw refusalOf(what, answer);
      return answer.status === 200;
    },
    below: (item: string): Promise<Item[]> => all(`${drive}${item}/children`, 2, itemSchema),
    accessTo: async (item: string): Promise<Access[]> =>
      (await all(`${drive}${item}/permissions`, 5, permissionSchema)).flatMap(accessOf),
  };
}

function accessOf(permission: z.infer<typeof permissionSchema>): Access[] {
  const { roles, grantedToV2, grantedToIdentitiesV2, link, inheritedFrom } = permission;
  const role = (['owner', 'write', 'read'] as const).find((one) => roles?.includes(one)) ?? 'read';
  const inherited = inheritedFrom !== undefined && inheritedFrom !== null;
  if (link && link.scope !== 'users')
    return [{ who: `link:${link.scope}`, name: 'alla som har en delningslänk', role, inherited }];
  return [...(grantedToV2 ? [grantedToV2] : []), ...(grantedToIdentitiesV2 ?? [])].flatMap((granted) => {
    // The same person comes as a user of Entra and as a user of the site. Applications are no readers.
    const given = Object.entries(granted).flatMap(([kind, one]) =>
      one && kind !== 'application' ? [{ kind, ...one }] : [],
    );
    const [first] = given;
    if (!first) return [];
    const who = given.find(({ loginName }) => loginName)?.loginName ?? `${first.kind}:${first.id}`;
    return [{ who, name: first.displayName ?? first.id ?? 'okänd', role, inherited }];
  });
}

/** Everybody, and everybody but guests, as SharePoint signs them in. */
const EVERYBODY = /spo-grid-all-users|^c:0\(\.s\|true/;
export const isEverybody = (who: string): boolean => EVERYBODY.test(who);

/** Who reads, who changes and who owns, in a sentence. */
export function whoMay(access: readonly Access[]): string {
  const named = (wanted: string) =>
    [...new Set(access.filter(({ role }) => role === wanted).map(({ name }) => name))].join(', ') || 'ingen';
  return `läses av: ${named('read')}; ändras av: ${named('write')}; ägs av: ${named('owner')}`;
}
