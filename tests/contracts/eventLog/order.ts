import { FIRST_PREVIOUS_HASH, linkHash } from '../../../bot/adapters/chain/link.ts';
import { writeRecord } from '../../../bot/adapters/chain/record.ts';
import { StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { entry, event, readAll, times, written } from '../logEntries.ts';
import type { WithStore } from './withStore.ts';

export function order(withStore: WithStore): void {
  it(
    'numbers the rows of a stream from 1 and names them by stream and number',
    withStore(async ({ open }) => {
      const log = await open();
      for (const version of [0, 1, 2]) await written(log.append('I-A', version, entry(`op-${version}`)));
      await written(log.append('I-B', 0, entry('op-b')));
      const rows = await log.read('I-A');
      expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      expect(rows.map(({ key }) => key)).toEqual(['I-A#000001', 'I-A#000002', 'I-A#000003']);
      expect((await log.read('I-B')).map(({ key }) => key)).toEqual(['I-B#000001']);
    }),
  );

  it(
    'answers with the row as it is read later, also by another instance',
    withStore(async ({ open }) => {
      const log = await open();
      const row = await written(log.append('I-A', 0, entry('op-1')));
      expect(row).toMatchObject({ stream: 'I-A', sequence: 1, ...entry('op-1') });
      expect(await log.read('I-A')).toEqual([row]);
      expect(await (await open()).read('I-A')).toEqual([row]);
    }),
  );

  it(
    'keeps all events of a command in one row, in their order',
    withStore(async ({ open }) => {
      const log = await open();
      const events = times(20, (i) => event(`Event${i}`));
      await written(log.append('I-A', 0, { ...entry('op-1'), events }));
      expect((await log.read('I-A')).map((row) => row.events)).toEqual([events]);
    }),
  );

  it(
    'keeps streams apart whose names begin alike',
    withStore(async ({ open }) => {
      const log = await open();
      for (const stream of ['I-A', 'I-A-1', 'I-AA', 'I-A.1', 'I'])
        await written(log.append(stream, 0, entry('op-1')));
      expect((await log.read('I-A')).map(({ stream }) => stream)).toEqual(['I-A']);
      expect((await log.read('I')).map(({ stream }) => stream)).toEqual(['I']);
    }),
  );

  it(
    'knows nothing of a stream nobody has written to',
    withStore(async ({ open }) => {
      expect(await (await open()).read('I-NONE')).toEqual([]);
    }),
  );

  it(
    'ties each row to the one before it',
    withStore(async ({ open }) => {
      const log = await open();
      for (const version of times(5, (i) => i))
        await written(log.append('I-A', version, entry(`op-${version}`)));
      let previousHash = FIRST_PREVIOUS_HASH;
      for (const row of await log.read('I-A')) {
        expect(row.previousHash).toBe(previousHash);
        expect(row.hash).toBe(linkHash(previousHash, writeRecord(row.stream, row.sequence, row).record));
        previousHash = row.hash;
      }
    }),
  );

  it(
    'still has every row after a restart, and goes on where it ended',
    withStore(async ({ open }) => {
      const before = await open();
      await written(before.append('I-A', 0, entry('op-1')));
      await written(before.append('I-B', 0, entry('op-2')));
      const rows = await readAll(before);
      await before.close();
      const after = await open();
      expect(await readAll(after)).toEqual(rows);
      const next = await written(after.append('I-A', 1, entry('op-3')));
      expect(next.previousHash).toBe(rows[0]?.hash);
      expect(next.position).toBeGreaterThan(rows[1]?.position ?? 0);
    }),
  );

  it(
    'answers that it is unavailable once it is closed, and closes twice without fuss',
    withStore(async ({ open }) => {
      const log = await open();
      const underWay = log.append('I-A', 0, entry('op-1'));
      await log.close();
      await log.close();
      expect((await underWay).outcome).toBe('appended');
      await expect(log.append('I-A', 1, entry('op-2'))).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(log.read('I-A')).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(log.readAfter(0, 10)).rejects.toBeInstanceOf(StoreUnavailable);
      expect((await (await open()).read('I-A')).length).toBe(1);
    }),
  );
}
