import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { inputValue } from '../support/cardReading.ts';
import { draft } from '../support/life.ts';
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
