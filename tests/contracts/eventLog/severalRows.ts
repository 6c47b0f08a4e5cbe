import {
  type EventLog,
  InvalidLogEntry,
  LogEntryTooLarge,
  MOST_ROWS,
  StoreUnavailable,
  type WantedRow,
} from '../../../bot/app/ports/index.ts';
import { entry, readAll, times, written } from '../logEntries.ts';
import type { WithStore } from './withStore.ts';

const wanted = (stream: string, expectedVersion: number, operationId: string): WantedRow => ({
  stream,
  expectedVersion,
  entry: entry(operationId),
});
const keysIn = async (log: EventLog) => (await readAll(log)).map(({ key }) => key);

export function severalRows(withStore: WithStore): void {
  it(
    'writes all of them in the order they were asked for',
    withStore(async ({ open }) => {
      const log = await open();
      await written(log.append('I-A', 0, entry('op-0')));
      const results = await log.appendAll([
        wanted('N-1', 0, 'taken'),
        wanted('I-A', 1, 'op-1'),
        wanted('I-B', 0, 'op-1'),
      ]);
      expect(results.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'appended']);
      expect(await keysIn(log)).toEqual(['I-A#000001', 'N-1#000001', 'I-A#000002', 'I-B#000001']);
      expect((await log.read('I-A'))[1]).toEqual(await written(Promise.resolve(results[1]!)));
    }),
  );

  it(
    'stops at the first that somebody else was before',
    withStore(async ({ open }) => {
      const [here, there] = [await open(), await open()];
      await written(there.append('N-1', 0, entry('theirs')));
      const results = await here.appendAll([wanted('N-1', 0, 'ours'), wanted('I-A', 0, 'op-1')]);
      expect(results).toEqual([{ outcome: 'conflict', actualVersion: 1 }]);
      expect(await keysIn(here)).toEqual(['N-1#000001']);
      const again = await here.appendAll([wanted('N-1', 1, 'ours'), wanted('I-A', 0, 'op-1')]);
      expect(again.map(({ outcome }) => outcome)).toEqual(['appended', 'appended']);
    }),
  );

  it(
    'leaves the first when the second has come too late, and finds it again',
    withStore(async ({ open }) => {
      const [here, there] = [await open(), await open()];
      await written(there.append('I-A', 0, entry('theirs')));
      const results = await here.appendAll([wanted('N-1', 0, 'ours'), wanted('I-A', 0, 'op-1')]);
      expect(results).toMatchObject([{ outcome: 'appended' }, { outcome: 'conflict', actualVersion: 1 }]);
      const again = await here.appendAll([wanted('N-1', 1, 'ours'), wanted('I-A', 1, 'op-1')]);
      expect(again).toMatchObject([{ outcome: 'replayed', row: { sequence: 1 } }]);
      expect(await keysIn(here)).toHaveLength(2);
    }),
  );

  it(
    'has one effect when the answer was lost',
    withStore(async ({ open }) => {
      const log = await open();
      const rows = [wanted('N-1', 0, 'ours'), wanted('I-A', 0, 'op-1')];
      const lost = async () => {
        await log.appendAll(rows);
        throw new StoreUnavailable('the answer was lost');
      };
      await expect(lost()).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await log.appendAll(rows)).toMatchObject([{ outcome: 'replayed', row: { sequence: 1 } }]);
      expect(await log.append('I-A', 0, entry('op-1'))).toMatchObject({ outcome: 'replayed' });
      expect(await keysIn(log)).toHaveLength(2);
    }),
  );

  it(
    'gives each number once, and none away, when instances race for them',
    withStore(async ({ open }) => {
      const logs = [await open(), await open()];
      const take = async (log: EventLog, i: number) => {
        for (let version = 0; ; ) {
          const [first, second] = await log.appendAll([
            wanted('N-1', version, `I-${i}`),
            wanted(`I-${i}`, 0, 'op-1'),
          ]);
          if (second) return [first, second];
          version = first?.outcome === 'conflict' ? first.actualVersion : version;
        }
      };
      const taken = await Promise.all(times(20, (i) => take(logs[i % 2]!, i)));
      expect(taken.flat().every((result) => result?.outcome === 'appended')).toBe(true);
      const numbers = await logs[0]!.read('N-1');
      expect(numbers.map(({ operationId }) => operationId).sort()).toEqual(times(20, (i) => `I-${i}`).sort());
      expect((await readAll(logs[1]!)).length).toBe(40);
    }),
  );

  it(
    'writes nothing when one of them cannot be written at all',
    withStore(async ({ open }) => {
      const log = await open();
      const good = wanted('N-1', 0, 'ours');
      const tooLong = {
        stream: 'I-A',
        expectedVersion: 0,
        entry: entry('op-1', { text: 'å'.repeat(60_000) }),
      };
      await expect(log.appendAll([good, tooLong])).rejects.toBeInstanceOf(LogEntryTooLarge);
      for (const bad of [
        [],
        [good, wanted('not a stream', 0, 'op-1')],
        [good, wanted('N-1', 1, 'op-1')],
        times(MOST_ROWS + 1, (i) => wanted(`I-${i}`, 0, 'op-1')),
      ])
        await expect(log.appendAll(bad)).rejects.toBeInstanceOf(InvalidLogEntry);
      expect(await readAll(log)).toEqual([]);
    }),
  );

  it(
    'finishes what is under way when it is closed, and then is unavailable',
    withStore(async ({ open }) => {
      const log = await open();
      const underWay = log.appendAll([wanted('N-1', 0, 'ours'), wanted('I-A', 0, 'op-1')]);
      await log.close();
      expect(await underWay).toHaveLength(2);
      await expect(log.appendAll([wanted('I-B', 0, 'op-1')])).rejects.toBeInstanceOf(StoreUnavailable);
    }),
  );
}
