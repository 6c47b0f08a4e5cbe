import type { AddressInfo } from 'node:net';
import {
  type Activity,
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
} from 'botbuilder';
import restify from 'restify';
import { createTeams } from '../../../bot/teams/createTeams.ts';
import { isLoopbackServiceUrl } from '../../../bot/teams/guard/serviceUrls.ts';
import { createTokenGuard } from '../../../bot/teams/guard/tokenGuard.ts';
import type { ServerMessage, ServerQuestion, ServerSetup, TurnModule } from './protocol.ts';

/** The process under measure: a bot behind restify with real inbound token checks and no outbound sign-in. */

const setup = JSON.parse(process.argv[2] ?? '{}') as ServerSetup;
const tell = (message: ServerMessage): void => void process.send?.(message);

const credentials = {
  isValidAppId: async (id: string) => id === setup.appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({ signRequest: async <T>(request: T) => request }),
};

const server = restify.createServer();
if (setup.kind === 'stock') serveStock();
else await serveOurs();
server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));

process.on('message', (question: ServerQuestion) => {
  if (question === 'heap') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  tell(
    question === 'heap' ? { heapBytes: process.memoryUsage().heapUsed } : { cpuMs: (user + system) / 1000 },
  );
});
process.on('disconnect', () => process.exit());

/** botbuilder as its own samples use it. */
function serveStock(): void {
  const { issuer, metadataUrl } = setup;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: setup.appId,
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      CallerId: '',
      ValidateAuthority: true,
    },
    credentials,
  );
  const adapter = new CloudAdapter(authentication);
  const bot = new ActivityHandler().onMessage(async (context, next) => {
    await context.sendActivity({
      type: 'message',
      text: `Echo: ${context.activity.text}`,
    } as Partial<Activity>);
    await next();
  });
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, (context) => bot.run(context));
  });
}

async function serveOurs(): Promise<void> {
  const { createTurn } = (await import(setup.turnModule)) as TurnModule;
  const silent = () => undefined;
  const teams = createTeams({
    guard: createTokenGuard({
      ...setup,
      tenants: [setup.tenantId],
      maySendTo: isLoopbackServiceUrl,
      credentials,
      now: Date.now,
    }),
    handle: await createTurn(),
    onError: (_turn, error) => {
      throw error;
    },
    onConversation: silent,
    ownChatOf: async () => undefined,
    texts: { workingOnIt: () => '…', failed: () => 'failed', received: () => '' },
    log: {
      debug: silent,
      info: silent,
      warn: silent,
      error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    },
    clock: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  });
  server.post('/api/messages', teams.endpoint);
}
