import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CAST } from '../../production/cast.ts';
import { eventually } from '../../production/municipality.ts';
import { peopleBefore, wordsIn } from '../../production/people.ts';
import { type Instance, startInstance } from '../../production/processes.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { median } from '../median.ts';
import type { BenchRow } from '../row.ts';
import { bigTenant } from './bigTenant.ts';

const ROUNDS = 5;
const MOST_MS = 3_000;
const MOST_UNITS = 5;
/** A row page and what is around it; the first reading is cut off after about so many. */
const CUT_OFF_AFTER_PAGES = 60;

/**
 * The real program on a log of 250,000 events: the first start reads all of it, is killed on the way and goes on; every
 * start after that takes what is new.
 */
export async function benchRestart(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-restart-'));
  const compiled = mkdtempSync(join(tmpdir(), 'bench-compiled-'));
  const tenant = await bigTenant();
  const begun: Instance[] = [];
  const begin: Begin = async (until) => {
    const env = { NODE_COMPILE_CACHE: compiled };
    const instance = await startInstance(tenant, { dataDir: folder, until, env });
    begun.push(instance);
    return instance;
  };
  try {
    const first = await fromNothing(tenant, begin);
    await first.instance.stop();
    const starts: { readonly ms: number; readonly units: number; readonly readable: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      tenant.ledger.reset();
      tenant.calls.clear();
      const instance = await begin('ready');
      const units = tenant.ledger.total(SAMPLE.serviceApp);
      starts.push({ ms: instance.startedMs, units, readable: unitsOn(tenant, SAMPLE.portfolioSite) });
      await instance.stop();
    }
    const ms = median(starts.map((one) => one.ms));
    const units = Math.max(...starts.map((one) => one.units));
    return [
      ...first.rows,
      {
        name: 'start from snapshot to ready, 10,000 cases of 250,000 events',
        value: ms,
        unit: 'ms',
        yardstick: `none; rounds ${starts.map((one) => Math.round(one.ms)).join(', ')}`,
        goal: '≤ 3,000 ms',
        pass: ms <= MOST_MS,
      },
      {
        name: 'units of such a start, until it is ready',
        value: units,
        unit: 'units',
        yardstick: `none: booked by the tenant; of these ${Math.max(...starts.map((one) => one.readable))} for the readable lists`,
        goal: `≤ ${MOST_UNITS}`,
        pass: units <= MOST_UNITS,
      },
    ];
  } catch (error) {
    for (const instance of begun) console.error(instance.output());
    throw error;
  } finally {
    for (const instance of begun) await instance.kill();
    await tenant.stop();
    for (const each of [folder, compiled]) rmSync(each, { recursive: true, force: true });
  }
}

const unitsOn = ({ calls, sharePoint }: Tenant, path: string): number => {
  const { id } = sharePoint.site(path);
  return calls
    .all()
    .filter((call) => decodeURIComponent(call.path).includes(`/sites/${id}/`))
    .reduce((sum, { units }) => sum + units, 0);
};

type Begin = (until: 'ready' | 'alive') => Promise<Instance>;

async function fromNothing(tenant: Tenant, begin: Begin): Promise<{ instance: Instance; rows: BenchRow[] }> {
  const begun = performance.now();
  const cutOff = await begin('alive');
  const pages = () =>
    tenant.calls.all().filter(({ path, status }) => path.endsWith('/items') && status === 200).length;
  await eventually('the first pages', () => (pages() >= CUT_OFF_AFTER_PAGES ? true : undefined), 120_000);
  await cutOff.kill();
  const before = pages();

  const instance = await begin('alive');
  const readiness = await fetch(`${instance.url}/readyz`);
  const isReadyTooSoon = readiness.status === 200;
  const person = peopleBefore(tenant, instance.url).person(CAST.coach);
  await person.says('hjälp');
  await pause(500);
  const [answer = ''] = wordsIn(tenant.teams.transcript(CAST.coach));
  // Between the two servers of a start a connection may be cut.
  const isReady = () =>
    fetch(`${instance.url}/readyz`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    );
  await eventually('ready', isReady, 300_000);
  const seconds = (performance.now() - begun) / 1_000;
  const all = pages();
  const told = instance.output().match(/"msg":"reading a list"/g)?.length ?? 0;
  return {
    instance,
    rows: [
      {
        name: 'first start from nothing, killed on the way, until ready',
        value: seconds,
        unit: 's',
        yardstick: `none; ${all} pages of rows in both lives, ${before} in the first, progress told ${told} times`,
        goal: 'goes on where it was, says how far it is',
        pass: all < 2 * before + 250 && told > 5,
      },
      {
        name: 'answers a person meanwhile',
        value: answer === '' || isReadyTooSoon ? 0 : 1,
        unit: `answer: ${answer.slice(0, 60)}`,
        yardstick: 'none',
        goal: '= 1',
        pass: answer !== '' && !isReadyTooSoon,
      },
    ],
  };
}
