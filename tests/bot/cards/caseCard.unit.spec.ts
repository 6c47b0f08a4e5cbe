import { type CaseModel, caseCard } from '../../../bot/cards/caseCard.ts';
import type { CardJson } from '../../../bot/cards/model.ts';
import { reviewStatusCard } from '../../../bot/cards/reviewStatusCard.ts';
import type { OrderType } from '../../../domain/initiatives/commands.ts';
import { STATES } from '../../../domain/initiatives/states.ts';
import type { DecisionView } from '../../../domain/portfolio/views.ts';
import { worst } from './hostile.ts';
import { elementsOf, verbsOf } from './lint.ts';
import { foreignMeanings, sv, wordsOn } from './reading.ts';
import { assistant, coach, manager, returned, underWay, view } from './views.ts';

const op = 'operation-1';
const card = (model: Partial<CaseModel> = {}) =>
  caseCard({ view: view(), op, audience: 'reader', ...model }, sv);

describe('the card of a case', () => {
  it('says how far it has come and what happens next, by whom and until when', () => {
    const words = wordsOn(card());
    for (const said of [
      'VOF-2026-0012 · Chefsprövning',
      'Digitala lås i hemtjänsten',
      'Chefen läser förslaget',
      'Ta ställning till förslaget',
      'Enhetschef hemtjänst norr',
      '17\u00a0mars 2026',
    ])
      expect(words).toContain(said);
  });

  it.each(STATES)('says in a sentence what %s means', (state) =>
    expect(wordsOn(card({ view: view({ state }) }))).toContain(sv.t(`stateHelp.${state}`)),
  );

  it('names the role when nobody holds it', () => {
    const next = { action: 'decide-in-council', owners: [], role: 'councilChair', deadline: null } as const;
    expect(wordsOn(card({ view: view({ next }) }))).toContain(
      'Digitaliseringsrådets ordförande: Ingen är utsedd ännu',
    );
  });

  it('thanks whoever has just sent it in', () => {
    expect(wordsOn(card({ audience: 'proposer' }))).toContain('Tack! Ditt förslag är inskickat.');
    expect(wordsOn(card({ audience: 'reader' }))).not.toContain('Tack!');
  });

  it('says what the estimate comes to, to whoever has just made it', () => {
    const line = 'Det kan frigöra 5\u00a0597 timmar per år, värda 1\u00a0930\u00a0850\u00a0kr.';
    expect(wordsOn(card({ audience: 'proposer' }))).toContain(line);
    expect(wordsOn(card({ audience: 'reader' }))).not.toContain(line);
  });

  it('says "Du" to the one whose turn it is, in that person’s own chat only', () => {
    expect(wordsOn(card({ view: returned(), audience: 'proposer' }))).toContain('Vem\nDu');
    const prepare = { action: 'prepare', owners: [coach], role: 'coach', deadline: null } as const;
    const own = { view: underWay({ next: prepare }), audience: 'coach' } as const;
    expect(wordsOn(card({ ...own, scope: 'personal' }))).toContain('Vem\nDu');
    expect(wordsOn(card({ ...own, scope: 'channel' }))).toContain(`Vem\n${coach.name}`);
  });

  it('leads to the tab for steps that no card takes', () => {
    const prepare = { action: 'prepare', owners: [coach], role: 'coach', deadline: null } as const;
    const own = { view: underWay({ next: prepare }), audience: 'coach' } as const;
    const led = sv.t('cards.case.in-tab');
    expect(wordsOn(card({ ...own, tabUrl: 'https://fardplan.example/tab' }))).toContain(led);
    expect(wordsOn(card(own))).not.toContain(led);
    expect(
      wordsOn(card({ view: returned(), audience: 'proposer', tabUrl: 'https://fardplan.example/tab' })),
    ).not.toContain(led);
  });

  it('tells the proposer that nothing is asked of them while others work', () => {
    expect(wordsOn(card({ view: underWay(), audience: 'proposer' }))).toContain(
      'Du behöver inte göra något nu.',
    );
    expect(wordsOn(card({ view: returned(), audience: 'proposer' }))).not.toContain(
      'Du behöver inte göra något nu.',
    );
  });

  it('explains the next step to the one whose turn it is, and to nobody else', () => {
    const how = sv.t('actions.complete-and-resubmit.explanation');
    expect(wordsOn(card({ view: returned(), audience: 'proposer' }))).toContain(how);
    expect(wordsOn(card({ view: returned(), audience: 'reader' }))).not.toContain(how);
    const prepare = { action: 'prepare', owners: [coach], role: 'coach', deadline: null } as const;
    expect(wordsOn(card({ view: underWay({ next: prepare }), audience: 'coach' }))).toContain(
      'Coachen pratar med dem som berörs',
    );
  });

  it('tells the others what it is about and from whom', () => {
    const words = wordsOn(card({ audience: 'coach' }));
    expect(words).toContain('Personalen hämtar och lämnar nycklar');
    expect(words).toContain(assistant.name);
  });

  it('gives the latest decision with its reason, and who made it when', () => {
    const words = wordsOn(card({ view: returned(), audience: 'proposer' }));
    for (const said of [
      'Återremiss: behöver kompletteras',
      'Skriv hur många besök',
      `${manager.name}, 5\u00a0mars 2026 kl.\u00a015.30`,
    ])
      expect(words).toContain(said);
  });

  it('puts codes for reasons into words', () => {
    const decisions = [
      {
        type: 'MovedToFullTrack',
        by: manager,
        at: '2026-03-05T14:30:00.000Z',
        from: 'EXECUTION',
        to: 'PREPARATION',
        reason: 'several-units, cost-above-limit',
        details: null,
      },
    ] as const;
    expect(wordsOn(card({ view: view({ state: 'PREPARATION', decisions }) }))).toContain(
      'flera enheter berörs, kostnaden första året är för hög',
    );
  });

  it('says what was decided besides the reason', () => {
    const decided = (type: string, details: DecisionView['details']): readonly DecisionView[] => [
      {
        ...{ type, by: manager, at: '2026-03-05T14:30:00.000Z', reason: 'Bra.', details },
        ...({ from: 'COUNCIL', to: 'APPROVED' } as const),
      },
    ];
    const shown = (decisions: readonly DecisionView[]) => wordsOn(card({ view: view({ decisions }) }));
    const council = shown(
      decided('CouncilApproved', { conditions: 'Test i maj', registryNumber: 'KS 2026/1' }),
    );
    expect(council).toContain('Villkor: Test i maj');
    expect(council).toContain('Diarienummer: KS 2026/1');
    expect(shown(decided('Recommended', { recommendation: 'advise-against' }))).toContain('Avstyrk');
    expect(shown(decided('Cancelled', { costSoFar: 0 }))).toContain('Kostnad hittills: 0\u00a0kr');
    expect(shown(decided('DeviationDecided', { choice: 'change' }))).toContain('en ändrad plan');
  });

  it('marks what is late in words', () => {
    expect(wordsOn(card({ view: underWay() }))).toContain('Uppföljningen är försenad 9 dagar.');
    expect(wordsOn(card({ view: underWay({ overdueDays: 1 }) }))).toContain(
      'Uppföljningen är försenad 1 dag.',
    );
    expect(wordsOn(card({ view: underWay({ overdueDays: 0 }) }))).not.toContain('försenad');
  });

  it('shows the latest follow-up, its status in words', () => {
    const words = wordsOn(card({ view: underWay() }));
    expect(words).toContain('Bara hälften av låsen har kommit.');
    expect(words).toContain('Rött: går inte som planerat');
    expect(words).toContain('Digitaliseringscoach hemtjänst norr, 15\u00a0juli 2026');
    expect(words).not.toContain('Leveransen av lås är försenad.');
  });

  it('asks for a decision when it has been red twice', () =>
    expect(wordsOn(card({ view: underWay({ deviationSince: '2026-07-15T08:00:00.000Z' }) }))).toContain(
      sv.t('cards.case.deviation'),
    ));
});

