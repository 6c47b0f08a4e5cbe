import { LogEntryTooLarge, StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { actionIn, cardOf, inputIds, inputValue, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, draft } from '../support/life.ts';
import { person, pressing } from '../support/talk.ts';
import { channel, turn } from '../support/turns.ts';

const { employee, colleague, manager } = PEOPLE;

const PROBLEM = {
  problem: 'Personalen hämtar nycklar i nyckelskåp varje pass. Det tar tid.',
  affectedGroups: 'employees,serviceUsers',
};
const DETAILS = { changeType: 'enhancement', category: 'digitalLocks', system: 'true', personalData: 'true' };

const only = (house: TestHouse) => [...house.casebook.all()];

describe('proposing', () => {
  it('takes three steps: problem, details, sent', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    expect(inputValue(problem, 'unit')).toBe('norr');
    const details = await eva.press(problem, 'draft-next', PROBLEM);
    expect(inputValue(details, 'title')).toBe('Personalen hämtar nycklar i nyckelskåp varje pass');
    const sent = await eva.press(details, 'submit', DETAILS);
    expect(readAll(sent)).toContain('VOF-2026-0001');
    expect(only(house)).toMatchObject([
      {
        state: 'MANAGER_REVIEW',
        proposer: employee,
        content: {
          title: 'Personalen hämtar nycklar i nyckelskåp varje pass',
          unit: 'norr',
          affectedGroups: ['employees', 'serviceUsers'],
          flags: { system: true, personalData: true, automation: false, acquisition: false },
          changeType: 'enhancement',
        },
      },
    ]);
    expect(only(house)[0]?.content).not.toHaveProperty('estimate');
  });

  it('keeps other words typed after “could not be saved”', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    house.log.failNext('after');
    await expect(eva.press(problem, 'draft-next', PROBLEM)).rejects.toThrow(StoreUnavailable);
    await eva.press(problem, 'draft-next', { ...PROBLEM, problem: 'Nycklarna kommer bort.' });
    expect(only(house)).toMatchObject([{ state: 'DRAFT', content: { problem: 'Nycklarna kommer bort.' } }]);
  });

  it('begins with what was written', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const offer = await eva.say('Vi letar efter nycklar varje morgon.');
    const problem = await eva.press(offer, 'start-proposal');
    expect(inputValue(problem, 'problem')).toBe('Vi letar efter nycklar varje morgon.');
    const direct = await eva.say('förslag: nycklarna kommer bort');
    expect(inputValue(direct, 'problem')).toBe('nycklarna kommer bort');
  });

  it('asks for the problem when it is missing, and keeps the rest', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    const again = await eva.press(problem, 'draft-next', { problem: '  ', affectedGroups: 'relatives' });
    expect(readAll(again)).toContain(house.texts('sv').t('cards.problem.needed.problem'));
    expect(inputValue(again, 'affectedGroups')).toBe('relatives');
    expect(only(house)).toEqual([]);
  });

  it('says what is missing and marks it, and loses nothing that was typed', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', PROBLEM);
    const again = await eva.press(details, 'submit', {
      title: 'Nycklar',
      solution: 'Lås med mobilen',
      system: 'true',
    });
    expect(readAll(again)).toContain('2 saker behöver rättas:\nVad du vill göra, kategori: Välj i listan.');
    expect(inputValue(again, 'solution')).toBe('Lås med mobilen');
    expect(inputValue(again, 'system')).toBe('true');
    expect(only(house)).toMatchObject([{ state: 'DRAFT', content: { solution: 'Lås med mobilen' } }]);
    expect(verbsIn(await eva.press(again, 'submit', DETAILS))).not.toContain('submit');
  });

  it('asks in step 1 for what step 1 has, and nowhere else', async () => {
    const house = await testHouse();
    const { t } = house.texts('sv');
    const berit = person(house, colleague);
    const again = await berit.press(await berit.say('nytt förslag'), 'draft-next', { problem: 'Nycklar.' });
    expect(readAll(again)).toContain(t('cards.problem.needed.affectedGroups'));
    expect(inputValue(again, 'problem')).toBe('Nycklar.');
    expect(only(house)).toEqual([]);
    const { id } = await draft(house, { content: { ...PROPOSAL, affectedGroups: [] } });
    const eva = person(house, employee);
    const back = await eva.press(await eva.verb('draft-open', { id }), 'submit', DETAILS);
    expect(inputIds(back)).toContain('affectedGroups');
    expect(readAll(back)).toContain(t('refusals.incomplete.fields.affectedGroups'));
    const details = await eva.press(back, 'draft-next', { affectedGroups: 'employees' });
    expect(verbsIn(await eva.press(details, 'submit', DETAILS))).not.toContain('submit');
    expect(house.casebook.initiative(id)?.state).toBe('MANAGER_REVIEW');
  });

  it('refuses a personal number where it stands, with what to do', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const again = await eva.press(await eva.say('nytt förslag'), 'draft-next', {
      ...PROBLEM,
      problem: 'Det gäller 19121212-1212 som ramlade.',
    });
    const text = house.texts('sv').t('refusals.personal-number.text');
    // At the top, and right below what holds it.
    expect(readAll(again).split(text)).toHaveLength(3);
    expect(inputValue(again, 'problem')).toBe('Det gäller 19121212-1212 som ramlade.');
    expect(only(house)).toEqual([]);
  });

  it('shows similar cases of the moment, protected ones not', async () => {
    const house = await testHouse();
    const other = await approved(house, { by: colleague });
    const eva = person(house, employee);
    const problem = { ...PROBLEM, problem: other.content.problem };
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', problem);
    expect(readAll(details)).toContain(other.number);
    await house.handle({
      order: { type: 'Classify', classification: { c: 3, i: 1, a: 1 } },
      initiative: other.id,
      operationId: 'op-classify',
      actor: PEOPLE.coach,
    });
    const otherwise = person(house, PEOPLE.otherEmployee);
    const hidden = await otherwise.press(await otherwise.say('nytt förslag'), 'draft-next', {
      ...problem,
      unit: 'bistand',
    });
    expect(readAll(hidden)).not.toContain(other.number);
  });
});

