import { CAST } from '../../production/cast.ts';
import { readyTenant } from '../../production/municipality.ts';
import { peopleBefore } from '../../production/people.ts';
import { type Instance, startInstance } from '../../production/processes.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { median } from '../median.ts';
import type { BenchRow } from '../row.ts';
import { type Load, type Measured, measure } from '../turn/load.ts';
import { PROGRAM, usageOf } from './protocol.ts';

const FORGERIES = 10_000;
const CONNECTIONS = 10;
const WARM_UP = 3_000;
/** Many short ones, in turn: what disturbs the machine meets both servers, and the middle of many ratios is steady. */
const ROUNDS = 30;
const TURNS_A_ROUND = 300;

/**
 * Tokens that look right until the signature, each of another tenant, at both doors of the real program: all refused,
 * and a good turn costs afterwards what it did before. Beside it stands a server that refuses as many calls, but
 * without tokens: what is left between them is what the forgeries did.
 */
export async function benchForgeries(): Promise<BenchRow[]> {
  const tenant = await readyTenant({ behaviour: { quirks: false } });
  const start = () =>
    startInstance(tenant, {
      program: PROGRAM,
      flags: ['--expose-gc'],
      env: { FARDPLAN_REQUESTS_PER_MINUTE: '1000000' },
    });
  const [attacked, spared] = [await start(), await start()];
  try {
    await peopleBefore(tenant, attacked.url).person(CAST.coach).installs();
    const good = await goodTurns(tenant);
    const [toBot, toTab] = await Promise.all([botForgeries(tenant), tabForgeries(tenant)]);
    for (const instance of [attacked, spared]) {
      await measured(instance, '/api/messages', { ...good, turns: WARM_UP });
      // Code and buffers that come with the first refusals are no memory of any of them.
      await refused(instance, '/api/messages', good.body, toBot.slice(0, WARM_UP));
      await refused(instance, '/api/me', undefined, toTab.slice(0, WARM_UP));
    }
    const before = await alternate(attacked, spared, good);
    const heapsBefore = await heapsOf(attacked, spared);
    const none = toBot.map(() => '');
    const bot = await refused(attacked, '/api/messages', good.body, toBot);
    await refused(spared, '/api/messages', good.body, none);
    const tab = await refused(attacked, '/api/me', undefined, toTab);
    await refused(spared, '/api/me', undefined, none);
    const heapsAfter = await heapsOf(attacked, spared);
    const after = await alternate(attacked, spared, good);
    const ratio = ratioOf(after) / ratioOf(before);
    const drift = median(after.map((round) => round.spared)) / median(before.map((round) => round.spared));
    const grown = (heapsAfter.attacked - heapsBefore.attacked) / (2 * FORGERIES);
    const spareGrown = (heapsAfter.spared - heapsBefore.spared) / (2 * FORGERIES);
    return [
      {
        name: 'forged tokens of distinct tenants refused with 401, bot and tab',
        value: bot + tab,
        unit: 'of 20,000',
        yardstick: 'none',
        goal: '= 20,000',
        pass: bot + tab === 2 * FORGERIES,
      },
      {
        name: 'a good turn after them, processor time',
        value: median(after.map((round) => round.attacked)),
        unit: 'ms',
        yardstick: `beside a server that was spared (${drift.toFixed(3)} × its own cost before): before ${spreadOf(before)}, after ${spreadOf(after)}`,
        ratio,
        goal: '≤ 1.05 ×',
        pass: ratio <= 1.05,
      },
      {
        // What the server does once in a while (the first reminders, the calendar) comes in both.
        name: 'heap kept per forged token, beyond that of the server that was spared',
        value: grown - spareGrown,
        unit: 'bytes',
        yardstick: `${(heapsBefore.attacked / 1e6).toFixed(1)} MB before, ${(heapsAfter.attacked / 1e6).toFixed(1)} MB after, ${grown.toFixed(1)} bytes a token; the spared one ${spareGrown.toFixed(1)} a call`,
        goal: '≤ 50 bytes',
        pass: grown - spareGrown <= 50,
      },
    ];
  } finally {
    await Promise.all([attacked.stop(), spared.stop()]);
    await tenant.stop();
  }
}

type Rounds = readonly { readonly attacked: number; readonly spared: number }[];

