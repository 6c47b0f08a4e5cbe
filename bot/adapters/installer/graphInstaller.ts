import { z } from 'zod';
import type { Conversation } from '../../app/ports/index.ts';
import type { Graph, GraphAnswer } from '../sharepoint/index.ts';

export type InstallerSettings = {
  readonly graph: Graph;
  /** `id` of the app's manifest; the catalogue knows it as `externalId`. */
  readonly teamsAppId: string;
  readonly botAppId: string;
  readonly tenantId: string;
  readonly save: (conversation: Conversation) => Promise<void>;
  readonly now: () => number;
};

/** Teams' address for all regions; the first turn of the chat tells the nearer one. */
const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
/** Somebody for whom it is not permitted, or an app that is not in the catalogue, is not asked about more often. */
const ASK_AGAIN_MS = 60 * 60_000;

/** OData's word for a reference to something that exists. */
const BIND = '@odata.bind';

const list = z.object({ value: z.array(z.object({ id: z.string() })) });
const chat = z.object({ id: z.string() });

/**
 * Brings the app to somebody who does not have it, so that they can be written to: looks it up in the catalogue,
 * installs it, and asks for the chat. Undefined where it is not permitted or there is no such person (403, 404).
 * @throws StoreUnavailable when Graph does not answer; the message is then tried again later.
 * Source: Microsoft Learn, "Use Graph to proactively install apps and send messages".
 */
export function createGraphInstaller(settings: InstallerSettings) {
  const { graph, teamsAppId, botAppId, tenantId, save, now } = settings;
  const refused = new Map<string, number>();
  let catalogue: { readonly id: string | undefined; readonly until: number } | undefined;

  const get = (path: string) => graph.call({ method: 'GET', path, units: 1 }, graph.patience('background'));

  async function catalogueId(): Promise<string | undefined> {
    if (catalogue && catalogue.until > now()) return catalogue.id;
    const answer = await get(`/appCatalogs/teamsApps?$filter=externalId eq '${teamsAppId}'`);
    catalogue = { id: idIn(answer), until: now() + ASK_AGAIN_MS };
    return catalogue.id;
  }

  async function install(person: string): Promise<Conversation | undefined> {
    const app = await catalogueId();
    if (app === undefined) return undefined;
    const installed = `/users/${encodeURIComponent(person)}/teamwork/installedApps`;
    const body = { [`teamsApp${BIND}`]: `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${app}` };
    const made = await graph.call(
      { method: 'POST', path: installed, body, units: 1 },
      graph.patience('background'),
    );
    // 409: the person has it already, only we have not heard of it.
    if (made.status !== 201 && made.status !== 409) return undefined;
    const found = idIn(await get(`${installed}?$expand=teamsApp&$filter=teamsApp/id eq '${app}'`));
    if (found === undefined) return undefined;
    const answer = chat.safeParse((await get(`${installed}/${encodeURIComponent(found)}/chat`)).body);
    if (!answer.success) return undefined;
    return {
      id: answer.data.id,
      kind: 'personal',
      serviceUrl: SERVICE_URL,
      tenantId,
      bot: { id: `28:${botAppId}` },
      person,
      updatedAt: new Date(now()).toISOString(),
    };
  }

  return async (person: string): Promise<Conversation | undefined> => {
    if ((refused.get(person) ?? 0) > now()) return undefined;
    const conversation = await install(person);
    if (conversation) await save(conversation);
    else refused.set(person, now() + ASK_AGAIN_MS);
    return conversation;
  };
}

function idIn({ status, body }: GraphAnswer): string | undefined {
  const found = status === 200 ? list.safeParse(body) : undefined;
  return found?.success ? found.data.value[0]?.id : undefined;
}