describe('a draft', () => {
  it('survives leaving, also a restart, and is found again', async () => {
    const house = await testHouse();
    const before = person(house, employee);
    const details = await before.press(await before.say('nytt förslag'), 'draft-next', PROBLEM);
    const saved = await before.press(details, 'draft-save', { title: 'Bort med nycklarna' });
    expect(verbsIn(saved)).toContain('my-drafts');
    const restarted = await testHouse({ store: house.store });
    const after = person(restarted, employee);
    const list = await after.say('mina utkast');
    expect(readAll(list)).toContain('Bort med nycklarna');
    const opened = await after.press(list, 'draft-open');
    expect(inputValue(opened, 'title')).toBe('Bort med nycklarna');
    const back = await after.press(opened, 'draft-back');
    expect(inputValue(back, 'problem')).toBe(PROBLEM.problem);
    expect(inputValue(back, 'affectedGroups')).toBe(PROBLEM.affectedGroups);
    const forth = await after.press(back, 'draft-next', { problem: 'Nycklarna är borta.' });
    expect(inputValue(forth, 'title')).toBe('Bort med nycklarna');
    expect([...restarted.casebook.all()]).toHaveLength(1);
  });

  it('is thrown away by its proposer, twice without harm', async () => {
    const house = await testHouse();
    const { id } = await draft(house);
    const eva = person(house, employee);
    const text = house.texts('sv').t('notices.draft-discarded.title');
    expect(readAll(await eva.verb('draft-discard', { id, op: 'card-1' }))).toContain(text);
    expect(readAll(await eva.verb('draft-discard', { id, op: 'card-1' }))).toContain(text);
    expect(house.casebook.initiative(id)?.state).toBe('CANCELLED');
  });

  it('that has been sent in is no draft: nobody throws it away', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    for (const who of [employee, PEOPLE.director, PEOPLE.head, manager])
      await person(house, who).verb('draft-discard', { id, op: 'card-1' });
    expect(house.casebook.initiative(id)?.state).toBe('PREPARATION');
  });

  it('is nobody else’s to see, change, send in or throw away', async () => {
    const house = await testHouse();
    const { id, version } = await draft(house);
    for (const who of [colleague, manager, PEOPLE.head]) {
      const other = person(house, who);
      for (const verb of [
        'draft-open',
        'draft-save',
        'draft-back',
        'draft-discard',
        'submit',
        'case-show',
        'draft-next',
      ]) {
        const card = await other.verb(verb, { id, op: `card-${verb}`, ...PROBLEM, problem: 'Något annat' });
        expect(readAll(card)).not.toContain('Digitala lås');
      }
    }
    expect(house.casebook.initiative(id)?.version).toBe(version);
  });
});

