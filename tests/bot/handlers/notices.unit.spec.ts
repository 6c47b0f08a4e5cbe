import { HOLDERS } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { cardOf, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, deviating, done, guarded, submitted } from '../support/life.ts';
import { CHANNEL, channel, chatWith, turn } from '../support/turns.ts';

const { employee, manager, areaManager, coach, director, head } = PEOPLE;

/** The new messages to somebody: toast and what the card says. */
function messagesTo({ messenger }: TestHouse, who: string) {
  return messenger.sent
    .filter(({ to, isUpdate }) => to === chatWith(who).id && !isUpdate)
    .map(({ message }) => ({
      toast: message.summary ?? '',
      card: cardOf(message),
      text: readAll(cardOf(message)),
    }));
}

describe('what a message says', () => {
  it('asks the manager to decide, with the whole card', async () => {
    const house = await testHouse();
    const { number } = await submitted(house);
    await house.courier.run();
    const [message] = messagesTo(house, manager);
    expect(message?.toast).toBe(house.texts('sv').t('notices.review.title', { number }));
    expect(verbsIn(message!.card)).toEqual(
      expect.arrayContaining(['approve', 'return', 'reject', 'forward']),
    );
  });

  it('tells a substitute for whom', async () => {
    const house = await testHouse({ now: '2026-07-06T09:00:00.000Z' });
    await submitted(house);
    await house.courier.run();
    const [message] = messagesTo(house, PEOPLE.substituteManager);
    expect(message?.text).toContain(house.texts('sv').t('cards.review.substitute', { name: 'MANAGER.NORR' }));
  });

  it('tells the proposer the outcome, who decided, why, and what next', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await done(
      house,
      { type: 'Reject', reason: 'Det *finns* redan. <at>Alla</at>' },
      { by: manager, initiative: id },
    );
    await house.courier.run();
    const [message] = messagesTo(house, employee);
    const { t } = house.texts('sv');
    expect(message?.toast).toBe(t('notices.decision.Rejected.title'));
    expect(message?.text).toContain('MANAGER.NORR');
    expect(message?.text).toContain(t('notices.decision.Rejected.next'));
    expect(message?.text).toContain('finns');
    expect(message?.text).not.toContain('*finns*');
    expect(message?.text).not.toMatch(/<at>Alla/);
  });

  it('tells the proposer which unit it was forwarded to', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await done(
      house,
      { type: 'Forward', unit: 'bistand', reason: 'Er sak.' },
      { by: manager, initiative: id },
    );
    await house.courier.run();
    expect(messagesTo(house, employee)[0]?.text).toContain('Ekonomiskt bistånd');
  });

  it('tells who the coach is, and promises none where there is none', async () => {
    const next = 'notices.decision.ApprovedByManager.next';
    const house = await testHouse();
    const { t } = house.texts('sv');
    await approved(house);
    await house.courier.run();
    expect(messagesTo(house, employee)[0]?.text).toContain(t(next, { coach: 'COACH.NORR' }));
    const without = await testHouse({ holders: HOLDERS.filter(({ role }) => role !== 'coach') });
    await approved(without);
    await without.courier.run();
    expect(messagesTo(without, employee)[0]?.text).toContain(t(`${next}-without-coach`));
  });

  it('says why a reminder comes, and who may decide now', async () => {
    const house = await testHouse();
    const { number, content } = await submitted(house);
    house.setNow('2026-03-23T09:00:00.000Z');
    await house.remind();
    await house.courier.run();
    const [message] = messagesTo(house, areaManager);
    const { t } = house.texts('sv');
    expect(message?.toast).toBe(t('notices.escalation.title', { number }));
    expect(message?.text).toContain(t('notices.escalation.text', { title: content.title }));
    expect(verbsIn(message!.card)).toContain('approve');
    expect(messagesTo(house, head)).toEqual([]);
    house.setNow('2026-03-24T09:00:00.000Z');
    const other = await approved(house, { by: PEOPLE.colleague, content: { ...content, title: 'Larm' } });
    house.setNow('2026-04-24T09:00:00.000Z');
    await house.remind();
    await house.courier.run();
    const due = messagesTo(house, coach).find(
      ({ toast }) => toast.includes(other.number) && /följa upp/.test(toast),
    );
    expect(due?.text).toContain(t('notices.follow-up-due.text', { title: 'Larm' }));
  });

  it('asks the director for a decision when it is red again', async () => {
    const house = await testHouse();
    await deviating(house);
    await house.courier.run();
    expect(verbsIn(messagesTo(house, director)[0]!.card)).toContain('deviation-decide');
  });

  it('speaks each one’s language', async () => {
    const house = await testHouse();
    await house.chooseLanguage(manager, 'en', 'op-1');
    const { number } = await submitted(house);
    await house.courier.run();
    expect(messagesTo(house, manager)[0]?.toast).toBe(
      house.texts('en').t('notices.review.title', { number }),
    );
  });

  it('says that a coach is missing to the head of digitalisation', async () => {
    const house = await testHouse({ holders: HOLDERS.filter(({ role }) => role !== 'coach') });
    const { number } = await approved(house);
    await house.courier.run();
    expect(messagesTo(house, head)[0]?.toast).toBe(
      house.texts('sv').t('notices.coach-missing.title', { number }),
    );
  });
});

