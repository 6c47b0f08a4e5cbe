import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { createBigHouse } from './house/bigHouse.ts';
import { CASES } from './house/bigLog.ts';
import { load, READER } from './house/load.ts';
import { median } from './median.ts';
import type { Served } from './portfolio/bufferProcess.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 9;
const SECONDS = 2;
const CONNECTIONS = 4;
const BUFFER = path.join(import.meta.dirname, 'portfolio', 'bufferProcess.ts');
const KIB = 1_024;

/**
 * The portfolio of 10,000 cases over HTTP, gzip, beside a restify that serves the very same bytes from memory, in
 * alternation. Then what is answered to those who have it already, and how large it is.
 */
export async function benchPortfolio(): Promise<BenchRow[]> {
  const house = await createBigHouse();
  const server = await house.start();
  const url = `${server.url}/api/portfolio`;
  const served = await answerOf(url);
  await server.rested();
  const yardstick = fork(BUFFER, [], { execArgv: [], serialization: 'advanced' });
  try {
    yardstick.send(served);
    const [{ url: base }] = (await once(yardstick, 'message')) as [{ url: string }];
    return [
      await speed(url, `${base}/api/portfolio`),
      await unchanged(url, served),
      {
        name: `portfolio of ${CASES} cases, gzip`,
        value: served.body.length / KIB,
        unit: 'KiB',
        yardstick: 'none',
        goal: '≤ 800 KiB',
        pass: served.body.length <= 800 * KIB,
      },
    ];
  } finally {
    yardstick.disconnect();
    await server.close();
    house.remove();
  }
}

async function speed(url: string, bufferUrl: string): Promise<BenchRow> {
  const asked = () => ({ headers: READER });
  const rateOf = async (of: string) => {
    const { answers, seconds } = await load(of, { connections: CONNECTIONS, seconds: SECONDS }, asked);
    return answers / seconds;
  };
  await rateOf(url);
  await rateOf(bufferUrl);
  const ours: number[] = [];
  const buffer: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) buffer.push(await rateOf(bufferUrl));
    ours.push(await rateOf(url));
    if (round % 2 === 1) buffer.push(await rateOf(bufferUrl));
  }
  const ratio = median(ours.map((rate, round) => rate / (buffer[round] ?? Number.NaN)));
  return {
    name: `portfolio of ${CASES} cases over HTTP`,
    value: median(ours),
    unit: 'answers/s',
    yardstick: `the same restify with a precompressed buffer, ${Math.round(median(buffer))} answers/s`,
    ratio,
    goal: '≥ 0.9 ×',
    pass: ratio >= 0.9,
  };
}

/** Every answer must be 304: `load` throws when one is not. */
async function unchanged(url: string, { headers }: Served): Promise<BenchRow> {
  const { answers, seconds, bytes } = await load(
    url,
    { connections: CONNECTIONS, seconds: SECONDS, status: 304 },
    () => ({ headers: { ...READER, 'if-none-match': headers.etag ?? '' } }),
  );
  return {
    name: 'portfolio to those who have it: 304',
    value: answers / seconds,
    unit: 'answers/s',
    yardstick: `none; ${Math.round(bytes / answers)} bytes an answer, all of it headers`,
    goal: '304 when unchanged',
    pass: answers > 0,
  };
}

/** The bytes as they came, still compressed, and the headers that a server writes itself. */
async function answerOf(url: string): Promise<Served> {
  const asked = request(url, { headers: READER }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  if (response.statusCode !== 200 || response.headers['content-encoding'] !== 'gzip')
    throw new Error(`the portfolio was answered with ${response.statusCode}`);
  const own = ['date', 'connection', 'keep-alive'];
  const headers = Object.entries(response.headers).filter(([name]) => !own.includes(name));
  return { headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])), body };
}