describe('the same press twice', () => {
  it('makes one draft and one case', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    const [details] = await Promise.all([
      eva.press(problem, 'draft-next', PROBLEM),
      eva.press(problem, 'draft-next', PROBLEM),
    ]);
    const [first, second] = await Promise.all([
      eva.press(details, 'submit', DETAILS),
      eva.press(details, 'submit', DETAILS),
    ]);
    for (const card of [first, second]) expect(readAll(card)).toContain('VOF-2026-0001');
    expect(only(house)).toHaveLength(1);
    expect(house.log.rows.filter(({ stream }) => stream.startsWith('NUMBERS'))).toHaveLength(1);
  });

  it('redelivered under a new activity id, also to another instance, is one', async () => {
    const house = await testHouse();
    const other = await testHouse({ store: house.store });
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    const press = pressing(actionIn(problem, 'draft-next'), problem, PROBLEM);
    await eva.send({ ...press, activityId: 'first' });
    await eva.send({ ...press, activityId: 'second' });
    await person(other, employee).send({ ...press, activityId: 'third' });
    expect(only(other)).toHaveLength(1);
  });

  it('with other words changes the draft', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    await eva.press(problem, 'draft-next', PROBLEM);
    await eva.press(problem, 'draft-next', { ...PROBLEM, problem: 'Nycklarna är för många.' });
    expect(only(house)).toMatchObject([{ content: { problem: 'Nycklarna är för många.' } }]);
  });

  it('with the first words again, after others, asks instead of saying done', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', PROBLEM);
    // Two devices show the same card; one of them still does when the other has gone on.
    await eva.press(details, 'draft-save', { title: 'Lås med mobilen' });
    await eva.press(details, 'draft-save', { title: 'Lås utan nyckel' });
    const again = await eva.press(details, 'draft-save', { title: 'Lås med mobilen' });
    expect(readAll(again)).toContain(house.texts('sv').t('refusals.stale.form'));
    expect(inputValue(again, 'title')).toBe('Lås med mobilen');
    expect(only(house)).toMatchObject([{ content: { title: 'Lås utan nyckel' } }]);
    await eva.press(again, 'draft-save');
    expect(only(house)).toMatchObject([{ content: { title: 'Lås med mobilen' } }]);
  });

  it('does so in step 1 too, with the draft it is about', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    const [first, second] = ['Nycklarna är för många.', 'Nycklarna är för få.'];
    for (const words of [PROBLEM.problem, first, second])
      await eva.press(problem, 'draft-next', { ...PROBLEM, problem: words });
    const again = await eva.press(problem, 'draft-next', { ...PROBLEM, problem: first });
    expect(readAll(again)).toContain(house.texts('sv').t('refusals.stale.form'));
    expect(inputValue(again, 'problem')).toBe(first);
    await eva.press(again, 'draft-next');
    expect(only(house)).toMatchObject([{ content: { problem: first } }]);
  });

  it('on a card of a case that has gone on shows the case', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    const details = await eva.press(problem, 'draft-next', PROBLEM);
    await eva.press(details, 'submit', DETAILS);
    for (const [card, verb] of [
      [problem, 'draft-next'],
      [details, 'submit'],
      [details, 'draft-save'],
      [details, 'draft-back'],
    ] as const)
      expect(readAll(await eva.press(card, verb, PROBLEM))).toContain('VOF-2026-0001');
    expect(only(house)).toMatchObject([{ version: 2 }]);
  });
});

describe('a store that is away', () => {
  it('is told in plain words, and the card stays as it is', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = await eva.say('nytt förslag');
    house.log.failNext('before');
    const press = turn({ ...pressing(actionIn(problem, 'draft-next'), problem, PROBLEM), actor: employee });
    const error = await house.bot.handle(press).then(undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailable);
    const reply = house.bot.onError(press, error);
    expect(Object.keys(reply)).toEqual(['text']);
    expect('text' in reply && reply.text).toContain(press.correlationId);
    expect(cardOf(await house.bot.handle({ ...press, activityId: 'again' }))).toBeDefined();
    expect(only(house)).toHaveLength(1);
  });
});

describe('more than there is room for', () => {
  const LONG = 'å'.repeat(70_000);

  it('is told at the field, with the limit, and nothing is cut or saved', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const again = await eva.press(await eva.say('nytt förslag'), 'draft-next', { ...PROBLEM, problem: LONG });
    const { t } = house.texts('sv');
    expect(readAll(again)).toContain(t('refusals.too-long.field', { limit: 3000, length: 70_000 }));
    expect(only(house)).toEqual([]);
  });

  it.each(['sv', 'en'] as const)('together is told with the longest field (%s)', async (language) => {
    const house = await testHouse();
    const eva = person(house, employee);
    if (language === 'en') await eva.say('English');
    const press = turn({ actor: employee, locale: language });
    const tooLarge = new LogEntryTooLarge('I-A#000001', { length: 61_234, field: 'content.solution' });
    const reply = house.bot.onError(press, tooLarge);
    const { t } = house.texts(language);
    const field = t('fields.solution');
    const text = t('refusals.too-long.whole', { field, length: 61_234, limit: 60_000 });
    expect(reply).toEqual({ text });
    expect(text).toMatch(/61.?234.*60.?000.*(förslag till lösning|solution)/);
  });
});

describe('in a channel', () => {
  it('several people start from one card, each with a draft of their own', async () => {
    const house = await testHouse();
    const [eva, bo] = [person(house, employee, channel()), person(house, colleague, channel())];
    const problem = await eva.say('nytt förslag');
    for (const who of [eva, bo, eva]) await who.press(problem, 'draft-next', PROBLEM);
    expect(
      only(house)
        .map(({ proposer }) => proposer)
        .toSorted(),
    ).toEqual([colleague, employee]);
    expect(inputIds(problem)).toContain('problem');
  });
});
