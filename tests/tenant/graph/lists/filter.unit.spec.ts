import { tenantWithLog } from '../../support/graphCaller.ts';

const PREFER = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

async function tenRows() {
  const log = await tenantWithLog();
  for (let seq = 1; seq <= 10; seq += 1)
    await log.add({ EventKey: `I1#${seq}`, Stream: seq % 2 === 0 ? "I'2" : 'I1', Seq: seq });
  const filtered = (filter: string, headers = {}) =>
    log.service(
      'GET',
      `${log.items}?$filter=${encodeURIComponent(filter)}&$expand=fields`,
      undefined,
      headers,
    );
  return { ...log, filtered };
}

const seqs = (rows: readonly Readonly<Record<string, unknown>>[] | undefined) =>
  rows?.map(({ fields }) => (fields as { Seq: number }).Seq);

describe('filters on lists', () => {
  it('work on an indexed column, with quotes doubled and without regard to case', async () => {
    const { filtered } = await tenRows();
    expect(seqs((await filtered("fields/Stream eq 'I''2'")).body.value)).toEqual([2, 4, 6, 8, 10]);
    expect(seqs((await filtered("fields/EventKey eq 'i1#3'")).body.value)).toEqual([3]);
    expect(seqs((await filtered("startswith(fields/EventKey,'I1#1')")).body.value)).toEqual([1, 10]);
    expect(seqs((await filtered("fields/Stream eq 'I1' and fields/EventKey gt 'I1#5'")).body.value)).toEqual([
      7, 9,
    ]);
  });

  it('are refused on a column without index, however small the list, unless the caller accepts the risk', async () => {
    const { filtered, tenant } = await tenRows();
    const refused = await filtered('fields/Seq eq 3');
    expect(refused.status).toBe(400);
    expect(refused.body.error?.message).toContain(
      "Field 'Seq' cannot be referenced in filter or orderby as it is not indexed",
    );
    expect(tenant.violations.all()).toMatchObject([{ kind: 'unindexed-filter' }]);
    expect(seqs((await filtered('fields/Seq eq 3', PREFER)).body.value)).toEqual([3]);
  });

  it.each([
    ['throttled', 429, 'activityLimitReached'],
    ['unprocessable', 422, 'notSupported'],
  ] as const)('fail over the threshold: %s', async (thresholdAnswer, status, code) => {
    const { filtered, tenant } = await tenRows();
    Object.assign(tenant.behaviour, { viewThreshold: 4, thresholdAnswer });
    const refused = await filtered("fields/Stream eq 'I1'");
    expect(refused).toMatchObject({ status, body: { error: { code } } });
    expect((await filtered('fields/Seq eq 3', PREFER)).status).toBe(status);
    expect((await filtered("fields/EventKey eq 'I1#3'")).status).toBe(200);
  });

  it('look only at what the first of two conditions matches, and fail when that alone is too much', async () => {
    const { filtered, tenant } = await tenRows();
    tenant.behaviour.viewThreshold = 4;
    const few = "fields/EventKey eq 'I1#3'";
    const many = "fields/Stream eq 'I1'";
    expect((await filtered(`${many} and ${few}`)).status).toBe(422);
    expect(seqs((await filtered(`${few} and ${many}`)).body.value)).toEqual([3]);
  });

  it.each([
    ["Stream eq 'I1'", 'bad-filter'],
    ["fields/Nope eq 'x'", 'unknown-field'],
    ["contains(fields/Stream,'I')", 'bad-filter'],
    ["fields/Stream eq 'I1' or fields/Stream eq 'I2'", 'bad-filter'],
    ["fields/Created gt '2026-01-01'", 'unindexed-filter'],
    ['fields/Stream eq I1', 'bad-filter'],
  ])('do not know %s', async (filter, kind) => {
    const { filtered, tenant } = await tenRows();
    expect((await filtered(filter)).status).toBe(400);
    expect(tenant.violations.all().map((violation) => violation.kind)).toEqual([kind]);
  });
});
