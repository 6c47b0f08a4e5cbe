import { PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { approval, done, submitted } from '../support/life.ts';

const TWIN = proposal({
  title: 'Digitala lås i hemtjänsten',
  problem: 'Personalen hämtar nycklar i nyckelskåp varje pass och det tar tid.',
});
/** Like the twins, but less than they are like each other. */
const COUSIN = proposal({ title: 'Digitala lås på boendet', problem: 'Nycklar hämtas i skåp, det tar tid.' });

/** More protected cases than are ever shown, each the spit and image of the next proposal. */
async function crowd(house: TestHouse): Promise<void> {
  for (let count = 0; count < 6; count += 1) {
    const { id, similar } = await submitted(house, { content: TWIN });
    const answers = similar.map((hit) => ({ id: hit.id, answer: 'coordinate' as const }));
    await done(house, approval(answers), { by: PEOPLE.manager, initiative: id });
    const order = { type: 'Classify', classification: { c: 3, i: 1, a: 1 } } as const;
    await done(house, order, { by: PEOPLE.head, initiative: id });
  }
}

describe('cases like a proposal', () => {
  it('are the open ones, however many protected ones are more alike', async () => {
    const house = await testHouse();
    const { id } = await submitted(house, { content: COUSIN });
    await crowd(house);
    expect((await submitted(house, { content: TWIN })).similar.map((hit) => hit.id)).toEqual([id]);
  });

  it('are those that are asked for, at most five, and never the proposal itself', async () => {
    const house = await testHouse();
    const { id } = await submitted(house, { content: COUSIN });
    await crowd(house);
    const { similarTo } = house.similar;
    expect(similarTo(TWIN, () => true)).toHaveLength(5);
    expect(similarTo(TWIN, (hit) => hit.id === id).map((hit) => hit.id)).toEqual([id]);
    expect(similarTo(COUSIN, (hit) => hit.id === id, id)).toEqual([]);
  });
});
