import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { cardOf, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, done, draft, submitted } from '../support/life.ts';
import { chatWith, turn } from '../support/turns.ts';

const { employee, colleague, manager, coach } = PEOPLE;

/** A press on a button of a card, at an instance that has not looked at the log for a while. */
const press = async (house: TestHouse, by: string, verb: string, id: string) =>
  cardOf(
    await house.bot.handle(
      turn({ kind: 'action', actor: by, conversation: chatWith(by), verb, data: { id, op: 'op-press' } }),
    ),
  );

/** What is answered to a sentence. */
const told = async (house: TestHouse, text: string) =>
  readAll(
    cardOf(
      await house.bot.handle(
        turn({ kind: 'message', actor: employee, conversation: chatWith(employee), text }),
      ),
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

  it('lets a substitute decide whom this instance has not heard of', async () => {
    const there = await testHouse();
    const { id } = await submitted(there);
    const here = await testHouse({ store: there.store });
    const holders = Object.values(there.casebook.organisation().holders);
    const post = holders.find((holder) => holder.person === manager && holder.role === 'manager');
    const substitute = { person: colleague, from: '2026-03-02', to: '2026-03-06' };
    const named = { type: 'SetSubstitute', holder: post?.id ?? '', substitute } as const;
    await there.handleOrganisation(named, 'op-substitute', manager);
    expect(verbsIn(await press(here, colleague, 'review-open', id))).toContain('approve');
  });

  it('gives the coach the form for a case that was with the manager when this instance last looked', async () => {
    const there = await testHouse();
    const here = await testHouse({ store: there.store });
    const { id } = await approved(there);
    expect(verbsIn(await press(here, coach, 'follow-up-open', id))).toContain('follow-up-save');
  });

  it('shows a case as it is now, also one that this instance knows from before', async () => {
    const there = await testHouse();
    const { id, number } = await submitted(there);
    const [pressed, typed] = [
      await testHouse({ store: there.store }),
      await testHouse({ store: there.store }),
    ];
    await done(there, { type: 'Reject', reason: 'Finns redan.' }, { by: manager, initiative: id });
    expect(readAll(await press(pressed, employee, 'case-show', id))).toContain('Finns redan.');
    expect(await told(typed, `visa ${number}`)).toContain('Finns redan.');
  });

  it('shows a case as it is known here when the log does not answer', async () => {
    const house = await testHouse();
    const { id, number } = await submitted(house);
    house.log.failNext('before');
    expect(readAll(await press(house, employee, 'case-show', id))).toContain(number);
  });

  it('costs no look at the log when the case takes it as this instance knows it', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const read = jest.spyOn(house.casebook, 'reload');
    await press(house, coach, 'follow-up-open', id);
    expect(read).not.toHaveBeenCalled();
  });
});

describe('a list of what somebody has done', () => {
  it('holds what was done on another instance a moment ago', async () => {
    const there = await testHouse();
    const here = await testHouse({ store: there.store });
    const { content } = await draft(there);
    const { number } = await approved(there);
    expect(await told(here, 'mina utkast')).toContain(content.title);
    expect(await told(here, 'mina ärenden')).toContain(number);
  });

  it('is what is known here when the log does not answer', async () => {
    const house = await testHouse();
    const { number } = await approved(house);
    house.log.failNext('before');
    expect(await told(house, 'mina ärenden')).toContain(number);
  });
});
