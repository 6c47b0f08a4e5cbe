/**
 * The product as a process of its own, on a store and a snapshot in a folder. Wired as local mode is, but for who one
 * is, which a header says: the people of the log are not those of the sample municipality.
 */
import { createSnapshot, snapshotFile } from '../../../bot/adapters/snapshot/index.ts';
import { openStore, storeFile } from '../../../bot/adapters/sqlite/index.ts';
import { createServer } from '../../../bot/server.ts';
import { createLocalGuard } from '../../../bot/teams/localGuard.ts';
import type { HouseMessage, HouseQuestion, HouseSetup } from './protocol.ts';

const { folder } = JSON.parse(process.argv[2] ?? '{}') as HouseSetup;
const tell = (message: HouseMessage): void => void process.send?.(message);
const silent = (): void => undefined;
const complain = (fields: object, message: string): void =>
  void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);

const server = await createServer({
  store: openStore(storeFile(folder)),
  snapshot: createSnapshot(snapshotFile(folder)),
  directory: { person: async (id) => ({ id, name: id }), nameOf: (id) => id },
  guard: createLocalGuard(),
  authenticate: async ({ headers }) => {
    const [, person] = /^Bench (.+)$/.exec(headers.authorization ?? '') ?? [];
    return person === undefined ? undefined : { person };
  },
  unitOf: () => undefined,
  language: 'sv',
  trustClientLanguage: true,
  tabUrl: () => undefined,
  report: { debug: silent, info: silent, warn: silent, error: complain },
});
const url = await server.listen(0);

process.on('message', (question: HouseQuestion) => {
  if (question === 'rss') tell({ rss: process.memoryUsage.rss() });
  else if (question === 'rest') void rested().then(() => tell({ rested: true }));
  else void server.close().then(() => process.exit());
});
/** Most of a second with hardly any processor time used. */
async function rested(): Promise<void> {
  for (let before = process.cpuUsage(); ; before = process.cpuUsage()) {
    await new Promise((done) => setTimeout(done, 800));
    const { user, system } = process.cpuUsage(before);
    if (user + system < 80_000) return;
  }
}

process.on('disconnect', () => process.exit());
tell({ url });
