import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { cardOf, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, done, draft } from '../support/life.ts';
import { chatWith, turn } from '../support/turns.ts';

const { employee, manager, coach } = PEOPLE;

/** A press on a button of a card, at an instance that has not looked at the log for a while. */
const press = async (house: TestHouse, by: string, verb: string, id: string) =>
  cardOf(
    await house.bot.handle(
      turn({ kind: 'action', actor: by, conversation: chatWith(by), verb, data: { id, op: 'op-press' } }),
    ),
  );

describe('a button of a card that another instance has made', () => {
  it('opens a case this instance has not heard of', async () => {
    const there = await testHouse();
    const here = await testHouse({ store: there.store });
    const { id, number } = await approved(there);
    expect(readAll(await press(here, employee, 'case-show', id))).toContain(number);
  });

  it('lets the manager decide on what was a draft when this instance last looked', async () => {
    const there = await testHouse();
    const { id } = await draft(there);
    const here = await testHouse({ store: there.store });
    await done(there, { type: 'Submit' }, { by: employee, initiative: id });
    expect(verbsIn(await press(here, manager, 'review-open', id))).toContain('approve');
  });

  it('gives the coach the form for a case that was with the manager when this instance last looked', async () => {
    const there = await testHouse();
    const here = await testHouse({ store: there.store });
    const { id } = await approved(there);
    expect(verbsIn(await press(here, coach, 'follow-up-open', id))).toContain('follow-up-save');
  });

  it('costs no look at the log when the case takes it as this instance knows it', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const read = jest.spyOn(house.casebook, 'reload');
    await press(house, coach, 'follow-up-open', id);
    expect(read).not.toHaveBeenCalled();
  });
});
