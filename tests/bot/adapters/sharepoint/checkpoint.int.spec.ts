import { HASTY, type TenantStore, tenantStore } from './tenantStore.ts';

const MINUTE = 60_000;

describe('how far the log has been turned into messages', () => {
  let store: TenantStore;
  let now = 0;
  beforeEach(async () => {
    store = await tenantStore();
    now = 0;
  });
  afterEach(() => store.dispose());

  const open = async () => {
    const graph = store.graph(undefined, { timing: { ...HASTY, now: () => now } });
    return (await store.open({ graph, checkpointMs: MINUTE })).deliveries;
  };

  it('is written once a minute, known to this instance at once, and never moves back', async () => {
    const deliveries = await open();
    await deliveries.moveCheckpoint(1);
    store.tenant.ledger.reset();
    for (const position of [2, 5, 3]) await deliveries.moveCheckpoint(position);
    expect(store.tenant.ledger.total()).toBe(0);
    expect(await deliveries.checkpoint()).toBe(5);
    expect(await (await open()).checkpoint()).toBe(1);
    now += MINUTE;
    await deliveries.moveCheckpoint(4);
    expect(await deliveries.checkpoint()).toBe(5);
    expect(await (await open()).checkpoint()).toBe(5);
  });
});
