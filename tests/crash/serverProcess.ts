/**
 * The whole server as a process of its own, to be killed. It loads its code, says so, and begins when it is sent a
 * `ServerPlan`. Complaints of warning level and above go to stderr. SIGTERM ends it in good order.
 */
import { openStore, storeFile } from '../../bot/adapters/sqlite/index.ts';
import { createSampleDirectory } from '../../bot/local/directory.ts';
import { createPersonaAuth } from '../../bot/local/personaAuth.ts';
import { createServer } from '../../bot/server.ts';
import { createLocalGuard } from '../../bot/teams/localGuard.ts';
import type { ServerPlan, ServerReport } from './serverPlan.ts';

const tell = (report: ServerReport): void => void process.send?.(report);
const silent = (): void => undefined;
const complain = (fields: object, message: string): void =>
  void process.stderr.write(`${message} ${JSON.stringify(fields, errorsAsText)}\n`);
const errorsAsText = (_key: string, value: unknown): unknown =>
  value instanceof Error ? (value.stack ?? value.message) : value;

async function begin({ dataDir, startsAt }: ServerPlan): Promise<void> {
  const begun = performance.now();
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
    clock: () => new Date(Date.parse(startsAt) + performance.now() - begun).toISOString(),
  });
  process.once('SIGTERM', () => void server.close().then(() => process.exit()));
  tell({ url: await server.listen(0) });
}

process.once('disconnect', () => process.exit());
process.once('message', (plan: ServerPlan) => void begin(plan));
tell({ loaded: true });
