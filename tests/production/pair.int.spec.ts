import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tenant } from '../tenant/tenant.ts';
import { CAST, CHANNEL, PLACES, type Place } from './cast.ts';
import { brokenRows, deliveryLines, doublesOf, logLines } from './lists.ts';
import { eventually, readyTenant } from './municipality.ts';
import { type OneAddress, openOneAddress } from './oneAddress.ts';
import { addToTeam, peopleBefore, type Teams } from './people.ts';
import { type Instance, startInstance } from './processes.ts';
import { approve, followUp, type Proposed, propose } from './story.ts';

/**
 * Two instances behind one address that send every request to the other one in turn, on a store that fails at chance:
 * several cases at the same time, and one instance that dies and comes back in the middle of them.
 */
const FAULTS = {
  throttled: 0.05,
  busy: 0.005,
  'gateway-timeout': 0.0025,
  'lost-answer': 0.0025,
  'reset-before': 0.0025,
  'reset-after': 0.0025,
} as const;
const SEED = 20_261_122;
/** Longest a client of Teams waits for an answer to a button, and then some. */
const LONGEST_ANSWER_MS = 6_000;

let tenant: Tenant;
let address: OneAddress;
let teams: Teams;
const folders: string[] = [];
const inService: Instance[] = [];

async function join_(dataDir: string): Promise<Instance> {
  const instance = await startInstance(tenant, { dataDir });
  inService.push(instance);
  return instance;
}

function leave(instance: Instance): void {
  inService.splice(inService.indexOf(instance), 1);
}

async function story(place: Place, name: string): Promise<Proposed> {
  const proposed = await propose(teams, place, name);
  await approve(teams, place, proposed);
  await followUp(teams, proposed, `Det går bra (${name}).`);
  return proposed;
}

beforeAll(async () => {
  tenant = await readyTenant({ chance: SEED });
  for (let i = 0; i < 2; i += 1) folders.push(mkdtempSync(join(tmpdir(), 'production-')));
  await Promise.all(folders.map(join_));
  address = await openOneAddress(() => inService.map(({ port }) => port));
  teams = peopleBefore(tenant, address.url);
  const everybody = new Set([...PLACES.flatMap(({ employee, manager }) => [employee, manager]), CAST.coach]);
  await Promise.all(Array.from(everybody, (id) => teams.person(id).installs()));
  await addToTeam(tenant, address.url, CAST.coach);
  await teams.person(CAST.coach).posts('koppla till vård och omsorg');
}, 90_000);

afterAll(async () => {
  await Promise.all(inService.map((instance) => instance.stop()));
  await address?.stop();
  await tenant?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('tries', async () => {
  const all = await Promise.allSettled(PLACES.slice(0, 4).map((place, i) => story(place, `A${i}`)));
  console.log(all, teams.answers.map(({ what, ms, got }) => `${what} ${Math.round(ms)} ${got}`));
  console.log(deliveryLines(tenant).map((l) => [l.notice, l.to.person ?? l.to.channel, l.status, l.reason, l.initiative].join(' ')));
  console.log(logLines(tenant).map((l) => [l.item, l.key, l.types].join(' ')));
  console.log(JSON.stringify(tenant.sharePoint.rows('/sites/fardplan-logg', 'Leveranser').filter((r) => !r.fields.Delivery), null, 1), new Date().toISOString());
  console.log(tenant.calls.all().slice(-60).map((c) => [new Date(c.at).toISOString(), c.method, c.status, c.inBatch, c.path.slice(-90)].join(' ')));
  console.log(JSON.stringify(tenant.sharePoint.rows('/sites/fardplan-logg', 'Leveranser').at(-1), null, 1));

  void FAULTS; void LONGEST_ANSWER_MS; void leave; void eventually; void CHANNEL; void brokenRows; void deliveryLines; void doublesOf; void logLines;
}, 90_000);
