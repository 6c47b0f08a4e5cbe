import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import type { Server } from './startServer.ts';

/** Answers every message at once with an id, as Teams' connector would, and counts them. */
export async function startConnector() {
  let sent = 0;
  const answer = Buffer.from('{"id":"1772439330999"}');
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      sent += 1;
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`,
    sent: () => sent,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type Load = {
  /** A new one for every request, or the same. */
  readonly body: () => string;
  /** A new one for every request, or the same. */
  readonly authorization: () => string;
  readonly connections: number;
  readonly turns: number;
  /** POST unless told otherwise; GET goes without the body. */
  readonly method?: 'GET' | 'POST';
};

export type Measured = {
  readonly turns: number;
  readonly cpuMsPerTurn: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly turnsPerSecond: number;
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
};

/** Loads a server and measures what a turn costs it and how long the caller waits. */
export async function measure(
  server: Pick<Server, 'url' | 'cpuMs'>,
  { body, authorization, connections, turns, method = 'POST' }: Load,
): Promise<Measured> {
  const before = await server.cpuMs();
  const waits: number[] = [];
  const statuses = new Map<number, number>();
  const headers = () => ({ 'content-type': 'application/json', authorization: authorization() });
  const begun = performance.now();
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        url: server.url,
        connections,
        amount: turns,
        requests: [
          {
            method,
            setupRequest: (request) => ({
              ...request,
              headers: headers(),
              ...(method === 'POST' && { body: body() }),
            }),
          },
        ],
      },
      (error) => (error ? reject(error) : resolve()),
    );
    run.on('response', (_client, status, _bytes, waitMs) => {
      waits.push(waitMs);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
  });
  const seconds = (performance.now() - begun) / 1000;
  const after = await server.cpuMs();
  waits.sort((a, b) => a - b);
  const percentile = (share: number) => waits[Math.floor(waits.length * share)] ?? Number.NaN;
  return {
    turns: waits.length,
    cpuMsPerTurn: (after - before) / waits.length,
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    turnsPerSecond: waits.length / seconds,
    statuses,
  };
}
