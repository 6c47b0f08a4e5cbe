import { channelLinkedCard } from '../../../bot/cards/channelLinkedCard.ts';
import { chooseUnitCard } from '../../../bot/cards/chooseUnitCard.ts';
import { coachAnswerCard } from '../../../bot/cards/coachAnswerCard.ts';
import { helpCard } from '../../../bot/cards/helpCard.ts';
import { languageCard } from '../../../bot/cards/languageCard.ts';
import { type ListItem, listCard } from '../../../bot/cards/listCard.ts';
import { noticeCard } from '../../../bot/cards/noticeCard.ts';
import { offerProposalCard } from '../../../bot/cards/offerProposalCard.ts';
import { processGuideCard } from '../../../bot/cards/processGuideCard.ts';
import { welcomeCard } from '../../../bot/cards/welcomeCard.ts';
import { createTexts } from '../../../bot/texts/texts.ts';
import { elementById, elementsOf, nodesOf, verbsOf } from './lint.ts';
import { foreignMeanings, sv, wordsOn } from './reading.ts';
import { coach, EXAMPLES, UNITS } from './views.ts';

const op = 'operation-1';
const HOSTILE = '[Klicka](https://evil.example) **nu** <at>chef</at>\n# Rubrik';

describe('welcome', () => {
  it('asks the question, says what it gives and what to do next', () => {
    const card = welcomeCard({ scope: 'personal', op }, sv);
    expect(wordsOn(card)).toContain('Kan vi göra det här på ett smartare sätt?');
    expect(verbsOf(card)).toEqual(['start-proposal', 'todo', 'help']);
    expect(wordsOn(welcomeCard({ scope: 'personal', op }, createTexts()('en')))).toContain(
      'Could we do this in a smarter way?',
    );
  });

  it('promises to keep quiet among others, and tells a channel how to be tied', () => {
    const channel = welcomeCard({ scope: 'channel', op }, sv);
    expect(wordsOn(channel)).toContain('@Färdplan koppla till');
    expect(wordsOn(welcomeCard({ scope: 'group', op }, sv))).toContain('Annars håller jag mig tyst.');
    expect(verbsOf(channel)).not.toContain('todo');
  });
});

describe('help', () => {
  it('shows examples for the place it is asked in', () => {
    expect(wordsOn(helpCard({ scope: 'personal', op, examples: EXAMPLES }, sv))).toContain(
      'vem är coach för',
    );
    expect(wordsOn(helpCard({ scope: 'channel', op, examples: EXAMPLES }, sv))).toContain(
      'koppla till Socialförvaltningen',
    );
    expect(wordsOn(helpCard({ scope: 'group', op, examples: EXAMPLES }, sv))).not.toContain('följ upp');
  });

  it('gives no example of what there is none of here', () => {
    const words = wordsOn(helpCard({ scope: 'personal', isCoach: true, op, examples: {} }, sv));
    expect(words).toContain('sök digitala lås');
    for (const without of ['följ upp', 'vem är coach', 'vad händer i', '{{'])
      expect(words).not.toContain(without);
  });

  it('has a button for what is one’s own, in person only', () => {
    const own = ['start-proposal', 'todo', 'my-cases', 'my-drafts', 'language-open'];
    expect(verbsOf(helpCard({ scope: 'personal', op, examples: EXAMPLES }, sv))).toEqual(own);
    expect(verbsOf(helpCard({ scope: 'group', op, examples: EXAMPLES }, sv))).toEqual(['start-proposal']);
  });

  it('tells coaches how to follow up', () => {
    expect(wordsOn(helpCard({ scope: 'personal', isCoach: true, op, examples: EXAMPLES }, sv))).toContain(
      'veckolista',
    );
    expect(wordsOn(helpCard({ scope: 'personal', op, examples: EXAMPLES }, sv))).not.toContain('veckolista');
  });
});

