import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { inputIds, readAll, verbsIn } from '../support/cardReading.ts';
import { person } from '../support/talk.ts';
import { CHANNEL, channel, groupChat } from '../support/turns.ts';

const { coach, employee, director, otherDirector, head } = PEOPLE;
const linked = (house: TestHouse) => house.casebook.organisation().channels;

describe('tying a channel to a department', () => {
  it('is done from the channel, is seen in the organisation, and can be undone there', async () => {
    const house = await testHouse();
    const kim = person(house, coach, channel());
    const card = await kim.say('koppla till vård- och omsorgsförvaltningen');
    expect(readAll(card)).toContain('Vård- och omsorgsförvaltningen');
    expect(linked(house)).toMatchObject({ [CHANNEL]: { unit: 'vof', linkedBy: coach, name: 'VOF' } });
    const undone = await kim.press(card, 'unlink-channel');
    expect(linked(house)).toEqual({});
    await kim.press(undone, 'link-channel');
    expect(linked(house)).toMatchObject({ [CHANNEL]: { unit: 'vof' } });
    await kim.say('koppla bort');
    expect(linked(house)).toEqual({});
  });

  it('understands English, prefixes and threads', async () => {
    const house = await testHouse();
    await person(house, director, channel()).say('link to VOF');
    expect(Object.keys(linked(house))).toEqual([CHANNEL]);
  });

  it('asks which when a name fits several or none', async () => {
    const house = await testHouse();
    const kim = person(house, head, channel());
    const many = await kim.say('koppla till hemtjänst');
    expect(inputIds(many)).toEqual(['unit']);
    expect(readAll(many)).not.toContain('Ekonomiskt bistånd');
    await kim.press(many, 'link-channel', { unit: 'hemtjanst' });
    expect(linked(house)).toMatchObject({ [CHANNEL]: { unit: 'hemtjanst' } });
    expect(inputIds(await kim.say('koppla till månbasen'))).toEqual(['unit']);
    expect(inputIds(await kim.verb('link-channel', { op: 'card-1', unit: '__proto__' }))).toEqual(['unit']);
  });

  it('is refused to those who do not lead or support digitalisation there', async () => {
    const house = await testHouse();
    for (const who of [employee, otherDirector]) {
      const card = await person(house, who, channel()).say('koppla till VOF');
      expect(readAll(card)).toContain(house.texts('sv').t('refusals.not-allowed.text'));
    }
    await person(house, coach, channel()).say('koppla till VOF');
    const card = await person(house, employee, channel()).say('koppla bort');
    expect(readAll(card)).toContain(house.texts('sv').t('refusals.not-allowed.text'));
    expect(linked(house)).toMatchObject({ [CHANNEL]: { unit: 'vof' } });
  });

  it('is only done in a channel', async () => {
    const house = await testHouse();
    for (const conversation of [undefined, groupChat()])
      for (const text of ['koppla till VOF', 'koppla bort']) {
        const card = await person(house, coach, conversation).say(text);
        expect(readAll(card)).toContain(house.texts('sv').t('notices.only-in-channel.title'));
      }
  });

  it('untying what is not tied is said so', async () => {
    const house = await testHouse();
    const card = await person(house, coach, channel()).say('koppla bort');
    expect(readAll(card)).toContain(house.texts('sv').t('refusals.channel-not-linked.text'));
  });

  it('twice is once', async () => {
    const house = await testHouse();
    const kim = person(house, coach, channel());
    const first = await kim.say('koppla till VOF');
    const rows = house.log.rows.length;
    expect(verbsIn(await kim.say('koppla till VOF'))).toEqual(verbsIn(first));
    expect(house.log.rows).toHaveLength(rows);
  });
});
