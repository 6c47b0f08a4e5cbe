import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectorStub, Received } from '../bot/teams/support/connectorStub.ts';

export type Connector = Pick<ConnectorStub, 'serviceUrl' | 'received' | 'stop'>;

/**
 * Teams' connector with the time it takes: a message counts as received at once and is answered some milliseconds
 * later, with ids sent-1, sent-2 … in the order of arrival. Whoever dies in between does not know that it arrived.
 */
export async function startConnector(random: () => number): Promise<Connector> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const body = text === '' ? {} : (JSON.parse(text) as Received['body']);
      received.push({ method: request.method ?? '', path: decodeURIComponent(request.url ?? ''), body });
      const answer = JSON.stringify({ id: `sent-${received.length}` });
      setTimeout(
        () => {
          response.writeHead(201, { 'content-type': 'application/json' });
          response.end(answer);
        },
        5 + random() * 20,
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`,
    received,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
