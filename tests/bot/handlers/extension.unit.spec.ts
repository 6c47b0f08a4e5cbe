import { PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { cardOf, inputValue } from '../support/cardReading.ts';
import { draft, guarded, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { channel } from '../support/turns.ts';

const { employee, colleague, coach } = PEOPLE;

async function search(house: TestHouse, query: string, who: string = employee) {
  const reply = await person(house, who, channel()).send({
    kind: 'query',
    query,
    commandId: 'searchCases',
    waiting: true,
  });
  if (!('results' in reply)) throw new Error('no results');
  return reply.results;
}

describe('searching from the compose box', () => {
  it('finds by number, title and unit, every word counting', async () => {
    const house = await testHouse();
    const first = await submitted(house);
    const second = await submitted(house, {
      by: colleague,
      content: proposal({ title: 'Larm på boendet', unit: 'soder' }),
    });
    expect((await search(house, first.number.toLowerCase())).map(({ title }) => title)).toEqual([
      `${first.number} ${first.content.title}`,
    ]);
    expect(await search(house, 'larm söder')).toHaveLength(1);
    expect(await search(house, 'larm norr')).toEqual([]);
    // In the problem too, after those that are named so.
    const told = await submitted(house, {
      content: proposal({ title: 'Scheman', problem: 'Larmet på boendet stör.' }),
    });
    const found = await search(house, 'larm boendet');
    expect(found.map(({ title }) => title.split(' ')[0])).toEqual([second.number, told.number]);
    const latest = await search(house, '');
    expect(latest.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringContaining(second.number)]),
    );
    expect(latest).toHaveLength(3);
  });

  it('never finds drafts or protected cases, whoever searches: what is picked is shown to all', async () => {
    const house = await testHouse();
    await draft(house);
    await guarded(house, { by: colleague });
    for (const who of [employee, colleague, coach, PEOPLE.head])
      expect(await search(house, '', who)).toEqual([]);
  });

  it('gives cards without buttons that act', async () => {
    const house = await testHouse();
    await submitted(house);
    const [found] = await search(house, '', PEOPLE.manager);
    expect(JSON.stringify(found?.card)).not.toContain('Action.Execute');
  });

  it('takes whatever is typed', async () => {
    const house = await testHouse();
    await submitted(house);
    for (const query of ['.*', '(', '\\', '%', "' OR 1=1", '🙂', 'a'.repeat(5_000)])
      expect(await search(house, query)).toEqual([]);
  });

  it('shows ten, and the typed command says how many there are', async () => {
    const house = await testHouse();
    for (let i = 0; i < 13; i += 1) await submitted(house);
    expect(await search(house, 'lås')).toHaveLength(10);
    const card = await person(house, employee).say('sök lås');
    const { t } = house.texts('sv');
    expect(JSON.stringify(card)).toContain(t('cards.lists.search.heading', { count: 13, words: 'lås' }));
    expect(JSON.stringify(card)).toContain(t('cards.lists.more', { count: 3 }));
  });
});

describe('a proposal from a message', () => {
  it('is a dialog that goes all the way', async () => {
    const house = await testHouse();
    const eva = person(house, employee, channel());
    const opened = await eva.send({
      kind: 'fetchTask',
      commandId: 'propose',
      messageText: 'Nycklarna kommer bort.',
    });
    const problem = cardOf(opened);
    expect(inputValue(problem, 'problem')).toBe('Nycklarna kommer bort.');
    expect(JSON.stringify(problem)).not.toContain('Action.Execute');
    const step = (card: object, verb: string) => {
      const actions = JSON.stringify(card).match(/"data":(\{[^{}]*\})/g) ?? [];
      const data = actions.map((text) => JSON.parse(text.slice('"data":'.length)) as Record<string, unknown>);
      const found = data.find((each) => each.verb === verb);
      if (!found) throw new Error(`no ${verb}`);
      return found;
    };
    const next = step(problem, 'draft-next');
    const details = await eva.send({
      kind: 'submitAction',
      verb: String(next.verb),
      data: { ...next, problem: 'Nycklarna kommer bort.', unit: 'norr', affectedGroups: 'employees' },
    });
    const submit = step(cardOf(details), 'submit');
    const done = await eva.send({
      kind: 'submitAction',
      verb: 'submit',
      data: { ...submit, changeType: 'improvement', category: 'other', system: 'false' },
    });
    expect(JSON.stringify(cardOf(done))).toContain('VOF-2026-0001');
  });

  it('can do with a message without text, or one that is too long', async () => {
    const house = await testHouse();
    const eva = person(house, employee, channel());
    for (const messageText of [undefined, '', 'a'.repeat(30_000)]) {
      const card = cardOf(
        await eva.send({ kind: 'fetchTask', ...(messageText !== undefined && { messageText }) }),
      );
      expect(JSON.stringify(card).length).toBeLessThan(25_000);
    }
  });
});
