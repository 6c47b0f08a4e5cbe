import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { Handle, Incoming, Outgoing } from './exchange.ts';

export type Listening = { readonly port: number; readonly stop: () => Promise<void> };

export type Tls = { readonly key: string; readonly cert: string };

/** Serves the tenant on a free loopback port; plain HTTP without `tls`. */
export async function listen(handle: Handle, tls?: Tls, port = 0): Promise<Listening> {
  const listener: RequestListener = (request, response) => {
    answer(handle, request, response, tls ? 'https' : 'http').catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  // Clients keep connections for long; a short limit here would cut them at odd times, which is for faults to do.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

function stop(server: Server & { closeAllConnections?: () => void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections?.();
  });
}

async function answer(handle: Handle, request: IncomingMessage, response: ServerResponse, scheme: string) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  write(response, await handle(read(request, Buffer.concat(chunks), scheme)));
}

function read(request: IncomingMessage, bytes: Buffer, scheme: string): Incoming {
  const authority = request.headers.host ?? '';
  const url = new URL(request.url ?? '/', `${scheme}://${authority}`);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? 'GET',
    host: url.hostname,
    origin: url.origin,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    bytes,
  };
}

function write(response: ServerResponse, { status, headers, body, text, bytes, lost }: Outgoing): void {
  if (lost === 'reset') {
    response.socket?.destroy();
    return;
  }
  if (lost === 'silence') return;
  const content = bytes ?? (text !== undefined || body === undefined ? (text ?? '') : JSON.stringify(body));
  const type = body === undefined ? 'text/plain' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...(content !== '' && { 'Content-Type': type }), ...headers });
  response.end(content);
}
