import type { LogRow } from '../../../bot/app/ports/index.ts';
import { appendAtEnd, entry, readAll, times, written } from '../logEntries.ts';
import type { WithStore } from './withStore.ts';

export function catchingUp(withStore: WithStore): void {
  it(
    'gives the rows after any position, in log order, no more than asked for',
    withStore(async ({ open }) => {
      const log = await open();
      const rows: LogRow[] = [];
      for (const i of times(12, (n) => n))
        rows.push(await written(appendAtEnd(log, `I-${i % 3}`, entry(`op-${i}`))));
      expect(await readAll(log, 5)).toEqual(rows);
      for (const [i, row] of rows.entries()) {
        expect(await log.readAfter(row.position, 100)).toEqual(rows.slice(i + 1));
        expect((await log.readAfter(row.position, 2)).length).toBe(Math.min(2, rows.length - i - 1));
      }
    }),
  );

  it(
    'answers with nothing when there is nothing after',
    withStore(async ({ open }) => {
      const log = await open();
      expect(await log.readAfter(0, 10)).toEqual([]);
      const { position } = await written(log.append('I-A', 0, entry('op-1')));
      expect(await log.readAfter(position, 10)).toEqual([]);
      expect(await log.readAfter(position + 1_000, 10)).toEqual([]);
    }),
  );

  it(
    'gives positions that rise in the order the rows can be seen',
    withStore(async ({ open }) => {
      const logs = [await open(), await open()];
      let last = 0;
      for (const i of times(20, (n) => n)) {
        const { position } = await written(logs[i % 2]!.append(`I-${i}`, 0, entry('op-1')));
        expect(position).toBeGreaterThan(last);
        last = position;
      }
    }),
  );

  it(
    'misses nothing and repeats nothing while others write',
    withStore(async ({ open }) => {
      const [reader, ...writers] = [await open(), await open(), await open()];
      let writing = true;
      const seen: LogRow[] = [];
      const following = (async () => {
        for (;;) {
          const lastLook = !writing;
          const rows = await reader!.readAfter(seen.at(-1)?.position ?? 0, 7);
          seen.push(...rows);
          if (rows.length === 0 && lastLook) return;
          if (rows.length === 0) await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      await Promise.all(
        writers.map(async (log, w) => {
          for (const i of times(60, (n) => n)) await appendAtEnd(log, `I-${i % 5}`, entry(`op-${w}-${i}`));
        }),
      );
      writing = false;
      await following;
      expect(seen).toEqual(await readAll(writers[0]!));
      expect(seen.length).toBe(120);
    }),
  );
}
