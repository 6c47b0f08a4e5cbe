import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { freePort } from '../../../bot/local/ports.ts';

const listening = async (host: string) => {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
};

describe('finding a free port', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('passes over one that is taken on %s', async (host) => {
    const { port, close } = await listening(host);
    const found = await freePort(port).finally(close);
    expect(found).toBeGreaterThan(port);
    expect(found).toBeLessThan(port + 40);
  });

  it('gives the wanted one when it is free', async () => {
    const { port, close } = await listening('127.0.0.1');
    close();
    expect(await freePort(port)).toBe(port);
  });

  it('passes over those that are promised', async () => {
    const { port, close } = await listening('127.0.0.1');
    close();
    expect(await freePort(port, new Set([port]))).toBeGreaterThan(port);
  });

  it('gives up beyond the last port', async () =>
    expect(freePort(65_535, new Set([65_535]))).rejects.toThrow('no free port from 65535'));
});
