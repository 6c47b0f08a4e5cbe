import { runLogCli } from '../../../../bot/logCli/index.ts';
import { logDoors } from '../../../../bot/municipality/logDoors.ts';
import { readAll, times } from '../../../contracts/logEntries.ts';
import { startWriter, type Writer } from '../../../contracts/workers/startWriter.ts';
import { OPEN_LOG } from './openLog.ts';
import { seeded } from './seeded.ts';
import { temporaryStore } from './temporaryStore.ts';
import { textOf } from './textOf.ts';

const KILLS = 24;
const MANY = 1_000_000;

/**
 * Two writers on one file; one of them is killed at a random moment of its work, over and over. A writer that comes
 * back begins with the operation whose fate it does not know.
 */
describe('a writer killed with -9', () => {
  const writers: Writer[] = [];
  afterEach(() => writers.forEach(({ process }) => void process.kill('SIGKILL')));

  it('loses nothing it had acknowledged, writes nothing twice and leaves whole chains', async () => {
    const { folder, file, open, dispose } = temporaryStore();
    const worker = { module: OPEN_LOG, argument: file };
    const random = seeded(20_260_302);
    const streams = times(7, (i) => `I-${i}`);
    const steady = startWriter(worker, { operations: 'steady', first: 0, count: MANY, streams, pauseMs: 3 });
    writers.push(steady);
    const acknowledged: string[] = [];

    for (const _ of times(KILLS, (i) => i)) {
      const first = acknowledged.length;
      const writer = startWriter(worker, { operations: 'killed', first, count: MANY, streams });
      writers.push(writer);
      await someWork(writer, 1 + Math.floor(random() * 20));
      await new Promise((resolve) => setTimeout(resolve, random() * 3));
      writer.process.kill('SIGKILL');
      const answers = await writer.ended;
      expect(writer.process.signalCode).toBe('SIGKILL');
      acknowledged.push(...answers.map(({ operation }) => operation));
    }
    steady.process.kill('SIGKILL');
    const steadily = (await steady.ended).map(({ operation }) => operation);

    const rows = await readAll(open().log);
    const operations = rows.map(({ operationId }) => operationId);
    expect(acknowledged).toEqual(times(acknowledged.length, (i) => `killed-${i}`));
    expect(steadily.length).toBeGreaterThan(KILLS);
    expect(new Set(operations).size).toBe(operations.length);
    expect(new Set(operations)).toEqual(new Set([...operations, ...acknowledged, ...steadily]));
    // At most the one operation each writer was at when it was killed for good is there without an answer.
    expect(operations.length - acknowledged.length - steadily.length).toBeLessThanOrEqual(2);

    const stdout = textOf();
    expect(
      await runLogCli(
        ['verify', '--data', folder],
        { stdout: stdout.stream, stderr: process.stderr },
        logDoors({}),
      ),
    ).toBe(0);
    expect(stdout.text()).toContain(`Checked ${rows.length} rows in 7 streams: all chains are intact.`);
    await dispose();
  }, 120_000);
});

async function someWork({ process, acknowledged }: Writer, least: number): Promise<void> {
  while (acknowledged.length < least && process.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 1));
}
