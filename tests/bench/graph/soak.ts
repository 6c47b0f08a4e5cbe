import { setTimeout as pause } from 'node:timers/promises';
import { CAST, PLACES } from '../../production/cast.ts';
import { brokenRows, deliveryLines } from '../../production/lists.ts';
import { readyTenant } from '../../production/municipality.ts';
import { addToTeam, peopleBefore } from '../../production/people.ts';
import { startInstance } from '../../production/processes.ts';
import { approve, followUp, propose } from '../../production/story.ts';
import { fromTab } from '../../production/tab.ts';
import { median } from '../median.ts';
import type { BenchRow } from '../row.ts';
import { PROGRAM, type Usage, usageOf } from './protocol.ts';

const MINUTES = 10;
const SAMPLE_MS = 10_000;
/** Code, caches and the first cases come in the beginning. */
const WARM_SHARE = 0.3;
const FAULTS = { throttled: 0.02, busy: 0.005, 'reset-before': 0.0025, 'reset-after': 0.0025 } as const;

/**
 * Ten minutes of people at work on the real program, with a Graph that fails now and then: memory that grows with the
 * cases and no more, and nothing left open. By name only.
 */
export async function benchSoak(minutes = MINUTES): Promise<BenchRow[]> {
  const tenant = await readyTenant();
  const instance = await startInstance(tenant, { program: PROGRAM, flags: ['--expose-gc'] });
  const until = performance.now() + minutes * 60_000;
  const samples: (Usage & { readonly cases: number })[] = [];
  let cases = 0;
  try {
    const teams = peopleBefore(tenant, instance.url);
    for (const id of [...PLACES.flatMap(({ employee, manager }) => [employee, manager]), CAST.coach])
      await teams.person(id).installs();
    await addToTeam(tenant, instance.url, CAST.coach);
    await teams.person(CAST.coach).posts('koppla till vård och omsorg');
    tenant.faults.atRandom(FAULTS, { seed: 7, host: 'graph.microsoft.com' });

    const writing = PLACES.slice(0, 4).map(async (place, line) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const proposed = await propose(teams, place, `lång ${line} ${turn}`);
        await approve(teams, place, proposed);
        await followUp(teams, proposed, `Det går bra (${line} ${turn}).`);
        cases += 1;
      }
    });
    const reading = (async () => {
      while (performance.now() < until) {
        await fromTab(tenant, instance.url, { user: CAST.director, path: '/api/portfolio' });
        await pause(250);
      }
    })();
    const looking = (async () => {
      while (performance.now() < until) {
        await pause(SAMPLE_MS);
        samples.push({ ...(await usageOf(instance)), cases });
      }
    })();
    await Promise.all([...writing, reading, looking]);
    tenant.faults.clear();
    await pause(15_000);
    samples.push({ ...(await usageOf(instance)), cases });
    const broken = brokenRows(tenant).length + tenant.violations.all().length;
    const failed = deliveryLines(tenant).filter(({ status }) => status === 'failed').length;
    return [...growthRows(samples), soundRow(cases, broken, failed, minutes)];
  } finally {
    await instance.stop();
    await tenant.stop();
  }
}

function growthRows(samples: readonly (Usage & { readonly cases: number })[]): BenchRow[] {
  const warm = samples.slice(Math.floor(samples.length * WARM_SHARE));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const [early, late] = [warm.slice(0, third), warm.slice(-third)];
  const of = (part: typeof warm, what: (one: (typeof warm)[number]) => number) => median(part.map(what));
  const more = of(late, ({ cases }) => cases) - of(early, ({ cases }) => cases);
  const [before, after] = [early, late].map((part) => of(part, ({ heapBytes }) => heapBytes)) as [
    number,
    number,
  ];
  const perCase = (after - before) / Math.max(1, more);
  const [rssBefore, rssAfter] = [early, late].map((part) => of(part, ({ rssBytes }) => rssBytes)) as [
    number,
    number,
  ];
  const [open, openLast] = [of(early, ({ handles }) => handles), samples.at(-1)?.handles ?? Number.NaN];
  return [
    {
      name: 'heap after the first third, per case that came in between',
      value: perCase / 1_000,
      unit: 'kB',
      yardstick: `${(before / 1e6).toFixed(1)} MB, later ${(after / 1e6).toFixed(1)} MB with ${more} more cases; resident ${(rssBefore / 1e6).toFixed(0)} and ${(rssAfter / 1e6).toFixed(0)} MB`,
      goal: '≤ 40 kB: what a case itself takes',
      pass: perCase <= 40_000,
    },
    {
      name: 'sockets, timers and the like when all is quiet again',
      value: openLast,
      unit: 'open',
      yardstick: `while people worked: ${open}`,
      goal: '≤ 1 ×',
      ratio: openLast / open,
      pass: openLast <= open,
    },
  ];
}

const soundRow = (cases: number, broken: number, failed: number, minutes: number): BenchRow => ({
  name: `cases carried through in ${minutes} min, with nothing broken or unsaid`,
  value: cases,
  unit: `cases, ${broken} broken rows or violations, ${failed} messages given up`,
  yardstick: 'none',
  goal: '0 broken, 0 given up',
  pass: broken === 0 && failed === 0 && cases > 0,
});
