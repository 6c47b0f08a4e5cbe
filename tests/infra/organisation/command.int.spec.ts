import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFileOf } from '../../../bot/local/lockFile.ts';
import { openPlace } from '../../../infra/import/place.ts';
import { AS_WRITTEN } from '../../../infra/organisation/findPeople.ts';
import { emptyTenant, provision } from '../../production/municipality.ts';
import { runProgram } from '../../production/processes.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { bookOf } from './loading.ts';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
const tenants: Tenant[] = [];
afterAll(async () => {
  await Promise.all(tenants.map((tenant) => tenant.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** A municipality whose sites have just been made ready. */
async function provisioned(): Promise<Tenant> {
  const tenant = await emptyTenant();
  tenants.push(tenant);
  expect((await provision(tenant)).code).toBe(0);
  return tenant;
}

const run = (tenant: Tenant, entry: string, ...args: string[]) =>
  runProgram(tenant, entry, args, {
    FARDPLAN_TENANT_ID: SAMPLE.tenantId,
    FARDPLAN_LOG_SITE_ID: tenant.sharePoint.site(SAMPLE.logSite).id,
    FARDPLAN_GRAPH_APP_ID: SAMPLE.serviceApp,
    FARDPLAN_GRAPH_IDENTITY: 'secret',
    FARDPLAN_GRAPH_SECRET: SAMPLE.serviceSecret,
  });

const book = (): Promise<Uint8Array> =>
  bookOf(
    [
      { Id: 'lindbacka', Namn: 'Lindbacka kommun', Typ: 'Kommun' },
      { Id: 'vof', Namn: 'Vård och omsorg', Typ: 'Förvaltning', Tillhör: 'lindbacka', Prefix: 'VOF' },
    ],
    [
      { Roll: 'Förvaltningsdirektör', Enhet: 'vof', Person: 'verksamhetschef.hemtjanst@lindbacka.example' },
      { Roll: 'Administratör för Färdplan', Enhet: 'lindbacka', Person: SAMPLE.manager },
    ],
  );

/** What an administrator types, with the settings in the environment and nothing else. */
describe('from an empty site to an organisation, a copy of the log, and the log restored elsewhere', () => {
  it('takes the commands of the guide, one after the other', async () => {
    const [tenant, other] = [await provisioned(), await provisioned()];
    const file = join(folder, 'organisation.xlsx');
    writeFileSync(file, await book());

    const loaded = await run(tenant, 'infra/organisation/index.ts', file);
    expect(loaded).toMatchObject({ code: 0, said: expect.stringContaining('Klart: 4 ändringar sparade.') });
    const again = await run(tenant, 'infra/organisation/index.ts', file);
    expect(again.said).toContain('till kommunens SharePoint');
    expect(again.said).toContain('Allt stämmer redan. Inget har ändrats.');

    const verified = await run(tenant, 'bot/log.ts', 'verify');
    expect(verified.said).toContain('Checked 4 rows in 1 stream: all chains are intact.');
    const copy = join(folder, 'log.jsonl');
    expect((await run(tenant, 'bot/log.ts', 'export', '--out', copy)).code).toBe(0);
    const restored = await run(other, 'bot/log.ts', 'restore', copy);
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('The log holds all 4 rows.') });
    expect((await run(other, 'bot/log.ts', 'verify')).said).toBe(verified.said);
    for (const each of [tenant, other]) expect(each.violations.all()).toEqual([]);
  });
});

describe('an embedded store as the place', () => {
  it('takes ids as they are given, and lets the folder go afterwards', async () => {
    const data = join(folder, 'data');
    for (const time of ['first', 'second']) {
      const place = await openPlace(data, {}, { people: AS_WRITTEN });
      expect([time, (await place.directory.person('nobody-knows'))?.id]).toEqual([time, 'nobody-knows']);
      await place.close();
    }
  });

  it('is not written to beside a running server', async () => {
    const data = join(folder, 'busy');
    await (await openPlace(data, {}, { people: AS_WRITTEN })).close();
    writeFileSync(lockFileOf(data), String(process.ppid));
    await expect(openPlace(data, {}, { people: AS_WRITTEN })).rejects.toThrow('Avsluta npm start först');
  });
});
