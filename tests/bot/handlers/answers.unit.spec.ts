import { unitsNamed } from '../../../bot/handlers/answers/units.ts';
import { MUNICIPALITY } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL, proposal, SMALL } from '../../builders/proposals.ts';
import { testHouse } from '../house.ts';
import { readAll, verbsIn } from '../support/cardReading.ts';
import { approved, decided, done, draft, guarded, returned, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { channel } from '../support/turns.ts';

const { employee, manager, coach, colleague, head } = PEOPLE;

describe('what a unit is called', () => {
  it.each([
    ['hemtjänst norr', 'norr'],
    ['Hemtjänsten norr', 'norr'],
    ['HEMTJÄNSTEN', 'hemtjanst'],
    ['hemtjänsten', 'hemtjanst'],
    ['vof', 'vof'],
    ['socialförvaltningen', 'sof'],
    ['vård och omsorgsförvaltningen', 'vof'],
    ['ekonomiskt bistånd', 'bistand'],
    ['överförmyndarkansliet', 'ofk'],
  ])('%s → %s', (name, id) => expect(unitsNamed(MUNICIPALITY, name)[0]?.id).toBe(id));

  it.each(['', '?', 'månbasen', '__proto__', 'constructor'])('%j is nobody’s name', (name) =>
    expect(unitsNamed(MUNICIPALITY, name)).toEqual([]),
  );
});

describe('who is coach', () => {
  it('is answered from the role holders, or their substitute of the day', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    expect(readAll(await eva.say('vem är coach för hemtjänst norr?'))).toContain('COACH.NORR');
    house.setNow('2026-07-06T09:00:00.000Z');
    expect(readAll(await eva.say('vem är coach för hemtjänst norr?'))).toContain('SUBSTITUTE-COACH.NORR');
  });

  it('is about the own unit when none is named', async () => {
    const house = await testHouse();
    expect(readAll(await person(house, employee).say('vem är coach?'))).toContain('COACH.NORR');
    expect(readAll(await person(house, head).say('vem är coach?'))).toContain(
      house.texts('sv').t('notices.unit-needed.title'),
    );
  });

  it('says a gap, with who to ask instead', async () => {
    const house = await testHouse();
    const vacancy = {
      role: 'coach',
      unit: 'klk',
      target: '2026-09-01',
      reason: 'Rekrytering pågår',
    } as const;
    await house.handleOrganisation({ type: 'NoteVacancy', vacancy }, 'op-vacancy', PEOPLE.toolAdmin);
    const text = readAll(await person(house, employee).say('vem är coach för kommunledningskontoret?'));
    expect(text).toContain(house.texts('sv').day('2026-09-01'));
    expect(text).toContain('Rekrytering pågår');
  });

  it('of a unit nobody knows is said so', async () => {
    const house = await testHouse();
    const card = await person(house, employee).say('vem är coach för månbasen?');
    expect(readAll(card)).toContain('månbasen');
  });
});

describe('help', () => {
  it('gives examples that answer something when they are copied', async () => {
    const house = await testHouse();
    const { number } = await submitted(house);
    const eva = person(house, employee);
    const words = readAll(await eva.say('hjälp'));
    for (const example of [number, 'vem är coach för Hemtjänst norr?', 'vad händer i '])
      expect(words).toContain(example);
    expect(readAll(await eva.say(number))).toContain(PROPOSAL.title);
  });

  it('names no protected case to those without insight, nor where others read along', async () => {
    const house = await testHouse();
    const { number } = await guarded(house);
    expect(readAll(await person(house, PEOPLE.otherEmployee).say('hjälp'))).not.toContain(number);
    expect(readAll(await person(house, coach, channel()).say('hjälp'))).not.toContain(number);
    expect(readAll(await person(house, coach).say('hjälp'))).toContain(number);
  });
});

describe('what happens in a department', () => {
  it('is open to everybody: cases under way, not drafts nor what is over', async () => {
    const house = await testHouse();
    const open = await submitted(house);
    const { id: over } = await submitted(house, {
      by: colleague,
      content: proposal({ title: 'Avslagen idé' }),
    });
    await done(house, { type: 'Reject', reason: 'Finns.' }, { by: manager, initiative: over });
    await draft(house, { content: proposal({ title: 'Halvfärdig tanke' }) });
    const text = readAll(await person(house, PEOPLE.otherEmployee).say('vad händer i VOF?'));
    expect(text).toContain(open.number);
    expect(text).not.toContain('Avslagen idé');
    expect(text).not.toContain('Halvfärdig tanke');
  });

  it('counts protected cases, and names them only to those with insight and in private', async () => {
    const house = await testHouse();
    const { content } = await guarded(house);
    await submitted(house, { by: colleague, content: proposal({ title: 'Öppet ärende' }) });
    const hidden = house.texts('sv').t('cards.lists.department.hidden', { count: 1 });
    const ask = async (who: string, where?: Parameters<typeof person>[2]) =>
      readAll(await person(house, who, where).say('vad händer i VOF?'));
    expect(await ask(colleague)).toContain(hidden);
    expect(await ask(colleague)).not.toContain(content.title);
    expect(await ask(coach)).toContain(content.title);
    expect(await ask(coach, channel())).not.toContain(content.title);
    expect(await ask(coach, channel())).toContain(hidden);
  });

  it('shows eight and says how many more there are', async () => {
    const house = await testHouse();
    for (let i = 0; i < 11; i += 1) await submitted(house);
    const eva = person(house, employee);
    for (const [words, page] of [
      ['vad händer i VOF?', 'portfolio'],
      ['mina ärenden', 'mine'],
    ] as const) {
      const card = await eva.say(words);
      expect(readAll(card)).toContain(house.texts('sv').t('cards.lists.more', { count: 3 }));
      expect(card.actions).toMatchObject([
        { type: 'Action.OpenUrl', url: `https://fardplan.example/tab/#/initiatives/${page}` },
      ]);
    }
  });
});

