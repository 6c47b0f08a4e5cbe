import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { openDatabase } from '../../../../bot/adapters/sqlite/database.ts';
import { openStore } from '../../../../bot/adapters/sqlite/index.ts';
import { type Conversation, StoreUnavailable } from '../../../../bot/app/ports/index.ts';
import { entry, readAll, written } from '../../../contracts/logEntries.ts';
import { temporaryStore } from './temporaryStore.ts';

let store: ReturnType<typeof temporaryStore>;
beforeEach(() => {
  store = temporaryStore();
});
afterEach(() => store.dispose());

describe('opening the store', () => {
  it('makes the folder and the file', async () => {
    const file = path.join(store.folder, 'new', 'folder', 'x.sqlite');
    const { log, close } = openStore(file);
    expect(await log.readAfter(0, 1)).toEqual([]);
    await close();
  });

  it('asks for the disk at every commit', () => {
    const db = openDatabase(store.file);
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it.each<[string, (file: string) => void]>([
    ['a file that is no database', (file) => writeFileSync(file, 'x'.repeat(10_000))],
    ['a folder', (file) => mkdirSync(file)],
    ["somebody else's database", (file) => withDatabase(file, (db) => db.exec('CREATE TABLE theirs (a)'))],
    ['a store of a newer version', (file) => withDatabase(file, (db) => db.exec('PRAGMA user_version = 99'))],
  ])('refuses %s and says so', async (what, make) => {
    if (what.startsWith('a store')) await openStore(store.file).close();
    make(store.file);
    expect(() => openStore(store.file)).toThrow(StoreUnavailable);
    expect(() => openStore(store.file)).toThrow(
      /cannot open the store .*(not a database|unable to open|not an event store|update the program)/,
    );
  });
});

describe('the store in trouble', () => {
  it('waits for another writer, then goes on', async () => {
    const { log } = store.open({ patienceMs: 5_000 });
    const other = new DatabaseSync(store.file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = log.append('I-A', 0, entry('op-1'));
    setTimeout(() => other.close(), 100);
    expect((await waiting).outcome).toBe('appended');
  });

  it('gives up on a lock that stays, without holding up the process; the same operation then works', async () => {
    const { log, deliveries } = store.open({ patienceMs: 1_000 });
    await written(log.append('I-A', 0, entry('op-0')));
    const other = new DatabaseSync(store.file);
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 5);
    const failed = log.append('I-A', 1, entry('op-1'));
    await expect(failed).rejects.toMatchObject({ code: 'store-unavailable', cause: { errcode: 5 } });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThanOrEqual(5);
    await expect(deliveries.moveCheckpoint(1)).rejects.toBeInstanceOf(StoreUnavailable);
    expect((await log.read('I-A')).length).toBe(1);
    other.close();
    expect((await log.append('I-A', 1, entry('op-1'))).outcome).toBe('appended');
  });

  it('says so when there is no room, loses nothing, and goes on when there is room again', async () => {
    const prepare = jest.spyOn(DatabaseSync.prototype, 'exec');
    const { log } = store.open();
    const db = prepare.mock.contexts.at(-1) as DatabaseSync;
    prepare.mockRestore();
    db.exec('PRAGMA max_page_count = 60');
    const text = 'x'.repeat(20_000);
    let version = 0;
    const fill = async () => {
      for (;;) {
        await written(log.append('I-A', version, entry(`op-${version}`, { text })));
        version += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'store-unavailable', cause: { errcode: 13 } });
    expect(version).toBeGreaterThan(3);
    db.exec('PRAGMA max_page_count = 10000');
    expect((await log.append('I-A', version, entry(`op-${version}`, { text }))).outcome).toBe('appended');
    const rows = await readAll(log);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.length).toBe(version + 1);
  });

  it('forgets what a commit that failed would have written', async () => {
    const { log } = store.open();
    await written(log.append('I-A', 0, entry('op-0')));
    failNextCommit();
    await expect(log.append('I-A', 1, entry('op-1'))).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await log.append('I-A', 2, entry('op-2'))).toEqual({ outcome: 'conflict', actualVersion: 1 });
    expect((await log.append('I-A', 1, entry('op-1'))).outcome).toBe('appended');
    expect((await readAll(log)).map(({ position, operationId }) => [position, operationId])).toEqual([
      [1, 'op-0'],
      [2, 'op-1'],
    ]);
  });

  it('does not read past a record somebody has damaged', async () => {
    const { log } = store.open();
    await written(log.append('I-A', 0, entry('op-1')));
    withDatabase(store.file, (db) =>
      db.exec("DROP TRIGGER events_are_not_changed; UPDATE events SET record = 'not JSON'"),
    );
    await expect(log.read('I-A')).rejects.toThrow(/position 1 is damaged: run npm run log -- verify/);
    await written(log.append('I-B', 0, entry('op-2')));
    expect(await log.readAfter(0, 1)).toMatchObject([{ stream: 'I-B' }]);
  });

  it('lets no row of the log be changed or deleted by mistake', async () => {
    const { log } = store.open();
    await written(log.append('I-A', 0, entry('op-1')));
    withDatabase(store.file, (db) => {
      expect(() => db.exec("UPDATE events SET actor = 'x'")).toThrow(/append-only/);
      expect(() => db.exec('DELETE FROM events')).toThrow(/append-only/);
    });
  });
});

describe('calls of the same moment', () => {
  it('do not take each other down when one of them fails', async () => {
    const { log, conversations, deliveries } = store.open();
    await written(log.append('I-A', 0, entry('op-0')));
    const bad = { id: undefined, kind: 'personal', updatedAt: '' } as unknown as Conversation;
    const results = await Promise.allSettled([
      log.append('I-A', 1, entry('op-1')),
      log.append('I-A', 2, entry('op-2')),
      conversations.save(bad),
      deliveries.moveCheckpoint(3),
      log.append('I-A', 3, entry('op-3')),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(2).fill('fulfilled'),
      'rejected',
      ...Array(2).fill('fulfilled'),
    ]);
    const rows = await log.read('I-A');
    expect(rows.map(({ operationId }) => operationId)).toEqual(['op-0', 'op-1', 'op-2', 'op-3']);
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(rows.map(({ previousHash }) => previousHash).slice(1)).toEqual(
      rows.map(({ hash }) => hash).slice(0, -1),
    );
    expect(await deliveries.checkpoint()).toBe(3);
  });

  it('see each other: the second of two for the same row loses', async () => {
    const { log } = store.open();
    const [first, second] = await Promise.all([
      log.append('I-A', 0, entry('op-1')),
      log.append('I-A', 0, entry('op-2')),
    ]);
    expect([first.outcome, second.outcome]).toEqual(['appended', 'conflict']);
  });

  it('remember more streams than are kept in memory', async () => {
    const { log } = store.open();
    const streams = Array.from({ length: 1_200 }, (_, i) => `I-${i}`);
    await Promise.all(streams.map((stream) => log.append(stream, 0, entry('op-1'))));
    const again = await Promise.all(streams.map((stream) => log.append(stream, 1, entry('op-1'))));
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['replayed']));
  });
});

function withDatabase(file: string, work: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(file);
  work(db);
  db.close();
}

/** The disk fails at the worst moment: SQLite reports an I/O error. */
function failNextCommit(): void {
  const { run } = StatementSync.prototype;
  const spy = jest.spyOn(StatementSync.prototype, 'run').mockImplementation(function (
    this: StatementSync,
    ...values
  ) {
    if (this.sourceSQL !== 'COMMIT') return run.call(this, ...values);
    spy.mockRestore();
    throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
  });
}
