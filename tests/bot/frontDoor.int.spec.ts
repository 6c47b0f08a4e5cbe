import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { type FrontDoor, openFrontDoor } from '../../bot/frontDoor.ts';

let door: FrontDoor;
let agent: Agent;
beforeEach(async () => {
  door = await openFrontDoor(0, '127.0.0.1');
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  agent.destroy();
  await door.close(0);
});

/** Over the agent's one connection. */
const ask = () =>
  new Promise<{ status: number; said: string; reused: boolean }>((done, failed) => {
    const request = get(door.url, { agent }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, said, reused: request.reusedSocket }),
      );
    });
    request.on('error', failed);
  });

/** Says the beginning of a request and then nothing. @returns what was answered until the connection was closed. */
const dribble = (url: string, text: string) =>
  new Promise<string>((done) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    socket.on('error', () => undefined).on('close', () => done(said));
  });

describe('the front door', () => {
  it('asks for patience as long as nobody stands behind it', async () => {
    const { status, headers } = await fetch(door.url);
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  });

  it('leads to somebody else over the same connection', async () => {
    door.leadTo((_req, res) => void res.end('one'));
    expect(await ask()).toEqual({ status: 200, said: 'one', reused: false });
    door.leadTo((_req, res) => void res.end('other'));
    expect(await ask()).toEqual({ status: 200, said: 'other', reused: true });
  });

  it('lets whoever has begun an answer finish it', async () => {
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((isBegun) => {
      door.leadTo((_req, res) => {
        finish = () => void res.end('one');
        isBegun();
      });
    });
    const slow = ask();
    await begun;
    door.leadTo((_req, res) => void res.end('other'));
    expect(await (await fetch(door.url)).text()).toBe('other');
    finish();
    expect((await slow).said).toBe('one');
  });

  it('lets a request that was half said be answered by whoever is there when it is whole', async () => {
    door.leadTo((_req, res) => void res.end('one'));
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    await new Promise<void>((done) => void socket.write('GET / HTTP/1.1\r\nhost: x\r\n', () => done()));
    door.leadTo((_req, res) => void res.end('other'));
    socket.write('connection: close\r\n\r\n');
    await new Promise((done) => socket.on('close', done));
    expect(said).toContain('other');
  });

  it('gives whoever dribbles a request only so long: in the head, in the body, and after a refusal', async () => {
    const strict = await openFrontDoor(0, '127.0.0.1', { headMs: 100, wholeMs: 200, lookEveryMs: 20 });
    strict.leadTo((req, res) => {
      if (req.url !== '/refused') return void req.resume().on('end', () => res.end('whole'));
      res.statusCode = 401;
      res.end();
    });
    const began = performance.now();
    const head = 'POST / HTTP/1.1\r\nhost: x\r\n';
    const endings = await Promise.all(
      [
        head,
        `${head}content-length: 9\r\n\r\n12`,
        `${head.replace('/', '/refused')}transfer-encoding: chunked\r\n\r\n2\r\n12\r\n`,
      ].map((text) => dribble(strict.url, text)),
    );
    expect(endings.map((said) => said.split('\r\n')[0])).toEqual([
      'HTTP/1.1 408 Request Timeout',
      'HTTP/1.1 408 Request Timeout',
      'HTTP/1.1 401 Unauthorized',
    ]);
    expect(performance.now() - began).toBeLessThan(5_000);
    await strict.close(0);
  });

  it('leaves an answer that takes long alone', async () => {
    const strict = await openFrontDoor(0, '127.0.0.1', { headMs: 50, wholeMs: 50, lookEveryMs: 10 });
    strict.leadTo((_req, res) => {
      res.write('begun ');
      setTimeout(() => res.end('ended'), 300);
    });
    expect(await (await fetch(strict.url)).text()).toBe('begun ended');
    await strict.close(0);
  });

  it('closes when what is under way has ended, or when patience is at an end, and only once', async () => {
    door.leadTo((req, res) => {
      if (req.url !== '/never') setTimeout(() => res.end('late'), 50);
    });
    const [late, never] = [fetch(door.url), fetch(`${door.url}/never`)];
    const hopeless = expect(never).rejects.toThrow();
    await new Promise((done) => setTimeout(done, 20));
    await Promise.all([door.close(300), door.close(300)]);
    expect(await (await late).text()).toBe('late');
    await hopeless;
    await expect(fetch(door.url)).rejects.toThrow();
  });

  it('refuses an address that is taken', async () => {
    await expect(openFrontDoor(Number(new URL(door.url).port), '127.0.0.1')).rejects.toThrow('EADDRINUSE');
  });
});
