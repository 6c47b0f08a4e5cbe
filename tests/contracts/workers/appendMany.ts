/**
 * A writer in a process of its own. Arguments: module that exports `openLog(argument)`, its argument, and the plan as
 * JSON. Prints a line of JSON for each operation once the store has acknowledged it; what is not printed may or may
 * not have been written.
 */
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type EventLog, StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { appendAtEnd, entry } from '../logEntries.ts';
import type { Acknowledged, Plan } from './plan.ts';

const [module = '', argument = '', planText = ''] = process.argv.slice(2);
const plan = JSON.parse(planText) as Plan;
const { openLog } = (await import(pathToFileURL(module).href)) as {
  openLog: (argument: string) => EventLog | Promise<EventLog>;
};
const log = await openLog(argument);
const seen = new Map<string, number>();

for (let i = plan.first; i < plan.first + plan.count; i += 1) {
  const operation = `${plan.operations}-${i}`;
  const stream = plan.streams[i % plan.streams.length] ?? '';
  const { outcome, row } = await untilClear(() =>
    appendAtEnd(log, stream, entry(operation), seen.get(stream) ?? 0),
  );
  seen.set(stream, Math.max(seen.get(stream) ?? 0, row.sequence));
  // Written at once and past Node's buffers: a line the parent has read is an acknowledgement, even after kill -9.
  writeSync(1, `${JSON.stringify({ operation, outcome, key: row.key } satisfies Acknowledged)}\n`);
  if (plan.pauseMs) await pause(plan.pauseMs);
}
await log.close();

/** An unclear answer is cleared up by asking again with the same operation. */
async function untilClear<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === 20) throw error;
    }
  }
}
