import { type ReviewModel, reviewCard } from '../../../bot/cards/reviewCard.ts';
import type { OrderType } from '../../../domain/initiatives/commands.ts';
import { longText, worst } from './hostile.ts';
import { elementById, elementsOf, faultsOf, verbsOf } from './lint.ts';
import { below, foreignMeanings, sv, wordsOn } from './reading.ts';
import { MAY_REVIEW, manager, similar, UNITS, view } from './views.ts';

const op = 'operation-1';
const card = (model: Partial<ReviewModel> = {}) =>
  reviewCard({ view: view({ may: [...MAY_REVIEW] }), op, units: UNITS, ...model }, sv);

describe('the manager’s card', () => {
  it('says what it is about: who, where, when, the need, what kind and what it gives', () => {
    const words = wordsOn(card());
    for (const said of [
      ...[
        'VOF-2026-0012',
        'Digitala lås i hemtjänsten',
        'Undersköterska hemtjänst norr',
        'Hemtjänst norr',
        '17\u00a0mars 2026',
      ],
      ...[
        'Personalen hämtar och lämnar nycklar',
        'Lås som öppnas med mobilen',
        'Ingen behöver åka till kontoret',
      ],
      ...[
        'Medarbetare, Brukare och klienter, Anhöriga',
        'Skaffa något nytt',
        'Det handlar om ett it-system eller en app. Uppgifter om personer hanteras på ett nytt sätt. Något behöver',
      ],
      ...['5\u00a0597 timmar per år', '5\u00a0093\u00a0702\u00a0kr', '1,7 år'],
    ])
      expect(words).toContain(said);
  });

  it('has the four answers, forwarding behind a question where to', () => {
    expect(verbsOf(card())).toEqual(['forward', 'approve', 'return', 'reject']);
    expect(elementById(card(), 'forward')?.isVisible).toBe(false);
    expect(elementsOf(card(), 'Action.ToggleVisibility')[0]?.targetElements).toEqual(['forward']);
  });

  it.each<[OrderType, string]>([
    ['ApproveAsManager', 'approve'],
    ['Return', 'return'],
    ['Reject', 'reject'],
    ['Forward', 'forward'],
  ])('shows %s only to those who may', (order, verb) => {
    const without = MAY_REVIEW.filter((one) => one !== order);
    expect(verbsOf(card({ view: view({ may: without }) }))).not.toContain(verb);
    expect(verbsOf(card({ view: view({ may: [order] }) }))).toEqual([verb]);
  });

  it('asks for evidence only of those who may approve', () => {
    expect(elementById(card(), 'needIsReal')).toBeDefined();
    expect(elementById(card({ view: view({ may: ['Return'] }) }), 'needIsReal')).toBeUndefined();
  });

  it('puts the operation and the case into every button', () => {
    for (const { data } of elementsOf(card(), 'Action.Execute')) expect(data).toEqual({ op, id: 'I-1' });
  });

  it('asks about each similar case, with what was learned there', () => {
    const asked = card({ view: view({ similar: [similar()], may: [...MAY_REVIEW] }) });
    expect(elementById(asked, 'similar:I-2')?.label).toBe('Hur gör vi med SOF-2026-0003?');
    expect(elementById(asked, 'similarReason:I-2')?.label).toContain('Varför');
    const words = wordsOn(asked);
    for (const said of [
      'Ett ärende liknar det här',
      'LSS · Beredning',
      'nyckel, lås, brukare',
      'Räkna med att dörrar',
    ])
      expect(words).toContain(said);
  });

  it('does not offer the case’s own unit to forward to', () => {
    const { choices } = elementById(card(), 'forwardUnit') as { choices: { value: string }[] };
    expect(choices.map(({ value }) => value)).toEqual(
      UNITS.map(({ id }) => id).filter((id) => id !== 'vof-hemtjanst-norr'),
    );
  });

  it('can send a forwarded case back to the unit it came from, and tells whose it is now', () => {
    const there = card({ unit: 'sof' });
    const { choices } = elementById(there, 'forwardUnit') as { choices: { value: string }[] };
    expect(choices.map(({ value }) => value)).toContain('vof-hemtjanst-norr');
    expect(choices.map(({ value }) => value)).not.toContain('sof');
    expect(wordsOn(there)).toContain('Socialförvaltningen');
  });

  it('says what was asked for and what has been changed since, or why it was passed on', () => {
    const said = (type: string, reason: string | null) => ({
      ...{ type, reason, by: manager, at: '2026-03-05T14:30:00.000Z', details: null },
      ...({ from: 'MANAGER_REVIEW', to: 'RETURNED' } as const),
    });
    const decisions = [
      said('Submitted', null),
      said('Returned', 'Hur många?'),
      said('Resubmitted', '2 000.'),
    ];
    const again = wordsOn(card({ view: view({ decisions, may: [...MAY_REVIEW] }) }));
    expect(again).toContain('Hur många?');
    expect(again).toContain('2 000.');
    const passedOn = [...decisions, said('Forwarded', 'Hör till er.')];
    const there = wordsOn(card({ view: view({ decisions: passedOn, may: [...MAY_REVIEW] }) }));
    expect(there).toContain('Hör till er.');
    expect(there).not.toContain('Hur många?');
  });

  it('says what an approval leads to on each track', () => {
    expect(wordsOn(card({ view: view({ track: 'light', may: [...MAY_REVIEW] }) }))).toContain(
      'Då kan arbetet börja direkt.',
    );
    expect(wordsOn(card())).toContain('digitaliseringsrådet beslutar');
  });

  it('says for whom a substitute decides', () =>
    expect(wordsOn(card({ substituteFor: 'Enhetschef hemtjänst norr' }))).toContain(
      'Du får det här som ersättare för Enhetschef hemtjänst norr.',
    ));

  it('says that an estimate can be asked for when there is none', () => {
    const { estimate: _none, ...content } = view().content;
    expect(wordsOn(card({ view: view({ content, may: [...MAY_REVIEW] }) }))).toContain('Ingen kalkyl finns');
  });
});

