import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fields } from '../../../../bot/teams/inbound/values.ts';

export type Received = { readonly method: string; readonly path: string; readonly body: Fields };
export type StubAnswer = {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: object;
};

export type ConnectorStub = {
  readonly serviceUrl: string;
  readonly received: Received[];
  /** What to answer next, in order; then 201 with ids sent-1, sent-2 … again. */
  readonly answers: StubAnswer[];
  readonly stop: () => Promise<void>;
};

/** Stands in for Teams' connector: remembers what was sent and answers as told. */
export async function startConnectorStub(): Promise<ConnectorStub> {
  const received: Received[] = [];
  const answers: StubAnswer[] = [];
  let sent = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const path = decodeURIComponent(request.url ?? '');
      received.push({ method: request.method ?? '', path, body: text ? (JSON.parse(text) as Fields) : {} });
      sent += 1;
      const { status, headers = {}, body } = answers.shift() ?? { status: 201, body: { id: `sent-${sent}` } };
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body ? JSON.stringify(body) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`,
    received,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
