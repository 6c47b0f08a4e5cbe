import { setTimeout as pause } from 'node:timers/promises';
import { systemTiming } from '../../../bot/adapters/sharepoint/graph/timing.ts';
import { PORTFOLIO_SITE_LISTS } from '../../../bot/adapters/sharepoint/index.ts';
import { LOG_LIST } from '../../../bot/adapters/sharepoint/schema/closedSite.ts';
import type { Delivery } from '../../../bot/app/ports/index.ts';
import { tenantStore } from '../../bot/adapters/sharepoint/tenantStore.ts';
import { CAST, PLACES, type Place } from '../../production/cast.ts';
import { logLines } from '../../production/lists.ts';
import { readyTenant } from '../../production/municipality.ts';
import { addToTeam, peopleBefore } from '../../production/people.ts';
import { startInstance } from '../../production/processes.ts';
import { approve, followUp, propose } from '../../production/story.ts';
import type { Call } from '../../tenant/http/calls.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { median } from '../median.ts';
import type { BenchRow } from '../row.ts';
import { PROGRAM } from './protocol.ts';

const CASES = 12;
const COMMANDS_A_DAY = 2_000;
const BUSY_HOURS = 8;
/** The log is looked at every 10 s while people work, every 20 s when nobody has for five minutes. */
const IDLE_SHARE = 10 / 20;
/** Steps of a case are hours apart: none of them shares a look or a write in the readable lists with another. */
const STEP_MS = 3_000;
const LOOK_MS = 60_000;
/** Each readable list is looked at once an hour, whatever happens. */
const LOOKS_A_DAY = 24 * PORTFOLIO_SITE_LISTS.length;
const LATENCY_MS = 100;
const ROUNDS = 5;

/** What SharePoint books for a day of normal use, for one look at an unchanged log, and what a batch saves. */
export async function benchUnits(): Promise<BenchRow[]> {
  return [...(await pollRow()), ...(await batchRow()), ...(await dayRows())];
}

async function pollRow(): Promise<BenchRow[]> {
  const { tenant, open, dispose } = await tenantStore({ behaviour: { quirks: false } });
  try {
    const { log } = await open();
    await log.readAfter(0, 100);
    tenant.ledger.reset();
    tenant.calls.clear();
    await log.readAfter(0, 100);
    const units = tenant.ledger.total();
    return [
      {
        name: 'one look at an unchanged log',
        value: units,
        unit: `units in ${tenant.calls.count()} round trips`,
        yardstick: 'none: booked by the tenant',
        goal: '= 1 unit',
        pass: units === 1,
      },
    ];
  } finally {
    await dispose();
  }
}

/** Messages for many at once, beside the same number one after the other, at 100 ms an answer. */
async function batchRow(): Promise<BenchRow[]> {
  const { tenant, open, graph, dispose } = await tenantStore({ behaviour: { quirks: false } });
  try {
    const store = await open({
      graph: graph(SAMPLE.serviceApp, { timing: systemTiming, patienceMs: 60_000 }),
      every: { busyMs: 3_600_000, idleMs: 3_600_000 },
    });
    await store.deliveries.add([message('warm-up')]);
    tenant.behaviour.latencyMs = LATENCY_MS;
    const rounds: { readonly single: number; readonly batch: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [few, many] = [10, 200].map((count) =>
        Array.from({ length: count }, (_, i) => message(`${round}-${count}-${i}`)),
      ) as [Delivery[], Delivery[]];
      const single = await secondsOf(async () => {
        for (const one of few) await store.deliveries.add([one]);
      });
      const batch = await secondsOf(() => store.deliveries.add(many));
      rounds.push({ single: few.length / single, batch: many.length / batch });
    }
    const ratio = median(rounds.map(({ single, batch }) => batch / single));
    return [
      {
        name: `rows written by $batch at ${LATENCY_MS} ms`,
        value: median(rounds.map(({ batch }) => batch)),
        unit: 'rows/s',
        yardstick: `one by one: ${median(rounds.map(({ single }) => single)).toFixed(1)} rows/s`,
        ratio,
        goal: '≥ 15 ×',
        pass: ratio >= 15,
      },
    ];
  } finally {
    await dispose();
  }
}

