import { setTimeout as pause } from 'node:timers/promises';
import { Agent, setGlobalDispatcher } from 'undici';
import { MEMORY_OPTIONS } from '../../memoryOptions.ts';
import { brokenRows, deliveryLines } from '../../production/lists.ts';
import { readyTenant } from '../../production/municipality.ts';
import { type Instance, startInstance } from '../../production/processes.ts';
import { median } from '../median.ts';
import type { BenchRow } from '../row.ts';
import { PROGRAM, type Usage, usageOf } from './protocol.ts';
import { slopeOf } from './soak/line.ts';
import { type Work, workOn } from './soak/work.ts';

const MINUTES = 10;
/** Cases come first, then people only look; the rest of the time is for everything to become quiet. */
const SHARE = { build: 0.5, look: 0.45 } as const;
const SAMPLE_MS = 5_000;
/** Of each part: code, caches and the first connections come in the beginning. */
const WARM_SHARE = 0.3;
/** Unused connections to Graph and Teams are closed after some seconds, at the latest after a minute. */
const QUIET_MS = 75_000;
/** The server keeps unused connections of clients for four minutes, as proxies want it; ours are closed by us. */
const OUR_UNUSED_MS = 5_000;
const FAULTS = { throttled: 0.02, busy: 0.005, 'reset-before': 0.0025, 'reset-after': 0.0025 } as const;

type Sample = Usage & { readonly cases: number; readonly answers: number };
type Soaked = {
  readonly atRest: Usage;
  readonly built: readonly Sample[];
  readonly looked: readonly Sample[];
  readonly quiet: Usage;
};

/**
 * Ten minutes of people at work on the real program, with a Graph that fails now and then: memory grows with the cases
 * and with nothing else, and what was open is closed when people have gone home. By name only.
 */
export async function benchSoak(minutes = MINUTES): Promise<BenchRow[]> {
  setGlobalDispatcher(new Agent({ keepAliveTimeout: OUR_UNUSED_MS, keepAliveMaxTimeout: OUR_UNUSED_MS }));
  const tenant = await readyTenant();
  const instance = await startInstance(tenant, {
    program: PROGRAM,
    // As it is deployed: with other options the young generation grows in a step of its own.
    flags: [...MEMORY_OPTIONS, '--expose-gc'],
    env: { FARDPLAN_REQUESTS_PER_MINUTE: '1000000' },
  });
  try {
    const work = workOn(tenant, instance.url);
    await work.prepare();
    const atRest = await restOf(instance);
    tenant.faults.atRandom(FAULTS, { seed: 7, host: 'graph.microsoft.com' });
    const built = await sampled(instance, work, minutes * SHARE.build, work.build);
    const looked = await sampled(instance, work, minutes * SHARE.look, work.look);
    tenant.faults.clear();
    const quiet = await restOf(instance, atRest);
    const broken = brokenRows(tenant).length + tenant.violations.all().length;
    const failed = deliveryLines(tenant).filter(({ status }) => status === 'failed').length;
    const soaked = { atRest, built, looked, quiet };
    const sound = { broken, failed, told: work.told(), lost: work.lost(), minutes };
    return [...growthRows(soaked), ...restRows(soaked), soundRow(work.cases(), sound)];
  } finally {
    await instance.stop();
    await tenant.stop();
  }
}

async function sampled(
  instance: Instance,
  work: Work,
  minutes: number,
  doing: (isOver: () => boolean) => Promise<void>,
): Promise<readonly Sample[]> {
  const until = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > until;
  const samples: Sample[] = [];
  const looking = async () => {
    while (!isOver()) {
      await pause(SAMPLE_MS);
      const [cases, answers] = [work.cases(), work.answers()];
      samples.push({ ...(await usageOf(instance)), cases, answers });
    }
  };
  await Promise.all([doing(isOver), looking()]);
  return samples.slice(Math.floor(samples.length * WARM_SHARE));
}

