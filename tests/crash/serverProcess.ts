/**
 * The whole server as a process of its own, to be killed. Argument: `ServerPlan` as JSON. Tells its parent the address
 * when it listens; complaints of warning level and above go to stderr. SIGTERM ends it in good order.
 */
import { openStore, storeFile } from '../../bot/adapters/sqlite/index.ts';
import { createSampleDirectory } from '../../bot/local/directory.ts';
import { createPersonaAuth } from '../../bot/local/personaAuth.ts';
import { createServer } from '../../bot/server.ts';
import { createLocalGuard } from '../../bot/teams/localGuard.ts';
import type { ServerPlan, ServerReport } from './serverPlan.ts';

const { dataDir, port, startsAt } = JSON.parse(process.argv[2] ?? '{}') as ServerPlan;

const silent = (): void => undefined;
const complain = (fields: object, message: string): void =>
  void process.stderr.write(`${message} ${JSON.stringify(fields, errorsAsText)}\n`);
const errorsAsText = (_key: string, value: unknown): unknown =>
  value instanceof Error ? (value.stack ?? value.message) : value;

const directory = createSampleDirectory();
const server = await createServer({
  store: openStore(storeFile(dataDir)),
  directory,
  guard: createLocalGuard(),
  authenticate: createPersonaAuth(),
  unitOf: directory.unitOf,
  language: 'sv',
  trustClientLanguage: false,
  tabUrl: () => undefined,
  report: { debug: silent, info: silent, warn: complain, error: complain },
  clock: () => new Date(Date.parse(startsAt) + performance.now()).toISOString(),
});
const url = await server.listen(port);
process.once('SIGTERM', () => void server.close().then(() => process.exit()));
process.once('disconnect', () => process.exit());
process.send?.({ url } satisfies ServerReport);
