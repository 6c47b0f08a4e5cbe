import { get } from 'node:https';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  connectGraph,
  createTokenSource,
  type GraphCredential,
} from '../../../bot/adapters/sharepoint/index.ts';
import { SAMPLE } from '../seed.ts';

/**
 * The real clients that the product is built on, under the public names, in a process of its own: run with the
 * tenant's reroute. Prints one JSON object. Arguments: service URL, conversation id, certificate with key (PEM).
 */
const [serviceUrl = '', conversation = '', certificate = ''] = process.argv.slice(2);
const SERVICE = { tenantId: SAMPLE.tenantId, clientId: SAMPLE.serviceApp } as const;

await main();

async function main(): Promise<void> {
  const answers = {
    fetch: await statusOf(() =>
      fetch('https://login.botframework.com/v1/.well-known/keys').then((one) => one.status),
    ),
    https: await statusOf(() => httpsStatus('https://login.microsoftonline.com/common/discovery/instance')),
    secret: await statusOf(() => askGraph({ kind: 'secret', ...SERVICE, secret: SAMPLE.serviceSecret })),
    certificate: await statusOf(() => askGraph({ kind: 'certificate', ...SERVICE, certificate })),
    managedIdentity: await statusOf(() => askGraph({ kind: 'managedIdentity', clientId: SAMPLE.serviceApp })),
    connector: await statusOf(sendAsBot),
    elsewhere: await statusOf(() => fetch('https://example.org/').then((one) => one.status)),
    elsewherePlain: await statusOf(() => fetch('http://example.org/').then((one) => one.status)),
    otherPort: await statusOf(() => fetch('https://graph.microsoft.com:8443/').then((one) => one.status)),
  };
  console.log(JSON.stringify(answers));
}

async function statusOf<T>(ask: () => Promise<T>): Promise<T | string> {
  try {
    return await ask();
  } catch (error) {
    const { cause = error } = error as { cause?: unknown };
    return String((cause as { code?: unknown }).code ?? cause);
  }
}

function httpsStatus(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });
}

/** The product's own sign-in at Entra, then a site through its own way to Graph. */
async function askGraph(credential: GraphCredential): Promise<string> {
  const root = 'https://graph.microsoft.com';
  const authorityHost = 'https://login.microsoftonline.com';
  const tokens = createTokenSource({ credential, graphRoot: root, authorityHost });
  const graph = connectGraph({ tokens, root, organisation: 'Lindbacka', version: '0' });
  const path = `/sites/${SAMPLE.host}:${SAMPLE.logSite}`;
  const { body } = await graph.call({ method: 'GET', path, units: 1 }, graph.patience('person'));
  return (body as { displayName: string }).displayName;
}

/** botbuilder's own sign-in (MSAL) and connector client, to a person who did not just write. */
async function sendAsBot(): Promise<string> {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: SAMPLE.botApp,
      MicrosoftAppTenantId: SAMPLE.tenantId,
      MicrosoftAppPassword: SAMPLE.botSecret,
    }),
  );
  const reference = {
    serviceUrl,
    channelId: 'msteams',
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
  };
  let id = '';
  await adapter.continueConversationAsync(SAMPLE.botApp, reference, async (context) => {
    id = (await context.sendActivity('hej från en riktig klient'))?.id ?? '';
  });
  return id;
}