describe('the buttons of a case', () => {
  it.each<[OrderType, string]>([
    ['Submit', 'draft-open'],
    ['Resubmit', 'resubmit-open'],
    ['ApproveAsManager', 'review-open'],
    ['DecideOnDeviation', 'deviation-open'],
    ['FollowUp', 'follow-up-open'],
  ])('%s gives %s', (order, verb) => {
    expect(verbsOf(card({ view: view({ may: [order] }) }))).toEqual([verb]);
    expect(verbsOf(card({ view: view({ may: [] }) }))).toEqual([]);
  });

  it('lets a draft be thrown away, but no case', () => {
    expect(
      verbsOf(card({ view: view({ state: 'DRAFT', number: null, may: ['Submit', 'Cancel'] }) })),
    ).toEqual(['draft-open', 'draft-discard']);
    expect(verbsOf(card({ view: view({ state: 'EXECUTION', may: ['Cancel'] }) }))).toEqual([]);
  });

  it('opens the tab when there is one', () => {
    const tabUrl = 'https://fardplan.example/tab/#/initiatives/VOF-2026-0012';
    expect(elementsOf(card({ tabUrl }), 'Action.OpenUrl')).toEqual([
      { type: 'Action.OpenUrl', title: 'Öppna i fliken', url: tabUrl },
    ]);
    expect(elementsOf(card(), 'Action.OpenUrl')).toEqual([]);
  });
});