const message = (key: string): Delivery => ({
  key: `BENCH/${key}`,
  to: { kind: 'person', person: CAST.coach },
  content: { notice: 'decision', initiative: `I-BENCH-${key}` },
});

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/**
 * The real program and whole stories, one step after the other so that no message shares a round trip with another's.
 * A day is made of what was booked for each command, and of looking for news while people work and at night.
 */
async function dayRows(): Promise<BenchRow[]> {
  const tenant = await readyTenant({ behaviour: { quirks: false } });
  const instance = await startInstance(tenant, { program: PROGRAM });
  try {
    const teams = peopleBefore(tenant, instance.url);
    for (const id of [...PLACES.flatMap(({ employee, manager }) => [employee, manager]), CAST.coach])
      await teams.person(id).installs();
    await addToTeam(tenant, instance.url, CAST.coach);
    await teams.person(CAST.coach).posts('koppla till vård och omsorg');
    await pause(5_000);

    const look = await booked(tenant, () => pause(LOOK_MS));
    const anHour = 3_600_000 / LOOK_MS;
    const before = commandsIn(tenant);
    const work = await booked(tenant, async () => {
      for (let i = 0; i < CASES; i += 1) {
        const place = PLACES[i % PLACES.length] as Place;
        const proposed = await propose(teams, place, `dag ${i}`);
        await pause(STEP_MS);
        await approve(teams, place, proposed);
        await pause(STEP_MS);
        await followUp(teams, proposed, `Det går bra (${i}).`);
        await pause(STEP_MS);
      }
      await pause(10_000);
    });
    const commands = commandsIn(tenant) - before;
    const perCommand = work.rest / commands;
    const logHours = BUSY_HOURS + (24 - BUSY_HOURS) * IDLE_SHARE;
    const watching = anHour * (look.log * logHours + look.rest * 24) + LOOKS_A_DAY;
    const day = perCommand * COMMANDS_A_DAY + watching;
    const share = (100 * day) / tenant.ledger.limits.day;
    const readable = (work.readable / commands).toFixed(1);
    const how = `${perCommand.toFixed(1)} units a command over ${commands}, ${readable} of them for lists and folders people read; ${Math.round(watching)} a day for looking`;
    return [
      {
        name: 'a day of 2,000 commands, share of the smallest tier',
        value: share,
        unit: '%',
        yardstick: `${Math.round(day)} of ${tenant.ledger.limits.day} units: ${how}`,
        goal: '< 5 %',
        pass: share < 5,
      },
    ];
  } finally {
    await instance.stop();
    await tenant.stop();
  }
}

/**
 * Units of looking for news in the log, which goes by the clock whatever happens, and of everything else; `readable` is
 * what of that was for the portfolio site. Other lists are asked for news because of a command too, so what they are
 * asked by the clock is counted with the commands and once more with the looking.
 */
async function booked(tenant: Tenant, during: () => Promise<unknown>) {
  tenant.ledger.reset();
  tenant.calls.clear();
  await during();
  const of = (isMeant: (call: Call) => boolean): number =>
    tenant.calls
      .all()
      .filter(isMeant)
      .reduce((sum, { units }) => sum + units, 0);
  if (tenant.calls.count() > tenant.calls.all().length) throw new Error('more calls than are remembered');
  const on = (place: string) => {
    const { id } = tenant.sharePoint.site(place);
    return ({ path }: Call): boolean => decodeURIComponent(path).includes(id);
  };
  const { id: logList } = tenant.sharePoint.list(SAMPLE.logSite, LOG_LIST.title);
  const log = of(({ path }) => path.endsWith(`${logList}/items/delta`));
  return { log, rest: tenant.ledger.total() - log, readable: of(on(SAMPLE.portfolioSite)) };
}

/** Taking a number is part of sending in. */
const commandsIn = (tenant: Tenant): number =>
  logLines(tenant).filter(({ types }) => types !== 'NumberTaken').length;
