import { explainTrouble } from '../../../bot/municipality/explainTrouble.ts';
import { rebuildRows } from '../../../bot/municipality/rowsCommand.ts';
import { lightWork } from '../../builders/histories.ts';
import { carryOut, ID } from '../../builders/scenario.ts';
import { entry, written } from '../../contracts/logEntries.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../adapters/sharepoint/tenantStore.ts';

jest.setTimeout(60_000);

describe('npm run rows -- rebuild', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
    const { log } = await store.open();
    for (const [i, events] of carryOut(lightWork()).rows.entries())
      await written(log.append(ID, i, { ...entry(`op-${i}`), events }));
  });
  afterEach(() => store.dispose());

  const rebuild = async () => {
    const said: string[] = [];
    const sites = { log: store.site, portfolio: store.tenant.sharePoint.site(SAMPLE.portfolioSite).id };
    await rebuildRows(store.graph(), { sites, language: 'sv' }, (line) => said.push(line));
    return said.join('\n');
  };
  const titles = () =>
    store.tenant.sharePoint.rows(SAMPLE.portfolioSite, 'Initiativ').map(({ fields }) => fields.Title);

  it('says what is missing when the site has not been made ready', async () => {
    const trouble = await rebuild().catch(explainTrouble);
    expect(trouble).toContain('npm run provision');
  });

  it('fills the lists from the log, in Swedish, and finds nothing to do the second time', async () => {
    await store.makePortfolio();
    const first = await rebuild();
    expect(first).toContain('Initiativ: 1 nya');
    expect(titles()).toEqual(['Packlista på plattan']);
    const [row] = store.tenant.sharePoint.rows(SAMPLE.portfolioSite, 'Initiativ');
    expect(row?.fields).toMatchObject({ CaseState: 'Genomförande', Protection: 'Öppet' });
    store.tenant.sharePoint.edit(SAMPLE.portfolioSite, 'Initiativ', row?.id ?? 0, { Title: 'Ändrad' });
    const second = await rebuild();
    expect(second).toContain('Ändrat för hand (ändrad rad): Initiativ');
    expect(second).toContain('Beslut: 0 nya, 0 rättade, 0 borttagna');
    expect(titles()).toEqual(['Packlista på plattan']);
    expect(store.tenant.violations.all()).toEqual([]);
  });
});