describe('the manager’s card after an error', () => {
  const values = {
    needIsReal: 'true',
    fitsGoals: 'false',
    preparationHours: '12',
    fundingIdea: 'own-budget',
    reason: 'För dyrt [x](y)',
    forwardUnit: 'sof',
    'similar:I-2': 'separate',
    'similarReason:I-2': 'olika behov',
  };
  const wrong = card({
    view: view({ similar: [similar()], may: [...MAY_REVIEW] }),
    values,
    errors: { preparationHours: 'Skriv timmar.', reason: 'Skriv varför.' },
  });

  it('keeps what was typed, to the letter', () => {
    const kept = Object.fromEntries(Object.keys(values).map((id) => [id, elementById(wrong, id)?.value]));
    expect(kept).toEqual({ ...values, preparationHours: 12 });
  });

  it('shows each error at its input and all of them at the top', () => {
    expect(below(wrong, 'preparationHours')).toMatchObject({ text: 'Skriv timmar.', color: 'Attention' });
    expect(below(wrong, 'reason')).toMatchObject({ text: 'Skriv varför.', color: 'Attention' });
    const words = wordsOn(wrong);
    expect(words).toContain('2 saker behöver rättas:');
    expect(words).toContain('Timmar för beredning: Skriv timmar.');
  });

  it('opens the question where to when it has been answered or is wrong', () => {
    expect(elementById(wrong, 'forward')?.isVisible).toBe(true);
    expect(elementById(card({ errors: { forwardUnit: 'Välj enhet.' } }), 'forward')?.isVisible).toBe(true);
  });

  it('shows hours that are no number as they were written', () =>
    expect(elementById(card({ values: { preparationHours: 'tolv' } }), 'preparationHours')).toMatchObject({
      type: 'Input.Text',
      value: 'tolv',
    }));

  it('drops a choice that does not exist', () =>
    expect(elementById(card({ values: { fundingIdea: 'bribes' } }), 'fundingIdea')?.value).toBeUndefined());
});

describe('the manager’s card with long and hostile texts', () => {
  it('gives no meaning to what people wrote', () => {
    const hostile = worst({
      similar: [similar({ title: '[x](https://evil.example)', words: ['**a**'] })],
      may: [...MAY_REVIEW],
    });
    expect(foreignMeanings(card({ view: hostile, substituteFor: '<at>chef</at>' }))).toEqual([]);
  });

  it('shows a long problem whole, the rest of it behind a button', () => {
    const problem = 'Åtgärden berör många. '.repeat(136).trim();
    const long = card({ view: view({ content: { ...view().content, problem }, may: [...MAY_REVIEW] }) });
    const rest = elementById(long, 'problemRest');
    expect(rest?.isVisible).toBe(false);
    const whole = wordsOn(long).replaceAll(' …\n… ', ' ');
    expect(whole).toContain(problem);
    expect(wordsOn(long)).not.toContain(sv.t('common.cut'));
  });

  it('shortens only when the card would be too large, and says so', () => {
    const many = Array.from({ length: 5 }, (_, i) => similar({ id: `I-${i}` }));
    const values = {
      reason: longText(2_000),
      ...Object.fromEntries(many.map(({ id }) => [`similarReason:${id}`, longText(500)])),
    };
    const full = card({ view: worst({ similar: many, may: [...MAY_REVIEW] }), values });
    expect(wordsOn(full)).toContain(sv.t('common.cut'));
    expect(faultsOf(full)).toEqual([]);
  });

  it('says when it may not be read', () => {
    const hidden = card({ view: view({ detailsHidden: true, content: { unit: 'vof' }, may: [] }) });
    expect(wordsOn(hidden)).toContain('Skyddat ärende');
  });
});