describe('the folder of a case', () => {
  const documentsUrl = 'https://library.example/VOF-2026-0012';
  const tabUrl = 'https://fardplan.example/tab/#/initiatives/VOF-2026-0012';
  const titles = (shown: CardJson) => elementsOf(shown, 'Action.OpenUrl').map(({ title }) => title);

  it('is one press away when it has been made', () => {
    expect(elementsOf(card({ documentsUrl }), 'Action.OpenUrl')).toEqual([
      { type: 'Action.OpenUrl', title: 'Dokument', url: documentsUrl },
    ]);
    expect(titles(card({ tabUrl, documentsUrl }))).toEqual(['Öppna i fliken', 'Dokument']);
    expect(titles(card({ tabUrl }))).toEqual(['Öppna i fliken']);
  });

  it('gives way to what the reader may do', () => {
    const may: OrderType[] = ['Submit', 'Resubmit', 'ApproveAsManager', 'DecideOnDeviation', 'FollowUp'];
    expect(titles(card({ view: view({ may }), tabUrl, documentsUrl }))).toEqual(['Öppna i fliken']);
    expect(titles(card({ view: view({ may: may.slice(1) }), tabUrl, documentsUrl }))).toHaveLength(2);
  });
});

describe('a protected case', () => {
  const secret = underWay({
    protected: true,
    decisions: returned().decisions,
    deviationSince: '2026-07-15T08:00:00.000Z',
  });
  const secrets = ['Digitala lås', 'nycklar', 'Bara hälften', 'Bra tänkt', assistant.name];
  const named = (words: string) => secrets.filter((one) => words.includes(one));

  it.each(['coach', 'reader'] as const)(
    'is not named on a card for a %s that may stand in a channel',
    (audience) => {
      const words = JSON.stringify(card({ view: secret, audience }));
      expect(named(words)).toEqual([]);
      expect(words).toContain('Skyddat ärende');
      expect(words).toContain('VOF-2026-0012');
    },
  );

  it.each(['channel', 'group'] as const)('is not named in a %s, not even to its proposer', (scope) =>
    expect(named(JSON.stringify(card({ view: secret, audience: 'proposer', scope })))).toEqual([]),
  );

  it('is named in the own chat of those with insight', () => {
    expect(named(wordsOn(card({ view: secret, audience: 'coach', scope: 'personal' })))).toContain(
      'Digitala lås',
    );
    expect(named(wordsOn(card({ view: secret, audience: 'proposer' })))).toContain('Digitala lås');
  });

  it('is never named to those without insight', () => {
    const hidden = underWay({ ...secret, detailsHidden: true });
    expect(named(JSON.stringify(card({ view: hidden, audience: 'reader', scope: 'personal' })))).toEqual([]);
  });

  it('is not named on the card that everybody sees', () => {
    const words = JSON.stringify(reviewStatusCard({ view: view({ protected: true }), op, userIds: [] }, sv));
    expect(named(words)).toEqual([]);
  });
});

describe('what people wrote on a case', () => {
  it('has no meaning', () => {
    const view = worst({ state: 'EXECUTION' });
    expect(
      foreignMeanings(card({ view, audience: 'coach', reason: '[Klicka](https://evil.example)' })),
    ).toEqual([]);
  });
});

describe('the card everybody sees of a case under review', () => {
  const shown = reviewStatusCard(
    { view: view({ may: ['ApproveAsManager', 'Return'] }), op, userIds: ['29:a', '29:b'] },
    sv,
  );

  it('has the status and nothing to press or fill in', () => {
    expect(wordsOn(shown)).toContain('Digitala lås i hemtjänsten');
    expect(verbsOf(shown)).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain('Input.');
  });

  it('is asked for again by those who decide', () =>
    expect(shown.refresh).toMatchObject({
      action: { type: 'Action.Execute', verb: 'review-refresh', data: { op, id: 'I-1' } },
      userIds: ['29:a', '29:b'],
    }));

  it('names at most sixty of them', () => {
    const userIds = Array.from({ length: 75 }, (_, i) => `29:${i}`);
    expect(
      (reviewStatusCard({ view: view(), op, userIds }, sv).refresh as { userIds: string[] }).userIds,
    ).toHaveLength(60);
  });
});
