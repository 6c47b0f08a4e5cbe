import { CLOSED_FOLDER, type Graph } from '../../bot/adapters/sharepoint/index.ts';
import { type Access, type DriveReader, type Item, isEverybody, readerOf, whoMay } from './access.ts';
import type { Plan, Step } from './plan.ts';

/** Until it is closed it has another name, so that the server puts nothing in it. */
const NOT_READY = `${CLOSED_FOLDER} (stängs)`;

/**
 * The document library of the portfolio site: whether it is there, who may do what in it, and a folder for protected
 * cases that is closed to those who may read the rest. Versioning is nothing that Graph can tell.
 * @param group Entra group that works with protected cases; without it the folder is left to a person.
 * @throws GraphRefused, StoreUnavailable. Source: Microsoft Graph v1.0, "List sharing permissions", "Send a sharing invitation".
 */
export async function planLibrary(graph: Graph, site: string, group: string | undefined): Promise<Plan> {
  const drive = `/sites/${encodeURIComponent(site)}/drive`;
  const reader = readerOf(graph, drive);
  if (!(await reader.isThere()))
    return {
      steps: [],
      problems: ['Webbplatsen har inget dokumentbibliotek. Skapa det i SharePoint: Nytt, Dokumentbibliotek.'],
    };
  const root = await reader.accessTo('/root');
  const items = await reader.below('/root');
  const [closed, begun] = [CLOSED_FOLDER, NOT_READY].map((name) => items.find((item) => item.name === name));
  const facts = [`Dokumentbiblioteket ${whoMay(root)}`];
  const problems = root
    .filter(({ who, role }) => role !== 'read' && isEverybody(who))
    .map(({ name }) => `Dokumentbiblioteket kan ändras av ${name}. Ge dem bara läsrätt i SharePoint.`);
  if (closed) {
    const access = await reader.accessTo(`/items/${closed.id}`);
    facts.push(`Mappen ${CLOSED_FOLDER} ${whoMay(access)}`);
    const open = stillOpen(access, root);
    if (open.length === 0) problems.push(...(await sharedByName(reader, closed, access)));
    else if (group) return { steps: [close(closed, group)], problems, facts };
    else problems.push(`Mappen ${CLOSED_FOLDER} kan läsas av ${open.join(', ')}. ${BY_HAND}`);
    return { steps: [], problems, facts };
  }
  if (!group)
    return { steps: [], problems: [...problems, `Mappen ${CLOSED_FOLDER} saknas. ${BY_HAND}`], facts };
  const isClosed = begun && stillOpen(await reader.accessTo(`/items/${begun.id}`), root).length === 0;
  return { steps: [nextStep(begun, isClosed === true, group)], problems, facts };
}

const BY_HAND =
  'Kör med --protected-group, eller för hand: Hantera åtkomst, Avancerade inställningar, Sluta ärva behörigheter, ' +
  'och ta bort alla utom dem som arbetar med skyddade ärenden.';

/** Made under another name, closed, and only then named so that the server finds it: never open in between. */
function nextStep(begun: Item | undefined, isClosed: boolean, group: string): Step {
  if (!begun)
    return {
      says: `skapa mappen ${CLOSED_FOLDER}`,
      method: 'POST',
      path: '/drive/root/children',
      body: { name: NOT_READY, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' },
    };
  if (!isClosed) return close(begun, group);
  return {
    says: `ta mappen ${CLOSED_FOLDER} i bruk`,
    method: 'PATCH',
    path: `/drive/items/${begun.id}`,
    body: { name: CLOSED_FOLDER },
  };
}

const close = ({ id }: Item, group: string): Step => ({
  says: `stäng mappen ${CLOSED_FOLDER} för alla utom dem som arbetar med skyddade ärenden`,
  method: 'POST',
  path: `/drive/items/${id}/invite`,
  body: {
    recipients: [{ objectId: group }],
    roles: ['write'],
    requireSignIn: true,
    sendInvitation: false,
    retainInheritedPermissions: false,
  },
});

/** Who can read the closed folder as they can read the rest, by inheritance or by a copy of it. */
function stillOpen(access: readonly Access[], root: readonly Access[]): string[] {
  const readers = new Set(root.filter(({ role }) => role === 'read').map(({ who }) => who));
  return access
    .filter(({ who, inherited }) => inherited || readers.has(who) || isEverybody(who))
    .map(({ name }) => name);
}

/** What lies in the closed folder but is opened to others too: it was shared before it was moved there. */
async function sharedByName(reader: DriveReader, folder: Item, access: readonly Access[]): Promise<string[]> {
  const allowed = new Set(access.map(({ who }) => who));
  const problems: string[] = [];
  const walk = async (parent: Item, path: string): Promise<void> => {
    for (const item of await reader.below(`/items/${parent.id}`)) {
      const others = (await reader.accessTo(`/items/${item.id}`)).filter(({ who }) => !allowed.has(who));
      if (others.length > 0)
        problems.push(
          `${path}/${item.name} kan också läsas av ${others.map(({ name }) => name).join(', ')}. Ta bort delningen: Hantera åtkomst.`,
        );
      if (item.folder) await walk(item, `${path}/${item.name}`);
    }
  };
  await walk(folder, CLOSED_FOLDER);
  return problems;
}
