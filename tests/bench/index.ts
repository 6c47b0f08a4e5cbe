/**
 * `npm run bench` runs every bench but the very long ones, `npm run bench -- turn store` those named. It reports and judges nothing: the exit
 * code is 0 unless a bench crashed (1) or is not known (2). On a busy machine only the ratios say something.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { BENCHES } from './benches.ts';
import type { BenchRow } from './row.ts';
import { summaryOf, tableOf } from './table.ts';

const ONE_BENCH = path.join(import.meta.dirname, 'oneBench.ts');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** @returns its rows; undefined when it ended without any. What it complains of goes to stderr. */
async function rowsOf(name: string): Promise<readonly BenchRow[] | undefined> {
  const child = fork(ONE_BENCH, [name], { serialization: 'advanced' });
  let rows: readonly BenchRow[] | undefined;
  child.on('message', (message) => {
    rows = message as readonly BenchRow[];
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? rows : undefined;
}

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    say(
      `There is no bench called ${unknown.join(' or ')}. There are: ${BENCHES.map(({ name }) => name).join(', ')}.`,
    );
    return 2;
  }
  const all: BenchRow[] = [];
  const crashed: string[] = [];
  for (const { name, says, byNameOnly } of BENCHES) {
    if (names.length > 0 ? !names.includes(name) : byNameOnly) continue;
    say(`${name}: ${says} …`);
    const rows = await rowsOf(name);
    if (rows) all.push(...rows);
    else crashed.push(name);
    for (const line of rows ? tableOf(rows) : ['crashed; see above']) say(`  ${line}`);
    say('');
  }
  say(summaryOf(all, crashed));
  return crashed.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