/** What the program holds when nobody asks anything; waits until that is no more than before, but not for ever. */
async function restOf(instance: Instance, before?: Usage): Promise<Usage> {
  const giveUp = performance.now() + QUIET_MS;
  let lowest: Usage | undefined;
  while (performance.now() < giveUp) {
    await pause(SAMPLE_MS);
    const now = await usageOf(instance);
    if (lowest === undefined || filesIn(now) < filesIn(lowest) || openIn(now) < openIn(lowest)) lowest = now;
    if (before && filesIn(now) <= filesIn(before) && openIn(now) <= openIn(before)) return now;
  }
  if (!lowest) throw new Error('nothing was sampled');
  return lowest;
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
const openIn = ({ handles }: Usage): number => sumOf(handles);
const filesIn = ({ files }: Usage): number => sumOf(files);
const kindsIn = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function growthRows({ built, looked }: Soaked): BenchRow[] {
  const perCase = slopeOf(built.map(({ cases, heapBytes }) => ({ x: cases, y: heapBytes })));
  const perAnswer = slopeOf(looked.map(({ answers, heapBytes }) => ({ x: answers, y: heapBytes })));
  const outside = slopeOf(looked.map(({ answers, externalBytes }) => ({ x: answers, y: externalBytes })));
  const third = Math.max(1, Math.floor(looked.length / 3));
  const resident = (part: readonly Sample[]) => median(part.map(({ rssBytes }) => rssBytes));
  const [early, late] = [resident(looked.slice(0, third)), resident(looked.slice(-third))];
  const answers = (looked.at(-1)?.answers ?? 0) - (looked[0]?.answers ?? 0);
  return [
    {
      name: 'heap for each case that comes in',
      value: perCase / 1_000,
      unit: 'kB',
      yardstick: `${spanOf(built)} while ${(built.at(-1)?.cases ?? 0) - (built[0]?.cases ?? 0)} cases came in`,
      goal: '≤ 40 kB: what a case itself takes',
      pass: perCase <= 40_000,
    },
    {
      name: 'heap for each answer while nothing comes in',
      value: perAnswer,
      unit: 'bytes',
      yardstick: `${spanOf(looked)} over ${answers} answers`,
      goal: '≤ 50 bytes',
      pass: perAnswer <= 50,
    },
    {
      name: 'buffers outside the heap for each answer while nothing comes in',
      value: outside,
      unit: 'bytes',
      yardstick: `${megabytes(looked[0]?.externalBytes ?? 0)} MB to ${megabytes(looked.at(-1)?.externalBytes ?? 0)} MB`,
      goal: '≤ 50 bytes',
      pass: outside <= 50,
    },
    {
      name: 'resident memory while nothing comes in, last third',
      value: late / 1e6,
      unit: 'MB',
      yardstick: `first third, ${megabytes(early)} MB`,
      ratio: late / early,
      goal: '≤ 1.05 ×',
      pass: late <= 1.05 * early,
    },
  ];
}

const spanOf = (samples: readonly Sample[]): string =>
  `${megabytes(samples[0]?.heapBytes ?? 0)} MB to ${megabytes(samples.at(-1)?.heapBytes ?? 0)} MB`;

function restRows({ atRest, quiet, looked }: Soaked): BenchRow[] {
  const busiest = (of: (one: Usage) => number) => Math.max(...looked.map(of));
  return [
    {
      name: 'handles, timers and requests open when all is quiet again',
      value: openIn(quiet),
      unit: `open: ${kindsIn(quiet.handles)}`,
      yardstick: `before the work ${openIn(atRest)}, at most ${busiest(openIn)}`,
      goal: '≤ before the work',
      pass: openIn(quiet) <= openIn(atRest),
    },
    {
      name: 'files and sockets open when all is quiet again',
      value: filesIn(quiet),
      unit: `open: ${kindsIn(quiet.files)}`,
      yardstick: `before the work ${filesIn(atRest)} (${kindsIn(atRest.files)}), at most ${busiest(filesIn)}`,
      goal: '≤ before the work',
      pass: filesIn(quiet) <= filesIn(atRest),
    },
    {
      name: 'listeners on the process and warnings of the runtime',
      value: quiet.listeners,
      unit: `listeners, ${quiet.warnings.length} warnings ${quiet.warnings.slice(0, 2).join('; ')}`.trim(),
      yardstick: `before the work ${atRest.listeners}`,
      goal: '≤ before the work, no warning',
      pass: quiet.listeners <= atRest.listeners && quiet.warnings.length === 0,
    },
  ];
}

type Sound = Readonly<Record<'broken' | 'failed' | 'told' | 'lost' | 'minutes', number>>;

const soundRow = (cases: number, { broken, failed, told, lost, minutes }: Sound): BenchRow => ({
  name: `cases carried through in ${minutes} min, with nothing broken or unsaid`,
  value: cases,
  unit: `cases, ${broken} broken rows or violations, ${failed} messages given up`,
  yardstick: `open tabs were told of ${told} changes, ${lost} of them were cut off`,
  goal: '0 broken, given up or cut off',
  pass: broken + failed + lost === 0 && cases > 0 && told > cases,
});
