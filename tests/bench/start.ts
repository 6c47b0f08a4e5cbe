import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BigHouse, createBigHouse, timedStart } from './house/bigHouse.ts';
import { median } from './median.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 9;
const PLATFORMS = path.join(import.meta.dirname, 'house', 'platformsProcess.ts');

/**
 * From the start of the process to listening, with 10,000 cases of 250,000 events in the store, beside a process that
 * only loads restify and botbuilder. Ours runs as `npm start` runs it: Node keeps compiled code beside the packages,
 * for this bench in a folder of its own. The yardstick is Node as it comes. Then the same without kept code, which
 * is the first start after an update.
 */
export async function benchStart(): Promise<BenchRow[]> {
  const house = await createBigHouse();
  const compiled = mkdtempSync(path.join(tmpdir(), 'bench-compiled-'));
  try {
    const folding = await timeOf(house, AS_IT_COMES);
    const kept = { NODE_COMPILE_CACHE: compiled, NODE_DISABLE_COMPILE_CACHE: '' };
    for (let warmUp = 0; warmUp < 2; warmUp += 1) await timeOf(house, kept);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({
        platforms: await platforms(),
        kept: await timeOf(house, kept),
        anew: await timeOf(house, AS_IT_COMES),
      });
    return [
      row('start to listening with 10,000 cases', rounds, (round) => round.kept),
      row(
        `the same, code compiled anew (all rows folded: ${Math.round(folding)} ms)`,
        rounds,
        (round) => round.anew,
      ),
    ];
  } finally {
    house.remove();
    rmSync(compiled, { recursive: true, force: true });
  }
}

/** Times in ms. */
type Round = { readonly platforms: number; readonly kept: number; readonly anew: number };

const AS_IT_COMES = { NODE_DISABLE_COMPILE_CACHE: '1' };

async function timeOf(house: BigHouse, env: Readonly<Record<string, string>>): Promise<number> {
  const { startedMs, close } = await house.start(env);
  await close();
  return startedMs;
}

async function platforms(): Promise<number> {
  const { child, startedMs } = await timedStart(PLATFORMS, [], AS_IT_COMES);
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
  return startedMs;
}

function row(name: string, rounds: readonly Round[], of: (round: Round) => number): BenchRow {
  const ratio = median(rounds.map((round) => of(round) / round.platforms));
  return {
    name,
    value: median(rounds.map(of)),
    unit: 'ms',
    yardstick: `loading restify + botbuilder, ${Math.round(median(rounds.map((round) => round.platforms)))} ms`,
    ratio,
    goal: '≤ 2 ×',
    pass: ratio <= 2,
  };
}
