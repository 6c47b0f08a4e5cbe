import { PEOPLE } from '../../builders/people.ts';
import { operation } from '../support/life.ts';
import { type Answer, type Api, closeAll, expectAsPromised, expectProblem, startApi } from './startApi.ts';

const { head, toolAdmin } = PEOPLE;
const [FIRST, SECOND] = ['2026-03-02T08:00:00.000Z', '2026-03-02T08:30:00.000Z'];
const PUT_AWAY = '/api/undelivered/put-away';

let api: Api;
beforeEach(async () => {
  api = await startApi();
  for (const [key, at] of [
    ['a', FIRST],
    ['b', SECOND],
  ] as const) {
    await api.deliveries.add([
      { key, to: { kind: 'person', person: PEOPLE.coach }, content: { notice: 'weekly' } },
    ]);
    await api.deliveries.failed(key, 'blocked', at);
  }
}, 30_000);
afterEach(closeAll);

const keysIn = ({ body }: Answer): string[] =>
  (body as { items: { key: string }[] }).items.map(({ key }) => key);
const listed = async (as: string = head) => keysIn(await api.get('/api/undelivered', as));
const put = (messages: readonly object[], operationId = operation(), as: string = toolAdmin) =>
  api.post(PUT_AWAY, { operationId, messages }, as);
const rows = () =>
  api.stores.rows.flatMap(({ events }) => events).filter(({ type }) => type === 'MessagesPutAway');

describe('messages that did not arrive', () => {
  it('are shown no more when somebody has put them away, which is recorded', async () => {
    expect(await listed()).toEqual(['b', 'a']);
    const answer = await put([{ key: 'a', at: FIRST }]);
    expectAsPromised(answer, 'post', PUT_AWAY);
    expect(answer.body).toEqual({ changed: true });
    expect(await listed()).toEqual(['b']);
    expect(rows()).toEqual([
      {
        type: 'MessagesPutAway',
        by: toolAdmin,
        at: expect.any(String),
        messages: [{ key: 'a', at: FIRST }],
      },
    ]);
  });

  it('are put away once, however often it is asked', async () => {
    const operationId = operation();
    await put([{ key: 'a', at: FIRST }], operationId);
    expect((await put([{ key: 'a', at: FIRST }], operationId)).body).toEqual({ changed: false });
    expect((await put([{ key: 'a', at: FIRST }], operation(), head)).body).toEqual({ changed: false });
    expect(rows()).toHaveLength(1);
  });

  it('are shown again when they fail again', async () => {
    await put([{ key: 'a', at: FIRST }]);
    await api.deliveries.retryFailed({ kind: 'person', person: PEOPLE.coach }, 'blocked');
    expect(await listed()).toEqual([]);
    await api.deliveries.failed('a', 'gone', '2026-03-02T10:00:00.000Z');
    expect(await listed()).toEqual(['a']);
  });

  it('cannot be put away before they have failed, and others than listed are left alone', async () => {
    const wrong = [
      { key: 'a', at: '2099-01-01T00:00:00.000Z' },
      { key: 'constructor', at: FIRST },
    ];
    expect((await put(wrong)).body).toEqual({ changed: false });
    expect(await listed()).toEqual(['b', 'a']);
  });

  it('are put away also by an instance that has not heard that they failed', async () => {
    const late = await startApi({ stores: api.stores });
    const due = { status: 'due', attempts: 1 } as const;
    const { get } = late.deliveries;
    const asBefore = async (key: string) => {
      const row = await get(key);
      return row && { ...row, state: due };
    };
    Object.assign(late.deliveries, { failures: async () => [], get: asBefore });
    const seen = [
      { key: 'a', at: FIRST },
      { key: 'b', at: '2099-01-01T00:00:00.000Z' },
    ];
    const answer = await late.post(PUT_AWAY, { operationId: operation(), messages: seen }, head);
    expect(answer.body).toEqual({ changed: true });
    await api.server.casebook.catchUp();
    expect(await listed()).toEqual(['b']);
  });

  it('leave room for older ones', async () => {
    await api.deliveries.add(
      Array.from({ length: 201 }, (_, i) => ({
        key: `m-${i}`,
        to: { kind: 'person', person: PEOPLE.coach },
        content: { notice: 'weekly' },
      })),
    );
    for (let i = 0; i < 201; i += 1)
      await api.deliveries.failed(`m-${i}`, 'gone', `2026-03-02T12:00:00.${String(i).padStart(3, '0')}Z`);
    const first = await api.get('/api/undelivered', head);
    expect(first.body).toMatchObject({ more: true });
    const seen = (first.body as { items: { key: string; at: string }[] }).items;
    expect(seen).toHaveLength(200);
    for (const some of [seen.slice(0, 100), seen.slice(100)])
      expect((await put(some.map(({ key, at }) => ({ key, at })))).status).toBe(200);
    expect(await listed()).toEqual(['m-0', 'b', 'a']);
  });

  it.each([
    [[]],
    [[{ key: 'a' }]],
    [[{ key: 'a', at: 'yesterday' }]],
    [[{ key: 'x'.repeat(401), at: FIRST }]],
  ])('must be named as they were listed: %j', async (messages) => {
    expectProblem(await put(messages), 400, 'invalid');
  });
});