describe('lists', () => {
  const items: ListItem[] = [
    {
      id: 'I-1',
      number: 'VOF-2026-0001',
      title: 'Digitala lås',
      line: 'Chefsprövning · senast 3 mars',
      badge: 'Försenad',
    },
    { id: 'I-2', number: null, title: 'Skärm', line: 'Utkast', verb: 'draft-open' },
  ];
  const empty = { text: 'Inget väntar.', button: 'Lämna ett förslag' };

  it('opens each case by a tap on it, named for those who listen', () => {
    const card = listCard({ heading: 'Två ärenden', items, empty, op }, sv);
    const taps = [...nodesOf(card)].filter(({ key }) => key === 'selectAction').map(({ node }) => node);
    expect(taps).toMatchObject([
      { title: 'Visa VOF-2026-0001 Digitala lås', verb: 'case-show', data: { op, id: 'I-1' } },
      { title: 'Visa Skärm', verb: 'draft-open', data: { op, id: 'I-2' } },
    ]);
    expect(wordsOn(card)).toContain('Försenad');
  });

  it('says how many more there are', () => {
    expect(wordsOn(listCard({ heading: 'x', items, empty, more: 3, op }, sv))).toContain('3 till finns.');
    expect(wordsOn(listCard({ heading: 'x', items, empty, op }, sv))).not.toContain('till finns');
  });

  it('leads to where the rest is, when there is a rest and a tab', () => {
    const url = 'https://fardplan.example/tab/#/todo';
    const links = (more: number, tabUrl?: string) =>
      elementsOf(listCard({ heading: 'x', items, empty, more, tabUrl, op }, sv), 'Action.OpenUrl');
    expect(links(3, url)).toMatchObject([{ title: 'Öppna i fliken', url }]);
    expect(links(0, url)).toEqual([]);
    expect(links(3)).toEqual([]);
  });

  it('shows the way on when it is empty', () => {
    const card = listCard({ heading: 'Dina ärenden', items: [], empty, op }, sv);
    expect(wordsOn(card)).toContain('Inget väntar.');
    expect(elementsOf(card, 'Action.Execute')).toMatchObject([
      { verb: 'start-proposal', title: 'Lämna ett förslag' },
    ]);
  });

  it('does not say the same thing twice', () =>
    expect(
      wordsOn(listCard({ heading: 'Bara för dig.', items: [], empty: { text: 'Bara för dig.' }, op }, sv)),
    ).toBe('Bara för dig.'));

  it('gives no meaning to titles, lines and searched words', () => {
    const hostile = [{ id: 'I', number: 'N', title: HOSTILE, line: HOSTILE, badge: HOSTILE }];
    expect(
      foreignMeanings(listCard({ heading: HOSTILE, intro: HOSTILE, items: hostile, empty, op }, sv)),
    ).toEqual([]);
    expect(
      foreignMeanings(listCard({ heading: HOSTILE, items: [], empty: { text: HOSTILE }, op }, sv)),
    ).toEqual([]);
  });
});

describe('text that may become a proposal', () => {
  it('is shown and carried along whole', () => {
    const text = `Nycklar försvinner. ${'Å'.repeat(900)}`;
    const card = offerProposalCard({ op, text }, sv);
    expect(elementsOf(card, 'Action.Execute')[0]).toMatchObject({
      verb: 'start-proposal',
      data: { op, text },
    });
    expect(wordsOn(card)).toContain('Nycklar försvinner.');
    expect(verbsOf(card)).toEqual(['start-proposal', 'help']);
  });

  it('may be a question too, and then help is what to press', () => {
    const asked = (text: string) => wordsOn(offerProposalCard({ op, text }, sv));
    expect(asked('När öppnar biblioteket?')).toContain('Var det en fråga?');
    expect(asked('Biblioteket öppnar för sent.')).not.toContain('Var det en fråga?');
  });

  it('has no meaning in the answer, but is carried to the letter', () => {
    const card = offerProposalCard({ op, text: HOSTILE }, sv);
    expect(foreignMeanings(card)).toEqual([]);
    expect(elementsOf(card, 'Action.Execute')[0]?.data).toMatchObject({ text: HOSTILE });
  });
});

