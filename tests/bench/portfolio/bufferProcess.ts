/**
 * The yardstick: the same bytes with the same headers, compressed beforehand, served by a restify that does nothing
 * else. It is sent both, and says where it listens.
 */
import type { AddressInfo } from 'node:net';
import restify from 'restify';

export type Served = { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };

process.once('message', ({ headers, body }: Served) => {
  const bytes = Buffer.from(body);
  const server = restify.createServer();
  server.get('/api/portfolio', (_request, response, next) => {
    response.writeHead(200, headers);
    response.end(bytes);
    next();
  });
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  );
});
process.on('disconnect', () => process.exit());
