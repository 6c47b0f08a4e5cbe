import { LIMITS } from '../../../domain/initiatives/content.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL, proposal, SMALL } from '../../builders/proposals.ts';
import { nameOf, type TestHouse, testHouse } from '../house.ts';
import { cardOf, inputIds, inputValue, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, done, draft, returned, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { chatWith } from '../support/turns.ts';

const { employee, manager, areaManager, colleague, coach } = PEOPLE;
const EVIDENCE = { needIsReal: 'true', fitsGoals: 'true', preparationHours: '40', fundingIdea: 'own-budget' };
const DECIDING = ['approve', 'return', 'reject'];

const stateOf = (house: TestHouse, id: string) => house.casebook.initiative(id)?.state;

describe('the manager’s card', () => {
  it('approves with evidence, and becomes the case’s card', async () => {
    const house = await testHouse();
    const { id, number } = await submitted(house);
    const lars = person(house, manager);
    const card = await lars.say(`godkänn ${number}`);
    expect(verbsIn(card)).toEqual(expect.arrayContaining([...DECIDING, 'forward']));
    const after = await lars.press(card, 'approve', { ...EVIDENCE, preparationHours: '12,5' });
    expect(verbsIn(after)).not.toContain('approve');
    expect(house.casebook.initiative(id)).toMatchObject({
      state: 'PREPARATION',
      coach,
      evidence: { preparationHours: 12.5, fundingIdea: 'own-budget' },
    });
  });

  it.each([
    ['return', 'RETURNED'],
    ['reject', 'REJECTED'],
  ] as const)('%s needs a reason, which the proposer reads', async (verb, state) => {
    const house = await testHouse();
    const { id } = await submitted(house);
    const lars = person(house, manager);
    const card = await lars.verb('review-open', { id });
    const asked = await lars.press(card, verb);
    expect(readAll(asked)).toContain(house.texts('sv').t(`cards.review.needed.${verb}`));
    expect(stateOf(house, id)).toBe('MANAGER_REVIEW');
    await lars.press(asked, verb, { reason: 'Skriv hur många brukare det gäller.' });
    expect(stateOf(house, id)).toBe(state);
    await house.courier.run();
    const told = house.messenger.sent.find(({ to }) => to === chatWith(employee).id);
    expect(JSON.stringify(told)).toContain('Skriv hur många brukare det gäller.');
  });

  it('forwards to another unit with a reason, and marks what is missing', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    const lars = person(house, manager);
    const card = await lars.verb('review-open', { id });
    const asked = await lars.press(card, 'forward');
    expect(readAll(asked)).toContain(house.texts('sv').t('cards.review.needed.unit'));
    const wrong = await lars.verb('forward', { id, op: 'card-9', forwardUnit: 'norr', reason: 'Er sak.' });
    expect(readAll(wrong)).toContain(house.texts('sv').t('refusals.same-unit.text'));
    await lars.press(asked, 'forward', { forwardUnit: 'bistand', reason: 'Det hör till er.' });
    expect(house.casebook.initiative(id)).toMatchObject({
      state: 'FORWARDED',
      forwarded: { unit: 'bistand' },
    });
  });

  it('comes back from the wrong unit to the one it came from, with what was said', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await done(
      house,
      { type: 'Forward', unit: 'bistand', reason: 'Hör till er.' },
      { by: manager, initiative: id },
    );
    const there = person(house, PEOPLE.otherManager);
    const card = await there.verb('review-open', { id });
    expect(readAll(card)).toContain('Hör till er.');
    await there.press(card, 'forward', { forwardUnit: 'norr', reason: 'Nej, det är ert.' });
    expect(house.casebook.initiative(id)).toMatchObject({ state: 'FORWARDED', forwarded: { unit: 'norr' } });
    expect(readAll(await person(house, manager).verb('review-open', { id }))).toContain('Nej, det är ert.');
  });

  it('says all that is missing to approve, at the inputs, and keeps what was typed', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    const lars = person(house, manager);
    const card = await lars.verb('review-open', { id });
    const nothing = await lars.press(card, 'approve', { reason: 'Bra tanke.' });
    const { t } = house.texts('sv');
    expect(readAll(nothing)).toContain(t('cards.review.needed.preparationHours'));
    expect(readAll(nothing)).toContain(t('cards.review.needed.fundingIdea'));
    expect(readAll(nothing)).toContain(
      `Behovet är verkligt, förslaget passar enhetens mål: ${t('cards.review.needed.vouch')}`,
    );
    expect(inputValue(nothing, 'reason')).toBe('Bra tanke.');
    const unconfirmed = await lars.press(nothing, 'approve', { ...EVIDENCE, fitsGoals: 'false' });
    expect(readAll(unconfirmed)).toContain(t('cards.review.needed.vouch'));
    expect(inputValue(unconfirmed, 'needIsReal')).toBe('true');
    expect(stateOf(house, id)).toBe('MANAGER_REVIEW');
  });

  it('needs two presses at most, however much is missing: similar cases are told with the rest', async () => {
    const house = await testHouse();
    const other = await approved(house, { by: colleague });
    const { id } = await submitted(house);
    const lars = person(house, manager);
    const told = await lars.press(await lars.verb('review-open', { id }), 'approve');
    const { t } = house.texts('sv');
    for (const key of ['preparationHours', 'fundingIdea', 'vouch', 'similar'])
      expect(readAll(told)).toContain(t(`cards.review.needed.${key}`));
    await lars.press(told, 'approve', { ...EVIDENCE, [`similar:${other.id}`]: 'coordinate' });
    expect(stateOf(house, id)).toBe('PREPARATION');
  });

  it('does not ask for hours of preparation where there is none: a small improvement', async () => {
    const house = await testHouse();
    const { id } = await submitted(house, { content: SMALL });
    const lars = person(house, manager);
    const card = await lars.verb('review-open', { id });
    expect(inputIds(card)).not.toContain('preparationHours');
    const { preparationHours: _unasked, ...answers } = EVIDENCE;
    await lars.press(card, 'approve', answers);
    expect(house.casebook.initiative(id)).toMatchObject({
      state: 'EXECUTION',
      evidence: { preparationHours: 0 },
    });
  });

  it('wants an answer for every similar case, with a reason where they are kept apart', async () => {
    const house = await testHouse();
    const other = await approved(house, { by: colleague });
    const { id } = await submitted(house);
    const lars = person(house, manager);
    const card = await lars.verb('review-open', { id });
    expect(inputIds(card)).toContain(`similar:${other.id}`);
    const unanswered = await lars.press(card, 'approve', EVIDENCE);
    const { t } = house.texts('sv');
    expect(readAll(unanswered)).toContain(t('cards.review.needed.similar'));
    const unreasoned = await lars.press(unanswered, 'approve', {
      ...EVIDENCE,
      [`similar:${other.id}`]: 'separate',
    });
    expect(readAll(unreasoned)).toContain(t('cards.review.needed.similarReason'));
    expect(stateOf(house, id)).toBe('MANAGER_REVIEW');
    await lars.press(unanswered, 'approve', {
      ...EVIDENCE,
      [`similar:${other.id}`]: 'separate',
      [`similarReason:${other.id}`]: 'Andra lås.',
    });
    expect(house.casebook.initiative(id)).toMatchObject({
      state: 'PREPARATION',
      evidence: { similarAnswers: [{ id: other.id, answer: 'separate', reason: 'Andra lås.' }] },
    });
  });

  it('refuses an over-long reason with the limit, and keeps it', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    const reason = 'a'.repeat(LIMITS.reason + 1);
    const again = await person(house, manager).verb('reject', { id, op: 'card-1', reason });
    expect(readAll(again)).toContain(String(LIMITS.reason));
    expect(inputValue(again, 'reason')).toBe(reason);
  });

  it('twice with one operation is one decision', async () => {
    const house = await testHouse();
    const { id, version } = await submitted(house);
    const lars = person(house, manager);
    const card = await lars.verb('review-open', { id });
    await Promise.all([lars.press(card, 'approve', EVIDENCE), lars.press(card, 'approve', EVIDENCE)]);
    expect(house.casebook.initiative(id)?.version).toBe(version + 1);
  });
});

