import { type EventLog, StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { entry, readAll, times, written } from '../logEntries.ts';
import type { WithStore } from './withStore.ts';

/** Writes, but tells the caller that the store did not answer: a connection lost at the worst moment. */
const losingAnswers = (log: EventLog): EventLog => ({
  ...log,
  append: async (...args) => {
    await log.append(...args);
    throw new StoreUnavailable('the answer was lost');
  },
});

export function operations(withStore: WithStore): void {
  it(
    'has one effect and gives the same row however often it is sent',
    withStore(async ({ open }) => {
      const log = await open();
      const row = await written(log.append('I-A', 0, entry('op-1')));
      for (const _ of times(3, (i) => i))
        expect(await log.append('I-A', 0, entry('op-1'))).toEqual({ outcome: 'replayed', row });
      expect(await log.read('I-A')).toEqual([row]);
    }),
  );

  it(
    'is known again after other rows, whatever version the caller has seen',
    withStore(async ({ open }) => {
      const log = await open();
      const row = await written(log.append('I-A', 0, entry('op-1')));
      await written(log.append('I-A', 1, entry('op-2')));
      await written(log.append('I-A', 2, entry('op-3')));
      for (const version of [0, 1, 2, 3])
        expect(await log.append('I-A', version, entry('op-1'))).toEqual({ outcome: 'replayed', row });
      expect((await log.read('I-A')).length).toBe(3);
    }),
  );

  it(
    'is known to another instance and after a restart',
    withStore(async ({ open }) => {
      const first = await open();
      const second = await open();
      await written(second.append('I-A', 0, entry('op-0')));
      const row = await written(first.append('I-A', 1, entry('op-1')));
      expect(await second.append('I-A', 1, entry('op-1'))).toEqual({ outcome: 'replayed', row });
      await first.close();
      expect(await (await open()).append('I-A', 2, entry('op-1'))).toEqual({ outcome: 'replayed', row });
    }),
  );

  it(
    'keeps what was written first, whoever repeats it and with what',
    withStore(async ({ open }) => {
      const log = await open();
      const row = await written(log.append('I-A', 0, entry('op-1', { text: 'first' })));
      const other = { ...entry('op-1', { text: 'second' }), actor: 'somebody-else' };
      expect(await log.append('I-A', 1, other)).toEqual({ outcome: 'replayed', row });
    }),
  );

  it(
    'counts for its stream only',
    withStore(async ({ open }) => {
      const log = await open();
      await written(log.append('I-A', 0, entry('op-1')));
      expect((await log.append('I-B', 0, entry('op-1'))).outcome).toBe('appended');
    }),
  );

  it(
    'is found again when the answer was lost',
    withStore(async ({ open }) => {
      const log = await open();
      await expect(losingAnswers(log).append('I-A', 0, entry('op-1'))).rejects.toBeInstanceOf(
        StoreUnavailable,
      );
      const again = await log.append('I-A', 0, entry('op-1'));
      expect(again.outcome).toBe('replayed');
      expect(await readAll(log)).toEqual([await written(Promise.resolve(again))]);
    }),
  );

  it(
    'is found again when the answer was lost and somebody else has written since',
    withStore(async ({ open }) => {
      const log = await open();
      const other = await open();
      await expect(losingAnswers(log).append('I-A', 0, entry('op-1'))).rejects.toBeInstanceOf(
        StoreUnavailable,
      );
      await written(other.append('I-A', 1, entry('op-2')));
      expect(await log.append('I-A', 0, entry('op-1'))).toMatchObject({
        outcome: 'replayed',
        row: { sequence: 1 },
      });
      expect((await log.read('I-A')).map(({ operationId }) => operationId)).toEqual(['op-1', 'op-2']);
    }),
  );

  it(
    'has one effect when it is sent many times at once, by two instances',
    withStore(async ({ open }) => {
      const logs = [await open(), await open()];
      const results = await Promise.all(
        logs.flatMap((log) => times(10, () => log.append('I-A', 0, entry('op-1')))),
      );
      expect(results.filter(({ outcome }) => outcome === 'appended').length).toBe(1);
      expect(results.filter(({ outcome }) => outcome === 'replayed').length).toBe(19);
    }),
  );
}
