import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEventStreams, type EventStreams } from '../../../bot/api/eventStreams.ts';

const open: Server[] = [];
afterAll(() => {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that does nothing but open streams; the path says whose. */
async function serve(
  streams: EventStreams,
  { first = 'retry: 1000\n\n', until }: { first?: string; until?: number } = {},
): Promise<string> {
  const server = createServer((req, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    res.write(first);
    streams.open(req.url ?? '', res, until);
  });
  open.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Opens a stream and notes what it says; `reads: false` takes the head and then nothing. */
async function listen(url: string, { reads = true } = {}) {
  const response = await new Promise<IncomingMessage>((done, failed) => {
    get(url, { agent: false }, done).on('error', failed);
  });
  let text = '';
  const ended = new Promise<void>((done) => {
    response.on('close', done).on('error', () => done());
  });
  if (reads)
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  return { said: () => text, ended, leave: () => response.destroy() };
}

const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 400) throw new Error('it never came to be');
    await new Promise((done) => setTimeout(done, 5));
  }
};

describe('event streams', () => {
  it('close the oldest of a person who opens too many, and ask it to come back late', async () => {
    const streams = createEventStreams({ most: 2 });
    const url = await serve(streams);
    const [first, second] = [await listen(`${url}/anna`), await listen(`${url}/anna`)];
    const other = await listen(`${url}/bo`);
    const third = await listen(`${url}/anna`);
    await first.ended;
    expect(first.said()).toBe('retry: 1000\n\nretry: 60000\n\n');
    expect(streams.count()).toBe(3);
    for (const one of [second, third, other]) {
      await until(() => one.said() !== '');
      expect(one.said()).toBe('retry: 1000\n\n');
      one.leave();
    }
    await until(() => streams.count() === 0);
  });

  it('are kept alive by a comment', async () => {
    const url = await serve(createEventStreams({ heartbeatMs: 10 }));
    const client = await listen(`${url}/anna`);
    await until(() => client.said().split(': here\n\n').length > 2);
    client.leave();
  });

  it('are given up when nobody reads at the other end', async () => {
    const streams = createEventStreams({ heartbeatMs: 20 });
    const url = await serve(streams, { first: 'x'.repeat(20_000_000) });
    const client = await listen(`${url}/anna`, { reads: false });
    expect(streams.count()).toBe(1);
    await until(() => streams.count() === 0);
    client.leave();
  });

  it('last no longer than what proved who is listening', async () => {
    let now = 1_000;
    const streams = createEventStreams({ heartbeatMs: 10, now: () => now });
    const url = await serve(streams, { until: 2_000 });
    const client = await listen(`${url}/anna`);
    now = 1_999;
    await until(() => client.said().split(': here\n\n').length > 3);
    expect(streams.count()).toBe(1);
    now = 2_000;
    await client.ended;
    await until(() => streams.count() === 0);
  });

  it('end together, and none begins afterwards', async () => {
    const streams = createEventStreams();
    const url = await serve(streams);
    const clients = [await listen(`${url}/anna`), await listen(`${url}/bo`)];
    streams.closeAll();
    await Promise.all(clients.map(({ ended }) => ended));
    const late = await listen(`${url}/anna`);
    await late.ended;
    expect(streams.count()).toBe(0);
  });
});