describe('a stale card', () => {
  it('is answered with what holds now, never with an error', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    house.setNow('2026-03-30T09:00:00.000Z');
    const [lars, ulla] = [person(house, manager), person(house, areaManager)];
    const stale = await ulla.verb('review-open', { id });
    await lars.verb('reject', { id, op: 'card-1', reason: 'Finns redan.' });
    for (const verb of ['approve', 'return', 'reject', 'forward']) {
      const card = await ulla.press(stale, verb, { ...EVIDENCE, reason: 'Jaså.', forwardUnit: 'bistand' });
      expect(verbsIn(card)).not.toContain(verb);
      expect(readAll(card)).toContain(house.texts('sv').t('states.REJECTED'));
    }
  });

  it('of a case that has come back is answered with the deciding card', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    const lars = person(house, manager);
    const first = await lars.verb('review-open', { id });
    await lars.press(first, 'return', { reason: 'Hur många?' });
    await done(house, { type: 'Resubmit', changes: 'Antalet.' }, { by: employee, initiative: id });
    await lars.press(first, 'return', { reason: 'Hur många?' });
    expect(stateOf(house, id)).toBe('MANAGER_REVIEW');
    expect(verbsIn(await lars.verb('review-open', { id }))).toEqual(expect.arrayContaining(DECIDING));
  });
});

