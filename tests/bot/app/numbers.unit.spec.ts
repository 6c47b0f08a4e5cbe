import { createSwedishCalendar } from '../../../bot/adapters/calendar/swedishCalendar.ts';
import { StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL, proposal } from '../../builders/proposals.ts';
import { newStore, testHouse } from '../house.ts';
import { ask, done, draft, known, operation, submitted } from '../support/life.ts';

const { employee, otherEmployee } = PEOPLE;

describe('case numbers', () => {
  it('count on within a department and year', async () => {
    const house = await testHouse();
    expect((await submitted(house)).number).toBe('VOF-2026-0001');
    expect((await submitted(house)).number).toBe('VOF-2026-0002');
    const other = await submitted(house, { by: otherEmployee, content: proposal({ unit: 'bistand' }) });
    expect(other.number).toBe('SOF-2026-0001');
    expect(house.casebook.byNumber('vof-2026-0002')?.id).toBeDefined();
  });

  it('are KOM outside every department', async () => {
    const house = await testHouse();
    const { number } = await submitted(house, { content: proposal({ unit: 'kommunen' }) });
    expect(number).toBe('KOM-2026-0001');
  });

  it('take the year of Swedish time', async () => {
    const house = await testHouse({ calendar: createSwedishCalendar(), now: '2026-12-31T23:30:00.000Z' });
    expect((await submitted(house)).number).toBe('VOF-2027-0001');
  });

  it('are unique over instances that submit at the same time', async () => {
    const store = newStore();
    const houses = [await testHouse({ store }), await testHouse({ store })];
    const drafts = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => ({
        house: houses[i % 2]!,
        id: (await draft(houses[i % 2]!)).id,
      })),
    );
    const numbers = await Promise.all(
      drafts.map(
        async ({ house, id }) =>
          known(await done(house, { type: 'Submit' }, { by: employee, initiative: id })).number,
      ),
    );
    const expected = Array.from({ length: 40 }, (_, i) => `VOF-2026-${String(i + 1).padStart(4, '0')}`);
    expect(numbers.toSorted()).toEqual(expected);
  });

  it('are not taken for a submit that is refused', async () => {
    const house = await testHouse();
    const { id } = await draft(house, { content: { problem: PROPOSAL.problem, unit: 'norr' } });
    const complete = await draft(house);
    expect(await ask(house, { type: 'Submit' }, { by: employee, initiative: id })).toMatchObject({
      refusal: { code: 'incomplete' },
    });
    expect(
      await ask(house, { type: 'Submit' }, { by: otherEmployee, initiative: complete.id }),
    ).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(house.log.rows.some(({ stream }) => stream.startsWith('NUMBERS'))).toBe(false);
  });

  it('are found again when the submit was cut off after the number', async () => {
    const house = await testHouse();
    const { id } = await draft(house);
    const submit = { by: employee, initiative: id, operationId: operation() };
    house.log.failNext('amid');
    await expect(ask(house, { type: 'Submit' }, submit)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(house.log.rows.at(-1)?.stream).toBe('NUMBERS-VOF-2026');
    const restarted = await testHouse({ store: house.store });
    expect(known(await done(restarted, { type: 'Submit' }, submit)).number).toBe('VOF-2026-0001');
    expect((await submitted(restarted)).number).toBe('VOF-2026-0002');
  });

  it('are kept by a case that comes back and is sent in again', async () => {
    const house = await testHouse();
    const { id, number } = await submitted(house);
    const back = { type: 'Return', reason: 'Hur många gäller det?' } as const;
    await done(house, back, { by: PEOPLE.manager, initiative: id });
    const again = { type: 'Resubmit', changes: 'Antalet.' } as const;
    expect(known(await done(house, again, { by: employee, initiative: id })).number).toBe(number);
  });
});
