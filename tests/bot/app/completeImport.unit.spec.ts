import { type Change, createCasebook } from '../../../bot/app/casebook.ts';
import { isSubmitted } from '../../../domain/initiatives/initiative.ts';
import { FROM_A_LIST } from '../../builders/importing.ts';
import { PEOPLE } from '../../builders/people.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { newStore, type TestStore, testHouse } from '../house.ts';
import { done, operation, submitted } from '../support/life.ts';

const TITLES = ['Digitala lås i hemtjänsten', 'Matlistor på skärm'];

describe('a file that is being imported', () => {
  let store: TestStore;
  let house: Awaited<ReturnType<typeof testHouse>>;
  beforeEach(async () => {
    store = newStore();
    house = await testHouse({ store });
  });

  async function rows(): Promise<string[]> {
    const ids: string[] = [];
    for (const title of TITLES) {
      const order = { ...FROM_A_LIST, content: { ...FROM_A_LIST.content, title } };
      const outcome = await house.handle({ order, operationId: operation(), actor: PEOPLE.toolAdmin });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      ids.push(outcome.initiative.id);
    }
    return ids;
  }
  const complete = (initiatives: readonly string[], actor: string = PEOPLE.toolAdmin) =>
    house.completeImport({ initiatives, operationId: 'op-whole', actor });
  const elsewhere = async () => {
    const casebook = createCasebook(memoryEventLog(store.rows));
    await casebook.catchUp();
    return casebook;
  };

  it('is nothing to anybody while it is not all there', async () => {
    const told: Change[] = [];
    house.casebook.onChange((change) => told.push(change));
    const [first = ''] = await rows();
    for (const casebook of [house.casebook, await elsewhere()]) {
      expect([...casebook.all(), ...casebook.ids()]).toEqual([]);
      expect(casebook.size()).toBe(0);
      expect(casebook.initiative(first)).toBeUndefined();
      expect(casebook.byNumber('VOF-2026-0001')).toBeUndefined();
      expect(casebook.provisional(first)).toMatchObject({ number: 'VOF-2026-0001' });
    }
    expect(told.map(({ initiative }) => initiative)).toEqual(Array(4).fill(undefined));
    const order = { type: 'FollowUp', status: 'green', text: 'Det går.' } as const;
    expect(
      await house.handle({ order, operationId: operation(), actor: PEOPLE.coach, initiative: first }),
    ).toMatchObject({ ok: false, refusal: { code: 'unknown-initiative' } });
  });

  it('becomes cases all at once, for everybody, and each is told of', async () => {
    const other = await elsewhere();
    const ids = await rows();
    const told: (string | undefined)[] = [];
    other.onChange(({ initiative }) => told.push(initiative?.id));
    expect(await complete(ids)).toMatchObject({ outcome: 'done' });
    await other.catchUp();
    for (const casebook of [house.casebook, other]) {
      expect([...casebook.all()].map(({ content }) => content.title)).toEqual(TITLES);
      expect([...casebook.ids()]).toEqual(ids);
      expect(casebook.size()).toBe(2);
      expect(casebook.byNumber('VOF-2026-0002')?.id).toBe(ids[1]);
      expect(casebook.provisional(ids[0] ?? '')).toBeUndefined();
    }
    expect(told.filter((id) => id !== undefined)).toEqual(ids);
    const order = { type: 'FollowUp', status: 'green', text: 'Det går.' } as const;
    expect(await done(house, order, { by: PEOPLE.coach, initiative: ids[0] ?? '' })).toMatchObject({
      version: 2,
    });
  });

  it('becomes cases also where a row of it comes to light after the one that completes it', async () => {
    const ids = await rows();
    await complete(ids);
    const late = store.rows.find(({ stream }) => stream === ids[0])!;
    const shown = [...store.rows.filter((row) => row !== late), late];
    const casebook = createCasebook({
      read: memoryEventLog(store.rows).read,
      readAfter: async (position) =>
        shown.map((row, i) => ({ ...row, position: i + 1 })).filter((row) => row.position > position),
    });
    await casebook.catchUp();
    expect([...casebook.ids()].toSorted()).toEqual(ids.toSorted());
    expect(casebook.byNumber('VOF-2026-0001')?.id).toBe(ids[0]);
  });

  it('takes numbers that nobody else gets, also before it is complete', async () => {
    const ids = await rows();
    const { number } = await submitted(house);
    expect(number).toBe('VOF-2026-0003');
    await complete(ids);
    const numbers = [...house.casebook.all()].filter(isSubmitted).map((each) => each.number);
    expect(numbers.toSorted()).toEqual(['VOF-2026-0001', 'VOF-2026-0002', 'VOF-2026-0003']);
  });

  it('is completed once, by somebody who may, and never without a row', async () => {
    const ids = await rows();
    expect(await complete(ids, PEOPLE.head)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await complete([...ids, 'I-MISSING'])).toMatchObject({ refusal: { code: 'unknown-initiative' } });
    expect(house.casebook.size()).toBe(0);
    await complete(ids);
    const { length } = store.rows;
    expect(await complete(ids)).toEqual({ outcome: 'replayed' });
    expect(store.rows).toHaveLength(length);
  });

  it('is a case at once where the row does not say otherwise', async () => {
    await rows();
    const { provisional: _mark, ...imported } = Object(store.rows.at(-1)?.events[0]);
    const older = memoryEventLog();
    await older.append('I-OLDER', 0, {
      operationId: 'op-older',
      actor: PEOPLE.toolAdmin,
      at: '2026-03-02T09:00:00.000Z',
      events: [imported],
    });
    const casebook = createCasebook(older);
    await casebook.catchUp();
    expect(casebook.byNumber('VOF-2026-0002')?.id).toBe('I-OLDER');
  });
});
