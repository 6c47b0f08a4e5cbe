import { linkHash } from '../../../../../bot/adapters/chain/link.ts';
import type { LogTrouble } from '../../../../../bot/adapters/sharepoint/index.ts';
import { DamagedStream, LogEntryTooLarge } from '../../../../../bot/app/ports/index.ts';
import { entry, readAll, written } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

const LOG = ['/sites/fardplan-logg', 'Händelselogg'] as const;

describe('a log somebody has laid hands on', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(async () => {
    await store.dispose();
  });

  const watched = async (more = {}) => {
    const troubles: LogTrouble[] = [];
    const opened = await store.open({ onTrouble: (trouble) => troubles.push(trouble), ...more });
    return { ...opened, troubles };
  };
  const threeRows = async () => {
    const here = await watched();
    for (const version of [0, 1, 2]) await written(here.log.append('I-A', version, entry(`op-${version}`)));
    return here;
  };
  const record = (id: number): string =>
    String(store.tenant.sharePoint.rows(...LOG).find((row) => row.id === id)?.fields.Record);
  const ids = (): number[] => store.tenant.sharePoint.rows(...LOG).map(({ id }) => id);

  it('keeps what it saw first and tells when a row is edited', async () => {
    const { log, troubles } = await threeRows();
    const before = await readAll(log);
    store.tenant.sharePoint.edit(...LOG, ids()[1]!, { Record: record(ids()[1]!).replace('op-1', 'op-X') });
    expect(await readAll(log)).toEqual(before);
    expect(troubles).toEqual([{ kind: 'edited', key: 'I-A#000002', item: ids()[1] }]);
    expect(await log.read('I-A')).toEqual(before);
  });

  it('will not decide on an edited row that it had not seen before', async () => {
    await threeRows();
    store.tenant.sharePoint.edit(...LOG, ids()[1]!, { Record: record(ids()[1]!).replace('op-1', 'op-X') });
    const { log, troubles } = await watched();
    await expect(log.read('I-A')).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(troubles.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual([
      'damaged I-A#000002',
      'edited I-A#000002',
    ]);
  });

  it('tells of an edit whose hash was made anew, by the chain and the version', async () => {
    await threeRows();
    const id = ids()[1]!;
    const forged = record(id).replace('op-1', 'op-X');
    const previous = String(store.tenant.sharePoint.rows(...LOG)[1]?.fields.PreviousHash);
    store.tenant.sharePoint.edit(...LOG, id, { Record: forged, Hash: linkHash(previous, forged) });
    const { log, troubles } = await watched();
    await log.readAfter(0, 10);
    expect(troubles.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual([
      'broken-chain I-A#000003',
      'edited I-A#000002',
    ]);
  });

  it('keeps a deleted row and tells; another instance refuses to go on with a gap', async () => {
    const { log, troubles } = await threeRows();
    const before = await readAll(log);
    const id = ids()[1]!;
    store.tenant.sharePoint.remove(...LOG, id);
    expect(await readAll(log)).toEqual(before);
    expect(troubles).toEqual([{ kind: 'deleted', key: 'I-A#000002', item: id }]);
    const other = await watched();
    await expect(other.log.read('I-A')).rejects.toThrow('I-A#000002');
    expect(other.troubles.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['gap I-A#000002']);
    store.tenant.sharePoint.restore(...LOG, id);
    expect((await (await watched()).log.read('I-A')).length).toBe(3);
  });

  it('holds up no other stream, also for an instance that reads all of it anew', async () => {
    const { log: before } = await threeRows();
    for (const stream of ['I-B', 'I-C']) await written(before.append(stream, 0, entry(`op-${stream}`)));
    const [edited, , deleted] = ids() as [number, number, number];
    store.tenant.sharePoint.edit(...LOG, edited, { Record: record(edited).replace('op-0', 'op-X') });
    store.tenant.sharePoint.remove(...LOG, deleted);
    const { log } = await watched();
    expect((await log.readAfter(0, 2)).map(({ key }) => key)).toEqual(['I-A#000002', 'I-B#000001']);
    expect((await readAll(log)).map(({ key }) => key)).toEqual(['I-A#000002', 'I-B#000001', 'I-C#000001']);
    expect((await written(log.append('I-C', 1, entry('op-next')))).sequence).toBe(2);
  });

  it('writes nothing in the place of a deleted row', async () => {
    await threeRows();
    store.tenant.sharePoint.remove(...LOG, ids()[1]!);
    const { log } = await watched();
    await expect(log.append('I-A', 1, entry('op-other'))).rejects.toBeInstanceOf(DamagedStream);
    expect(store.tenant.sharePoint.rows(...LOG)).toHaveLength(2);
  });

  it('tells of a row that came in place of a deleted one', async () => {
    const { log, troubles } = await threeRows();
    const last = ids()[2]!;
    const fields = store.tenant.sharePoint.rows(...LOG)[2]!.fields;
    store.tenant.sharePoint.remove(...LOG, last);
    store.tenant.sharePoint.add(...LOG, { ...fields, Record: String(fields.Record).replace('op-2', 'op-X') });
    expect((await readAll(log)).map(({ operationId }) => operationId)).toEqual(['op-0', 'op-1', 'op-2']);
    expect(troubles.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual([
      'damaged I-A#000003',
      'deleted I-A#000003',
      'duplicate I-A#000003',
    ]);
  });

  it('shows troubles to whoever asks whether the store is ready', async () => {
    const { log, ready } = await threeRows();
    store.tenant.sharePoint.remove(...LOG, ids()[0]!);
    await log.readAfter(0, 1);
    expect(ready().troubles.map(({ kind }) => kind)).toEqual(['deleted']);
    expect(ready().log).toMatchObject({ complete: true, rows: 3 });
  });

  it('refuses what is too long for a row before it is sent, and says how long it may be', async () => {
    const { log } = await watched();
    await log.read('I-A');
    store.tenant.calls.clear();
    const tooLong = log.append('I-A', 0, entry('op-1', { text: 'å'.repeat(60_000) }));
    await expect(tooLong).rejects.toBeInstanceOf(LogEntryTooLarge);
    await expect(tooLong).rejects.toThrow('60000');
    expect(store.tenant.calls.count()).toBe(0);
  });

  it('says that it may not when the grant has been taken away', async () => {
    const { log } = await watched();
    await log.read('I-A');
    store.tenant.sharePoint.site(SAMPLE.logSite).grants.clear();
    await expect(log.append('I-A', 0, entry('op-1'))).rejects.toMatchObject({
      code: 'store-unavailable',
      status: 403,
    });
  });
});
