import { systemTiming } from '../../bot/adapters/sharepoint/graph/timing.ts';
import type { Delivery } from '../../bot/app/ports/index.ts';
import { tenantStore } from '../bot/adapters/sharepoint/tenantStore.ts';
import { entry, times } from '../contracts/logEntries.ts';
import type { BenchRow } from './row.ts';
import { liveADay, type VirtualTime } from './sharepoint/aDay.ts';
import { fillLog } from './sharepoint/bigList.ts';

const ROWS = 250_000;
const CASES = 10_000;
const COMMANDS_A_DAY = 2_000;
const MESSAGES = 60;
const LATENCY_MS = 100;
const SELDOM = { busyMs: 3_600_000_000, idleMs: 3_600_000_000 };
const UNITS_A_DAY = 1_200_000;

/** The store on SharePoint lists against the local tenant: round trips, resource units and restarts. */
export async function benchSharePoint(): Promise<BenchRow[]> {
  return [...(await oneCommand()), await batches(), await aDay(), ...(await restarts())];
}

async function oneCommand(): Promise<BenchRow[]> {
  const store = await tenantStore({ behaviour: { quirks: false } });
  const { log } = await store.open({ every: SELDOM });
  await log.readAfter(0, 10);
  store.tenant.ledger.reset();
  store.tenant.calls.clear();
  await log.append('I-A', 0, entry('op-1'));
  const trips = store.tenant.calls.count();
  const writes = store.tenant.calls.all().filter(({ method }) => method === 'POST').length;
  const { log: other } = await store.open();
  await other.readAfter(0, 10);
  store.tenant.ledger.reset();
  await other.readAfter(0, 10);
  const poll = store.tenant.ledger.total();
  await store.dispose();
  return [
    upTo(
      {
        name: 'round trips of a command',
        value: trips,
        unit: 'calls',
        yardstick: `${writes} of them a write`,
        most: 2,
      },
      writes === 1,
    ),
    upTo({
      name: 'asking for news when there is none',
      value: poll,
      unit: 'units',
      yardstick: 'one list',
      most: 1,
    }),
  ];
}

async function batches(): Promise<BenchRow> {
  const store = await tenantStore({ behaviour: { quirks: false } });
  const { deliveries } = await store.open({ every: SELDOM });
  const message =
    (name: string) =>
    (i: number): Delivery => ({
      key: `${name}-${i}`,
      to: { kind: 'person', person: 'p' },
      content: { notice: 'n' },
    });
  await deliveries.add([message('first')(0)]);
  store.tenant.behaviour.latencyMs = LATENCY_MS;
  const alone = await took(async () => {
    for (const one of times(MESSAGES, message('alone'))) await deliveries.add([one]);
  });
  const together = await took(() => deliveries.add(times(MESSAGES, message('together'))));
  await store.dispose();
  const ratio = alone / together;
  return {
    name: `${MESSAGES} rows by batch, ${LATENCY_MS} ms a call`,
    value: (MESSAGES / together) * 1_000,
    unit: 'rows/s',
    yardstick: `one by one, ${((MESSAGES / alone) * 1_000).toFixed(1)} rows/s`,
    ratio,
    goal: '≥ 15 ×',
    pass: ratio >= 15,
  };
}

async function aDay(): Promise<BenchRow> {
  const time: VirtualTime = { now: 0 };
  const timing = {
    now: () => time.now,
    sleep: async (ms: number) => {
      time.now += ms;
    },
  };
  const store = await tenantStore({ behaviour: { quirks: false } });
  const graph = store.graph(undefined, { timing, unitsPerMinute: 1_250 });
  const opened = await store.open({
    graph,
    every: { busyMs: 10_000, idleMs: 20_000 },
    checkpointMs: 60_000,
    gapMs: 3_000,
  });
  await opened.whenComplete();
  store.tenant.ledger.reset();
  await liveADay(opened, time, COMMANDS_A_DAY);
  const units = store.tenant.ledger.total();
  await store.dispose();
  return upTo({
    name: `a day with ${COMMANDS_A_DAY} commands`,
    value: units,
    unit: 'units',
    yardstick: '5 % of the smallest tier',
    most: 0.05 * UNITS_A_DAY,
  });
}

async function restarts(): Promise<BenchRow[]> {
  const store = await tenantStore({ behaviour: { quirks: false } });
  fillLog(store.tenant, ROWS, CASES);
  store.tenant.ledger.reset();
  const folder = store.folder();
  const graph = store.graph(undefined, { timing: systemTiming });
  let first = await store.open({ graph, folder, every: SELDOM });
  const fromNothing = await took(() => first.whenComplete());
  const unitsFromNothing = store.tenant.ledger.total();
  await first.close();
  store.tenant.ledger.reset();
  const fromCopy = await took(async () => {
    first = await store.open({ graph, folder, every: SELDOM });
    await first.whenComplete();
  });
  const units = store.tenant.ledger.total();
  const rows = first.ready().log.rows;
  await store.dispose();
  return [
    upTo(
      {
        name: 'restart from the copy, 250,000 rows',
        value: fromCopy,
        unit: 'ms',
        yardstick: `${rows} rows`,
        most: 3_000,
      },
      rows === ROWS,
    ),
    upTo({ name: 'restart from the copy', value: units, unit: 'units', yardstick: 'three lists', most: 5 }),
    upTo({
      name: 'first reading of 250,000 rows',
      value: unitsFromNothing,
      unit: 'units',
      yardstick: `${Math.round(fromNothing)} ms here`,
      most: 600,
    }),
  ];
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

type Limited = Pick<BenchRow, 'name' | 'value' | 'unit' | 'yardstick'> & { readonly most: number };

const upTo = ({ most, ...row }: Limited, also = true): BenchRow => ({
  ...row,
  ratio: row.value / most,
  goal: `≤ ${most}`,
  pass: row.value <= most && also,
});