describe('the own lists', () => {
  it('show what waits for me first, with who and when', async () => {
    const house = await testHouse();
    await submitted(house, { by: colleague });
    const back = await returned(house, { content: proposal({ title: 'Larm' }) });
    const mine = await submitted(house);
    const card = await person(house, employee).say('vad ska jag göra nu?');
    const text = readAll(card);
    expect(text.indexOf(back.number)).toBeGreaterThan(-1);
    expect(text.indexOf(back.number)).toBeLessThan(text.indexOf(mine.number));
    expect(text).toContain('MANAGER.NORR');
    expect(text).not.toContain('VOF-2026-0001');
  });

  it('open what was drafted, what came back and what is sent in as it should be', async () => {
    const house = await testHouse();
    await draft(house);
    const eva = person(house, employee);
    expect(verbsIn(await eva.press(await eva.say('mina utkast'), 'draft-open'))).toContain('submit');
    const { id } = await returned(house, { by: colleague });
    const bo = person(house, colleague);
    expect(readAll(await bo.press(await bo.say('mina utkast'), 'case-show'))).toContain('VOF-2026-0001');
    expect(verbsIn(await bo.verb('draft-open', { id }))).toContain('resubmit');
  });

  it('that are empty show the way on', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    for (const text of ['mina utkast', 'mina ärenden', 'vad ska jag göra nu?', 'veckolista'])
      expect(verbsIn(await eva.say(text))).toEqual(['start-proposal']);
  });

  it('keep what is over among my cases', async () => {
    const house = await testHouse();
    const { id, number } = await submitted(house);
    await done(house, { type: 'Reject', reason: 'Finns.' }, { by: manager, initiative: id });
    expect(readAll(await person(house, employee).say('mina ärenden'))).toContain(number);
  });

  it('the weekly one says when to follow up, and "din tur" to nobody but the reader', async () => {
    const house = await testHouse();
    await approved(house);
    const turn = 'Din tur: Ta fram underlaget · uppföljning senast';
    expect(readAll(await person(house, coach).say('veckolista'))).toContain(turn);
    const there = readAll(await person(house, coach, channel()).say('veckolista'));
    expect(there).not.toContain('Din tur');
    expect(there).toContain('Beredning · Ta fram underlaget · COACH.NORR · uppföljning senast');
  });

  it('the weekly one begins with what is due first', async () => {
    const house = await testHouse();
    const first = await decided(house);
    await done(house, { type: 'Start', next: 'EXECUTION' }, { by: head, initiative: first.id });
    house.setNow('2026-03-20T09:00:00.000Z');
    const ownTurn = await approved(house, { by: colleague, content: SMALL });
    const list = readAll(await person(house, coach).say('veckolista'));
    expect(list).toContain(`${ownTurn.number} ${ownTurn.content.title}`);
    expect(list.indexOf(first.number)).toBeGreaterThan(-1);
    expect(list.indexOf(first.number)).toBeLessThan(list.indexOf(ownTurn.number));
  });

  it('the weekly one is the substitute’s too, and holds nothing protected in a channel', async () => {
    const house = await testHouse({ now: '2026-07-06T09:00:00.000Z' });
    const open = await approved(house, { approver: PEOPLE.substituteManager });
    const { id, content } = await approved(house, {
      by: colleague,
      approver: PEOPLE.substituteManager,
      content: proposal({ title: 'Larm på boendet' }),
    });
    await done(
      house,
      { type: 'Classify', classification: { c: 3, i: 1, a: 1 } },
      { by: coach, initiative: id },
    );
    const stand = person(house, PEOPLE.substituteCoach);
    expect(readAll(await stand.say('veckolista'))).toContain(open.number);
    expect(readAll(await stand.say('veckolista'))).toContain(content.title);
    const there = readAll(await person(house, coach, channel()).say('veckolista'));
    expect(there).toContain(open.number);
    expect(there).not.toContain(content.title);
  });
});
