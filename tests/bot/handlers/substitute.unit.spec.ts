import type { CardJson } from '../../../bot/app/ports/index.ts';
import { actingFor } from '../../../domain/organisation/lookup.ts';
import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { inputIds, readAll, verbsIn } from '../support/cardReading.ts';
import { submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { channel, groupChat } from '../support/turns.ts';

const { manager, colleague, areaManager, employee } = PEOPLE;
const HOLDER = `manager/norr/${manager}`;

const actingOn = (house: TestHouse, day: string) =>
  actingFor(house.casebook.organisation().holders[HOLDER]!, day);
/** Days are written with spaces that do not break. */
const wordsOn = (card: CardJson): string => readAll(card).replaceAll('\u00A0', ' ');

const AWAY = { person: colleague, from: '2026-03-09', to: '2026-03-13' };

describe('naming one’s own substitute', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await testHouse();
  });

  it('begins with a sentence, and shows the role and who stands in', async () => {
    const card = await person(house, manager).say('min ersättare');
    expect(readAll(card)).toContain('Chef, Hemtjänst norr');
    expect(inputIds(card)).toEqual(['near', 'person', 'from', 'to']);
    expect(verbsIn(card)).toContain('substitute-set');
  });

  it('lets the substitute decide on those days, and not before or after', async () => {
    const chat = person(house, manager);
    const saved = await chat.press(await chat.say('jag ska vara borta'), 'substitute-set', AWAY);
    expect(wordsOn(saved)).toContain(
      'COLLEAGUE.NORR ersätter dig från 9 mars 2026 till och med 13 mars 2026.',
    );
    expect(
      ['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-14'].map((day) => actingOn(house, day)),
    ).toEqual([manager, colleague, colleague, manager]);
    house.setNow('2026-03-10T09:00:00.000Z');
    await submitted(house);
    await house.courier.run();
    expect(house.messenger.sent.map(({ to }) => to)).toContainEqual(expect.stringContaining(colleague));
  });

  it('takes a colleague from the list, and rather the one who was searched for', async () => {
    const chat = person(house, manager);
    const { person: _search, ...days } = AWAY;
    await chat.press(await chat.say('min ersättare'), 'substitute-set', { ...days, near: areaManager });
    expect(actingOn(house, '2026-03-10')).toBe(areaManager);
    await chat.press(await chat.say('min ersättare'), 'substitute-set', { ...AWAY, near: areaManager });
    expect(actingOn(house, '2026-03-10')).toBe(colleague);
  });

  it('can be taken back, before it begins as well as in the middle', async () => {
    const chat = person(house, manager);
    const saved = await chat.press(await chat.say('min ersättare'), 'substitute-set', AWAY);
    const ended = await chat.press(saved, 'substitute-end');
    expect(readAll(ended)).toContain('COLLEAGUE.NORR ersätter dig inte längre.');
    expect(actingOn(house, '2026-03-09')).toBe(manager);
    const again = await chat.press(ended, 'substitute-set', AWAY);
    house.setNow('2026-03-11T09:00:00.000Z');
    await chat.press(again, 'substitute-end');
    expect(actingOn(house, '2026-03-10')).toBe(colleague);
    expect(actingOn(house, '2026-03-11')).toBe(manager);
  });

  it('keeps what was typed and says what is wrong at the input', async () => {
    const chat = person(house, manager);
    const card = await chat.say('min ersättare');
    const texts = house.texts('sv');
    for (const [inputs, key] of [
      [{ ...AWAY, person: '' }, 'cards.substitute.needed.person'],
      [{ ...AWAY, person: 'somebody-from-nowhere' }, 'cards.substitute.needed.person'],
      [{ ...AWAY, person: manager }, 'refusals.own-substitute.text'],
      [{ ...AWAY, from: 'i morgon' }, 'cards.substitute.needed.from'],
      [{ ...AWAY, to: '2026-03-01' }, 'refusals.period-reversed.text'],
    ] as const) {
      const again = await chat.press(card, 'substitute-set', inputs);
      expect(readAll(again)).toContain(texts.t(key));
      expect(JSON.stringify(again)).toContain('2026-03-09'.slice(0, inputs.from.length === 10 ? 10 : 0));
    }
    expect(actingOn(house, '2026-03-10')).toBe(manager);
  });

  it('sets one role or all of them', async () => {
    const holder = {
      id: 'second',
      role: 'coach',
      unit: 'norr',
      person: manager,
      from: '2026-01-01',
      substitutes: [],
    } as const;
    await house.handleOrganisation({ type: 'AppointRoleHolder', holder }, 'op-second', 'system');
    const chat = person(house, manager);
    const card = await chat.say('min ersättare');
    expect(inputIds(card)).toEqual(['holder', 'near', 'person', 'from', 'to']);
    await chat.press(card, 'substitute-set', { ...AWAY, holder: 'second' });
    expect(actingOn(house, '2026-03-10')).toBe(manager);
    await chat.press(card, 'substitute-set', AWAY);
    expect(actingOn(house, '2026-03-10')).toBe(colleague);
  });

  it('is for one’s own roles only', async () => {
    const stranger = person(house, areaManager);
    const card = await stranger.verb('substitute-set', { op: 'op-1', holder: HOLDER, ...AWAY });
    expect(readAll(card)).not.toContain('Hemtjänst norr');
    await stranger.verb('substitute-end', { op: 'op-2', holder: HOLDER, person: colleague });
    expect(actingOn(house, '2026-03-10')).toBe(manager);
    expect(readAll(await person(house, employee).say('min ersättare'))).toContain(
      house.texts('sv').t('notices.no-role.title'),
    );
  });

  it('is nothing to talk about among others', async () => {
    for (const conversation of [channel(), groupChat()]) {
      const card = await person(house, manager, conversation).say('min ersättare');
      expect(readAll(card)).toContain(house.texts('sv').t('notices.only-in-own-chat.title'));
    }
  });

  it('twice is once', async () => {
    const chat = person(house, manager);
    const card = await chat.say('min ersättare');
    await chat.press(card, 'substitute-set', AWAY);
    const { length } = house.log.rows;
    await chat.press(card, 'substitute-set', AWAY);
    expect(house.log.rows).toHaveLength(length);
  });
});
