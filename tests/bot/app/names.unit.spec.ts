import { createCasebook } from '../../../bot/app/casebook.ts';
import { createNames } from '../../../bot/app/names.ts';
import type { Directory } from '../../../bot/app/ports/index.ts';
import { HOLDERS } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { testHouse } from '../house.ts';
import { submitted } from '../support/life.ts';
import { provision } from '../support/organisationRow.ts';

/** Elsewhere: knows nobody until asked, and answers after a while. */
function slowDirectory(trouble: { times: number } = { times: 0 }) {
  const known = new Map<string, string>();
  const asked: string[] = [];
  const directory: Directory = {
    nameOf: (id) => known.get(id),
    person: async (id) => {
      asked.push(id);
      await Promise.resolve();
      trouble.times -= 1;
      if (trouble.times >= 0) throw new Error('away');
      known.set(id, `Namn på ${id}`);
      return { id, name: `Namn på ${id}` };
    },
  };
  return { directory, asked };
}

async function namesOn(trouble?: { times: number }) {
  const { directory, asked } = slowDirectory(trouble);
  const log = memoryEventLog([]);
  await provision(log);
  const casebook = createCasebook(log);
  const names = createNames(directory, casebook);
  return { names, casebook, asked };
}

describe('names of people', () => {
  it('are asked for when somebody appears in the log', async () => {
    const house = await testHouse();
    const { directory, asked } = slowDirectory();
    createNames(directory, house.casebook);
    await submitted(house);
    expect(asked).toEqual([PEOPLE.employee]);
  });

  it('stand in a card that had to be made without them, since it is made again', async () => {
    const { names } = await namesOn();
    let made = 0;
    const card = await names.shown(async () => {
      made += 1;
      return names.nameOf(PEOPLE.manager);
    });
    expect([card, made]).toEqual([`Namn på ${PEOPLE.manager}`, 2]);
  });

  it('cost nothing once they are known', async () => {
    const { names, asked } = await namesOn();
    await names.learn([PEOPLE.manager, PEOPLE.manager]);
    let made = 0;
    await names.shown(async () => {
      made += 1;
      return names.nameOf(PEOPLE.manager);
    });
    expect([asked, made]).toEqual([[PEOPLE.manager], 1]);
  });

  it('do not make again what must be made once', async () => {
    const { names } = await namesOn();
    let made = 0;
    await names.shown(
      async () => {
        made += 1;
        names.nameOf(PEOPLE.manager);
        return 'sent';
      },
      (what) => what !== 'sent',
    );
    expect(made).toBe(1);
  });

  it('are the id when the directory is away, and are asked for again the next time', async () => {
    const { names } = await namesOn({ times: 1 });
    const show = () => names.shown(async () => names.nameOf(PEOPLE.coach));
    await names.learn([PEOPLE.coach]);
    expect(names.nameOf(PEOPLE.coach)).toBe(PEOPLE.coach);
    expect(await show()).toBe(`Namn på ${PEOPLE.coach}`);
  });

  it('of all role holders and their substitutes are learnt at a start', async () => {
    const { names, casebook, asked } = await namesOn();
    await casebook.catchUp();
    asked.length = 0;
    await names.learnAll();
    expect(HOLDERS.map(({ person }) => names.nameOf(person))).toEqual(
      HOLDERS.map(({ person }) => `Namn på ${person}`),
    );
    expect(asked).toContain(PEOPLE.substituteCoach);
  });
});
