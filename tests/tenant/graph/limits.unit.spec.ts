import { SAMPLE } from '../seed.ts';
import { tenantWithLog } from '../support/graphCaller.ts';

describe('resource units', () => {
  it('are 1 for a row by id, 2 for a page or a write, 5 for a grant, and count when nothing is enforced', async () => {
    const { tenant, service, admin, add, items, site } = await tenantWithLog();
    tenant.ledger.reset();
    const { body } = await add({ Title: 'x' });
    await service('GET', `${items}/${String(body.id)}`);
    await service('GET', items);
    await admin('GET', `/sites/${site}/permissions`);
    expect(tenant.ledger.total(SAMPLE.serviceApp)).toBe(2 + 1 + 2);
    expect(tenant.ledger.total(SAMPLE.provisionApp)).toBe(5);
  });

  it('warn from 80 % of the minute, refuse over it, and begin anew with the next minute', async () => {
    const { tenant, service, items, wait } = await tenantWithLog({ enforceLimits: true });
    tenant.ledger.reset();
    for (let call = 0; call < 499; call += 1) await service('GET', items);
    expect((await service('GET', items)).headers.get('RateLimit-Remaining')).toBe('250');
    for (let call = 0; call < 125; call += 1) await service('GET', items);
    const refused = await service('GET', items);
    expect(refused).toMatchObject({
      status: 429,
      body: { error: { innerError: { code: 'activityLimitReached' } } },
    });
    expect(refused.headers.get('Retry-After')).toBe('60');
    wait(60_000);
    expect((await service('GET', items)).status).toBe(200);
    expect(tenant.ledger.day(SAMPLE.serviceApp)).toBe(2 * 627);
  });

  it('are counted for what was throttled, too', async () => {
    const { tenant, service, items } = await tenantWithLog();
    tenant.ledger.reset();
    tenant.faults.next('throttled', { path: /items$/ });
    expect((await service('GET', items)).status).toBe(429);
    expect(tenant.ledger.total(SAMPLE.serviceApp)).toBe(2);
  });

  it('are refused over the day, and over five minutes of all applications, until those are over', async () => {
    const { tenant, service, items, wait } = await tenantWithLog({ enforceLimits: true });
    tenant.ledger.reset();
    const spend = (app: string, units: number, minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        tenant.ledger.charge(app, units);
        wait(60_000);
      }
    };
    tenant.ledger.charge('another', 18_750);
    const full = await service('GET', items);
    expect([full.status, Number(full.headers.get('Retry-After')) > 60]).toEqual([429, true]);
    wait(5 * 60_000);
    expect((await service('GET', items)).status).toBe(200);
    spend(SAMPLE.serviceApp, 12_500, 96);
    const spent = await service('GET', items);
    expect([spent.status, Number(spent.headers.get('Retry-After')) > 3_600]).toEqual([429, true]);
    wait(24 * 3_600_000);
    expect((await service('GET', items)).status).toBe(200);
  });

  it.each([
    [1_000, 1_250, 1_200_000],
    [1_001, 2_500, 2_400_000],
    [60_000, 6_250, 6_000_000],
  ])('allow a tenant of %i licences %i a minute and %i a day', async (licences, minute, day) => {
    const { tenant } = await tenantWithLog({ licences });
    expect(tenant.ledger.limits).toMatchObject({ minute, day });
  });
});

