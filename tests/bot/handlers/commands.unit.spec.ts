import { VERBS, type Verb } from '../../../bot/cards/verbs.ts';
import { COMMANDS } from '../../../bot/texts/matchCommand.ts';
import { PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { testHouse } from '../house.ts';
import { cardOf, inputIds, inputValue, readAll, verbsIn } from '../support/cardReading.ts';
import { approved, deviating, draft, returned, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { channel, groupChat, turn } from '../support/turns.ts';

const { employee, manager, coach, colleague } = PEOPLE;

/** Who says what, in Swedish and English, and what the answer has: a verb, an input, or a text. */
const SAID: readonly (readonly [
  command: (typeof COMMANDS)[number],
  who: string,
  sv: string,
  en: string,
  answer: { verb?: string; input?: string; text?: string },
])[] = [
  ['help', employee, 'hjälp', 'help', { verb: 'start-proposal' }],
  ['propose', employee, 'nytt förslag', 'new proposal', { verb: 'draft-next', input: 'problem' }],
  ['drafts', employee, 'mina utkast', 'my drafts', { verb: 'draft-open' }],
  ['cases', employee, 'mina ärenden', 'my cases', { verb: 'case-show' }],
  ['todo', manager, 'vad ska jag göra nu?', 'what should I do now?', { verb: 'case-show' }],
  ['show', colleague, 'visa VOF-2026-0001', 'show VOF-2026-0001', { text: 'VOF-2026-0001' }],
  ['approve', manager, 'godkänn VOF-2026-0001', 'approve VOF-2026-0001', { verb: 'approve' }],
  ['return', manager, 'återremiss VOF-2026-0001', 'return VOF-2026-0001', { verb: 'return' }],
  ['reject', manager, 'avslå VOF-2026-0001', 'reject VOF-2026-0001', { verb: 'reject' }],
  ['forward', manager, 'vidarebefordra VOF-2026-0001', 'forward VOF-2026-0001', { verb: 'forward' }],
  ['followUp', coach, 'följ upp VOF-2026-0002', 'follow up VOF-2026-0002', { verb: 'follow-up-save' }],
  ['resubmit', employee, 'komplettera VOF-2026-0003', 'resubmit VOF-2026-0003', { verb: 'resubmit' }],
  [
    'deviation',
    PEOPLE.director,
    'avvikelse VOF-2026-0004',
    'deviation VOF-2026-0004',
    { verb: 'deviation-decide' },
  ],
  [
    'coach',
    employee,
    'vem är coach för hemtjänst norr?',
    'who is coach for hemtjänst norr?',
    { text: 'COACH.NORR' },
  ],
  [
    'department',
    employee,
    'vad händer i vård- och omsorgsförvaltningen?',
    'what is happening in VOF?',
    { verb: 'case-show' },
  ],
  ['weekly', coach, 'veckolista', 'weekly list', { text: 'VOF-2026-0002' }],
  ['buy', employee, 'vi vill köpa ett system', 'we want to buy a system', { verb: 'start-proposal' }],
  ['drafts', employee, 'kasta utkast', 'discard draft', { verb: 'draft-open' }],
  ['buy', employee, 'processguide', 'process guide', { verb: 'start-proposal' }],
  ['substitute', manager, 'min ersättare', 'my substitute', { verb: 'substitute-set' }],
  ['language', employee, 'språk', 'language', { verb: 'language-set' }],
  ['search', employee, 'sök nycklar', 'search nycklar', { verb: 'case-show' }],
  ['search', employee, 'sök blåbär', 'search blåbär', { verb: 'start-proposal' }],
];

async function livedIn() {
  const house = await testHouse();
  await submitted(house);
  await approved(house, { by: colleague, content: proposal({ title: 'Larm på boendet' }) });
  await returned(house, { content: proposal({ title: 'Scheman på skärm' }) });
  await deviating(house, { content: proposal({ title: 'Ruttplanering' }) });
  await draft(house);
  return house;
}

describe('typed commands', () => {
  it.each(SAID)('%s is understood in both languages', async (_command, who, sv, en, answer) => {
    const house = await livedIn();
    for (const text of [sv, en]) {
      const card = await person(house, who).say(text);
      if (answer.verb) expect(verbsIn(card)).toContain(answer.verb);
      if (answer.input) expect(inputIds(card)).toContain(answer.input);
      if (answer.text) expect(readAll(card)).toContain(answer.text);
    }
  });

  /** A button that is not on this list, or a command that is not, does not compile. */
  const TYPED: Readonly<Record<Verb, (typeof COMMANDS)[number] | `step of ${Verb}`>> = {
    'start-proposal': 'propose',
    'draft-next': 'step of start-proposal',
    'draft-back': 'step of start-proposal',
    'draft-save': 'step of start-proposal',
    'draft-count': 'step of start-proposal',
    'draft-open': 'drafts',
    'draft-discard': 'drafts',
    submit: 'drafts',
    'resubmit-open': 'resubmit',
    resubmit: 'step of resubmit-open',
    approve: 'approve',
    return: 'return',
    reject: 'reject',
    forward: 'forward',
    'review-open': 'approve',
    'review-refresh': 'step of review-open',
    'case-show': 'show',
    'follow-up-open': 'followUp',
    'follow-up-save': 'step of follow-up-open',
    'deviation-open': 'deviation',
    'deviation-decide': 'step of deviation-open',
    'my-cases': 'cases',
    'my-drafts': 'drafts',
    todo: 'todo',
    'weekly-list': 'weekly',
    help: 'help',
    'process-guide': 'buy',
    'link-channel': 'link',
    'unlink-channel': 'unlink',
    'substitute-open': 'substitute',
    'substitute-set': 'step of substitute-open',
    'substitute-end': 'step of substitute-open',
    'language-open': 'language',
    'language-set': 'language',
  };
  it('reach everything that a button reaches', () => {
    expect(Object.keys(TYPED).sort()).toEqual([...VERBS].sort());
    const reached = Object.values(TYPED).filter((how) => !how.startsWith('step of'));
    expect(COMMANDS.filter((command) => !reached.includes(command)).sort()).toEqual([
      'coach',
      'department',
      'search',
    ]);
  });

  it('tries every command there is', () => {
    const elsewhere = ['link', 'unlink'];
    expect(COMMANDS.filter((command) => !SAID.some(([said]) => said === command))).toEqual(elsewhere);
  });

  it.each([
    ['godkänn', manager, 'case-show'],
    ['återremiss', manager, 'case-show'],
    ['avslå', manager, 'case-show'],
    ['vidarebefordra', manager, 'case-show'],
    ['följ upp', coach, 'case-show'],
    ['komplettera', employee, 'case-show'],
  ])('%s without a number shows where to pick one', async (text, who, verb) => {
    const house = await livedIn();
    expect(verbsIn(await person(house, who).say(text))).toContain(verb);
  });

  it('a number that is not there is said so, with the next step', async () => {
    const house = await livedIn();
    const card = await person(house, employee).say('visa VOF-2026-9999');
    expect(readAll(card)).toContain(house.texts('sv').t('notices.not-found.text'));
    expect(verbsIn(card)).toContain('todo');
  });

  it('a number that another instance gave a moment ago is found', async () => {
    const house = await testHouse();
    const other = await testHouse({ store: house.store });
    const { number, content } = await submitted(other);
    expect(readAll(await person(house, employee).say(number))).toContain(content.title);
  });
});

describe('what is no command', () => {
  it.each([
    'Vi får inte ihop schemat när någon är sjuk.',
    'The keys get lost every week',
    '<script>alert(1)</script>',
    '[läs här](https://ont.example)',
    'a'.repeat(28_000),
    "'; DROP TABLE events; --",
  ])('is offered as a proposal: %.40s', async (text) => {
    const house = await testHouse();
    const eva = person(house, employee);
    const offer = await eva.say(text);
    expect(verbsIn(offer)).toEqual(expect.arrayContaining(['start-proposal', 'help']));
    expect(inputIds(await eva.press(offer, 'start-proposal'))).toContain('problem');
    expect(JSON.stringify(offer).length).toBeLessThan(25_000);
  });

  it.each(['', 'ja', 'nycklar', '👍', '🙂🙂🙂', '...'])(
    'gets help when it says too little: "%s"',
    async (text) => {
      const house = await testHouse();
      const card = await person(house, employee).say(text);
      expect(readAll(card)).toContain(house.texts('sv').t('cards.help.heading'));
      expect(verbsIn(card)).toContain('start-proposal');
    },
  );

  it('does not say a personal number once more, and keeps what was written', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const text = 'Ring 19850412-2386 om nycklarna.';
    const offer = await eva.say(text);
    expect(readAll(offer)).toContain(house.texts('sv').t('cards.offer-proposal.personal-number'));
    expect(readAll(offer)).not.toContain('Du skrev: ');
    expect(inputValue(await eva.press(offer, 'start-proposal'), 'problem')).toBe(text);
  });
});

describe('manners', () => {
  it('says nothing where it is not spoken to', async () => {
    const house = await testHouse();
    for (const conversation of [channel(), groupChat()])
      for (const text of ['hjälp', 'nytt förslag', 'vi vill köpa ett system', ''])
        expect(
          await house.bot.handle(turn({ actor: employee, conversation, text, addressed: false })),
        ).toEqual({
          nothing: true,
        });
  });

  it('does not read private lists out where others read along', async () => {
    const house = await livedIn();
    for (const conversation of [channel(), groupChat()]) {
      const eva = person(house, employee, conversation);
      for (const text of ['mina utkast', 'mina ärenden', 'vad ska jag göra nu?', 'godkänn', 'komplettera']) {
        const card = await eva.say(text);
        expect(readAll(card)).toContain(house.texts('sv').t('cards.lists.in-private'));
        expect(verbsIn(card)).toEqual([]);
      }
      for (const verb of ['todo', 'my-cases', 'my-drafts']) expect(verbsIn(await eva.verb(verb))).toEqual([]);
    }
  });

  it('has no words for somebody without an identity, but says so', async () => {
    const house = await testHouse();
    for (const kind of ['message', 'action', 'query', 'submit', 'fetchTask'] as const) {
      const reply = await house.bot.handle(
        turn({ actor: undefined, kind, text: 'hej', verb: 'todo', query: 'x' }),
      );
      expect(JSON.stringify(reply)).toContain(house.texts('sv').t('notices.no-identity.title'));
    }
  });

  it('is quiet about what means nothing to it', async () => {
    const house = await testHouse();
    expect(await house.bot.handle(turn({ actor: employee, kind: 'other' }))).toEqual({ nothing: true });
  });
});

describe('language', () => {
  it('is the person’s own choice, kept over a restart', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const choice = await eva.say('språk');
    const english = house.texts('en').t('notices.language-set.title');
    expect(readAll(await eva.verb('language-set', { op: 'card-1', language: 'en' }))).toContain(english);
    expect(verbsIn(choice)).toContain('language-set');
    const restarted = await testHouse({ store: house.store });
    expect(readAll(await person(restarted, employee).say('hjälp'))).toContain(
      restarted.texts('en').t('cards.help.heading'),
    );
  });

  it('can be changed back on the same card', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    for (const language of ['sv', 'en', 'sv']) await eva.verb('language-set', { op: 'card-1', language });
    expect(house.casebook.languageOf(employee)).toBe('sv');
  });

  it('is the client’s where nothing is chosen, else the municipality’s', async () => {
    const house = await testHouse();
    const heading = (language: 'sv' | 'en') => house.texts(language).t('cards.help.heading');
    const help = async (locale: string) =>
      readAll(cardOf(await person(house, employee).send({ text: 'hjälp', locale })));
    expect(await help('en-US')).toContain(heading('en'));
    expect(await help('sv-SE')).toContain(heading('sv'));
    expect(await help('fi-FI')).toContain(heading('sv'));
    await house.chooseLanguage(employee, 'sv', 'op-1');
    expect(await help('en-US')).toContain(heading('sv'));
  });

  it('is not asked of a client that cannot be trusted to know', async () => {
    const house = await testHouse({ trustClientLanguage: false });
    const card = await person(house, employee).send({ text: 'hjälp', locale: 'en-US' });
    expect(JSON.stringify(card)).toContain(house.texts('sv').t('cards.help.heading'));
  });

  it('that is none opens the choice', async () => {
    const house = await testHouse();
    for (const language of ['', 'de', 7, null, ['sv']])
      expect(
        verbsIn(await person(house, employee).verb('language-set', { op: 'card-1', language })),
      ).toContain('language-set');
  });
});

describe('an unknown button', () => {
  it('gets a helpful card and a line in the log', async () => {
    const house = await testHouse();
    for (const verb of ['reboot', 'constructor', '__proto__', 'toString', ''])
      for (const kind of ['action', 'submit', 'submitAction', 'taskSubmit'] as const) {
        const reply = await person(house, employee).send({ kind, verb, data: { verb } });
        expect(JSON.stringify(reply)).toContain(house.texts('sv').t('notices.unknown-button.title'));
      }
    expect(house.warnings).toHaveLength(20);
    expect(house.warnings[0]).toMatchObject({
      message: 'unknown verb',
      facts: { correlationId: expect.any(String) },
    });
  });
});
