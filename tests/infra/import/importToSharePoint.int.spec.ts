import { openHouse } from '../../../bot/app/house.ts';
import type { EventLog } from '../../../bot/app/ports/index.ts';
import type { Submitted } from '../../../domain/initiatives/initiative.ts';
import { DEFAULT_MODEL } from '../../../domain/model/governanceModel.ts';
import { tenantStore } from '../../bot/adapters/sharepoint/tenantStore.ts';
import { provision } from '../../bot/support/organisationRow.ts';
import { NOW } from '../../builders/rules.ts';
import { weekdayCalendar } from '../../domain/calendar/weekdayCalendar.ts';
import { ACCOUNTS, importingInto, LOCKS, MEALS } from './importing.ts';

const LEXICON = { stem: (word: string) => word, baseForm: () => undefined, beginsCompound: () => false };

jest.setTimeout(60_000);

/** What a server that reads the log now has. */
async function seenBy(log: EventLog): Promise<[string, string][]> {
  const { casebook } = await openHouse({
    log,
    directory: { person: async () => undefined, nameOf: () => undefined },
    clock: () => NOW,
    calendar: weekdayCalendar(),
    model: DEFAULT_MODEL,
    similarity: { lexicon: LEXICON },
  });
  const cases = [...casebook.all()] as Submitted[];
  return cases.map(({ number, state }): [string, string] => [number, state]).toSorted();
}

describe('importing into the municipality’s SharePoint', () => {
  it('takes the same way, through a tenant that drops answers, and makes every case once', async () => {
    const { open, tenant, dispose } = await tenantStore();
    try {
      const store = await open();
      await store.whenComplete();
      await provision(store.log);
      const into = importingInto(store.log);
      const file = await into.file(LOCKS, MEALS);
      tenant.faults.next('lost-answer', { method: 'POST', path: /items$/, times: 3 });
      const first = await into.run(file);
      expect(first).toMatchObject({ code: 0, complained: '' });
      const second = await into.run(file);
      into.dispose();
      expect(second.said).toContain('0 ärenden inlästa, 2 fanns redan.');
      expect(await seenBy(store.log)).toEqual([
        ['VOF-2026-0001', 'EXECUTION'],
        ['VOF-2026-0002', 'MANAGER_REVIEW'],
      ]);
      expect(tenant.violations.all()).toEqual([]);
    } finally {
      await dispose();
    }
  });

  it('shows nothing of a file while the tenant is away, and all of it afterwards', async () => {
    const { open, tenant, dispose } = await tenantStore();
    try {
      const [here, server] = [await open(), await open()];
      await here.whenComplete();
      await provision(here.log);
      let received = 0;
      const into = importingInto({
        ...here.log,
        appendAll: async (rows) => {
          received += 1;
          if (received === 3) tenant.faults.atRandom({ 'server-error': 1 }, { method: 'POST' });
          return here.log.appendAll(rows);
        },
      });
      const file = await into.file(LOCKS, MEALS, ACCOUNTS);
      const broken = await into.run(file);
      expect(broken.code).toBe(2);
      expect(broken.complained).toContain('Lagringen slutade svara vid rad 5.');
      tenant.faults.clear();
      await server.whenComplete();
      expect(await seenBy(server.log)).toEqual([]);
      expect((await into.run(file)).said).toContain('Klart: 3 ärenden inlästa.');
      into.dispose();
      expect((await seenBy(server.log)).map(([number]) => number)).toEqual([
        'OFK-2026-0001',
        'VOF-2026-0001',
        'VOF-2026-0002',
      ]);
    } finally {
      await dispose();
    }
  });
});
