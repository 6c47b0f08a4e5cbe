import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OneAddress = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * One address in front of several instances, turn by turn and whoever asks, as the platform's front door does. An
 * instance that takes no connection is passed over; what was lost on the way to one is not sent to another.
 * @param ports those in service now.
 */
export async function openOneAddress(ports: () => readonly number[]): Promise<OneAddress> {
  let turn = 0;
  const server = createServer((from, to) => {
    const inService = ports();
    const order = inService.map((_, i) => inService[(turn + i) % inService.length] ?? 0);
    turn += 1;
    const chunks: Buffer[] = [];
    from.on('data', (chunk: Buffer) => chunks.push(chunk));
    from.on('end', () => pass(from, to, Buffer.concat(chunks), order));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function pass(
  from: IncomingMessage,
  to: ServerResponse,
  body: Buffer,
  [port, ...others]: readonly number[],
): void {
  if (port === undefined) {
    refuse(to, 503);
    return;
  }
  const { method, url: path, headers } = from;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    // An instance that dies while it answers leaves nobody waiting for the rest.
    answer.once('error', () => to.destroy()).pipe(to);
  });
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') pass(from, to, body, others);
    else if (to.headersSent) to.destroy();
    else refuse(to, 502);
  });
  onward.end(body);
}

/** In two steps: restify, where it is loaded, makes writeHead answer nothing. */
function refuse(to: ServerResponse, status: number): void {
  to.writeHead(status);
  to.end();
}