describe('faults', () => {
  it('answer as the services do, before or after the work', async () => {
    const { tenant, service, add, items } = await tenantWithLog();
    const plan = { method: 'POST', path: /items$/ };
    tenant.faults.next('throttled', { ...plan, retryAfter: 3 });
    const throttled = await add({ Title: 'a' });
    expect([throttled.status, throttled.headers.get('Retry-After')]).toEqual([429, '3']);
    tenant.faults.next('busy', plan);
    const busy = await add({ Title: 'b' });
    expect([busy.status, busy.headers.get('Content-Type')]).toEqual([503, 'text/html']);
    tenant.faults.next('gateway-timeout', plan);
    expect((await add({ Title: 'c' })).status).toBe(504);
    tenant.faults.next('server-error', plan);
    expect((await add({ Title: 'd' })).status).toBe(500);
    tenant.faults.next('lost-answer', plan);
    expect((await add({ Title: 'lost' })).status).toBe(504);
    tenant.faults.next('reset-before', plan);
    await expect(add({ Title: 'e' })).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    tenant.faults.next('reset-after', plan);
    await expect(add({ Title: 'reset' })).rejects.toThrow('fetch failed');
    const { body } = await service('GET', `${items}?$expand=fields`);
    expect(body.value?.map(({ fields }) => (fields as { Title: string }).Title)).toEqual(['lost', 'reset']);
    expect(tenant.faults.struck()).toMatchObject({ 'lost-answer': 1, 'reset-after': 1 });
  });

  it('leave a caller waiting until it gives up', async () => {
    const { tenant, items } = await tenantWithLog();
    tenant.faults.next('silence-after', { path: /items$/ });
    const waiting = tenant.fetch(`https://graph.microsoft.com/v1.0${items}`, {
      headers: { Authorization: `Bearer ${await tenant.token(SAMPLE.serviceApp)}` },
      signal: AbortSignal.timeout(20),
    });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('strike as often as asked, and the same way for the same seed', async () => {
    const strikes = async (seed: number) => {
      const { tenant, service, items } = await tenantWithLog();
      tenant.faults.atRandom({ throttled: 0.2, busy: 0.1 }, { seed, path: /items$/ });
      const statuses: number[] = [];
      for (let call = 0; call < 100; call += 1) statuses.push((await service('GET', items)).status);
      return statuses;
    };
    const once = await strikes(3);
    expect(await strikes(3)).toEqual(once);
    expect(await strikes(4)).not.toEqual(once);
    expect(once.filter((status) => status === 429).length).toBeGreaterThan(10);
    expect(once.filter((status) => status === 503).length).toBeGreaterThan(0);
  });
});

describe('what the tenant does not know', () => {
  it.each([
    ['GET', '/sites/root/lists/x/items/1/analytics'],
    ['PUT', '/sites/x/lists'],
    ['GET', '/me'],
  ])('%s %s is refused and recorded', async (method, path) => {
    const { tenant, service } = await tenantWithLog();
    expect((await service(method, path)).status).toBeGreaterThanOrEqual(400);
    expect(tenant.violations.all()).toMatchObject([{ kind: 'unknown-route', method }]);
  });

  it.each([
    ['a property of a list', (site: string) => ['GET', `/sites/${site}/lists?$select=id,colour`] as const],
    ['a property of a column', (_: string, list: string) => ['GET', `${list}/columns?$select=size`] as const],
    ['a property of a site', (site: string) => ['GET', `/sites/${site}?$select=owner`] as const],
    [
      'a property of a folder',
      (site: string) => ['GET', `/sites/${site}/drive/root/children?$select=id,owner`] as const,
    ],
    ['a property of a row', (_: string, list: string) => ['GET', `${list}/items?$select=colour`] as const],
    [
      'a setting of a list',
      (site: string) =>
        ['POST', `/sites/${site}/lists`, { displayName: 'x', list: { versioning: true } }] as const,
    ],
    [
      'a part of a grant',
      (site: string) =>
        [
          'POST',
          `/sites/${site}/permissions`,
          { roles: ['read'], grantedTo: { application: { id: 'x' } }, until: 'x' },
        ] as const,
    ],
    [
      'a part of a new folder',
      (site: string) =>
        ['POST', `/sites/${site}/drive/root/children`, { name: 'x', folder: {}, colour: 'red' }] as const,
    ],
    [
      'a part of a batch request',
      () => ['POST', '/$batch', { requests: [{ id: '1', method: 'GET', url: '/x', retry: 2 }] }] as const,
    ],
  ])('is refused and recorded: %s', async (_what, ask) => {
    const { tenant, admin, site, list } = await tenantWithLog();
    tenant.sharePoint.makeFolder(SAMPLE.logSite, 'x');
    const [method, path, body] = ask(site, list);
    expect((await admin(method, path, body)).status).toBe(400);
    expect(tenant.violations.all()).toHaveLength(1);
  });

  it('is a site that is not there: 404 for who may see all, 403 for who may not', async () => {
    const { admin, service } = await tenantWithLog();
    const nowhere = '/sites/lindbacka.sharepoint.com,x,y/lists';
    expect((await admin('GET', nowhere)).status).toBe(404);
    expect((await service('GET', nowhere)).status).toBe(403);
  });

  it('holds for hosts and versions too', async () => {
    const { tenant, service } = await tenantWithLog();
    await service('GET', 'https://graph.microsoft.com/beta/sites/root');
    await tenant.fetch('https://example.org/');
    expect(tenant.violations.all().map(({ kind }) => kind)).toEqual(['unknown-route', 'unknown-host']);
  });

  it('tells a missing, forged, foreign or expired token apart from a good one', async () => {
    const { tenant, items, service, wait } = await tenantWithLog();
    const ask = async (token: string) =>
      (await tenant.fetch(`https://graph.microsoft.com/v1.0${items}`, { headers: { Authorization: token } }))
        .status;
    const mint = (audience: string, changes = {}) =>
      tenant.tokens.mintAppToken(SAMPLE.serviceApp, audience, changes);
    const graph = 'https://graph.microsoft.com';
    const good = await mint(graph);
    expect(await ask('')).toBe(401);
    expect(await ask(`Bearer ${await mint(graph, { forged: true })}`)).toBe(401);
    expect(await ask(`Bearer ${await mint('https://api.botframework.com')}`)).toBe(401);
    expect(await ask(`Bearer ${good}`)).toBe(200);
    wait(3_601_000);
    tenant.violations.clear();
    expect(await ask(`Bearer ${good}`)).toBe(401);
    expect(tenant.violations.all()).toEqual([]);
    expect((await service('GET', items)).status).toBe(200);
  });
});