describe('the way to a new system', () => {
  it('is told in seven steps, and begins with a proposal of what was written', () => {
    const card = processGuideCard({ op, text: 'vi vill köpa ett system' }, sv);
    const words = wordsOn(card);
    for (const step of ['1. **Beskriv behovet.**', '5. **Köp in.**', '7. **Följ upp.**'])
      expect(words).toContain(step);
    expect(elementsOf(card, 'Action.Execute')[0]).toMatchObject({
      verb: 'start-proposal',
      data: { text: 'vi vill köpa ett system' },
    });
    expect(elementsOf(processGuideCard({ op, text: '' }, sv), 'Action.Execute')[0]?.data).toEqual({ op });
  });
});

describe('who is coach', () => {
  it('names them', () => {
    const words = wordsOn(coachAnswerCard({ op, unitName: 'Hemtjänst norr', people: [coach] }, sv));
    expect(words).toContain('Coach för Hemtjänst norr');
    expect(words).toContain(coach.name);
    expect(wordsOn(coachAnswerCard({ op, unitName: 'X', people: [coach, coach] }, sv))).toContain(
      'Coacher för X',
    );
  });

  it('says when there is none, until when, why, and what to do instead', () => {
    const vacancy = { role: 'coach', unit: 'u', target: '2026-09-01', reason: 'rekrytering pågår' } as const;
    const words = wordsOn(
      coachAnswerCard({ op, unitName: 'Överförmyndarkansliet', people: [], vacancy }, sv),
    );
    for (const said of [
      'har ingen coach just nu',
      '1\u00a0september 2026',
      'rekrytering pågår',
      'Du kan lämna ett förslag ändå.',
    ])
      expect(words).toContain(said);
  });
});

describe('tying a channel', () => {
  const model = { op, channel: '19:a', unitName: 'Socialförvaltningen' };

  it('can be undone', () => {
    expect(elementsOf(channelLinkedCard({ ...model, linked: true }, sv), 'Action.Execute')[0]).toMatchObject({
      verb: 'unlink-channel',
      title: 'Ångra',
      data: { op, channel: '19:a' },
    });
    expect(
      elementsOf(channelLinkedCard({ ...model, linked: false, unit: 'sof' }, sv), 'Action.Execute')[0],
    ).toMatchObject({ verb: 'link-channel', data: { unit: 'sof' } });
    expect(verbsOf(channelLinkedCard({ ...model, linked: false }, sv))).toEqual([]);
  });

  it('asks which unit when a name fits several', () => {
    const card = chooseUnitCard(
      { op, verb: 'link-channel', question: 'Vilken?', units: UNITS, data: { op: 'other', channel: '19:a' } },
      sv,
    );
    expect(elementById(card, 'unit')?.style).toBe('expanded');
    expect(elementsOf(card, 'Action.Execute')).toMatchObject([
      { verb: 'link-channel', data: { op, channel: '19:a' } },
    ]);
    expect(
      elementById(
        chooseUnitCard(
          { op, verb: 'link-channel', question: 'Vilken?', units: [...UNITS, ...UNITS], data: { op } },
          sv,
        ),
        'unit',
      )?.style,
    ).toBe('compact');
  });
});

describe('language', () => {
  it('is chosen by its own name', () =>
    expect(elementsOf(languageCard({ op }, sv), 'Action.Execute')).toMatchObject([
      { title: 'Svenska', data: { op, language: 'sv' } },
      { title: 'English', data: { op, language: 'en' } },
    ]));
});

describe('a notice', () => {
  it('always has a next step', () => {
    expect(verbsOf(noticeCard({ op, title: 'Klart', text: 'Sparat.' }, sv))).toEqual(['todo']);
    const next = { title: 'Komplettera', verb: 'resubmit-open', data: { op: 'x', id: 'I-1' } } as const;
    expect(
      elementsOf(noticeCard({ op, title: 'Klart', text: 'Sparat.', next }, sv), 'Action.Execute'),
    ).toMatchObject([{ title: 'Komplettera', data: { op, id: 'I-1' } }]);
  });

  it('gives no meaning to what people wrote in it', () =>
    expect(foreignMeanings(noticeCard({ op, title: HOSTILE, text: HOSTILE }, sv))).toEqual([]));
});