describe('the wrong person', () => {
  it('is refused in plain words, whatever the card showed', async () => {
    const house = await testHouse();
    const { id, version } = await submitted(house);
    for (const who of [employee, colleague, coach, PEOPLE.otherManager, PEOPLE.head]) {
      const other = person(house, who);
      for (const verb of ['approve', 'return', 'reject', 'forward']) {
        const card = await other.verb(verb, {
          id,
          op: `card-${verb}`,
          ...EVIDENCE,
          reason: 'Därför.',
          forwardUnit: 'bistand',
        });
        const code = who === employee ? 'own-proposal' : 'not-allowed';
        expect(readAll(card)).toContain(house.texts('sv').t(`refusals.${code}.text`));
        expect(verbsIn(card).filter((each) => DECIDING.includes(each))).toEqual([]);
      }
      expect(verbsIn(await other.verb('review-open', { id }))).not.toContain('approve');
    }
    expect(house.casebook.initiative(id)?.version).toBe(version);
  });

  it('does not decide on the own proposal; the next level does', async () => {
    const house = await testHouse();
    const { id } = await submitted(house, { by: manager });
    expect(verbsIn(await person(house, manager).verb('review-open', { id }))).not.toContain('approve');
    expect(verbsIn(await person(house, areaManager).verb('review-open', { id }))).toContain('approve');
  });
});

