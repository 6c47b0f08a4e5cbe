import { linkHash } from '../../bot/adapters/chain/link.ts';
import { writeRecord } from '../../bot/adapters/chain/record.ts';
import type { EventLog } from '../../bot/app/ports/index.ts';
import type { EventLogStore } from './eventLog/withStore.ts';
import { readAll, times } from './logEntries.ts';
import type { WorkerStore } from './workers/plan.ts';
import { startWriter } from './workers/startWriter.ts';

const STARTING_MS = 60_000;

/** What an event log must do that several processes share. Beside `eventLogContract`; stores in memory have no part in it. */
export function eventLogProcessesContract(
  name: string,
  makeStore: () => EventLogStore & { readonly worker: WorkerStore | Promise<WorkerStore> },
): void {
  describe(`event log in several processes: ${name}`, () => {
    it.each([2, 4])(
      'loses none and doubles none of 240 operations that %d processes write to a store they find empty',
      async (processes) => {
        const { open, dispose, worker: starting } = makeStore();
        const worker = await starting;
        const count = 240 / processes;
        const writers = times(processes, (w) =>
          startWriter(worker, { operations: `op-${w}`, first: 0, count, streams: ['I-SHARED', `I-${w}`] }),
        );
        const acknowledged = (await Promise.all(writers.map(({ ended }) => ended))).flat();
        expect(acknowledged.length).toBe(240);
        expect(acknowledged.every(({ outcome }) => outcome === 'appended')).toBe(true);

        const log = await open();
        const rows = await readAll(log);
        const wanted = times(processes, (w) => times(count, (i) => `op-${w}-${i}`)).flat();
        expect(rows.map(({ operationId }) => operationId).sort()).toEqual(wanted.sort());
        expect(new Set(rows.map(({ position }) => position)).size).toBe(240);
        await expectWholeChain(log, 'I-SHARED', 120);
        for (const w of times(processes, (i) => i)) await expectWholeChain(log, `I-${w}`, count / 2);
        await dispose();
      },
      STARTING_MS,
    );

    it(
      'gives an operation one effect when four processes send it',
      async () => {
        const { open, dispose, worker: starting } = makeStore();
        const worker = await starting;
        const plan = { operations: 'op', first: 0, count: 50, streams: ['I-A', 'I-B'] };
        const answers = await Promise.all(times(4, () => startWriter(worker, plan).ended));
        const appended = answers.flat().filter(({ outcome }) => outcome === 'appended');
        expect(appended.map(({ operation }) => operation).sort()).toEqual(times(50, (i) => `op-${i}`).sort());
        expect(answers.flat().length).toBe(200);
        expect((await readAll(await open())).length).toBe(50);
        await dispose();
      },
      STARTING_MS,
    );
  });
}

/** Rows numbered from 1 without gaps, each tied to the one before. */
async function expectWholeChain(log: EventLog, stream: string, length: number): Promise<void> {
  const rows = await log.read(stream);
  expect(rows.map(({ sequence }) => sequence)).toEqual(times(length, (i) => i + 1));
  for (const [i, row] of rows.entries()) {
    expect(row.previousHash).toBe(rows[i - 1]?.hash ?? '0'.repeat(64));
    expect(row.hash).toBe(linkHash(row.previousHash, writeRecord(stream, row.sequence, row).record));
  }
}
