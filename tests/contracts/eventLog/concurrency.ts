import { appendAtEnd, entry, readAll, times, written } from '../logEntries.ts';
import type { WithStore } from './withStore.ts';

export function concurrency(withStore: WithStore): void {
  it(
    'lets one of many win a row and tells the others the version there is',
    withStore(async ({ open }) => {
      const logs = [await open(), await open()];
      await written(logs[0]!.append('I-A', 0, entry('op-first')));
      const results = await Promise.all(
        logs.flatMap((log, l) => times(50, (i) => log.append('I-A', 1, entry(`op-${l}-${i}`)))),
      );
      expect(results.filter(({ outcome }) => outcome === 'appended').length).toBe(1);
      expect(results.filter(({ outcome }) => outcome === 'conflict').length).toBe(99);
      for (const result of results) if (result.outcome === 'conflict') expect(result.actualVersion).toBe(2);
      expect((await logs[1]!.read('I-A')).length).toBe(2);
    }),
  );

  it(
    'refuses a version that is behind or ahead, and writes nothing',
    withStore(async ({ open }) => {
      const log = await open();
      await written(log.append('I-A', 0, entry('op-1')));
      await written(log.append('I-A', 1, entry('op-2')));
      for (const version of [0, 1, 3, 4, 900])
        expect(await log.append('I-A', version, entry('op-3'))).toEqual({
          outcome: 'conflict',
          actualVersion: 2,
        });
      expect(await log.append('I-NEW', 1, entry('op-3'))).toEqual({ outcome: 'conflict', actualVersion: 0 });
      expect((await readAll(log)).length).toBe(2);
    }),
  );

  it(
    'notices what another instance has written since it last looked',
    withStore(async ({ open }) => {
      const [here, there] = [await open(), await open()];
      await written(here.append('I-A', 0, entry('op-1')));
      await written(there.append('I-A', 1, entry('op-2')));
      expect(await here.append('I-A', 1, entry('op-3'))).toEqual({ outcome: 'conflict', actualVersion: 2 });
      expect((await here.append('I-A', 2, entry('op-3'))).outcome).toBe('appended');
      expect((await there.append('I-A', 3, entry('op-4'))).outcome).toBe('appended');
      expect((await there.read('I-A')).map(({ operationId }) => operationId)).toEqual([
        'op-1',
        'op-2',
        'op-3',
        'op-4',
      ]);
    }),
  );

  it(
    'loses none and doubles none of 240 rows that four writers put into one stream and streams of their own',
    withStore(async ({ open }) => {
      const logs = [await open(), await open(), await open(), await open()];
      await Promise.all(
        logs.flatMap((log, writer) =>
          times(60, (i) => appendAtEnd(log, i % 2 ? 'I-SHARED' : `I-${writer}`, entry(`op-${writer}-${i}`))),
        ),
      );
      const rows = await readAll(logs[0]!);
      const wanted = times(240, (i) => `op-${i % 4}-${Math.floor(i / 4)}`);
      expect(rows.map(({ operationId }) => operationId).sort()).toEqual(wanted.sort());
      expect((await logs[3]!.read('I-SHARED')).map(({ sequence }) => sequence)).toEqual(
        times(120, (i) => i + 1),
      );
    }),
  );

  it(
    'writes commands of many streams asked for at once, one row each',
    withStore(async ({ open }) => {
      const log = await open();
      const rows = await Promise.all(times(200, (i) => written(log.append(`I-${i}`, 0, entry('op-1')))));
      expect(new Set(rows.map(({ position }) => position)).size).toBe(200);
      expect((await readAll(log)).length).toBe(200);
    }),
  );

  it(
    'does not let a refused command take others down that were asked for at the same moment',
    withStore(async ({ open }) => {
      const log = await open();
      const results = await Promise.allSettled([
        log.append('I-A', 0, entry('op-1')),
        log.append('not a stream', 0, entry('op-2')),
        log.append('I-B', 7, entry('op-3')),
        log.append('I-C', 0, entry('op-4')),
      ]);
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect((await readAll(log)).map(({ stream }) => stream)).toEqual(['I-A', 'I-C']);
    }),
  );
}