describe('typed decisions', () => {
  it.each([
    ['återremiss', 'RETURNED'],
    ['return', 'RETURNED'],
    ['avslå', 'REJECTED'],
    ['reject', 'REJECTED'],
  ])('%s NUMBER reason is made at once', async (word, state) => {
    const house = await testHouse();
    const { id, number } = await submitted(house);
    const lars = person(house, manager);
    const reply = await lars.reply(`${word} ${number} Skriv hur många det gäller`);
    await lars.reply(`${word} ${number} Skriv hur många det gäller`);
    expect(readAll(cardOf(reply))).toContain('Skriv hur många det gäller');
    expect(house.casebook.initiative(id)).toMatchObject({ state });
    expect(house.casebook.initiative(id)?.version).toBe(3);
  });

  it('by somebody who may not, or too late, is answered with why and whose turn it is', async () => {
    const house = await testHouse();
    const { t } = house.texts('sv');
    const { number } = await submitted(house);
    for (const who of [employee, colleague]) {
      const card = await person(house, who).say(`godkänn ${number}`);
      expect(readAll(card)).toContain(t('cards.case.not-yours'));
      expect(readAll(card)).toContain(nameOf(manager));
      expect(verbsIn(card)).not.toContain('approve');
    }
    const { number: decided } = await returned(house);
    const late = await person(house, manager).say(`godkänn ${decided}`);
    expect(readAll(late)).toContain(t('cards.case.already-decided'));
  });

  it('without a reason asks for it', async () => {
    const house = await testHouse();
    const { number } = await submitted(house);
    expect(verbsIn(await person(house, manager).say(`återremiss ${number}`))).toContain('return');
  });

  it('finds a case of a department with å, ä or ö in its prefix', async () => {
    const house = await testHouse();
    const unit = {
      id: 'gode',
      kind: 'department',
      name: 'Godemän',
      parent: 'kommunen',
      prefix: 'ÖFK',
    } as const;
    await house.handleOrganisation({ type: 'PlaceUnit', unit }, 'op-unit', PEOPLE.toolAdmin);
    const { number } = await submitted(house, { content: proposal({ unit: 'gode' }) });
    expect(number).toBe('ÖFK-2026-0001');
    expect(readAll(await person(house, colleague).say(`visa öfk-2026-1`))).toContain(PROPOSAL.title);
  });
});

describe('completing a returned case', () => {
  it('shows why it came back, and sends it in again with the changes', async () => {
    const house = await testHouse();
    const { id, number } = await returned(house);
    const eva = person(house, employee);
    const card = await eva.say(`komplettera ${number}`);
    expect(readAll(card)).toContain('Skriv hur många det gäller.');
    const asked = await eva.press(card, 'resubmit', { problem: 'Nycklar, 620 brukare.' });
    expect(readAll(asked)).toContain(house.texts('sv').t('cards.resubmit.changes-needed'));
    expect(inputValue(asked, 'problem')).toBe('Nycklar, 620 brukare.');
    const after = await eva.press(asked, 'resubmit', { changes: 'Antalet brukare.' });
    expect(readAll(after)).toContain(house.texts('sv').t('states.MANAGER_REVIEW'));
    expect(house.casebook.initiative(id)).toMatchObject({
      state: 'MANAGER_REVIEW',
      content: { problem: 'Nycklar, 620 brukare.', title: PROPOSAL.title },
    });
    await eva.press(asked, 'resubmit', { changes: 'Antalet brukare.' });
    expect(house.casebook.initiative(id)?.version).toBe(4);
  });

  it('is opened from the message about the decision', async () => {
    const house = await testHouse();
    await returned(house);
    await house.courier.run();
    const message = house.messenger.sent.find(
      ({ to, isUpdate }) => to === chatWith(employee).id && !isUpdate,
    )!;
    const eva = person(house, employee);
    expect(inputIds(await eva.press(cardOf(message.message), 'resubmit-open'))).toContain('changes');
  });

  it('is nobody else’s', async () => {
    const house = await testHouse();
    const { id, version } = await returned(house);
    for (const who of [colleague, manager]) {
      const card = await person(house, who).verb('resubmit', {
        id,
        op: 'card-1',
        changes: 'Allt.',
        title: 'Kapat',
      });
      expect(verbsIn(card)).not.toContain('resubmit');
    }
    expect(house.casebook.initiative(id)?.version).toBe(version);
  });
});

describe('a draft’s id in a manager’s button', () => {
  it('does not exist', async () => {
    const house = await testHouse();
    const { id } = await draft(house);
    const card = await person(house, manager).verb('approve', { id, ...EVIDENCE });
    expect(readAll(card)).toContain(house.texts('sv').t('notices.not-found.title'));
  });
});
