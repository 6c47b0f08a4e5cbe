import { createSnapshot, snapshotFile } from '../../../../bot/adapters/snapshot/index.ts';
import { openCasebook } from '../../../../bot/app/snapshot.ts';
import { entry, written } from '../../../contracts/logEntries.ts';
import { aLog } from '../../logCli/aLog.ts';

let log: Awaited<ReturnType<typeof aLog>>;
beforeEach(async () => {
  log = await aLog();
});
afterEach(() => log.dispose());

async function start() {
  const told: object[] = [];
  const snapshot = createSnapshot(snapshotFile(log.folder), 'rules-1');
  const { keepSnapshot } = await openCasebook(log.open().log, {
    snapshot,
    tell: (facts) => void told.push(facts),
  });
  await keepSnapshot(1);
  return told[0];
}

describe('a snapshot of a log on SQLite', () => {
  it('leaves only the rows after it to be read', async () => {
    expect(await start()).toEqual({ rows: 15, snapshot: 'none' });
    expect(await start()).toEqual({ rows: 0 });
    await written(log.store.log.append('I-A', 5, entry('op-next')));
    expect(await start()).toEqual({ rows: 1 });
  });

  it('does not hide that an old row was changed: verify reads every row', async () => {
    await start();
    log.tamper("UPDATE events SET record = replace(record, 'Noted', 'Liked') WHERE key = 'I-A#000002'");
    expect(await start()).toEqual({ rows: 0 });
    const { code, text } = await log.run('verify');
    expect(code).not.toBe(0);
    expect(text).toContain('I-A#000002');
  });

  it('is not used when the row it ends with was changed', async () => {
    await start();
    log.tamper("UPDATE events SET hash = upper(hash) WHERE key = 'I-C#000005'");
    expect(await start()).toEqual({ rows: 15, snapshot: 'other-log' });
  });
});
