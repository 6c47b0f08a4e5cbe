import {
  CLOSED_SITE_LISTS,
  connectGraph,
  type Graph,
  PORTFOLIO_SITE_LISTS,
} from '../../../bot/adapters/sharepoint/index.ts';
import { carryOut, planSite } from '../../../infra/provision/provision.ts';
import { runProvision } from '../../../infra/provision/run.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import { startTenant } from '../../tenant/startTenant.ts';
import type { Tenant } from '../../tenant/tenant.ts';

const SITES = {
  log: `https://${SAMPLE.host}${SAMPLE.logSite}`,
  portfolio: `https://${SAMPLE.host}${SAMPLE.portfolioSite}`,
};
const NEW_APP = '9b0c6f1e-0000-4000-8000-000000000001';

describe('provisioning', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await startTenant();
  });
  afterEach(async () => {
    await tenant.stop();
  });

  const connect = (app: string): Graph =>
    connectGraph({
      tokens: { token: () => tenant.token(app) },
      organisation: 'Lindbacka',
      version: '0',
      fetch: tenant.fetch,
      unitsPerMinute: 1_000_000,
    });

  const run = async (args: readonly string[], app: string = SAMPLE.provisionApp) => {
    let said = '';
    let complained = '';
    const code = await runProvision(args, () => connect(app), {
      stdout: { write: (text) => (said += text) },
      stderr: { write: (text) => (complained += text) },
    });
    return { code, said, complained };
  };
  const both = ['--log-site', SITES.log, '--site', SITES.portfolio, '--protected-group', SAMPLE.group];
  const titles = (path: string): string[] =>
    [...tenant.sharePoint.site(path).lists.values()]
      .filter(({ hidden }) => !hidden)
      .map((list) => list.displayName);

  it('makes every list with its columns and indexes, and then finds nothing more to do', async () => {
    const first = await run(both);
    expect(first.code).toBe(0);
    expect(first.said).toContain('+ skapa listan Händelselogg');
    expect(titles(SAMPLE.logSite)).toEqual(CLOSED_SITE_LISTS.map(({ title }) => title));
    expect(titles(SAMPLE.portfolioSite)).toEqual(PORTFOLIO_SITE_LISTS.map(({ title }) => title));
    for (const [path, specs] of [
      [SAMPLE.logSite, CLOSED_SITE_LISTS],
      [SAMPLE.portfolioSite, PORTFOLIO_SITE_LISTS],
    ] as const)
      for (const { title, columns } of specs) {
        const there = tenant.sharePoint.list(path, title).columns;
        for (const { name, title: heading, indexed, unique } of columns)
          expect(there.find((column) => column.name === name)).toMatchObject({
            displayName: heading,
            indexed: (indexed ?? unique) === true,
            unique: unique === true,
          });
      }
    const second = await run([...both, '--check']);
    expect(second).toMatchObject({ code: 0 });
    expect(second.said).toContain('Inget att göra.');
    expect(tenant.violations.all()).toEqual([]);
  });

  it('changes nothing when it only checks, and ends with 1', async () => {
    const { code, said } = await run([...both, '--check']);
    expect(code).toBe(1);
    expect(said).toContain('+ skapa listan Leveranser');
    expect(titles(SAMPLE.logSite)).toEqual([]);
  });

  it('puts right what has drifted and keeps the rows', async () => {
    await run(both);
    const list = tenant.sharePoint.list(SAMPLE.logSite, 'Händelselogg');
    tenant.sharePoint.add(SAMPLE.logSite, 'Händelselogg', { EventKey: 'I-A#000001', Stream: 'I-A' });
    const column = (name: string) => list.columns.find((one) => one.name === name)!;
    column('Stream').displayName = 'Någon annan rubrik';
    column('EventKey').unique = false;
    list.columns.splice(list.columns.indexOf(column('Attempt')), 1);
    const check = await run([...both, '--check']);
    expect(check.code).toBe(1);
    expect(check.said).toContain('Händelselogg, kolumnen Ström: rätta rubriken');
    expect(check.said).toContain('Händelselogg, kolumnen Nyckel: kräv unika värden');
    expect(check.said).toContain('Händelselogg, kolumnen Försök: lägg till');
    expect((await run(both)).code).toBe(0);
    expect(column('EventKey').unique).toBe(true);
    expect(tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg').length).toBe(1);
    expect((await run([...both, '--check'])).code).toBe(0);
  });

  it('goes on where it was broken off', async () => {
    tenant.faults.next('reset-after', { method: 'POST', path: /lists$/ });
    const broken = await run(both);
    expect(broken.code).toBe(2);
    expect((await run(both)).code).toBe(0);
    expect(titles(SAMPLE.logSite)).toEqual(CLOSED_SITE_LISTS.map(({ title }) => title));
  });

  it('does no harm when two people run it at the same time', async () => {
    const graph = connect(SAMPLE.provisionApp);
    const site = { name: 'log', site: SITES.log, lists: CLOSED_SITE_LISTS };
    const [mine, yours] = [await planSite(graph, site), await planSite(graph, site)];
    for (const plan of [mine, yours]) await carryOut(graph, plan, () => undefined);
    expect(titles(SAMPLE.logSite)).toEqual(CLOSED_SITE_LISTS.map(({ title }) => title));
  });

  it('leaves a column of the wrong type to a person', async () => {
    await run(both);
    const list = tenant.sharePoint.list(SAMPLE.portfolioSite, 'Initiativ');
    const column = list.columns.find(({ name }) => name === 'PaybackYears')!;
    list.columns[list.columns.indexOf(column)] = { ...column, facet: 'text', settings: {} };
    const { code, said } = await run(both);
    expect(code).toBe(1);
    expect(said).toContain('! Initiativ, kolumnen Återbetalning, år har fel typ (text i stället för number)');
  });

  it('lets the service write rows, and nothing more', async () => {
    const { code, said } = await run([...both, '--app', NEW_APP]);
    expect(code).toBe(0);
    expect(said).toContain('+ ge tjänsten rätt att läsa och skriva rader (write)');
    for (const path of [SAMPLE.logSite, SAMPLE.portfolioSite])
      expect(
        [...tenant.sharePoint.site(path).grants.values()].filter(({ app }) => app === NEW_APP),
      ).toMatchObject([{ role: 'write' }]);
    expect((await run([...both, '--app', NEW_APP, '--check'])).code).toBe(0);
    for (const grant of tenant.sharePoint.site(SAMPLE.logSite).grants.values())
      if (grant.app === NEW_APP) grant.role = 'fullcontrol';
    const tooMuch = await run([...both, '--app', NEW_APP, '--check']);
    expect(tooMuch.code).toBe(1);
    expect(tooMuch.said).toContain('mer än den behöver (fullcontrol)');
  });

  it('says what it may not do, and what a person must see to', async () => {
    const { code, complained } = await run(both, SAMPLE.serviceApp);
    expect(code).toBe(2);
    expect(complained).toContain('403 accessDenied');
    const { said } = await run(both);
    expect(said).toContain('två namngivna administratörer');
  });

  it('checks the lists also for one who may not see who may do what', async () => {
    await run(both);
    const grant = { id: 'g', app: SAMPLE.strangerApp, displayName: 'Annan app', role: 'manage' as const };
    tenant.sharePoint.site(SAMPLE.logSite).grants.set('g', grant);
    const check = (...more: readonly string[]) =>
      run(
        ['--log-site', `${tenant.sharePoint.site(SAMPLE.logSite).id}`, '--check', ...more],
        SAMPLE.strangerApp,
      );
    const alone = await check();
    expect(alone.said).toContain('· Stängd webbplats (logg): behörigheterna kan inte läsas');
    expect(alone.code).toBe(0);
    expect((await check('--app', NEW_APP)).code).toBe(1);
  });

  it('reads listings to their end, however short the pages', async () => {
    await run(both);
    tenant.behaviour.usualPage = 2;
    tenant.calls.clear();
    const { code, said } = await run([...both, '--check']);
    expect(said).not.toMatch(/^ {2}[+!]/m);
    expect(code).toBe(0);
    const asked = (what: RegExp) => tenant.calls.all().filter(({ path }) => what.test(path)).length;
    expect(asked(/\/lists$/)).toBeGreaterThan(2);
    expect(asked(/\/columns$/)).toBeGreaterThan(2 * PORTFOLIO_SITE_LISTS.length);
    expect(tenant.violations.all()).toEqual([]);
  });

  it('asks for a site when none was given', async () => {
    const { code, complained } = await run([]);
    expect(code).toBe(2);
    expect(complained).toContain('--log-site');
  });
});
