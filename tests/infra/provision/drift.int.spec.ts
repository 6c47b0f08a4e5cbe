import {
  CLOSED_FOLDER,
  CLOSED_SITE_LISTS,
  connectGraph,
  PORTFOLIO_SITE_LISTS,
} from '../../../bot/adapters/sharepoint/index.ts';
import { runProvision } from '../../../infra/provision/run.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import { startTenant } from '../../tenant/startTenant.ts';
import type { Tenant } from '../../tenant/tenant.ts';

const { logSite: LOG_SITE, portfolioSite: PORTFOLIO_SITE } = SAMPLE;
const address = (path: string): string => `https://${SAMPLE.host}${path}`;
const BOTH = [
  '--log-site',
  address(LOG_SITE),
  '--site',
  address(PORTFOLIO_SITE),
  '--protected-group',
  SAMPLE.group,
];
const LOG = 'Händelselogg';
const EVERYBODY = 'c:0-.f|rolemanager|spo-grid-all-users/7d5b1c52';

describe('what people do to the sites, and what provisioning says and does about it', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await startTenant();
    expect((await run()).code).toBe(0);
  });
  afterEach(async () => {
    expect(tenant.violations.all()).toEqual([]);
    await tenant.stop();
  });

  const run = async (...args: readonly string[]) => {
    let said = '';
    const write = (text: string) => (said += text);
    const graph = connectGraph({
      tokens: { token: () => tenant.token(SAMPLE.provisionApp) },
      organisation: 'Lindbacka',
      version: '0',
      fetch: tenant.fetch,
      unitsPerMinute: 1_000_000,
    });
    const code = await runProvision([...BOTH, ...args], () => graph, {
      stdout: { write },
      stderr: { write },
    });
    return { code, said };
  };
  const list = (path: string, title: string) => tenant.sharePoint.list(path, title);
  const column = (path: string, title: string, name: string) =>
    list(path, title).columns.find((one) => one.name === name)!;

  it('heads every column in Swedish, also the one that every list has', () => {
    for (const [path, specs] of [
      [LOG_SITE, CLOSED_SITE_LISTS],
      [PORTFOLIO_SITE, PORTFOLIO_SITE_LISTS],
    ] as const)
      for (const { title, heading } of specs) expect(column(path, title, 'Title').displayName).toBe(heading);
  });

  it.each([
    [
      'formatted text, which is rewritten as HTML',
      'Record',
      { settings: { allowMultipleLines: true, textType: 'richText' } },
      'ta text utan formatering',
    ],
    [
      'text that is added to what was there',
      'Record',
      { settings: { allowMultipleLines: true, appendChangesToExistingText: true } },
      'ta text utan formatering',
    ],
    ['fewer characters', 'Actor', { settings: { maxLength: 20 } }, 'ta 255 tecken'],
    ['a value that must be there', 'Actor', { required: true }, 'gör frivillig'],
    ['nothing that is written', 'Actor', { readOnly: true }, 'gör skrivbar'],
  ])(
    'lets a column take what the program writes again, when it takes %s',
    async (_what, name, drift, says) => {
      Object.assign(column(LOG_SITE, LOG, name), drift);
      const check = await run('--check');
      expect(check.code).toBe(1);
      expect(check.said).toContain(`: ${says}`);
      expect((await run()).code).toBe(0);
      expect((await run('--check')).said).not.toMatch(/^ {2}[+!]/m);
      expect(column(LOG_SITE, LOG, name)).toMatchObject({ required: false, readOnly: false });
    },
  );

  it('leaves a value that SharePoint fills in by itself to a person', async () => {
    column(PORTFOLIO_SITE, 'Beslut', 'Grounds').defaultValue = 'Inget motiv';
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain('! Beslut, kolumnen Motiv har fått ett standardvärde. Ta bort det i SharePoint');
  });

  it('makes no empty log beside one that somebody has renamed, until it is told to', async () => {
    tenant.sharePoint.add(LOG_SITE, LOG, { EventKey: 'I-A#000001' });
    list(LOG_SITE, LOG).displayName = 'Loggen';
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain(`! Listan ${LOG} saknas, men Loggen ser ut att vara den med ett annat namn.`);
    expect(() => list(LOG_SITE, LOG)).toThrow();
    list(LOG_SITE, 'Loggen').displayName = LOG;
    expect((await run('--check')).code).toBe(0);
    list(LOG_SITE, LOG).displayName = 'Loggen';
    expect((await run('--replace')).code).toBe(0);
    expect(list(LOG_SITE, LOG).items.size).toBe(0);
    expect(list(LOG_SITE, 'Loggen').items.size).toBe(1);
    expect((await run('--check')).code).toBe(0);
  });

  it('is not misled by other lists on the site', async () => {
    const { graph, site } = { graph: tenant.fetch, site: tenant.sharePoint.site(PORTFOLIO_SITE).id };
    await graph(`https://graph.microsoft.com/v1.0/sites/${site}/lists`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await tenant.token(SAMPLE.provisionApp)}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        displayName: 'Egen lista',
        columns: [
          { name: 'CaseNumber', text: {} },
          { name: 'Amount', number: {} },
        ],
      }),
    });
    tenant.sharePoint.site(PORTFOLIO_SITE).lists.delete(list(PORTFOLIO_SITE, 'Kostnader').id);
    expect((await run()).code).toBe(0);
    expect(list(PORTFOLIO_SITE, 'Kostnader').items.size).toBe(0);
  });

  it('tells who comes in where the log lies, and finds it open to everybody', async () => {
    expect((await run('--check')).said).toContain('· Webbplatsen läses av: Besökare på Färdplan logg');
    tenant.sharePoint.share(LOG_SITE, '', 'Alla utom externa användare', {
      loginName: EVERYBODY,
    });
    const { code, said } = await run('--check');
    expect(code).toBe(1);
    expect(said).toContain('! Webbplatsen är öppen för Alla utom externa användare.');
  });

  it('finds a link that opens the place of the log to whoever has it', async () => {
    tenant.sharePoint.share(LOG_SITE, '', 'länk', { link: 'organization' });
    const { code, said } = await run('--check');
    expect(code).toBe(1);
    expect(said).toContain('! Webbplatsen är öppen för alla som har en delningslänk.');
  });

  it('finds a library that everybody may change, and a closed folder that everybody may read', async () => {
    const everybody = { loginName: EVERYBODY } as const;
    tenant.sharePoint.share(PORTFOLIO_SITE, '', 'Alla', { ...everybody, role: 'write' });
    expect((await run('--check')).said).toContain('! Dokumentbiblioteket kan ändras av Alla.');
    tenant.sharePoint.share(PORTFOLIO_SITE, CLOSED_FOLDER, 'Alla på kommunen', everybody);
    expect((await run('--check')).said).toContain(`+ stäng mappen ${CLOSED_FOLDER}`);
  });

  it('finds a file of a protected case that a link opens', async () => {
    tenant.sharePoint.putFile(PORTFOLIO_SITE, CLOSED_FOLDER, 'Anbud.docx');
    tenant.sharePoint.share(PORTFOLIO_SITE, `${CLOSED_FOLDER}/Anbud.docx`, 'länk', { link: 'anonymous' });
    const { code, said } = await run('--check');
    expect(code).toBe(1);
    expect(said).toContain('Anbud.docx kan också läsas av alla som har en delningslänk.');
  });

  it('tells which programs may do what, whether or not it was told which one is the service', async () => {
    const { said } = await run('--check');
    expect(said).toContain(`· Program med tillgång: Färdplan (${SAMPLE.serviceApp}): write`);
    tenant.sharePoint
      .site(LOG_SITE)
      .grants.set('g', { id: 'g', app: SAMPLE.strangerApp, displayName: 'Annan app', role: 'read' });
    expect((await run('--check')).said).toContain(`, Annan app (${SAMPLE.strangerApp}): read`);
  });

  it('brings lists of an older version up to date and keeps every value of their rows', async () => {
    for (const [path, title, gone] of [
      [LOG_SITE, LOG, ['Attempt', 'Actor']],
      [PORTFOLIO_SITE, 'Initiativ', ['Protection', 'SimilarCases']],
    ] as const) {
      const { columns } = list(path, title);
      for (const name of gone) columns.splice(columns.indexOf(column(path, title, name)), 1);
    }
    column(LOG_SITE, LOG, 'OperationId').indexed = false;
    list(LOG_SITE, LOG).indexes.delete('OperationId');
    const row = {
      EventKey: 'I-A#000001',
      Stream: 'I-A',
      Sequence: 1,
      OperationId: 'op-1',
      Record: '{"a":"å"}',
    };
    const { id } = tenant.sharePoint.add(LOG_SITE, LOG, row);
    const before = structuredClone(list(LOG_SITE, LOG).items.get(id));
    const { code, said } = await run();
    expect(code).toBe(0);
    for (const says of ['Försök: lägg till', 'Person: lägg till', 'Åtgärd: indexera', 'Skydd: lägg till'])
      expect(said).toContain(says);
    expect(list(LOG_SITE, LOG).items.get(id)).toEqual(before);
    expect(list(LOG_SITE, LOG).indexes.get('OperationId')?.get('OP-1')).toEqual(new Set([id]));
  });
});
