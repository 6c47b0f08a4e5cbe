import { tenantWithLog } from '../support/graphCaller.ts';

type Part = {
  readonly id: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

async function batchOn(log: Awaited<ReturnType<typeof tenantWithLog>>, parts: readonly unknown[]) {
  const { status, body } = await log.service('POST', '/$batch', { requests: parts });
  return { status, body, parts: (body.responses ?? []) as readonly Part[] };
}

const JSON_HEADERS = { 'Content-Type': 'application/json' };

describe('$batch', () => {
  it('does up to 20 parts, answers in any order and charges each part', async () => {
    const log = await tenantWithLog();
    const post = (at: number) => ({
      id: String(at),
      method: 'POST',
      url: log.items,
      headers: JSON_HEADERS,
      body: { fields: { EventKey: `I1#${at}` } },
    });
    log.tenant.ledger.reset();
    const twenty = Array.from({ length: 20 }, (_, at) => post(at));
    const { status, parts } = await batchOn(log, twenty);
    expect(status).toBe(200);
    expect(parts.map((part) => part.status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(parts.map(({ id }) => id)).not.toEqual(twenty.map(({ id }) => id));
    expect(log.tenant.ledger.total()).toBe(40);
    const more = await batchOn(log, [...twenty, post(20)]);
    expect(more.status).toBe(400);
    expect(log.tenant.violations.all()).toMatchObject([{ kind: 'bad-batch' }]);
  });

  it('keeps earlier successes and answers 424 to what depended on a failure', async () => {
    const log = await tenantWithLog();
    await log.add({ EventKey: 'I1#2' });
    const keys = ['I1#1', 'I1#2', 'I1#3'];
    const { parts } = await batchOn(
      log,
      keys.map((EventKey, at) => ({
        id: `p${at}`,
        method: 'POST',
        url: log.items,
        headers: JSON_HEADERS,
        body: { fields: { EventKey } },
        ...(at > 0 && { dependsOn: [`p${at - 1}`] }),
      })),
    );
    expect(Object.fromEntries(parts.map(({ id, status }) => [id, status]))).toEqual({
      p0: 201,
      p1: 400,
      p2: 424,
    });
  });

  it('can throttle one part while the rest goes through', async () => {
    const log = await tenantWithLog();
    log.tenant.faults.next('throttled', { path: /items$/, retryAfter: 7 });
    const read = (id: string) => ({ id, method: 'GET', url: log.items });
    const { status, parts } = await batchOn(log, [read('a'), read('b'), read('c')]);
    expect(status).toBe(200);
    expect(parts.map((part) => part.status).toSorted()).toEqual([200, 200, 429]);
    expect(parts.find((part) => part.status === 429)?.headers).toMatchObject({ 'Retry-After': '7' });
  });

  it.each([
    ['a version in the url', [{ id: '1', method: 'GET', url: '/v1.0/sites/root' }]],
    ['an absolute url', [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/sites/root' }]],
    [
      'the same id twice, in any case',
      [
        { id: 'a', method: 'GET', url: '/x' },
        { id: 'A', method: 'GET', url: '/x' },
      ],
    ],
    ['a body without its type', [{ id: '1', method: 'POST', url: '/x', body: {} }]],
    [
      'dependencies neither serial nor on one',
      [
        { id: '1', method: 'GET', url: '/x' },
        { id: '2', method: 'GET', url: '/x' },
        { id: '3', method: 'GET', url: '/x', dependsOn: ['2'] },
      ],
    ],
    ['nothing', []],
  ])('refuses %s', async (_what, parts) => {
    const log = await tenantWithLog();
    expect((await batchOn(log, parts)).status).toBe(400);
    expect(log.tenant.violations.all()).toMatchObject([{ kind: 'bad-batch' }]);
  });
});
