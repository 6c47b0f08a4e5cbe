import { VERBS } from '../../../bot/cards/verbs.ts';
import type { Submitted } from '../../../domain/initiatives/initiative.ts';
import { insightOf } from '../../../domain/portfolio/visibility.ts';
import { EVERYBODY, PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { approved, done, known, procuring } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { channel, chatWith } from '../support/turns.ts';

/** R-162 in the chat: whatever anybody presses, types or searches for. The same over HTTP: tests/bot/api/permissions.int.spec.ts. */

const MARK = 'Hemligstämplad';
const WORDS = 'behov av kameror vid kommunens larmcentral';
const HIDDEN = proposal({
  title: `${MARK} rubrik`,
  problem: `${MARK} ${WORDS}.`,
  solution: `${MARK} lösning`,
});
const FIGURES = /612.?345|54.?321/;

/** A protected case with its mark wherever people write. */
async function marked(house: TestHouse) {
  const { id } = await approved(house, { content: HIDDEN });
  const byCoach = { by: PEOPLE.coach, initiative: id };
  await done(house, { type: 'FollowUp', status: 'red', text: `${MARK} läge` }, byCoach);
  const classification = { c: 3, i: 1, a: 1 };
  return known(await done(house, { type: 'Classify', classification }, byCoach));
}

const TYPED = ['visa', 'godkänn', 'återremiss', 'avslå', 'följ upp', 'avvikelse', 'komplettera', 'sök'];
const ALONE = [
  'mina ärenden',
  'att göra',
  'veckolista',
  'vad händer i vof',
  'sök kameror larmcentral',
  `förslag: ${WORDS}`,
];

/**
 * All that somebody can make the bot say of a case: in their own chat, or where others read along. There a button is
 * pressed in the old way, whose answer is a message; that of the new way only whoever pressed it sees.
 */
async function saidOf({ id, number }: Submitted, house: TestHouse, who: string, where: 'own' | 'channel') {
  const chat = person(house, who, where === 'own' ? chatWith(who) : channel());
  const kind = where === 'own' ? 'action' : 'submit';
  const data = { id, op: 'op-1', problem: WORDS, text: WORDS, unit: 'norr', affectedGroups: 'employees' };
  const replies = [];
  for (const verb of VERBS) replies.push(await chat.send({ kind, verb, data }));
  for (const word of TYPED) replies.push(await chat.reply(`${word} ${number}`));
  for (const text of ALONE) replies.push(await chat.reply(text));
  for (const query of ['', number, 'kameror larmcentral'])
    replies.push(await chat.send({ kind: 'query', query, commandId: 'searchCases', waiting: true }));
  replies.push(
    await chat.send({
      kind: 'fetchTask',
      commandId: 'proposeFromMessage',
      messageText: WORDS,
      data: {},
      waiting: true,
    }),
  );
  return JSON.stringify(replies);
}

/** Tries everybody in both places. @returns who sees it in their own chat. */
async function whoSees(secret: Submitted, house: TestHouse, what: RegExp): Promise<string[]> {
  const seeing: string[] = [];
  for (const who of EVERYBODY) {
    const at = house.clock();
    const viewer = { person: who, at, day: at.slice(0, 10) };
    const hasInsight = insightOf(viewer, house.context())(secret);
    expect([who, what.test(await saidOf(secret, house, who, 'own'))]).toEqual([who, hasInsight]);
    expect([who, what.test(await saidOf(secret, house, who, 'channel'))]).toEqual([who, false]);
    if (hasInsight) seeing.push(who);
  }
  return seeing;
}

describe('said to nobody without insight, and to nobody at all where others read along', () => {
  it('are the details of a protected case', async () => {
    const house = await testHouse();
    const seeing = await whoSees(await marked(house), house, new RegExp(MARK));
    expect(seeing).toEqual(expect.arrayContaining([PEOPLE.employee, PEOPLE.coach, PEOPLE.head]));
    expect(seeing).not.toContain(PEOPLE.otherEmployee);
  }, 60_000);

  it('are the figures of a purchase before award', async () => {
    const house = await testHouse();
    const seeing = await whoSees(await procuring(house), house, FIGURES);
    expect(seeing).toEqual(expect.arrayContaining([PEOPLE.employee, PEOPLE.procurement, PEOPLE.head]));
    expect(seeing).not.toContain(PEOPLE.otherEmployee);
  }, 60_000);
});
