import { openHouse } from '../../../bot/app/house.ts';
import type { Submitted } from '../../../domain/initiatives/initiative.ts';
import { DEFAULT_MODEL } from '../../../domain/model/governanceModel.ts';
import { tenantStore } from '../../bot/adapters/sharepoint/tenantStore.ts';
import { provision } from '../../bot/support/organisationRow.ts';
import { NOW } from '../../builders/rules.ts';
import { weekdayCalendar } from '../../domain/calendar/weekdayCalendar.ts';
import { importingInto, LOCKS, MEALS } from './importing.ts';

const LEXICON = { stem: (word: string) => word, baseForm: () => undefined, beginsCompound: () => false };

jest.setTimeout(60_000);

describe('importing into the municipality’s SharePoint', () => {
  it('takes the same way, through a tenant that drops answers, and makes every case once', async () => {
    const { open, tenant, dispose } = await tenantStore();
    try {
      const store = await open();
      await store.whenComplete();
      await provision(store.log);
      const into = importingInto(store.log);
      const file = await into.file(LOCKS, MEALS);
      tenant.faults.next('lost-answer', { method: 'POST', path: /items$/, times: 2 });
      const first = await into.run(file);
      expect(first).toMatchObject({ code: 0, complained: '' });
      const second = await into.run(file);
      into.dispose();
      expect(second.said).toContain('0 ärenden inlästa, 2 fanns redan.');
      const { casebook } = await openHouse({
        log: store.log,
        directory: { person: async () => undefined, nameOf: () => undefined },
        clock: () => NOW,
        calendar: weekdayCalendar(),
        model: DEFAULT_MODEL,
        similarity: { lexicon: LEXICON },
      });
      expect(
        ([...casebook.all()] as Submitted[]).map(({ number, state }) => [number, state]).toSorted(),
      ).toEqual([
        ['VOF-2026-0001', 'EXECUTION'],
        ['VOF-2026-0002', 'MANAGER_REVIEW'],
      ]);
      expect(tenant.violations.all()).toEqual([]);
    } finally {
      await dispose();
    }
  });
});
