import { callAll } from '../../../../../bot/adapters/sharepoint/graph/batch.ts';
import { GraphUnclear } from '../../../../../bot/adapters/sharepoint/graph/errors.ts';
import { times } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

const LIST = 'Samtal';
const POSTS = /Samtal\/items$/;

describe('many calls in one', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });

  const insertMany = (count: number) => {
    const graph = store.graph();
    const path = `/sites/${encodeURIComponent(store.site)}/lists/${LIST}/items`;
    const calls = times(count, (i) => ({
      method: 'POST' as const,
      path,
      body: { fields: { RowKey: `K${i}`, Attempt: 'a' } },
      units: 2,
    }));
    return callAll(graph, calls, graph.patience('background', 10_000_000));
  };
  const statuses = (answers: Awaited<ReturnType<typeof insertMany>>) =>
    answers.map((answer) => (answer instanceof Error ? answer.constructor.name : answer.status));
  const rows = () => store.tenant.sharePoint.rows(SAMPLE.logSite, LIST);

  it('takes twenty at a time and answers in the order it was asked', async () => {
    const answers = await insertMany(45);
    expect(statuses(answers)).toEqual(times(45, () => 201));
    expect(store.tenant.calls.all().filter(({ inBatch }) => !inBatch).length).toBe(3);
    expect(rows().length).toBe(45);
    expect(statuses(await insertMany(2))).toEqual([400, 400]);
  });

  it('repeats parts that were throttled, and only those', async () => {
    store.tenant.faults.next('throttled', { method: 'POST', path: POSTS, times: 7 });
    expect(statuses(await insertMany(20))).toEqual(times(20, () => 201));
    expect(rows().length).toBe(20);
  });

  it('does not repeat a write whose fate is unclear', async () => {
    store.tenant.faults.next('lost-answer', { method: 'POST', path: POSTS, times: 3 });
    const answers = await insertMany(20);
    expect(answers.filter((answer) => answer instanceof GraphUnclear).length).toBe(3);
    expect(rows().length).toBe(20);
  });

  it('knows nothing of any part when the whole was lost', async () => {
    store.tenant.faults.next('reset-after', { method: 'POST', path: /batch$/ });
    const answers = await insertMany(5);
    expect(answers.every((answer) => answer instanceof GraphUnclear)).toBe(true);
    expect(rows().length).toBe(5);
  });
});
