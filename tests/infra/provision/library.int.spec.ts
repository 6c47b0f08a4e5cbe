import { CLOSED_FOLDER, connectGraph } from '../../../bot/adapters/sharepoint/index.ts';
import { runProvision } from '../../../infra/provision/run.ts';
import { SAMPLE, SAMPLE_SEED } from '../../tenant/seed.ts';
import { startTenant } from '../../tenant/startTenant.ts';
import type { Tenant } from '../../tenant/tenant.ts';

const PLACE = SAMPLE.portfolioSite;
const SITE = ['--site', `https://${SAMPLE.host}${PLACE}`];
const GROUP = ['--protected-group', SAMPLE.group];
const group = SAMPLE_SEED.groups.find(({ id }) => id === SAMPLE.group)!.displayName;
const VISITORS = 'Besökare på Färdplan';

describe('making the document library ready', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await startTenant();
  });
  afterEach(async () => {
    expect(tenant.violations.all()).toEqual([]);
    await tenant.stop();
  });

  const run = async (...args: readonly string[]) => {
    let said = '';
    const graph = connectGraph({
      tokens: { token: () => tenant.token(SAMPLE.provisionApp) },
      organisation: 'Lindbacka',
      version: '0',
      fetch: tenant.fetch,
      unitsPerMinute: 1_000_000,
    });
    const write = (text: string) => (said += text);
    const code = await runProvision([...SITE, ...args], () => graph, {
      stdout: { write },
      stderr: { write },
    });
    return { code, said };
  };
  const { readersOf, names } = {
    readersOf: (item: string) => tenant.sharePoint.readersOf(PLACE, item),
    names: () => tenant.sharePoint.inLibrary(PLACE).map(({ name }) => name),
  };

  it('makes the folder for protected cases, closed to all but the group before the server can find it', async () => {
    tenant.faults.next('server-error', { method: 'POST', path: /invite$/, times: 1 });
    expect((await run(...GROUP)).code).toBe(2);
    expect(names()).toEqual([`${CLOSED_FOLDER} (stängs)`]);
    const { code, said } = await run(...GROUP);
    expect(code).toBe(0);
    expect(names()).toEqual([CLOSED_FOLDER]);
    expect(readersOf(CLOSED_FOLDER)).toEqual([group]);
    expect(said).toContain(`· Mappen ${CLOSED_FOLDER} läses av: ingen; ändras av: ${group}; ägs av: ingen`);
    expect(said).toContain(`· Dokumentbiblioteket läses av: ${VISITORS}`);
    const check = await run('--check');
    expect(check.code).toBe(0);
    expect(check.said).toContain('Versionshistorik i dokumentbiblioteket');
  });

  it('leaves it to a person when no group was named, and says how', async () => {
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain(`! Mappen ${CLOSED_FOLDER} saknas. Kör med --protected-group, eller för hand`);
    expect(names()).toEqual([]);
    tenant.sharePoint.makeFolder(PLACE, CLOSED_FOLDER, ['Handläggare']);
    expect((await run('--check')).code).toBe(0);
  });

  it('finds a folder that is open again, by inheritance or by a copy of it, and closes it when it may', async () => {
    tenant.sharePoint.makeFolder(PLACE, CLOSED_FOLDER);
    const inherits = await run('--check');
    expect(inherits.code).toBe(1);
    expect(inherits.said).toContain(`! Mappen ${CLOSED_FOLDER} kan läsas av`);
    expect(inherits.said).toContain(VISITORS);
    expect((await run(...GROUP, '--check')).said).toContain(`+ stäng mappen ${CLOSED_FOLDER}`);
    expect((await run(...GROUP)).code).toBe(0);
    expect(readersOf(CLOSED_FOLDER)).toEqual([group]);
    tenant.sharePoint.removeFolder(PLACE, CLOSED_FOLDER);
    tenant.sharePoint.makeFolder(PLACE, CLOSED_FOLDER);
    // Stopping the inheritance by hand keeps a copy of everything that was inherited.
    tenant.sharePoint.share(PLACE, CLOSED_FOLDER, 'Handläggare');
    const copied = await run('--check');
    expect(copied.code).toBe(1);
    expect(copied.said).toContain(`kan läsas av ${VISITORS}.`);
  });

  it('finds what is opened to others by name in there', async () => {
    await run(...GROUP);
    tenant.sharePoint.makeFolder(PLACE, 'VOF-2026-0001');
    for (const name of ['Anbud.docx', 'Krav.docx']) tenant.sharePoint.putFile(PLACE, 'VOF-2026-0001', name);
    tenant.sharePoint.share(PLACE, 'VOF-2026-0001/Anbud.docx', 'Konsult');
    tenant.sharePoint.moveFolder(PLACE, 'VOF-2026-0001', CLOSED_FOLDER);
    const { code, said } = await run('--check');
    expect(code).toBe(1);
    expect(said).toMatch(/VOF-2026-0001\/Anbud\.docx kan också läsas av .*Konsult\. Ta bort delningen/);
    expect(said).not.toContain('Krav.docx');
  });
});