const ratioOf = (rounds: Rounds): number => median(rounds.map((round) => round.attacked / round.spared));

/** The ratio, and between what half of the rounds lay. */
function spreadOf(rounds: Rounds): string {
  const ratios = rounds.map((round) => round.attacked / round.spared).sort((a, b) => a - b);
  const at = (share: number) => (ratios[Math.floor(ratios.length * share)] ?? Number.NaN).toFixed(3);
  return `${at(0.5)} × (${at(0.25)}–${at(0.75)})`;
}

const heapsOf = async (attacked: Instance, spared: Instance) => ({
  attacked: (await usageOf(attacked)).heapBytes,
  spared: (await usageOf(spared)).heapBytes,
});

/** Both in turn, so that a busy machine disturbs them alike. Processor time of a turn, ms. */
async function alternate(attacked: Instance, spared: Instance, load: Load): Promise<Rounds> {
  const rounds: { readonly attacked: number; readonly spared: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const cost = async (instance: Instance) => (await measured(instance, '/api/messages', load)).cpuMsPerTurn;
    const first = round % 2 === 0 ? await cost(attacked) : undefined;
    const other = await cost(spared);
    rounds.push({ attacked: first ?? (await cost(attacked)), spared: other });
  }
  return rounds;
}

/** @throws when a turn was not answered with 200: a figure over failures says nothing. */
async function measured(instance: Instance, path: string, load: Load): Promise<Measured> {
  const result = await measure(serverOf(instance, path), load);
  if (result.statuses.size !== 1 || !result.statuses.has(200))
    throw new Error(`not every turn was answered: ${JSON.stringify([...result.statuses])}`);
  return result;
}

/** @returns how many were answered with 401. */
async function refused(
  instance: Instance,
  path: string,
  body: Load['body'] | undefined,
  forged: readonly string[],
): Promise<number> {
  let next = 0;
  const { statuses } = await measure(serverOf(instance, path), {
    body: body ?? (() => ''),
    authorization: () => forged[next++ % forged.length] ?? '',
    connections: CONNECTIONS,
    turns: forged.length,
    ...(body === undefined && { method: 'GET' as const }),
  });
  return statuses.get(401) ?? 0;
}

const serverOf = (instance: Instance, path: string) => ({
  url: `${instance.url}${path}`,
  cpuMs: async () => (await usageOf(instance, 'cpu')).cpuMs,
});

/** A coach who asks for help: a card each time, and nothing of Graph. */
async function goodTurns(tenant: Tenant): Promise<Load> {
  const token = await tenant.tokens.mintConnectorToken({
    botId: SAMPLE.botApp,
    serviceUrl: tenant.serviceUrl,
  });
  const chat = tenant.teams.chats.with(CAST.coach, SAMPLE.botApp).id;
  const activity = {
    type: 'message',
    id: '1700000000000',
    text: 'hjälp',
    channelId: 'msteams',
    serviceUrl: tenant.serviceUrl,
    from: { id: '29:coach', aadObjectId: CAST.coach },
    recipient: { id: `28:${SAMPLE.botApp}`, name: 'Färdplan' },
    conversation: { id: chat, conversationType: 'personal', tenantId: SAMPLE.tenantId },
    channelData: { tenant: { id: SAMPLE.tenantId } },
    locale: 'sv-SE',
  };
  const body = JSON.stringify(activity);
  return {
    body: () => body,
    authorization: () => `Bearer ${token}`,
    connections: CONNECTIONS,
    turns: TURNS_A_ROUND,
  };
}

async function botForgeries(tenant: Tenant): Promise<readonly string[]> {
  return forgeriesOf(
    await tenant.tokens.mintConnectorToken({ botId: SAMPLE.botApp, serviceUrl: tenant.serviceUrl }),
  );
}

async function tabForgeries(tenant: Tenant): Promise<readonly string[]> {
  return forgeriesOf(await tenant.tokens.mintUserToken({ user: CAST.coach, audience: SAMPLE.tabApp }));
}

/** A good token with another tenant in it each time: the signature no longer fits. */
function forgeriesOf(token: string): readonly string[] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
  return Array.from({ length: FORGERIES }, (_, i) => {
    const tid = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
    const forged = Buffer.from(JSON.stringify({ ...claims, tid })).toString('base64url');
    return `Bearer ${header}.${forged}.${signature}`;
  });
}
