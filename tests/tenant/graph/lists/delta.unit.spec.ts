import { SAMPLE } from '../../seed.ts';
import type { GraphCaller } from '../../support/graphCaller.ts';
import { tenantWithLog } from '../../support/graphCaller.ts';

type Row = Readonly<Record<string, unknown>>;

/** Follows the links to the end, as a client does. */
async function drain(service: GraphCaller, start: string) {
  const rows: Row[] = [];
  const pages: number[] = [];
  for (let link = start; ; ) {
    const { status, body } = await service('GET', link);
    expect(status).toBe(200);
    rows.push(...(body.value ?? []));
    pages.push(body.value?.length ?? 0);
    if (body['@odata.deltaLink']) return { rows, pages, deltaLink: String(body['@odata.deltaLink']) };
    link = String(body['@odata.nextLink']);
  }
}

const titles = (rows: readonly Row[]) => {
  const last = new Map<unknown, unknown>();
  for (const { id, fields, deleted, contentType } of rows)
    if ((contentType as { name: string }).name !== 'Folder')
      last.set(id, deleted ? 'deleted' : (fields as { Title?: string }).Title);
  return Object.fromEntries(last);
};

describe('delta of a list', () => {
  it('gives every row, then only what changed, with the latest state and what was deleted', async () => {
    const { service, items, add } = await tenantWithLog();
    for (const title of ['a', 'b', 'c']) await add({ Title: title });
    const { body } = await service('GET', `${items}?$expand=fields`);
    const [a, b, c] = body.value!.map(({ id }) => String(id));
    const first = await drain(service, `${items}/delta?$expand=fields($select=Title)`);
    expect(titles(first.rows)).toEqual({ [a!]: 'a', [b!]: 'b', [c!]: 'c' });
    expect((await drain(service, first.deltaLink)).rows).toEqual([]);
    await service('PATCH', `${items}/${a}/fields`, { Title: 'a2' });
    await service('PATCH', `${items}/${a}/fields`, { Title: 'a3' });
    await service('DELETE', `${items}/${b}`);
    const second = await drain(service, first.deltaLink);
    expect(titles(second.rows)).toEqual({ [a!]: 'a3', [b!]: 'deleted' });
    // An old token may be used again: it is a cursor, not a lease.
    expect(titles((await drain(service, first.deltaLink)).rows)).toEqual({ [a!]: 'a3', [b!]: 'deleted' });
    expect((await drain(service, second.deltaLink)).rows).toEqual([]);
  });

  it('pages oddly, repeats and shuffles, and still loses nothing', async () => {
    const { service, items, add } = await tenantWithLog({ chance: 11 });
    for (let seq = 1; seq <= 60; seq += 1) await add({ Title: `t${seq}` });
    const pages: number[] = [];
    let repeats = 0;
    let unsorted = 0;
    for (let round = 0; round < 6; round += 1) {
      const drained = await drain(service, `${items}/delta?$expand=fields&$top=7`);
      const order = drained.rows.map(({ id }) => Number(id)).filter((id) => id > 0);
      expect(Object.keys(titles(drained.rows))).toHaveLength(60);
      repeats += order.length - new Set(order).size;
      unsorted += order.filter((id, at) => at > 0 && id < order[at - 1]!).length;
      pages.push(...drained.pages);
    }
    expect(repeats).toBeGreaterThan(0);
    expect(unsorted).toBeGreaterThan(0);
    expect(pages).toContain(0);
    expect(Math.max(...pages)).toBeLessThanOrEqual(8);
  });

  it('begins at now with token=latest', async () => {
    const { service, items, add } = await tenantWithLog();
    await add({ Title: 'före' });
    const { body } = await service('GET', `${items}/delta?token=latest&$expand=fields`);
    expect(body.value).toEqual([]);
    await add({ Title: 'efter' });
    const after = await drain(service, String(body['@odata.deltaLink']));
    expect(Object.values(titles(after.rows))).toEqual(['efter']);
  });

  it('keeps writes that come during an enumeration for the next round or shows them in this one', async () => {
    const { service, items, add } = await tenantWithLog();
    for (let seq = 1; seq <= 30; seq += 1) await add({ Title: `t${seq}` });
    const first = await service('GET', `${items}/delta?$expand=fields&$top=5`);
    await add({ Title: 'sent' });
    const rest = await drain(service, String(first.body['@odata.nextLink']));
    const next = await drain(service, rest.deltaLink);
    expect(Object.values(titles([...rest.rows, ...next.rows]))).toContain('sent');
  });

  it('expires with 410, a link to begin again and one of two codes', async () => {
    const { service, items, add, tenant, wait } = await tenantWithLog();
    await add({ Title: 'a' });
    const codes = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const { deltaLink } = await drain(service, `${items}/delta?$expand=fields`);
      if (round === 0) wait(31 * 24 * 3_600_000);
      else tenant.sharePoint.expireDelta(SAMPLE.logSite, 'Logg');
      const gone = await service('GET', deltaLink);
      expect(gone.status).toBe(410);
      codes.add(gone.body.error!.code);
      const again = await drain(service, gone.headers.get('location')!);
      expect(Object.values(titles(again.rows))).toEqual(['a']);
    }
    expect([...codes].sort()).toEqual(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences']);
    expect(tenant.violations.all()).toEqual([]);
  });

  it('lags when told to, while the row itself can be read at once', async () => {
    const { service, items, add, tenant, wait } = await tenantWithLog();
    tenant.behaviour.deltaLagMs = 5_000;
    const { deltaLink } = await drain(service, `${items}/delta?$expand=fields`);
    const { body } = await add({ Title: 'sen' });
    expect((await service('GET', `${items}/${String(body.id)}`)).status).toBe(200);
    const early = await drain(service, deltaLink);
    expect(early.rows).toEqual([]);
    wait(5_001);
    expect(Object.values(titles((await drain(service, early.deltaLink)).rows))).toEqual(['sen']);
  });

  it('costs one unit with a token and two without', async () => {
    const { service, items, tenant } = await tenantWithLog();
    tenant.ledger.reset();
    const { deltaLink, pages } = await drain(service, `${items}/delta`);
    expect(tenant.ledger.total()).toBe(2 * pages.length);
    tenant.ledger.reset();
    await service('GET', deltaLink);
    expect(tenant.ledger.total(SAMPLE.serviceApp)).toBe(1);
  });
});
