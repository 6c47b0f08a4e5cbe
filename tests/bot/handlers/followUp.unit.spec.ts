import { StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { LIMITS } from '../../../domain/initiatives/content.ts';
import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { cardOf, inputIds, inputValue, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, decided, deviating, done, guarded, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { CHANNEL, channel, chatWith } from '../support/turns.ts';

const { coach, employee, colleague, director, developmentLead } = PEOPLE;

const GOAL = {
  id: 'minutes',
  kind: 'effect',
  text: 'Mindre tid på nycklar',
  measure: 'Minuter per pass',
  unit: 'minuter',
  baseline: 20,
  target: 2,
  due: '2027-01-31',
} as const;

async function withGoal(house: TestHouse) {
  const { id, number } = await approved(house);
  await done(house, { type: 'SetGoal', goal: GOAL }, { by: coach, initiative: id });
  return { id, number };
}

describe('following up', () => {
  it('saves status and text, and shows the case', async () => {
    const house = await testHouse();
    const { id, number } = await approved(house);
    const kim = person(house, coach);
    const card = await kim.say(`följ upp ${number}`);
    const after = await kim.press(card, 'follow-up-save', { status: 'yellow', text: 'Utbildningen är sen.' });
    expect(readAll(after)).toContain('Utbildningen är sen.');
    expect(house.casebook.initiative(id)?.followUps).toMatchObject([{ by: coach, status: 'yellow' }]);
  });

  it('begins with what was written after the number', async () => {
    const house = await testHouse();
    const { number } = await approved(house);
    const card = await person(house, coach).say(`följ upp ${number} Låsen är beställda`);
    expect(inputValue(card, 'text')).toBe('Låsen är beställda');
  });

  it('saves other words after “could not be saved”, and the same words once', async () => {
    const house = await testHouse();
    const { id, number } = await approved(house);
    const kim = person(house, coach);
    const card = await kim.say(`följ upp ${number}`);
    house.log.failNext('after');
    await expect(
      kim.press(card, 'follow-up-save', { status: 'green', text: 'Det går bra.' }),
    ).rejects.toThrow(StoreUnavailable);
    await kim.press(card, 'follow-up-save', { status: 'green', text: 'Det går bra.' });
    await kim.press(card, 'follow-up-save', { status: 'red', text: 'Rättelse: leveransen uteblev.' });
    const texts = house.casebook.initiative(id)?.followUps.map(({ text }) => text);
    expect(texts).toEqual(['Det går bra.', 'Rättelse: leveransen uteblev.']);
  });

  it('takes a measurement with day and source, today unless another is said', async () => {
    const house = await testHouse();
    const { id } = await withGoal(house);
    const kim = person(house, coach);
    const card = await kim.verb('follow-up-open', { id });
    const inputs = {
      status: 'green',
      text: 'Bra.',
      goal: 'minutes',
      value: '12,5',
      source: 'Schemasystemet',
    };
    await kim.press(card, 'follow-up-save', inputs);
    const [first] = house.casebook.initiative(id)?.measurements ?? [];
    expect(first).toEqual({ goal: 'minutes', value: 12.5, day: '2026-03-02', source: 'Schemasystemet' });
    const next = await kim.verb('follow-up-open', { id });
    await kim.press(next, 'follow-up-save', { ...inputs, text: 'Bättre.', value: '-3', day: '2026-02-20' });
    expect(house.casebook.initiative(id)?.measurements.at(-1)).toMatchObject({
      value: -3,
      day: '2026-02-20',
    });
  });

  it.each([
    ['status', { text: 'Bra.' }, 'cards.follow-up.needed.status'],
    ['text', { status: 'green' }, 'cards.follow-up.needed.text'],
    ['value', { status: 'green', text: 'Bra.', goal: 'minutes' }, 'cards.follow-up.needed.value'],
    [
      'value',
      { status: 'green', text: 'Bra.', goal: 'minutes', value: 'tolv', source: 'Jag' },
      'cards.follow-up.needed.value',
    ],
    [
      'source',
      { status: 'green', text: 'Bra.', goal: 'minutes', value: '1' },
      'cards.follow-up.needed.source',
    ],
    ['goal', { status: 'green', text: 'Bra.', value: '1', source: 'Jag' }, 'cards.follow-up.needed.goal'],
    [
      'day',
      { status: 'green', text: 'Bra.', goal: 'minutes', value: '1', source: 'Jag', day: '2026-13-40' },
      'cards.follow-up.needed.day',
    ],
    [
      'day',
      { status: 'green', text: 'Bra.', goal: 'minutes', value: '1', source: 'Jag', day: '2027-01-01' },
      'refusals.future-date.text',
    ],
  ])('asks for %s and keeps the rest: %j', async (_id, inputs, key) => {
    const house = await testHouse();
    const { id } = await withGoal(house);
    const kim = person(house, coach);
    const again = await kim.press(await kim.verb('follow-up-open', { id }), 'follow-up-save', inputs);
    expect(readAll(again)).toContain(house.texts('sv').t(key));
    expect(verbsIn(again)).toContain('follow-up-save');
    if ('text' in inputs) expect(inputValue(again, 'text')).toBe(inputs.text);
    expect(house.casebook.initiative(id)?.followUps).toEqual([]);
  });

  it('refuses an over-long text with the limit', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const text = 'a'.repeat(LIMITS.reason + 1);
    const again = await person(house, coach).verb('follow-up-save', {
      id,
      op: 'card-1',
      status: 'green',
      text,
    });
    expect(readAll(again)).toContain(`${LIMITS.reason}`);
    expect(readAll(again)).toContain(`${LIMITS.reason + 1}`);
  });

  it('is for coach, lead and manager; others see the case', async () => {
    const house = await testHouse();
    const { id, version } = await approved(house);
    for (const who of [employee, colleague, PEOPLE.otherCoach]) {
      const other = person(house, who);
      expect(inputIds(await other.verb('follow-up-open', { id }))).toEqual([]);
      const refused = await other.verb('follow-up-save', {
        id,
        op: 'card-1',
        status: 'red',
        text: 'Dåligt.',
      });
      expect(readAll(refused)).toContain(house.texts('sv').t('refusals.not-allowed.text'));
    }
    expect(house.casebook.initiative(id)?.version).toBe(version);
    expect(inputIds(await person(house, developmentLead).verb('follow-up-open', { id }))).toContain('status');
  });

  it('of a case that is not under way shows the case', async () => {
    const house = await testHouse();
    const { id, number } = await submitted(house);
    const card = await person(house, PEOPLE.manager).verb('follow-up-save', {
      id,
      op: 'card-1',
      status: 'green',
      text: 'Bra.',
    });
    expect(readAll(card)).toContain(number);
  });
});

describe('the coach’s channel', () => {
  async function tied() {
    const house = await testHouse();
    await house.conversations.save(channel());
    await house.handleOrganisation(
      { type: 'LinkChannel', channel: CHANNEL, unit: 'vof' },
      'op-link',
      PEOPLE.head,
    );
    const initiative = await approved(house);
    await house.courier.run();
    const message = house.messenger.sent.find(({ to }) => to === CHANNEL)!;
    return { house, initiative, message };
  }

  it('gets a card with a button to follow up, which several coaches can use', async () => {
    const { house, initiative, message } = await tied();
    const [kim, lead] = [coach, developmentLead].map((who) => person(house, who, channel()));
    const open = await kim!.press(cardOf(message.message), 'follow-up-open');
    await kim!.press(open, 'follow-up-save', { status: 'green', text: 'Bra.' });
    await lead!.press(open, 'follow-up-save', { status: 'yellow', text: 'Nja.' });
    await kim!.press(open, 'follow-up-save', { status: 'green', text: 'Bra.' });
    const { followUps } = house.casebook.initiative(initiative.id)!;
    expect(followUps.map(({ by, status }) => [by, status])).toEqual([
      [coach, 'green'],
      [developmentLead, 'yellow'],
    ]);
    await house.courier.run();
    const update = house.messenger.sent.findLast(({ activity }) => activity === message.activity);
    expect(readAll(cardOf(update?.message))).toContain('Nja.');
  });

  it('answers a stranger’s press without changing anything', async () => {
    const { house, initiative, message } = await tied();
    const card = await person(house, colleague, channel()).press(cardOf(message.message), 'follow-up-open');
    expect(inputIds(card)).toEqual([]);
    expect(house.casebook.initiative(initiative.id)?.followUps).toEqual([]);
  });

  it('the answer to one person’s press is not kept as everybody’s card', async () => {
    const { house, initiative } = await tied();
    const reply = await person(house, coach, channel()).send({
      kind: 'action',
      verb: 'follow-up-save',
      data: { id: initiative.id, op: 'card-1', status: 'green', text: 'Bra.' },
    });
    expect(reply).not.toHaveProperty('keep');
  });

  it('marks what is late', async () => {
    const { house, initiative } = await tied();
    house.setNow('2026-04-20T09:00:00.000Z');
    const card = await person(house, coach, channel()).say(`visa ${initiative.number}`);
    expect(readAll(card)).toContain(house.texts('sv').t('cards.case.overdue', { count: 18 }));
  });
});

describe('red twice in a row', () => {
  it('is decided by the director from the message', async () => {
    const house = await testHouse();
    const { id } = await deviating(house);
    await house.courier.run();
    const message = house.messenger.sent.find(
      ({ to, isUpdate }) => to === chatWith(director).id && !isUpdate,
    )!;
    const dan = person(house, director);
    const card = cardOf(message.message);
    const { t } = house.texts('sv');
    const asked = await dan.press(card, 'deviation-decide');
    expect(readAll(asked)).toContain(t('cards.deviation.needed.choice'));
    expect(readAll(asked)).toContain(t('cards.deviation.needed.reason'));
    const noDate = await dan.press(asked, 'deviation-decide', { choice: 'pause', reason: 'Vi väntar.' });
    expect(readAll(noDate)).toContain(t('cards.deviation.needed.until'));
    expect(inputValue(noDate, 'reason')).toBe('Vi väntar.');
    const past = await dan.press(noDate, 'deviation-decide', {
      choice: 'pause',
      reason: 'Vi väntar.',
      until: '2026-01-01',
    });
    expect(readAll(past)).toContain(t('refusals.past-date.text'));
    await dan.press(past, 'deviation-decide', { choice: 'pause', reason: 'Vi väntar.', until: '2026-06-01' });
    expect(house.casebook.initiative(id)).toMatchObject({ state: 'PAUSED', paused: { until: '2026-06-01' } });
  });

  it('a manager may continue but not cancel, and is told so at the choice', async () => {
    const house = await testHouse();
    const { id } = await deviating(house);
    const lars = person(house, PEOPLE.manager);
    const card = await lars.verb('deviation-open', { id });
    const refused = await lars.press(card, 'deviation-decide', { choice: 'cancel', reason: 'Vi slutar.' });
    expect(readAll(refused)).toContain(house.texts('sv').t('refusals.not-allowed.text'));
    await lars.press(refused, 'deviation-decide', { choice: 'continue', reason: 'Det ordnar sig.' });
    expect(house.casebook.initiative(id)?.deviationSince).toBeUndefined();
  });

  it('asks what it has cost before work that has begun is stopped', async () => {
    const house = await testHouse();
    const { id } = await decided(house);
    const by = (who: string) => ({ by: who, initiative: id });
    await done(house, { type: 'Start', next: 'EXECUTION' }, by(director));
    for (const text of ['Leveransen är sen.', 'Leverantören svarar inte.'])
      await done(house, { type: 'FollowUp', status: 'red', text }, by(coach));
    const dan = person(house, director);
    const asked = await dan.press(await dan.verb('deviation-open', { id }), 'deviation-decide', {
      choice: 'cancel',
      reason: 'Tekniken håller inte.',
    });
    expect(readAll(asked)).toContain(house.texts('sv').t('refusals.cost-needed.text'));
    expect(inputValue(asked, 'reason')).toBe('Tekniken håller inte.');
    const wrong = await dan.press(asked, 'deviation-decide', { costSoFar: 'mycket' });
    expect(readAll(wrong)).toContain(house.texts('sv').t('cards.deviation.needed.costSoFar'));
    await dan.press(wrong, 'deviation-decide', { costSoFar: '25 000' });
    expect(house.casebook.initiative(id)).toMatchObject({
      state: 'CANCELLED',
      lessons: [{ text: 'Tekniken håller inte.' }],
    });
    expect(house.casebook.initiative(id)?.decisions.at(-1)).toMatchObject({
      type: 'Cancelled',
      details: { costSoFar: 25_000 },
    });
  });

  it('that is decided already shows the case', async () => {
    const house = await testHouse();
    const { id } = await deviating(house);
    const [dan, lars] = [person(house, director), person(house, PEOPLE.manager)];
    const stale = await lars.verb('deviation-open', { id });
    await dan.verb('deviation-decide', { id, op: 'card-1', choice: 'continue', reason: 'Det går.' });
    const card = await lars.press(stale, 'deviation-decide', { choice: 'change', reason: 'Ändra planen.' });
    expect(inputIds(card)).toEqual([]);
    expect(
      house.casebook.initiative(id)?.decisions.filter(({ type }) => type === 'DeviationDecided'),
    ).toHaveLength(1);
  });

  it('is nobody’s to decide before it happens, nor a stranger’s after', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    expect(inputIds(await person(house, director).verb('deviation-open', { id }))).toEqual([]);
    const other = await deviating(house, { by: colleague });
    const data = { id: other.id, op: 'card-1', choice: 'continue', reason: 'Jag vill.' };
    await person(house, employee).verb('deviation-decide', data);
    expect(house.casebook.initiative(other.id)?.deviationSince).toBeDefined();
  });
});

describe('a protected case', () => {
  it('is followed up in private only', async () => {
    const house = await testHouse();
    const { id, content } = await guarded(house);
    const here = person(house, coach);
    expect(inputIds(await here.verb('follow-up-open', { id }))).toContain('status');
    const there = person(house, coach, channel());
    for (const verb of ['follow-up-open', 'follow-up-save', 'case-show'])
      expect(JSON.stringify(await there.verb(verb, { id, op: 'card-1' }))).not.toContain(content.title);
  });
});
