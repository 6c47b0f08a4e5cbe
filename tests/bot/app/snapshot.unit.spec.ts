import type { CasebookMemory } from '../../../bot/app/casebookMemory.ts';
import { openCasebook, type Snapshot } from '../../../bot/app/snapshot.ts';
import { PEOPLE } from '../../builders/people.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { newStore, type TestStore, testHouse } from '../house.ts';
import { approved, submitted } from '../support/life.ts';

/** Keeps what it is given, in memory. */
function shelf() {
  let held: CasebookMemory | undefined;
  let writes = 0;
  const snapshot: Snapshot = {
    read: () => (held ? structuredClone(held) : 'none'),
    write: async (memory) => {
      held = structuredClone(memory);
      writes += 1;
    },
  };
  return { snapshot, writes: () => writes, position: () => held?.position };
}

/** Opens a casebook as a start does, and tells what it said. */
async function started(store: TestStore, snapshot: Snapshot) {
  const told: object[] = [];
  const log = memoryEventLog(store.rows);
  const tell = (facts: object, message: string) => void told.push({ ...facts, message });
  return { ...(await openCasebook(log, { snapshot, tell })), told, log };
}

async function eventful() {
  const store = newStore();
  const house = await testHouse({ store });
  await approved(house);
  await submitted(house, { by: PEOPLE.colleague });
  return { store, house };
}

describe('opening a casebook', () => {
  it('folds all of the log when there is no snapshot, and keeps one when told', async () => {
    const { store } = await eventful();
    const { snapshot, position } = shelf();
    const first = await started(store, snapshot);
    expect(first.told).toEqual([
      { rows: store.rows.length, snapshot: 'none', message: 'folded the whole log' },
    ]);
    await first.keepSnapshot(1);
    expect(position()).toBe(store.rows.length);
    const second = await started(store, snapshot);
    expect(second.told).toEqual([{ rows: 0, message: 'started from a snapshot' }]);
    expect([...second.casebook.all()]).toEqual([...first.casebook.all()]);
  });

  it('says nothing and keeps nothing without a snapshot', async () => {
    const { store } = await eventful();
    const { casebook, keepSnapshot } = await openCasebook(memoryEventLog(store.rows));
    await keepSnapshot(0);
    expect(casebook.position()).toBe(store.rows.length);
  });

  it.each<[string, (rows: TestStore['rows']) => void]>([
    ['was emptied', (rows) => void rows.splice(0)],
    ['ends earlier', (rows) => void rows.pop()],
    [
      'has another row in that place',
      (rows) => void rows.splice(-1, 1, { ...(rows.at(-1) as (typeof rows)[number]), hash: 'f'.repeat(64) }),
    ],
    [
      'has that row in another place',
      (rows) => void rows.splice(-1, 1, { ...(rows.at(-1) as (typeof rows)[number]), position: 999 }),
    ],
  ])('folds all of a log that %s since', async (_what, change) => {
    const { store } = await eventful();
    const { snapshot } = shelf();
    await (await started(store, snapshot)).keepSnapshot(1);
    change(store.rows);
    const { told, casebook } = await started(store, snapshot);
    expect(told).toEqual([
      { rows: store.rows.length, snapshot: 'other-log', message: 'folded the whole log' },
    ]);
    expect([...casebook.all()]).toEqual([...(await started(store, shelf().snapshot)).casebook.all()]);
  });
});

describe('keeping a snapshot', () => {
  it('is done only when so many rows are new', async () => {
    const { store, house } = await eventful();
    const { snapshot, writes } = shelf();
    const { keepSnapshot, casebook } = await started(store, snapshot);
    await keepSnapshot(store.rows.length + 1);
    expect(writes()).toBe(0);
    await keepSnapshot(store.rows.length);
    expect(writes()).toBe(1);
    await keepSnapshot(0);
    expect(writes()).toBe(1);
    await submitted(house);
    await casebook.catchUp();
    await keepSnapshot(4);
    expect(writes()).toBe(1);
    await keepSnapshot(3);
    expect(writes()).toBe(2);
  });

  it('waits for one that is being written, then looks again', async () => {
    const { store } = await eventful();
    const { snapshot, writes } = shelf();
    const { keepSnapshot } = await started(store, snapshot);
    await Promise.all([keepSnapshot(1), keepSnapshot(1), keepSnapshot(1)]);
    expect(writes()).toBe(1);
  });

  it('tells of a disk or a log that fails, and is done the next time', async () => {
    const { store, house } = await eventful();
    const { snapshot, position } = shelf();
    let isFull = true;
    const full: Snapshot = {
      ...snapshot,
      write: async (memory) => (isFull ? Promise.reject(new Error('no space left')) : snapshot.write(memory)),
    };
    const { keepSnapshot, told, log, casebook } = await started(store, full);
    await keepSnapshot(1);
    isFull = false;
    await keepSnapshot(1);
    expect(position()).toBe(store.rows.length);
    await submitted(house);
    await casebook.catchUp();
    await log.close();
    await keepSnapshot(1);
    const message = 'the snapshot was not written';
    expect(told.slice(1)).toEqual([
      { message, err: expect.objectContaining({ message: 'no space left' }) },
      { message, err: expect.objectContaining({ code: 'store-unavailable' }) },
    ]);
  });
});
