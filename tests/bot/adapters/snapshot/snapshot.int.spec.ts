import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { createSnapshot, snapshotFile } from '../../../../bot/adapters/snapshot/index.ts';
import { createCasebook } from '../../../../bot/app/casebook.ts';
import type { CasebookMemory } from '../../../../bot/app/casebookMemory.ts';
import { openCasebook } from '../../../../bot/app/snapshot.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { memoryEventLog } from '../../../fakes/memoryEventLog.ts';
import { newStore, testHouse } from '../../house.ts';
import { approved, done, submitted } from '../../support/life.ts';
import { logs, writeLog } from './randomLog.ts';
import { expectTheSame } from './theSameCasebook.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'snapshot-'));
  file = snapshotFile(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const snapshot = (version = 'rules-1') => createSnapshot(file, version);
const follow = (text: string) => ({ type: 'FollowUp', status: 'green', text }) as const;

/** A house in which something has happened, and a snapshot of it. */
async function kept() {
  const store = newStore();
  const house = await testHouse({ store });
  const first = await approved(house);
  await submitted(house, { by: PEOPLE.colleague });
  await house.chooseLanguage(PEOPLE.employee, 'en', 'op-language');
  await house.casebook.catchUp();
  await snapshot().write(memoryOf(house.casebook.memory()));
  return { store, house, first };
}

function memoryOf(memory: unknown): CasebookMemory {
  if (typeof memory !== 'object') throw new Error(`there is no snapshot: ${String(memory)}`);
  return memory as CasebookMemory;
}

describe('a snapshot in a file', () => {
  it('and the rows after it give what all rows give, wherever the log is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 3 }),
        async (plan, cuts) => {
          const { rows } = await writeLog(plan);
          rmSync(file, { force: true });
          // One snapshot is made from another, as day follows day.
          for (const cut of cuts.toSorted((a, b) => a - b)) {
            const known = memoryEventLog(rows.slice(0, 1 + Math.floor((cut / 100) * (rows.length - 1))));
            const { keepSnapshot } = await openCasebook(known, { snapshot: snapshot() });
            await keepSnapshot(1);
          }
          const log = memoryEventLog([...rows]);
          const told: object[] = [];
          const { casebook } = await openCasebook(log, {
            snapshot: snapshot(),
            tell: (facts) => void told.push(facts),
          });
          expect(told).toEqual([{ rows: expect.any(Number) }]);
          const whole = createCasebook(log);
          await whole.catchUp();
          expectTheSame(casebook, whole, rows);
        },
      ),
      { seed: 2026, numRuns: 40 },
    );
  });

  it('is read back as it was, and read on from', async () => {
    const { store, house, first } = await kept();
    const { casebook } = await openCasebook(memoryEventLog(store.rows), { snapshot: snapshot() });
    expectTheSame(casebook, house.casebook, store.rows);
    await done(house, follow('Vidare.'), { by: PEOPLE.coach, initiative: first.id });
    expect(await casebook.catchUp()).toBe(1);
    expect(casebook.initiative(first.id)).toEqual(house.casebook.initiative(first.id));
    expect(casebook.versionOf(first.id)).toBe(first.version + 1);
  });

  it('is written again from cases that nobody has looked at', async () => {
    const { house, store } = await kept();
    const before = readFileSync(file);
    await snapshot().write(memoryOf(snapshot().read()));
    expect(readFileSync(file).equals(before)).toBe(true);
    const some = memoryOf(snapshot().read());
    some.initiatives.get([...some.initiatives.keys()][1] ?? '');
    await snapshot().write(some);
    const { casebook } = await openCasebook(memoryEventLog(store.rows), { snapshot: snapshot() });
    expectTheSame(casebook, house.casebook, store.rows);
  });

  it('shows the moment it was asked for, whatever happens while it is written', async () => {
    const { store, house, first } = await kept();
    const rows = [...store.rows];
    const writing = snapshot().write(memoryOf(house.casebook.memory()));
    await done(house, follow('Medan den skrivs.'), { by: PEOPLE.coach, initiative: first.id });
    await writing;
    const memory = memoryOf(snapshot().read());
    expect(memory.position).toBe(rows.length);
    expect(memory.streams.get(first.id)?.operations).toHaveLength(first.version);
    expect(memory.initiatives.get(first.id)).toEqual(first);
  });

  it('is for the eyes of the program only', async () => {
    await kept();
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('a snapshot that is of no use', () => {
  it.each<[string, () => void, string]>([
    ['is missing', () => rmSync(file), 'none'],
    [
      'is a folder',
      () => {
        rmSync(file);
        mkdirSync(file);
      },
      'damaged',
    ],
    ['is empty', () => writeFileSync(file, ''), 'damaged'],
    ['is something else', () => writeFileSync(file, 'x'.repeat(5_000)), 'damaged'],
    ['was cut off', () => truncateSync(file, statSync(file).size - 1), 'damaged'],
    ['was cut in half', () => truncateSync(file, Math.floor(statSync(file).size / 2)), 'damaged'],
    ['goes on after its end', () => appendFileSync(file, 'more'), 'damaged'],
    ['lacks its beginning', () => writeFileSync(file, readFileSync(file).subarray(100)), 'damaged'],
  ])('because it %s is not used', async (_what, damage, reason) => {
    const { store, house } = await kept();
    damage();
    expect(snapshot().read()).toBe(reason);
    const told: object[] = [];
    const { casebook } = await openCasebook(memoryEventLog(store.rows), {
      snapshot: snapshot(),
      tell: (facts, message) => void told.push({ ...facts, message }),
    });
    expect(told).toEqual([{ rows: store.rows.length, snapshot: reason, message: 'folded the whole log' }]);
    expectTheSame(casebook, house.casebook, store.rows);
  });

  it('because a single bit of it fell over is not used', async () => {
    await kept();
    const whole = readFileSync(file);
    for (let place = 0; place < whole.length; place += Math.ceil(whole.length / 200)) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 4;
      writeFileSync(file, damaged);
      expect([place, typeof snapshot().read()]).toEqual([place, 'string']);
    }
  });

  it('because other rules made it is not used, and is replaced', async () => {
    const { store } = await kept();
    expect(snapshot('rules-2').read()).toBe('other-version');
    const { keepSnapshot } = await openCasebook(memoryEventLog(store.rows), {
      snapshot: snapshot('rules-2'),
    });
    await keepSnapshot(1);
    expect(typeof snapshot('rules-2').read()).toBe('object');
  });

  it('stays in use until the next one is whole', async () => {
    const { store } = await kept();
    writeFileSync(`${file}.new`, readFileSync(file).subarray(0, 1_000));
    const before = store.rows.length;
    expect(memoryOf(snapshot().read()).position).toBe(before);
    await submitted(await testHouse({ store }));
    const { keepSnapshot } = await openCasebook(memoryEventLog(store.rows), { snapshot: snapshot() });
    await keepSnapshot(1);
    expect(memoryOf(snapshot().read()).position).toBe(before + 3);
    expect(existsSync(`${file}.new`)).toBe(false);
  });
});