describe('in channels', () => {
  it('no message of any kind names a protected case', async () => {
    const house = await testHouse();
    await house.conversations.save(channel());
    await house.handleOrganisation({ type: 'LinkChannel', channel: CHANNEL, unit: 'vof' }, 'op-link', head);
    const { id, content, number } = await guarded(house);
    await house.courier.run();
    house.messenger.sent.length = 0;
    const steps = [
      [{ type: 'FollowUp', status: 'red', text: 'Dåligt.' }, coach],
      [{ type: 'FollowUp', status: 'red', text: 'Sämre.' }, coach],
      [{ type: 'DecideOnDeviation', choice: 'continue', reason: 'Kämpa.' }, director],
      [{ type: 'AssignCoach', coach: PEOPLE.otherCoach }, PEOPLE.developmentLead],
      [{ type: 'Pause', reason: 'Paus.', until: '2026-05-01' }, director],
    ] as const;
    for (const [order, by] of steps) {
      await done(house, order, { by, initiative: id });
      await house.courier.run();
    }
    for (const day of ['2026-04-02', '2026-04-20', '2026-05-04', '2026-08-03']) {
      house.setNow(`${day}T09:00:00.000Z`);
      await house.remind();
      await house.courier.run();
    }
    const public_ = house.messenger.sent.filter(({ to }) => to.startsWith('19:'));
    expect(public_.length).toBeGreaterThan(0);
    for (const { message } of public_) {
      expect(JSON.stringify(message)).not.toContain(content.title);
      expect(JSON.stringify(message)).not.toContain(number);
    }
  });
});

describe('in a person’s own chat', () => {
  it('no toast names a protected case, and who is no longer its coach is told nothing', async () => {
    const house = await testHouse({ installed: [employee, PEOPLE.otherCoach, head] });
    const { id, number, content } = await guarded(house);
    await done(house, { type: 'AssignCoach', coach: PEOPLE.otherCoach }, { by: head, initiative: id });
    await house.courier.run();
    await house.conversations.save(chatWith(coach));
    await house.bot.handle(turn({ actor: coach, kind: 'installed' }));
    await house.courier.run();
    const title = house.texts('sv').t('notices.coach.title', { number });
    expect(messagesTo(house, PEOPLE.otherCoach)).toMatchObject([{ toast: title }]);
    expect(messagesTo(house, coach).map(({ toast }) => toast)).not.toContain(title);
    const [outcome] = messagesTo(house, employee);
    expect(outcome?.text).toContain(number);
    for (const who of [employee, coach, PEOPLE.otherCoach])
      for (const { toast } of messagesTo(house, who)) expect(toast).not.toContain(content.title);
    expect(outcome?.text).not.toContain(content.title);
  });
});
