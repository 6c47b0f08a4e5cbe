import { SAMPLE } from '../../seed.ts';
import { graphCaller, tenantWithLog } from '../../support/graphCaller.ts';

const DUPLICATE = 'One or more fields with unique constraints already has the provided value.';

describe('rows of a list', () => {
  it('have text ids, tags with quotes, whole seconds and no empty fields', async () => {
    const { service, items, add } = await tenantWithLog({ behaviour: { quirks: false } });
    const at = '2026-03-02T11:22:33.987Z';
    const { status, body } = await add({ Title: 'Första', Seq: 1, At: at, Payload: null, Stream: '' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: '1', eTag: expect.stringMatching(/^"[\da-f-]{36},1"$/) });
    const read = await service('GET', `${items}/1?$expand=fields`);
    expect(read.body.fields).toMatchObject({
      Title: 'Första',
      Seq: 1,
      At: '2026-03-02T11:22:33Z',
      id: '1',
      _UIVersionString: '1.0',
      Created: '2026-03-02T12:00:00Z',
    });
    expect(read.body.fields).not.toHaveProperty('Payload');
    expect(read.body.fields).not.toHaveProperty('Stream');
  });

  it('give only the fields that were asked for', async () => {
    const { service, items, add } = await tenantWithLog();
    await add({ Title: 'Första', Seq: 1 });
    const { body } = await service('GET', `${items}/1?$expand=fields($select=Seq)`);
    expect(body.fields).toEqual({ '@odata.etag': body.eTag, Seq: 1 });
  });

  it('refuse a second row with the same unique value, whatever its case, and say it in these words', async () => {
    const { add, tenant } = await tenantWithLog();
    await add({ EventKey: 'I1#000001' });
    const second = await add({ EventKey: 'i1#000001' });
    expect(second.status).toBe(400);
    expect(second.body.error).toMatchObject({ code: 'invalidRequest', message: DUPLICATE });
    expect(tenant.violations.all()).toEqual([]);
  });

  it('let exactly one of many simultaneous rows with one key through', async () => {
    const { add } = await tenantWithLog();
    const answers = await Promise.all(Array.from({ length: 25 }, () => add({ EventKey: 'I1#000001' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('let a duplicate through when told to', async () => {
    const { add, tenant } = await tenantWithLog();
    await add({ EventKey: 'I1#000001' });
    tenant.behaviour.duplicatesToLetThrough = 1;
    expect((await add({ EventKey: 'I1#000001' })).status).toBe(201);
    expect((await add({ EventKey: 'I1#000001' })).status).toBe(400);
  });

  it('never collide on empty unique values', async () => {
    const { add } = await tenantWithLog();
    await add({ Title: 'utan nyckel' });
    expect((await add({ Title: 'utan nyckel' })).status).toBe(201);
  });

  it('free a unique value when the row is deleted, and keep the row in the recycle bin', async () => {
    const { add, service, items, tenant } = await tenantWithLog();
    await add({ EventKey: 'I1#000001' });
    expect((await service('DELETE', `${items}/1`)).status).toBe(204);
    expect((await service('GET', `${items}/1`)).status).toBe(404);
    expect(tenant.sharePoint.list(SAMPLE.logSite, 'Logg').recycled.has(1)).toBe(true);
    expect((await add({ EventKey: 'I1#000001' })).status).toBe(201);
  });

  it('change only under the tag they were read with', async () => {
    const { add, service, items } = await tenantWithLog();
    const first = (await add({ Title: 'Första' })).body.eTag as string;
    const changed = await service('PATCH', `${items}/1/fields`, { Title: 'Andra' }, { 'If-Match': first });
    expect(changed.body).toMatchObject({ Title: 'Andra', _UIVersionString: '2.0' });
    expect(changed.body['@odata.etag']).toMatch(/,2"$/);
    const late = await service('PATCH', `${items}/1/fields`, { Title: 'Tredje' }, { 'If-Match': first });
    expect(late.status).toBe(412);
    expect((await service('DELETE', `${items}/1`, undefined, { 'If-Match': first })).status).toBe(412);
    expect((await service('PATCH', `${items}/1`, { fields: { Title: 'Fjärde' } })).status).toBe(200);
    const odd = await service('PATCH', `${items}/1/fields`, { Title: 'Femte' }, { 'If-Match': 'W/abc' });
    expect(odd.body.error?.innerError).toMatchObject({ code: 'malformedEntityTag' });
  });

  it('keep their earlier versions', async () => {
    const { add, service, items } = await tenantWithLog();
    await add({ Title: 'Första' });
    await service('PATCH', `${items}/1/fields`, { Title: 'Andra' });
    const { body } = await service('GET', `${items}/1/versions`);
    expect(body.value?.map(({ id }) => id)).toEqual(['2.0', '1.0']);
  });

  it.each([
    ['an unknown field', { Nope: 'x' }, 'unknown-field'],
    ['a field in the wrong case', { seq: 1 }, 'unknown-field'],
    ['a field of the system', { Created: '2026-03-02' }, 'unknown-field'],
    ['a field that begins with an underscore', { _x: 'x' }, 'unknown-field'],
    ['a text over 255 characters', { Stream: 'x'.repeat(256) }, 'over-limit'],
    ['a note over 63,999 characters', { Payload: 'x'.repeat(64_000) }, 'over-limit'],
    ['a text in a number', { Seq: '1' }, 'bad-body'],
    [
      'a link, which Graph v1.0 cannot write',
      { Link: { Url: 'https://x.example', Description: 'x' } },
      'bad-body',
    ],
    ['a person by number and not by text', { OwnerLookupId: 1 }, 'bad-body'],
    ['a person who has no id on the site', { OwnerLookupId: '99' }, 'bad-body'],
  ])('refuse %s and record it', async (_what, fields, kind) => {
    const { add, tenant } = await tenantWithLog();
    expect((await add(fields)).status).toBe(400);
    expect(tenant.violations.all().map((violation) => violation.kind)).toEqual([kind]);
  });

  it('take a person by the id that the site knows, as text', async () => {
    const { add, service, items } = await tenantWithLog();
    await add({ OwnerLookupId: '2' });
    const { body } = await service('GET', `${items}?$expand=fields($select=OwnerLookupId)`);
    expect(body.value?.[0]?.fields).toMatchObject({ OwnerLookupId: '2' });
  });

  it('come page by page in the order of their ids, 200 at a time', async () => {
    const { add, service, items } = await tenantWithLog();
    for (let seq = 1; seq <= 205; seq += 1) await add({ Seq: seq });
    const first = await service('GET', items);
    expect(first.body.value).toHaveLength(200);
    expect(first.body['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\//);
    const second = await service('GET', String(first.body['@odata.nextLink']));
    expect(second.body.value).toHaveLength(5);
    expect(second.body).not.toHaveProperty(['@odata.nextLink']);
  });

  it('come at most 5,000 at a time, however many are asked for', async () => {
    const { service, items, tenant } = await tenantWithLog({ behaviour: { quirks: false } });
    for (let seq = 1; seq <= 5_001; seq += 1) tenant.sharePoint.add(SAMPLE.logSite, 'Logg', { Seq: seq });
    const first = await service('GET', `${items}?$top=9999&$select=id`);
    expect(first.body.value).toHaveLength(5_000);
    expect((await service('GET', String(first.body['@odata.nextLink']))).body.value).toHaveLength(1);
    expect(tenant.violations.all()).toEqual([]);
  });

  it.each(['$orderby=fields/Seq', '$count=true', '$skip=1', '$search=x', 'strange=1'])(
    'cannot be asked for with %s',
    async (option) => {
      const { service, items, tenant } = await tenantWithLog();
      expect((await service('GET', `${items}?${option}`)).status).toBe(400);
      expect(tenant.violations.all()).toMatchObject([{ kind: 'unknown-option' }]);
    },
  );

  it('are closed to an application without a grant, and to writing by one that may only read', async () => {
    const { tenant, items, site, admin } = await tenantWithLog();
    const stranger = graphCaller(tenant, SAMPLE.strangerApp);
    expect((await stranger('GET', items)).status).toBe(403);
    const grantedTo = { application: { id: SAMPLE.strangerApp } };
    expect((await admin('POST', `/sites/${site}/permissions`, { roles: ['read'], grantedTo })).status).toBe(
      201,
    );
    expect((await stranger('GET', items)).status).toBe(200);
    expect((await stranger('POST', items, { fields: { Title: 'x' } })).status).toBe(403);
  });
});
