import { type House, openHouse } from '../../../../bot/app/house.ts';
import { lookAnew } from '../../../../bot/app/lookAnew.ts';
import { initiativeStream } from '../../../../bot/app/streams.ts';
import type { InitiativeOrder } from '../../../../domain/initiatives/commands.ts';
import { DEFAULT_MODEL } from '../../../../domain/model/governanceModel.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { PROPOSAL } from '../../../builders/proposals.ts';
import { NOW } from '../../../builders/rules.ts';
import { times } from '../../../contracts/logEntries.ts';
import { weekdayCalendar } from '../../../domain/calendar/weekdayCalendar.ts';
import { ask, done, draft, known, submitted } from '../../support/life.ts';
import { provision } from '../../support/organisationRow.ts';
import { type TenantStore, tenantStore } from './tenantStore.ts';

jest.setTimeout(60_000);

const SUBMIT = { type: 'Submit' } as const;

describe('case numbers on a SharePoint list', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });

  async function house(every = { busyMs: 0, idleMs: 0 }): Promise<House> {
    const { log } = await store.open({ every });
    await provision(log, {});
    return openHouse({
      log,
      directory: { person: async () => undefined, nameOf: (id) => id },
      clock: () => NOW,
      calendar: weekdayCalendar(),
      model: DEFAULT_MODEL,
      similarity: {
        lexicon: { stem: (word) => word, baseForm: () => undefined, beginsCompound: () => false },
        synonyms: '',
        commonWords: '',
      },
    });
  }
  const submit = async (into: House, id: string) =>
    known(await done(into, SUBMIT, { by: PEOPLE.employee, initiative: id }));

  it('come with the answer in two round trips, one of them a write', async () => {
    const here = await house();
    const { id } = await draft(here);
    store.tenant.calls.clear();
    const solution = 'Lås som öppnas med mobilen.';
    const order = { ...SUBMIT, content: { solution } };
    const sent = known(await done(here, order, { by: PEOPLE.employee, initiative: id }));
    expect(sent).toMatchObject({ number: 'VOF-2026-0001', content: { solution }, version: 2 });
    expect(store.tenant.calls.all().filter(({ inBatch }) => !inBatch)).toHaveLength(2);
    await submitted(here);
    expect(here.casebook.byNumber('VOF-2026-0002')).toBeDefined();
  });

  it('come in two round trips for what was never saved, and for what is completed', async () => {
    const here = await house();
    const trips = async (order: InitiativeOrder, initiative?: string) => {
      store.tenant.calls.clear();
      const into = { by: PEOPLE.employee, ...(initiative && { initiative }) };
      const sent = known(await done(here, order, into));
      return { sent, calls: store.tenant.calls.all().filter(({ inBatch }) => !inBatch).length };
    };
    const { sent, calls } = await trips({ ...SUBMIT, content: PROPOSAL as never });
    expect(sent).toMatchObject({ number: 'VOF-2026-0001', state: 'MANAGER_REVIEW', version: 1 });
    expect(calls).toBe(2);
    const back = { type: 'Return', reason: 'Hur många gäller det?' } as const;
    await done(here, back, { by: PEOPLE.manager, initiative: sent.id });
    const content = { effect: 'Tio minuter per pass.' };
    const again = await trips({ type: 'Resubmit', changes: 'Tiden.', content }, sent.id);
    expect(again).toMatchObject({ sent: { state: 'MANAGER_REVIEW', content }, calls: 2 });
  });

  it('are known at once on every instance to whoever types them, however seldom it looks for news', async () => {
    const [here, there] = [await house(), await house({ busyMs: 1_000_000, idleMs: 1_000_000 })];
    await there.casebook.catchUp();
    const { id, number } = await submitted(here);
    const second = await submitted(here);
    expect(there.casebook.byNumber(number)).toBeUndefined();
    await lookAnew(there.casebook, number.toLowerCase());
    expect(there.casebook.byNumber(number)?.id).toBe(id);
    await lookAnew(there.casebook, second.id);
    expect(there.casebook.byNumber(second.number)?.id).toBe(second.id);
    store.tenant.ledger.reset();
    for (const name of ['VOF-2026-0999', 'nyckel', 'I-NONE']) await lookAnew(there.casebook, name);
    expect(store.tenant.ledger.total()).toBe(4);
  });

  it('are unique over instances that submit at the same time while answers are lost', async () => {
    const houses = [await house(), await house()];
    const drafts = [];
    for (const i of times(12, (n) => n))
      drafts.push({ into: houses[i % 2]!, id: (await draft(houses[i % 2]!)).id });
    store.tenant.faults.atRandom(
      { throttled: 0.05, busy: 0.03, 'lost-answer': 0.05, 'reset-after': 0.05 },
      { seed: 3 },
    );
    const sent = await Promise.all(drafts.map(({ into, id }) => untilClear(() => submit(into, id))));
    store.tenant.faults.clear();
    const expected = times(12, (i) => `VOF-2026-${String(i + 1).padStart(4, '0')}`);
    expect(sent.map(({ number }) => number).sort()).toEqual(expected);
  });

  it('are exchanged when the key of one let two rows through', async () => {
    const [here, there] = [await house(), await house()];
    const [first, second] = [(await draft(here)).id, (await draft(there)).id];
    expect((await submit(here, first)).number).toBe('VOF-2026-0001');
    store.tenant.behaviour.duplicatesToLetThrough = 1;
    expect((await submit(there, second)).number).toBe('VOF-2026-0002');
    const third = await house();
    for (const one of [here, there, third]) {
      await one.casebook.catchUp();
      expect(one.casebook.byNumber('VOF-2026-0001')?.id).toBe(first);
      expect(one.casebook.byNumber('VOF-2026-0002')?.id).toBe(second);
    }
  });

  it('are exchanged at the next command when the instance that lost one has crashed', async () => {
    const here = await house();
    const [first, second] = [initiativeStream('one'), initiativeStream('two')];
    await draft(here);
    const { log } = await store.open();
    for (const [i, id] of [first, second].entries()) {
      const at = { actor: PEOPLE.employee, at: NOW };
      const whole = known(here.casebook.initiative((await submitted(here)).id));
      await log.append(id, 0, {
        ...at,
        operationId: `begun-${i}`,
        events: [
          {
            type: 'DraftStarted',
            by: PEOPLE.employee,
            at: NOW,
            proposer: PEOPLE.employee,
            content: whole.content,
          },
          {
            type: 'Submitted',
            by: PEOPLE.employee,
            at: NOW,
            from: 'DRAFT',
            to: 'MANAGER_REVIEW',
            number: 'VOF-2026-0001',
            content: whole.content,
            similar: [],
          },
        ] as never,
      });
    }
    await here.casebook.catchUp();
    const [owner] = [...here.casebook.all()].filter(
      (one) => one.id === here.casebook.ownerOf('VOF-2026-0001'),
    );
    expect(here.casebook.byNumber('VOF-2026-0001')).toBe(owner);
    const back = { type: 'Return', reason: 'Hur många gäller det?' } as const;
    await ask(here, back, { by: PEOPLE.manager, initiative: first });
    await ask(here, back, { by: PEOPLE.manager, initiative: second });
    const numbers = [...here.casebook.all()].flatMap((one) =>
      'number' in one && one.number ? [one.number] : [],
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(here.casebook.byNumber('VOF-2026-0001')).toEqual(owner);
  });
});

async function untilClear<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== 'store-unavailable' || attempt === 20) throw error;
    }
  }
}
