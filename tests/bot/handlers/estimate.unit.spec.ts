import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { inputValue, readAll } from '../support/cardReading.ts';
import { done, draft, returned } from '../support/life.ts';
import { person } from '../support/talk.ts';

const { employee } = PEOPLE;

const PROBLEM = { problem: 'Personalen hämtar nycklar varje pass.', affectedGroups: 'employees' };
const DETAILS = { changeType: 'enhancement', category: 'digitalLocks', system: 'true' };
const only = (house: TestHouse) => [...house.casebook.all()];

describe('the short estimate', () => {
  it('is calculated from what was typed, Swedish and English', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', PROBLEM);
    await eva.press(details, 'draft-save', {
      volumePerYear: '16 790',
      minutesPerItem: '7,5',
      oneTimeCost: '20000',
      adoption: '60',
    });
    expect(only(house)[0]?.content.estimate).toMatchObject({
      volumePerYear: 16_790,
      minutesPerItem: 7.5,
      oneTimeCost: 20_000,
      adoption: [0.6],
    });
  });

  it('can be worked out before it is sent in, as often as one likes', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', PROBLEM);
    const figures = { volumePerYear: '100', minutesPerItem: '60' };
    const counted = await eva.press(details, 'draft-count', { ...figures, title: 'Min rubrik' });
    expect(readAll(counted)).toContain('100 timmar per år');
    expect(readAll(counted)).toContain('direkt');
    expect(inputValue(counted, 'title')).toBe('Min rubrik');
    const again = await eva.press(counted, 'draft-count', { minutesPerItem: '120', oneTimeCost: '180000' });
    expect(readAll(again)).toContain('200 timmar per år');
    expect(readAll(again)).toContain('på 2,');
    await eva.press(again, 'submit', DETAILS);
    expect(only(house)[0]).toMatchObject({ state: 'MANAGER_REVIEW', content: { title: 'Min rubrik' } });
  });

  it('says what is needed to work it out', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', PROBLEM);
    const again = await eva.press(details, 'draft-count', { oneTimeCost: '5000' });
    expect(readAll(again)).toContain(house.texts('sv').t('cards.details.estimate-needed'));
    expect(inputValue(again, 'oneTimeCost')).toBe(5000);
    expect(readAll(again)).not.toContain(house.texts('sv').t('cards.estimate.heading'));
  });

  it('keeps what the card does not show of it', async () => {
    const house = await testHouse();
    const estimate = {
      volumePerYear: 100,
      minutesPerItem: 10,
      hourCost: 345,
      shareInMoney: 0.25,
      otherFinancialPerYear: 1_000,
      oneTimeCost: 0,
      yearlyCost: 0,
      adoption: [0.6, 0.95, 1],
    };
    const { id } = await draft(house, { content: { problem: 'Nycklar', unit: 'norr', estimate } });
    const eva = person(house, employee);
    const details = await eva.verb('draft-open', { id });
    await eva.press(details, 'draft-save', { minutesPerItem: '20' });
    expect(house.casebook.initiative(id)?.content.estimate).toEqual({ ...estimate, minutesPerItem: 20 });
  });

  describe('that is saved', () => {
    const estimate = {
      volumePerYear: 100,
      minutesPerItem: 10,
      hourCost: 345,
      shareInMoney: 0,
      otherFinancialPerYear: 0,
      oneTimeCost: 500,
      yearlyCost: 50,
      adoption: [0.6],
    };
    const EMPTY = {
      volumePerYear: undefined,
      minutesPerItem: undefined,
      hourCost: undefined,
      oneTimeCost: undefined,
      yearlyCost: undefined,
      adoption: undefined,
    };
    const saved = async () => {
      const house = await testHouse();
      const content = { problem: 'Nycklar', solution: 'Lås', unit: 'norr', estimate };
      const { id } = await draft(house, { content });
      const eva = person(house, employee);
      return { id, eva, house, details: await eva.verb('draft-open', { id }) };
    };

    it('is gone when its figures are emptied, whether clients send empty inputs or leave them out', async () => {
      for (const nothing of [undefined, '']) {
        const { id, eva, house, details } = await saved();
        const inputs = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, nothing]));
        await eva.press(details, 'draft-save', inputs);
        expect(house.casebook.initiative(id)?.content).toEqual({
          problem: 'Nycklar',
          solution: 'Lås',
          unit: 'norr',
          flags: { system: false, personalData: false, automation: false, acquisition: false },
          severalUnits: false,
        });
      }
    });

    it('goes back to the default where one figure is emptied', async () => {
      const { id, eva, house, details } = await saved();
      const some = { hourCost: undefined, oneTimeCost: undefined, adoption: undefined };
      await eva.press(details, 'draft-save', some);
      const { hourCost: _gone, ...rest } = estimate;
      expect(house.casebook.initiative(id)?.content.estimate).toEqual({
        ...rest,
        oneTimeCost: 0,
        adoption: [1],
      });
    });

    it('stays gone on the card that comes back with an error', async () => {
      const { id, eva, house, details } = await saved();
      const again = await eva.press(details, 'submit', {
        ...EMPTY,
        solution: undefined,
        title: 'x'.repeat(200),
      });
      expect(inputValue(again, 'volumePerYear')).toBeUndefined();
      expect(inputValue(again, 'solution')).toBeUndefined();
      await eva.press(again, 'draft-save', { title: 'Nycklar' });
      const { content } = house.casebook.initiative(id) ?? {};
      expect(content).toMatchObject({ title: 'Nycklar', solution: '' });
      expect(content).not.toHaveProperty('estimate');
    });

    it('is left alone by a card that never showed it', async () => {
      const { id, eva, house } = await saved();
      await eva.verb('draft-save', { id, op: 'old-card', title: 'Nycklar' });
      expect(house.casebook.initiative(id)?.content).toMatchObject({
        title: 'Nycklar',
        solution: 'Lås',
        estimate,
      });
    });

    it('can be added and taken away when the case has come back', async () => {
      const house = await testHouse();
      const { id } = await returned(house);
      const eva = person(house, employee);
      const figures = { volumePerYear: '100', minutesPerItem: '10' };
      const form = await eva.verb('resubmit-open', { id });
      const asked = await eva.press(form, 'resubmit', figures);
      expect(String(inputValue(asked, 'volumePerYear'))).toBe('100');
      await eva.press(asked, 'resubmit', { changes: 'Antalet är med.' });
      expect(house.casebook.initiative(id)?.content.estimate).toMatchObject({ volumePerYear: 100 });
      const again = { type: 'Return', reason: 'Siffran stämmer inte.' } as const;
      await done(house, again, { by: PEOPLE.manager, initiative: id });
      const second = await eva.verb('resubmit-open', { id });
      await eva.press(second, 'resubmit', { ...EMPTY, changes: 'Ingen kalkyl.' });
      expect(house.casebook.initiative(id)).toMatchObject({ state: 'MANAGER_REVIEW' });
      expect(house.casebook.initiative(id)?.content).not.toHaveProperty('estimate');
    });
  });

  it('is not asked for before step 1 is answered', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', PROBLEM);
    const back = await eva.press(details, 'draft-back');
    const again = await eva.press(back, 'draft-next', { affectedGroups: undefined });
    expect(inputValue(again, 'affectedGroups')).toBeUndefined();
    expect(readAll(again)).toContain(house.texts('sv').t('cards.problem.needed.affectedGroups'));
  });

  it.each([
    ['volumePerYear', 'många'],
    ['minutesPerItem', '-5'],
    ['adoption', '140'],
    ['oneTimeCost', 'tjugo tusen'],
    ['yearlyCost', '99999999999'],
  ])('refuses %s = %s at the input, and keeps it', async (id, value) => {
    const house = await testHouse();
    const eva = person(house, employee);
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', PROBLEM);
    const again = await eva.press(details, 'submit', { ...DETAILS, volumePerYear: '10', [id]: value });
    expect(String(inputValue(again, id))).toBe(value);
    expect(only(house)).toMatchObject([{ state: 'DRAFT' }]);
  });
});
