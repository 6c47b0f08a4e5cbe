import type { EventLog, WantedRow } from '../../../../../bot/app/ports/index.ts';
import { entry, readAll, written } from '../../../../contracts/logEntries.ts';
import type { FaultKind } from '../../../../tenant/faults.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

const BATCH = /batch$/;
const ITEMS = /\/items$/;

/** A number and what names it, as a submit writes them. */
const wanted = (version = 0, initiative = 'I-A'): readonly WantedRow[] => [
  { stream: 'NUMBERS-VOF-2026', expectedVersion: version, entry: entry(initiative) },
  { stream: initiative, expectedVersion: 0, entry: entry('op-submit') },
];

describe('rows written together to a SharePoint list that misbehaves', () => {
  let store: TenantStore;
  let log: EventLog;
  beforeEach(async () => {
    store = await tenantStore();
    ({ log } = await store.open());
    await log.readAfter(0, 1);
    store.tenant.calls.clear();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });
  const keys = () =>
    store.tenant.sharePoint
      .rows(SAMPLE.logSite, 'Händelselogg')
      .map(({ fields }) => fields.EventKey as string);
  const outcomes = async () => (await log.appendAll(wanted())).map(({ outcome }) => outcome);

  it('costs two round trips, one of them a write, and four units more than one row', async () => {
    const { tenant } = store;
    tenant.ledger.reset();
    expect(await outcomes()).toEqual(['appended', 'appended']);
    const trips = tenant.calls.all().filter(({ inBatch }) => !inBatch);
    expect(trips.map(({ method, path }) => [method, path.split('/').at(-1)])).toEqual([
      ['POST', '$batch'],
      ['POST', '$batch'],
    ]);
    const parts = tenant.calls.all().filter(({ inBatch }) => inBatch);
    expect(parts.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET', 'GET']);
    expect(tenant.ledger.total()).toBe(8);
  });

  it.each([
    ['the whole answer is lost', 'reset-after', BATCH, 1],
    ['the whole never arrives', 'reset-before', BATCH, 1],
    ['the whole is throttled', 'throttled', BATCH, 2],
    ['the first is throttled', 'throttled', ITEMS, 1],
    ['the first is throttled again and again', 'throttled', ITEMS, 4],
    ['the answer to the first is lost', 'lost-answer', ITEMS, 1],
    ['the answers to both are lost', 'lost-answer', ITEMS, 2],
    ['the first is not carried out', 'gateway-timeout', ITEMS, 1],
    ['the first is not carried out, twice', 'server-error', ITEMS, 2],
  ] as readonly (readonly [string, FaultKind, RegExp, number])[])(
    'writes each once when %s',
    async (_what, fault, path, times) => {
      store.tenant.faults.next(fault, { method: 'POST', path, times });
      expect(await outcomes()).toEqual(['appended', 'appended']);
      expect(keys()).toEqual(['NUMBERS-VOF-2026#000001', 'I-A#000001']);
      expect(await readAll(log)).toHaveLength(2);
    },
  );

  it.each(['throttled', 'lost-answer', 'gateway-timeout', 'busy'] as const)(
    'writes each once when the second meets this: %s',
    async (fault) => {
      const graph = store.graph(undefined, { fetch: secondPartMeets(fault) });
      ({ log } = await store.open({ graph }));
      expect(await outcomes()).toEqual(['appended', 'appended']);
      expect(Object.keys(store.tenant.faults.struck())).toHaveLength(1);
      expect(keys()).toEqual(['NUMBERS-VOF-2026#000001', 'I-A#000001']);
    },
  );

  /** Plans the fault when the batch is under way: its first part has a number's key, its second an initiative's. */
  const secondPartMeets =
    (fault: FaultKind): typeof fetch =>
    async (input, init) => {
      const { tenant } = store;
      const isPair = typeof init?.body === 'string' && init.body.includes('dependsOn');
      if (isPair && Object.keys(tenant.faults.struck()).length === 0) {
        const { add } = tenant.calls;
        Object.assign(tenant.calls, {
          add: (call: Parameters<typeof add>[0]) => {
            Object.assign(tenant.calls, { add });
            if (call.inBatch) tenant.faults.next(fault, { method: 'POST', path: ITEMS });
            add(call);
          },
        });
      }
      return tenant.fetch(input, init);
    };

  it('goes on where a crash between the two left it: the number is found, not taken again', async () => {
    await written(log.append('NUMBERS-VOF-2026', 0, entry('I-A')));
    const { log: restarted } = await store.open();
    const [number, more] = await restarted.appendAll(wanted(1));
    expect(number).toMatchObject({ outcome: 'replayed', row: { sequence: 1 } });
    expect(more).toBeUndefined();
    await written(restarted.append('I-A', 0, entry('op-submit')));
    expect(keys()).toEqual(['NUMBERS-VOF-2026#000001', 'I-A#000001']);
  });

  it('says so when a key let two rows through: the number is lost, and what named it stands', async () => {
    const { log: other } = await store.open();
    await other.read('I-B');
    await log.appendAll(wanted());
    store.tenant.behaviour.duplicatesToLetThrough = 1;
    const results = await other.appendAll(wanted(0, 'I-B'));
    expect(results).toMatchObject([{ outcome: 'conflict', actualVersion: 1 }, { outcome: 'appended' }]);
    const { log: third } = await store.open();
    expect((await third.read('NUMBERS-VOF-2026')).map(({ operationId }) => operationId)).toEqual(['I-A']);
  });
});
