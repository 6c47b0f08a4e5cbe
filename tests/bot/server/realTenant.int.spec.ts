import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOSED_SITE_LISTS, connectGraph } from '../../../bot/adapters/sharepoint/index.ts';
import { carryOut, planSite } from '../../../infra/provision/provision.ts';
import { ROOT } from '../../repo/files.ts';
import { ensureSomeTab } from '../../tab/builtTab.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import { startTenant } from '../../tenant/startTenant.ts';
import type { Tenant } from '../../tenant/tenant.ts';

let tenant: Tenant;
let folder: string;
let url: string;
let program: ChildProcess;
let said = '';

const until = async (isSo: () => Promise<boolean> | boolean, ms = 40_000) => {
  for (const end = performance.now() + ms; performance.now() < end; ) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`did not happen; the program said:\n${said}`);
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** bot/index.ts as a municipality starts it; only the names of Microsoft's hosts lead to the tenant on this machine. */
beforeAll(async () => {
  ensureSomeTab();
  tenant = await startTenant({ network: true });
  const log = tenant.sharePoint.site(SAMPLE.logSite).id;
  const provisioner = connectGraph({
    tokens: { token: () => tenant.token(SAMPLE.provisionApp) },
    organisation: 'Kommun',
    version: '0',
    fetch: tenant.fetch,
  });
  await carryOut(
    provisioner,
    await planSite(provisioner, { name: 'closed', site: log, lists: CLOSED_SITE_LISTS }),
    () => undefined,
  );
  folder = mkdtempSync(join(tmpdir(), 'production-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const { flags, env } = tenant.network!.reroute;
  program = spawn(process.execPath, [...flags, 'bot/index.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      ...env,
      PORT: String(port),
      FARDPLAN_LISTEN: '127.0.0.1',
      FARDPLAN_TENANT_ID: SAMPLE.tenantId,
      FARDPLAN_BOT_APP_ID: SAMPLE.botApp,
      FARDPLAN_BOT_IDENTITY: 'secret',
      FARDPLAN_BOT_SECRET: SAMPLE.botSecret,
      FARDPLAN_TAB_APP_ID: SAMPLE.tabApp,
      FARDPLAN_TAB_URL: 'https://fardplan.example/tab/',
      FARDPLAN_GRAPH_APP_ID: SAMPLE.serviceApp,
      FARDPLAN_GRAPH_IDENTITY: 'secret',
      FARDPLAN_GRAPH_SECRET: SAMPLE.serviceSecret,
      FARDPLAN_LOG_SITE_ID: log,
      FARDPLAN_PORTFOLIO_SITE_ID: tenant.sharePoint.site(SAMPLE.portfolioSite).id,
      FARDPLAN_DATA_DIR: folder,
      FARDPLAN_TEAMS_APP_ID: SAMPLE.teamsExternalId,
      FARDPLAN_LOG_LEVEL: 'debug',
    },
  });
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk);
    });
  await until(async () =>
    fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
}, 60_000);

afterAll(async () => {
  program?.kill('SIGKILL');
  await tenant?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the program as a municipality starts it', () => {
  it('lets a person of the tenant into the tab’s API, by a token of Entra, and a guest not', async () => {
    const ask = async (user: string, version: 1 | 2, claims = {}) => {
      const audience = version === 1 ? `api://fardplan.example/${SAMPLE.tabApp}` : SAMPLE.tabApp;
      const token = await tenant.tokens.mintUserToken({ user, audience, version, claims });
      return fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    };
    for (const version of [1, 2] as const) {
      const answer = await ask(SAMPLE.caseworker, version);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ person: { id: SAMPLE.caseworker } });
    }
    expect((await ask(SAMPLE.guest, 2, { acct: 1 })).status).toBe(403);
    // A token that does not say so itself: then Graph does.
    expect((await ask(SAMPLE.guest, 2)).status).toBe(403);
    expect((await fetch(`${url}/api/me`)).status).toBe(401);
  }, 30_000);

  it('welcomes whoever installs it, and answers in the chat', async () => {
    const bot = { id: SAMPLE.botApp, endpoint: `${url}/api/messages` };
    const person = tenant.person(SAMPLE.caseworker, bot);
    for (const { status } of await person.installs()) expect(status).toBe(200);
    expect((await person.says('hjälp')).status).toBe(200);
    await until(() => tenant.teams.transcript(SAMPLE.caseworker).length >= 2);
  }, 60_000);

  it('tells a guest in the chat that it is for the municipality’s own people', async () => {
    const bot = { id: SAMPLE.botApp, endpoint: `${url}/api/messages` };
    const press = (who: string) => tenant.person(who, bot).presses('card', { verb: 'my-cases', data: {} });
    expect(JSON.stringify((await press(SAMPLE.guest)).body)).toContain('Jag ser inte vem du är');
    expect(JSON.stringify((await press(SAMPLE.caseworker)).body)).not.toContain('Jag ser inte vem du är');
  }, 60_000);

  it('asks Graph for nothing that Graph does not have', () => expect(tenant.violations.all()).toEqual([]));

  it('ends in order when the platform asks it to', async () => {
    program.kill('SIGTERM');
    const [code] = (await once(program, 'exit')) as [number | null];
    expect([code, said.includes('"stopped"')]).toEqual([0, true]);
    expect(said).not.toMatch(/eyJ|hjälp/);
  }, 40_000);
});
