import { generateKeyPair, SignJWT } from 'jose';
import { APP, activity, TENANT } from '../bot/teams/support/activities.ts';
import { ISSUER, type Issuer, startIssuer } from '../bot/teams/support/issuer.ts';
import { median } from './median.ts';
import type { BenchRow } from './row.ts';
import { type Load, type Measured, measure, startConnector } from './turn/load.ts';
import { type Server, type StartOptions, startServer } from './turn/startServer.ts';

const ROUNDS = 9;
/** Turns, not seconds: on a busy machine two seconds are too few to be warm. */
const TURNS_A_ROUND = 1_500;
const TURNS_TO_WARM_UP = 4_000;
const CONNECTIONS = 10;
const FORGERIES = 10_000;
const STOCK = 'stock botbuilder echo with token check';

export type BenchTurnOptions = {
  /** File URL of a module exporting `createTurn` (`turn/protocol.ts`): the whole product turn. Without it an echo. */
  readonly turnModule?: string;
  /** What is sent, given where to answer: a body for each turn. Without it always the same typed message. */
  readonly messages?: (serviceUrl: string) => () => string;
};

/**
 * A turn over HTTP in a process of its own: token check, our work, answer to a stub connector. Both servers take turns,
 * so that a busy machine disturbs them alike; what counts are the ratios of each round.
 */
export async function benchTurn({
  turnModule,
  messages = sameMessage,
}: BenchTurnOptions = {}): Promise<BenchRow[]> {
  const issuer = await startIssuer();
  const connector = await startConnector();
  const options: StartOptions = {
    appId: APP,
    tenantId: TENANT,
    issuer: ISSUER,
    metadataUrl: issuer.metadataUrl,
    ...(turnModule && { turnModule }),
  };
  const stock = await startServer('stock', options);
  const ours = await startServer('ours', options);
  try {
    const load = await messageLoad(issuer, connector.serviceUrl, messages);
    const rounds = await alternate(stock, ours, load);
    return [...turnRows(rounds), ...(await forgeryRows(ours, load))];
  } finally {
    await Promise.all([stock.stop(), ours.stop()]);
    connector.stop();
    await issuer.stop();
  }
}

type Round = { readonly stock: Measured; readonly ours: Measured };

function sameMessage(serviceUrl: string): () => string {
  const body = JSON.stringify(activity('personalMessage', { serviceUrl }));
  return () => body;
}

async function messageLoad(
  issuer: Issuer,
  serviceUrl: string,
  messages: (serviceUrl: string) => () => string,
): Promise<Load> {
  const authorization = `Bearer ${await issuer.token({ serviceurl: serviceUrl })}`;
  return {
    body: messages(serviceUrl),
    authorization: () => authorization,
    connections: CONNECTIONS,
    turns: TURNS_A_ROUND,
  };
}

async function alternate(stock: Server, ours: Server, load: Load): Promise<readonly Round[]> {
  const warmUp = { ...load, turns: TURNS_TO_WARM_UP };
  await measured(stock, warmUp);
  await measured(ours, warmUp);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const oursFirst = round % 2 === 1 ? await measured(ours, load) : undefined;
    const stockNow = await measured(stock, load);
    rounds.push({ stock: stockNow, ours: oursFirst ?? (await measured(ours, load)) });
  }
  return rounds;
}

/** @throws when a turn was not answered with 200: a figure over failures says nothing. */
async function measured(server: Server, load: Load): Promise<Measured> {
  const result = await measure(server, load);
  if (result.statuses.size !== 1 || !result.statuses.has(200))
    throw new Error(`not every turn was answered: ${JSON.stringify([...result.statuses])}`);
  return result;
}

function turnRows(rounds: readonly Round[]): readonly BenchRow[] {
  const row = (name: string, unit: string, of: (measured: Measured) => number, most: number): BenchRow => {
    const ratio = median(rounds.map(({ stock, ours }) => of(ours) / of(stock)));
    return {
      name,
      value: median(rounds.map(({ ours }) => of(ours))),
      unit,
      yardstick: `${STOCK}: ${median(rounds.map(({ stock }) => of(stock))).toFixed(3)} ${unit}`,
      ratio,
      goal: `≤ ${most} ×`,
      pass: ratio <= most,
    };
  };
  return [
    row('turn, processor time', 'ms', ({ cpuMsPerTurn }) => cpuMsPerTurn, 0.8),
    row('turn, p99 at concurrency 10', 'ms', ({ p99Ms }) => p99Ms, 1),
  ];
}

/** Forged tokens that look right until the signature, each of another tenant: refused cheaply, and nothing is left of them. */
async function forgeryRows(ours: Server, load: Load): Promise<readonly BenchRow[]> {
  const forged = await forgeries();
  const heapBefore = await ours.heapBytes();
  let next = 0;
  const refused = await measure(ours, {
    ...load,
    authorization: () => forged[next++ % forged.length] ?? '',
    turns: FORGERIES,
  });
  if (refused.statuses.get(401) !== FORGERIES) throw new Error('a forged token was let in');
  const grown = (await ours.heapBytes()) - heapBefore;
  const after = await measured(ours, load);
  const good = after.cpuMsPerTurn;
  return [
    {
      name: 'forged token refused, processor time',
      value: refused.cpuMsPerTurn,
      unit: 'ms',
      yardstick: `our own good turn: ${good.toFixed(3)} ms`,
      ratio: refused.cpuMsPerTurn / good,
      goal: '≤ 1 ×',
      pass: refused.cpuMsPerTurn <= good,
    },
    {
      name: 'memory kept per forged token',
      value: grown / FORGERIES,
      unit: 'bytes',
      yardstick: 'none: nothing may be kept',
      goal: '≤ 50 bytes',
      pass: grown / FORGERIES <= 50,
    },
  ];
}

async function forgeries(): Promise<readonly string[]> {
  const { privateKey } = await generateKeyPair('RS256');
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  const header = { alg: 'RS256', kid: 'teams', typ: 'JWT' };
  const signed = await new SignJWT({ iss: ISSUER, aud: APP, exp })
    .setProtectedHeader(header)
    .sign(privateKey);
  const [, , signature] = signed.split('.');
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return Array.from({ length: FORGERIES }, (_, n) => {
    const claims = { iss: ISSUER, aud: APP, exp, serviceurl: 'https://x.example/', tid: `tenant-${n}` };
    return `Bearer ${encoded(header)}.${encoded(claims)}.${signature}`;
  });
}
