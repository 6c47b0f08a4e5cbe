import {
  type ByHand,
  type ListRows,
  openListRows,
  PORTFOLIO_SITE_LISTS,
  readableRows,
} from '../../../../../bot/adapters/sharepoint/index.ts';
import type { ListRowsSettings } from '../../../../../bot/adapters/sharepoint/rows/listRows.ts';
import type { Submitted } from '../../../../../domain/initiatives/initiative.ts';
import { changeContent, classify, followUp, measure } from '../../../../builders/commands.ts';
import { approved, lightWork, smallPurchase, submitted, withGoal } from '../../../../builders/histories.ts';
import { PEOPLE } from '../../../../builders/people.ts';
import { CONTEXT } from '../../../../builders/rules.ts';
import { type History, lived } from '../../../../builders/scenario.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

const PLACE = SAMPLE.portfolioSite;
const say = (key: string): string => key;

describe('readable lists', () => {
  let store: TenantStore;
  let tenant: Tenant;
  let cases: Map<string, Submitted>;
  let byHand: ByHand[];
  const opened: ListRows[] = [];

  beforeEach(async () => {
    store = await tenantStore();
    ({ tenant } = store);
    cases = new Map();
    byHand = [];
    await store.makePortfolio();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((rows) => rows.close()));
    expect(tenant.violations.all()).toEqual([]);
    await store.dispose();
  });

  const open = async (more: Partial<ListRowsSettings> = {}): Promise<ListRows> => {
    const rows = await openListRows({
      graph: store.graph(),
      site: tenant.sharePoint.site(PLACE).id,
      all: () => cases.keys(),
      rowsOf: (id) => {
        const found = cases.get(id);
        return found && { version: found.version, rows: readableRows(found, CONTEXT, say) };
      },
      everyMs: 0,
      delayMs: 1_000_000,
      onByHand: (what) => byHand.push(what),
      ...more,
    });
    opened.push(rows);
    return rows;
  };
  const put = (id: string, ...history: readonly History[]) =>
    cases.set(id, { ...lived(...history), id, number: `VOF-${id}` });
  const inList = (title: string) => tenant.sharePoint.rows(PLACE, title).map(({ fields }) => fields);

  it('has a row for the case, its benefits, costs and decisions', async () => {
    put('I-1', lightWork());
    const rows = await open();
    await rows.catchUp();
    expect(inList('Initiativ')).toMatchObject([
      {
        Title: 'Packlista på plattan',
        CaseNumber: 'VOF-I-1',
        CaseState: 'states.EXECUTION',
        Track: 'tracks.light',
        SubmittedDay: '2026-03-02T00:00:00Z',
        Protection: 'rows.open',
      },
    ]);
    expect(inList('Nyttor')).toMatchObject([{ BenefitKind: 'rows.freedTime', HoursPerYear: 166.67 }]);
    expect(
      inList('Kostnader')
        .map(({ CostKind, Amount }) => [CostKind, Amount])
        .sort(),
    ).toEqual([
      ['rows.oneTimeCost', 20_000],
      ['rows.yearlyCost', 5_000],
    ]);
    expect(
      inList('Beslut')
        .map(({ Title }) => Title)
        .sort(),
    ).toEqual(['decisions.ApprovedByManager', 'decisions.Submitted']);
  });

  it('writes nothing when everything is as it should be', async () => {
    put('I-1', lightWork());
    const rows = await open();
    expect((await rows.catchUp()).written).toBeGreaterThan(4);
    expect(await rows.catchUp()).toEqual({ written: 0, changed: 0, removed: 0 });
    expect(await (await open()).catchUp()).toEqual({ written: 0, changed: 0, removed: 0 });
    expect(byHand).toEqual([]);
  });

  it('follows the case when it moves on', async () => {
    put('I-1', submitted());
    const rows = await open();
    await rows.catchUp();
    put('I-1', withGoal(approved()), measure(), followUp());
    rows.changed('I-1');
    await rows.flush();
    expect(inList('Initiativ')).toMatchObject([{ CaseState: 'states.PREPARATION' }]);
    expect(inList('Mätningar').length).toBe(1);
    expect(inList('Uppföljningar').length).toBe(1);
    expect(byHand).toEqual([]);
  });

  it('sees to a case again, after SharePoint did not answer, when the next one changes', async () => {
    put('I-1', submitted());
    const rows = await open();
    rows.changed('I-1');
    tenant.faults.next('reset-before', { method: 'POST' });
    await rows.flush();
    expect(inList('Initiativ')).toEqual([]);
    put('I-2', submitted());
    rows.changed('I-2');
    await rows.flush();
    expect(
      inList('Initiativ')
        .map(({ RowKey }) => RowKey)
        .sort(),
    ).toEqual(['I-1', 'I-2']);
  });

  it('is caught up after a crash in the middle', async () => {
    put('I-1', lightWork());
    put('I-2', submitted());
    const rows = await open();
    tenant.faults.next('reset-after', { method: 'POST', path: /batch$/ });
    await expect(rows.catchUp()).rejects.toMatchObject({ code: 'store-unavailable' });
    await rows.close();
    await (await open()).catchUp();
    expect(
      inList('Initiativ')
        .map(({ RowKey }) => RowKey)
        .sort(),
    ).toEqual(['I-1', 'I-2']);
    expect(new Set(inList('Beslut').map(({ RowKey }) => RowKey)).size).toBe(inList('Beslut').length);
  });

  it('writes over what a person has changed, puts back what was removed, and tells', async () => {
    put('I-1', lightWork());
    const rows = await open();
    await rows.catchUp();
    const id = (title: string): number => tenant.sharePoint.rows(PLACE, title)[0]!.id;
    tenant.sharePoint.edit(PLACE, 'Initiativ', id('Initiativ'), { Title: 'Något annat', Need: undefined });
    tenant.sharePoint.remove(PLACE, 'Kostnader', id('Kostnader'));
    tenant.sharePoint.add(PLACE, 'Nyttor', { Title: 'Min egen rad' });
    await rows.catchUp();
    expect(inList('Initiativ')).toMatchObject([
      { Title: 'Packlista på plattan', Need: expect.stringContaining('nycklar') },
    ]);
    expect(inList('Kostnader').length).toBe(2);
    expect(byHand.map(({ kind, list }) => `${kind} ${list}`).sort()).toEqual([
      'added Nyttor',
      'edited Initiativ',
      'removed Kostnader',
    ]);
    await rows.catchUp();
    expect(byHand.length).toBe(3);
  });

  it.each([
    ['its version', { LogVersion: 9_999 }],
    ['the case it belongs to', { Initiative: 'I-X' }],
    ['its key', { RowKey: 'I-X' }],
  ])('writes over a row also when a person has changed %s', async (_what, edit) => {
    put('I-1', submitted());
    const rows = await open();
    await rows.catchUp();
    const { id } = tenant.sharePoint.rows(PLACE, 'Initiativ')[0]!;
    tenant.sharePoint.edit(PLACE, 'Initiativ', id, { Title: 'Något annat', ...edit });
    await rows.catchUp();
    expect(inList('Initiativ')).toMatchObject([{ RowKey: 'I-1', Initiative: 'I-1' }]);
    expect(inList('Initiativ')[0]?.Title).not.toBe('Något annat');
    expect(byHand).toMatchObject([{ kind: 'edited', list: 'Initiativ' }]);
  });

  it('shows no figures of a case that becomes a purchase, in no version', async () => {
    put('I-1', lightWork());
    const rows = await open();
    await rows.catchUp();
    expect(inList('Initiativ')[0]).toHaveProperty('NetPresentValue');
    put('I-1', lightWork());
    const known = cases.get('I-1')!;
    const content = { ...known.content, flags: { ...known.content.flags, acquisition: true } };
    cases.set('I-1', { ...known, version: known.version + 1, content } as Submitted);
    await rows.catchUp();
    const [row] = tenant.sharePoint.rows(PLACE, 'Initiativ');
    expect(row?.fields).not.toHaveProperty('NetPresentValue');
    expect(row?.history).toEqual([]);
    expect(byHand).toEqual([]);
  });

  it('shows nothing of a protected case but where it is, in no version and no list', async () => {
    put('I-1', approved());
    const rows = await open();
    await rows.catchUp();
    const open1 = tenant.sharePoint.rows(PLACE, 'Initiativ')[0]!.id;
    put('I-1', approved(), classify({ classification: { c: 3, i: 1, a: 1 } }));
    await rows.catchUp();
    const [row] = tenant.sharePoint.rows(PLACE, 'Initiativ');
    expect(row?.id).not.toBe(open1);
    expect(row?.history).toEqual([]);
    expect(row?.fields).toMatchObject({ Title: 'rows.protected', CaseState: 'states.PREPARATION' });
    for (const when of ['SubmittedDay', 'StateSince', 'DeadlineDay', 'NextFollowUp', 'Track'])
      expect(row?.fields).not.toHaveProperty(when);
    const written = JSON.stringify(PORTFOLIO_SITE_LISTS.flatMap(({ title }) => inList(title)));
    expect(written).not.toContain('lås');
    expect(written).not.toContain('nycklar');
    expect(inList('Beslut')).toEqual([]);
  });

  it('keeps the figures of a purchase to itself until it has been decided', async () => {
    put('I-1', smallPurchase());
    await (await open()).catchUp();
    expect(inList('Kostnader')).toEqual([]);
    expect(inList('Initiativ')[0]).not.toHaveProperty('NetPresentValue');
    expect(inList('Initiativ')[0]).not.toHaveProperty('PaybackYears');
    expect(inList('Initiativ')[0]).not.toHaveProperty('ValuePerYear');
    expect(inList('Nyttor')).toEqual([]);
    // That it was recommended is open; why is not.
    expect(inList('Beslut').map(({ Title }) => Title)).toContain('decisions.Recommended');
    for (const decision of inList('Beslut')) expect(decision).not.toHaveProperty('Grounds');
  });

  it('does not let an instance that is behind write over one that knows more', async () => {
    put('I-1', approved());
    const ahead = await open();
    await ahead.catchUp();
    put('I-1', submitted());
    await (await open()).catchUp();
    expect(inList('Initiativ')).toMatchObject([{ CaseState: 'states.PREPARATION' }]);
  });

  it('writes one row when two instances see to the same case', async () => {
    put('I-1', lightWork());
    const [here, there] = [await open(), await open()];
    await Promise.all([here.catchUp(), there.catchUp()]);
    for (const { title } of PORTFOLIO_SITE_LISTS)
      expect(new Set(inList(title).map(({ RowKey }) => RowKey)).size).toBe(inList(title).length);
  });

  it('is not content with what an instance that is behind wrote in between', async () => {
    put('I-1', approved());
    const behind = new Map(cases);
    const late = await open({
      rowsOf: (id) => {
        const found = behind.get(id);
        return found && { version: found.version, rows: readableRows(found, CONTEXT, say) };
      },
    });
    let meddles = 1;
    /** Between the removal of a row and the row in its place. */
    const meddling: typeof fetch = async (...asked) => {
      const answer = await tenant.fetch(...asked);
      if (asked[1]?.method === 'DELETE' && meddles > 0) {
        meddles -= 1;
        late.changed('I-1');
        await late.flush();
      }
      return answer;
    };
    const rows = await open({ graph: store.graph(SAMPLE.serviceApp, { fetch: meddling }) });
    await rows.catchUp();
    put('I-1', approved(), classify({ classification: { c: 3, i: 1, a: 1 } }));
    rows.changed('I-1');
    await rows.flush();
    expect(inList('Initiativ')).toMatchObject([{ Title: 'rows.protected' }]);
    expect(byHand).toEqual([]);
  });

  it('sees to a case again by itself when SharePoint did not answer', async () => {
    put('I-1', submitted());
    const rows = await open({ againMs: 20 });
    rows.changed('I-1');
    tenant.faults.next('reset-before', { method: 'POST' });
    await rows.flush();
    expect(inList('Initiativ')).toEqual([]);
    for (let tries = 0; tries < 100 && inList('Initiativ').length === 0; tries += 1)
      await new Promise((done) => setTimeout(done, 20));
    expect(inList('Initiativ')).toHaveLength(1);
  });

  it('says in words why a case moved to the full track', async () => {
    put('I-1', lightWork(), changeContent({ by: PEOPLE.coach, content: { severalUnits: true } }));
    await (await open()).catchUp();
    const moved = inList('Beslut').find(({ Title }) => Title === 'decisions.MovedToFullTrack');
    expect(moved?.Grounds).toBe('lightBreaches.several-units');
  });

  it('defuses what a spreadsheet would take for a formula', async () => {
    put('I-1', submitted());
    const found = cases.get('I-1')!;
    cases.set('I-1', { ...found, content: { ...found.content, title: '=HYPERLINK("https://x")' } });
    await (await open()).catchUp();
    expect(inList('Initiativ')).toMatchObject([{ Title: '\'=HYPERLINK("https://x")' }]);
  });
});
