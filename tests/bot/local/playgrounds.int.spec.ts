import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { FIRST_PERSONAS, type Persona } from '../../../bot/local/personas.ts';
import { type Playground, PlaygroundNotStarted, startPlayground } from '../../../bot/local/playground.ts';
import { playgroundConfig } from '../../../bot/local/playgroundConfig.ts';
import { type PlaygroundsOptions, startPlaygrounds } from '../../../bot/local/playgrounds.ts';
import { freePort } from '../../../bot/local/ports.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporaryFolder.ts';

/** Several processes are started, and the machine may be busy. */
jest.setTimeout(90_000);

/** Away from the ports a person's own `npm start` prefers. */
const FIRST_PORT = 57_150;
const [assistant, manager, coach] = FIRST_PERSONAS as [Persona, Persona, Persona];
/** The Playground takes names of at most 256 characters. */
const wrong: Persona = { ...manager, name: 'x'.repeat(300) };

let bot: Server;
let botUrl: string;
const heard: { type: string }[] = [];
const running: Playground[] = [];

beforeAll(async () => {
  bot = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      if (body) heard.push(JSON.parse(body));
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(bot, 'listening');
  botUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`;
});
afterAll(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  bot.close();
  bot.closeAllConnections();
  removeTemporaryFolders();
});

async function start(options: Partial<PlaygroundsOptions> & Pick<PlaygroundsOptions, 'personas'>) {
  const said: string[] = [];
  const started = await startPlaygrounds({
    botUrl,
    folder: temporaryFolder(),
    firstPort: FIRST_PORT,
    say: (line) => said.push(line),
    isStopping: () => false,
    ...options,
  });
  running.push(...started);
  return { started, said };
}

describe('a Playground per persona', () => {
  let first: Playground;
  let second: Playground;
  let third: Playground;
  let said: string[];
  let stopping = false;
  beforeAll(async () => {
    const all = await start({ personas: [assistant, manager, coach], isStopping: () => stopping });
    [first, second, third] = all.started as [Playground, Playground, Playground];
    said = all.said;
  });

  it('starts for each, in the order asked for', () => {
    expect([first, second, third].map(({ persona }) => persona.alias)).toEqual(
      FIRST_PERSONAS.map(({ alias }) => alias),
    );
    expect(new Set([first.url, second.url, third.url]).size).toBe(3);
  });

  it('has understood its configuration', async () => {
    for (const { persona, url } of [first, second, third]) {
      const { config } = (await (await fetch(`${url}/_internal/v1/testConfig`)).json()) as { config: object };
      const {
        tenantId,
        bot: botAccount,
        currentUser,
        users,
        personalChat,
        groupChat,
        team,
      } = playgroundConfig(persona);
      const general = { id: team.id, name: 'General' };
      expect(config).toMatchObject({
        tenantId,
        bot: botAccount,
        currentUser,
        users,
        personalChat,
        groupChats: [groupChat],
        teams: [
          {
            id: team.id,
            name: team.name,
            aadGroupId: team.aadGroupId,
            channels: [general, ...team.channels],
          },
        ],
      });
    }
  });

  it('carries what the persona writes to the bot', async () => {
    const { personalChat, currentUser } = playgroundConfig(assistant);
    const path = `/_conversation/v1/conversations/${encodeURIComponent(personalChat.id)}/messages`;
    const sent = await fetch(`${first.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: currentUser, text: 'hej', textFormat: 'plain', mentions: [] }),
    });
    expect(sent.status).toBe(200);
    await until(() => heard.some(({ type }) => type === 'message'));
    expect(heard.find(({ type }) => type === 'message')).toMatchObject({
      text: 'hej',
      from: { aadObjectId: assistant.id, name: assistant.name },
      conversation: { id: personalChat.id },
      localTimezone: 'Europe/Stockholm',
      serviceUrl: expect.stringMatching(/^http:\/\/localhost:\d+\/_connector$/),
    });
  });

  it('listens on this machine only', async () => {
    const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
      addresses
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address),
    );
    for (const address of ['127.0.0.1', ...others])
      expect([address, await connects(first.url, address)]).toEqual([address, address === '127.0.0.1']);
  });

  it('is told of when it ends by itself, and the rest go on', async () => {
    process.kill(first.pid, 'SIGKILL');
    await until(() => said.length > 0);
    expect(said).toEqual([
      expect.stringContaining(`Chatten för ${assistant.name} avslutades oväntat (SIGKILL)`),
    ]);
    expect(said[0]).toContain(first.logFile);
    expect(existsSync(first.logFile)).toBe(true);
    expect(await connects(second.url)).toBe(true);
  });

  it('is gone, without a word, when that was asked for', async () => {
    stopping = true;
    await second.stop();
    expect(await second.ended).toBe('SIGTERM');
    expect(await connects(second.url)).toBe(false);
    await new Promise((done) => setTimeout(done, 600));
    expect(said).toHaveLength(1);
  });
});

describe('a Playground that cannot have it its way', () => {
  it('gets another port when its own is taken, and says so; one that is refused is left out', async () => {
    const port = await freePort(FIRST_PORT);
    const taken = createTcpServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const starting = start({ personas: [coach, wrong], firstPort: port });
    const { started, said } = await starting.finally(() => taken.close());
    const other = Number(new URL(started[0]?.url ?? '').port);
    expect(other).toBeGreaterThan(port);
    expect(started.map(({ persona }) => persona.alias)).toEqual([coach.alias]);
    expect(said).toContain(`Port ${port} är upptagen. Chatten för ${coach.name} får port ${other}.`);
    expect(said.at(-1)).toMatch(/^Chatten för x+ startade inte: .*Resten fortsätter\.$/s);
  });

  it('says why when it is started alone', async () => {
    const port = await freePort(FIRST_PORT);
    const starting = startPlayground({ persona: wrong, botUrl, port, folder: temporaryFolder() });
    await expect(starting).rejects.toThrow(PlaygroundNotStarted);
    await expect(starting).rejects.toThrow(/256/);
    expect(await connects(`http://127.0.0.1:${port}`)).toBe(false);
  });
});

const connects = (url: string, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ port: Number(new URL(url).port), host, timeout: 1_000 });
    const answer = (is: boolean) => {
      socket.destroy();
      done(is);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries += 1) {
    if (tries > 200) throw new Error('waited ten seconds in vain');
    await new Promise((done) => setTimeout(done, 50));
  }
}
