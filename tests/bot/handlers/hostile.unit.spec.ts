import { VERBS } from '../../../bot/cards/verbs.ts';
import { COMMANDS } from '../../../bot/texts/matchCommand.ts';
import { EVERYBODY, PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { cardOf, inputsIn, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, deviating, draft, guarded, returned, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { channel, chatWith } from '../support/turns.ts';

/** Names of every input and datum a card may send back. */
const FIELDS = [
  ...['problem', 'unit', 'affectedGroups', 'title', 'changeType', 'category', 'solution', 'effect'],
  ...['system', 'personalData', 'automation', 'acquisition', 'severalUnits'],
  ...['volumePerYear', 'minutesPerItem', 'hourCost', 'oneTimeCost', 'yearlyCost', 'adoption'],
  ...['needIsReal', 'fitsGoals', 'preparationHours', 'fundingIdea', 'reason', 'forwardUnit', 'changes'],
  ...['status', 'text', 'goal', 'value', 'day', 'source', 'choice', 'until', 'language', 'channel'],
];

const HOSTILE: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a list', ['a', 'b']],
  ['an object', { toString: 'x', constructor: {} }],
  ['true', true],
  ['an endless text', 'å'.repeat(100_000)],
  ['markup', '<at>Alla</at><script>x</script> [x](https://ont.example) **x** ![](x)'],
  ['control characters', '\u0000\u0007\u202Egnir\ud800'],
  ['the name of a prototype', '__proto__'],
  ['SQL', "'; DROP TABLE events; --"],
  ['template text', '{{t}} <%= x %> {{DATE(2026)}}'],
];

/** A house with one case of every kind that verbs are about. */
async function livedIn() {
  const house = await testHouse();
  const cases = {
    draft: (await draft(house)).id,
    submitted: (await submitted(house, { by: PEOPLE.colleague })).id,
    returned: (await returned(house)).id,
    approved: (await approved(house)).id,
    guarded: (await guarded(house)).id,
    deviating: (await deviating(house)).id,
  };
  await house.casebook.catchUp();
  return { house, cases };
}

const rowsIn = (house: TestHouse) => house.log.rows.length;
/** One house for everything that must change nothing. */
let untouched: Awaited<ReturnType<typeof livedIn>>;
beforeAll(async () => {
  untouched = await livedIn();
});

/** A card, or a text that leaves the card: something a person can go on from. */
function expectHelp(reply: object): void {
  const card = cardOf(reply);
  expect(readAll(card).trim()).not.toBe('');
  expect(JSON.stringify(card).length).toBeLessThan(25_600);
}

describe.each(VERBS)('the button %s', (verb) => {
  it('copes with every field being anything', async () => {
    const { house, cases } = untouched;
    const stranger = person(house, PEOPLE.otherEmployee);
    const before = rowsIn(house);
    for (const [, value] of HOSTILE) {
      const data = Object.fromEntries(FIELDS.map((field) => [field, value]));
      for (const id of [value, cases.submitted, cases.guarded])
        expectHelp(await stranger.send({ kind: 'action', verb, data: { ...data, id, op: value } }));
    }
    // The one thing a stranger may do with any of this is to write a draft of the own.
    const written = house.log.rows.slice(before);
    expect(written.filter(({ events }) => events[0]?.type !== 'DraftStarted')).toEqual([]);
    expect(
      [...house.casebook.all()].filter(
        ({ proposer, state }) =>
          proposer === PEOPLE.otherEmployee && state !== 'DRAFT' && state !== 'CANCELLED',
      ),
    ).toEqual([]);
  });

  it('copes with each field of the right person’s card being anything, one at a time', async () => {
    const { house, cases } = await livedIn();
    const rightPeople = [PEOPLE.employee, PEOPLE.manager, PEOPLE.coach, PEOPLE.director];
    const ids = Object.values(cases);
    for (const [index, [, value]] of HOSTILE.entries()) {
      const field = FIELDS[index * 3 + 1] ?? 'reason';
      for (const who of rightPeople)
        for (const id of [ids[index % ids.length], ids[(index + 3) % ids.length]]) {
          const data = { id, op: `card-${index}`, [field]: value };
          expectHelp(await person(house, who).send({ kind: 'action', verb, data }));
        }
    }
  });

  it('changes nothing for the wrong person', async () => {
    const { house, cases } = untouched;
    const right: Readonly<Record<string, readonly string[]>> = {
      [cases.draft]: [PEOPLE.employee],
      [cases.submitted]: [PEOPLE.manager],
      [cases.returned]: [PEOPLE.employee, PEOPLE.coach],
    };
    const data = {
      op: 'card-1',
      ...{ problem: 'Ett problem.', title: 'Kapad', changes: 'Allt.', reason: 'Därför.' },
      ...{ needIsReal: 'true', fitsGoals: 'true', preparationHours: '1', fundingIdea: 'no-cost' },
      ...{ forwardUnit: 'bistand', status: 'red', text: 'Dåligt.', choice: 'continue' },
    };
    const before = new Map(Object.values(cases).map((id) => [id, house.casebook.initiative(id)?.version]));
    for (const [index, who] of EVERYBODY.entries()) {
      // Every person meets every third verb: all of them together would take a minute.
      if (index % 3 !== VERBS.indexOf(verb) % 3) continue;
      for (const id of [cases.draft, cases.submitted, cases.returned]) {
        if (right[id]?.includes(who)) continue;
        expectHelp(await person(house, who).send({ kind: 'action', verb, data: { ...data, id } }));
      }
    }
    for (const id of [cases.draft, cases.submitted, cases.returned])
      expect(house.casebook.initiative(id)?.version).toBe(before.get(id));
  });

  it('never shows somebody else’s draft or, to a stranger, a protected case', async () => {
    const { house, cases } = untouched;
    const title = house.casebook.initiative(cases.guarded)?.content.title ?? '';
    const data = { op: 'card-1', reason: 'Därför.', text: 'x', status: 'green' };
    for (const conversation of [chatWith(PEOPLE.otherEmployee), channel()])
      for (const id of [cases.draft, cases.guarded]) {
        const reply = await person(house, PEOPLE.otherEmployee, conversation).send({
          kind: 'action',
          verb,
          data: { ...data, id },
        });
        const own = inputsIn(cardOf(reply)).map(({ value }) => value);
        expect(own).not.toContain(title);
        if (!['todo', 'my-cases', 'my-drafts'].includes(verb))
          expect(readAll(cardOf(reply))).not.toContain(`**${title}`);
        expect(verbsIn(cardOf(reply))).not.toContain('submit');
      }
  });
});

describe('typed commands with anything behind them', () => {
  const words: Readonly<Record<(typeof COMMANDS)[number], string>> = {
    help: 'hjälp',
    propose: 'förslag:',
    drafts: 'mina utkast',
    cases: 'mina ärenden',
    todo: 'att göra',
    show: 'visa',
    approve: 'godkänn',
    return: 'återremiss',
    reject: 'avslå',
    forward: 'vidarebefordra',
    followUp: 'följ upp',
    deviation: 'avvikelse',
    resubmit: 'komplettera',
    coach: 'vem är coach för',
    department: 'vad händer i',
    link: 'koppla till',
    unlink: 'koppla bort',
    weekly: 'veckolista',
    buy: 'köpa system',
    substitute: 'min ersättare',
    language: 'språk',
    search: 'sök',
  };

  it.each(COMMANDS)('%s', async (command) => {
    const { house } = untouched;
    const before = rowsIn(house);
    const stranger = person(house, PEOPLE.otherEmployee);
    const there = person(house, PEOPLE.otherEmployee, channel());
    const tails = HOSTILE.flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
    for (const tail of [...tails, 'VOF-2026-0001', 'VOF-2026-0001 för att', 'VOF-9999-999999', 'I-1'])
      for (const who of [stranger, there]) expectHelp(await who.reply(`${words[command]} ${tail}`));
    expect(rowsIn(house)).toBe(before);
  });
});
