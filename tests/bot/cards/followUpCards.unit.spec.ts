import { deviationCard } from '../../../bot/cards/deviationCard.ts';
import { type FollowUpModel, followUpCard } from '../../../bot/cards/followUpCard.ts';
import { worst } from './hostile.ts';
import { elementById, elementsOf, verbsOf } from './lint.ts';
import { below, foreignMeanings, sv, wordsOn } from './reading.ts';
import { underWay } from './views.ts';

const op = 'operation-1';

describe('following up', () => {
  const card = (model: Partial<FollowUpModel> = {}) => followUpCard({ view: underWay(), op, ...model }, sv);

  it('offers three states in words, not only colours', () => {
    const { choices, style } = elementById(card(), 'status') as {
      choices: { title: string; value: string }[];
      style: string;
    };
    expect(choices).toEqual([
      { title: 'Grönt: går som planerat', value: 'green' },
      { title: 'Gult: risk att det inte går som planerat', value: 'yellow' },
      { title: 'Rött: går inte som planerat', value: 'red' },
    ]);
    expect(style).toBe('expanded');
  });

  it('says what is due, or how late it is, and how it was before', () => {
    expect(wordsOn(card())).toContain(
      'Uppföljningen är försenad 9 dagar. Skulle ha gjorts 15\u00a0augusti 2026.',
    );
    expect(wordsOn(card({ view: underWay({ overdueDays: 0 }) }))).toContain(
      'Månadsuppföljning. Görs senast 15\u00a0augusti 2026.',
    );
    expect(wordsOn(card())).toContain('Förra gången: Rött, 15\u00a0juli 2026');
  });

  it('takes a measurement where there are goals', () => {
    const { choices } = elementById(card(), 'goal') as { choices: { title: string }[] };
    expect(choices.map(({ title }) => title)).toEqual([
      'Tid för att hämta nycklar (nu 20, mål 2 minuter)',
      'Lås monterade (nu 0, mål 620 lås)',
    ]);
    expect(elementById(card(), 'measurement')?.isVisible).toBe(false);
    expect(elementById(card({ view: underWay({ goals: [] }) }), 'goal')).toBeUndefined();
  });

  it('keeps what was typed and opens where something is wrong', () => {
    const again = card({
      values: {
        status: 'red',
        text: 'Försenat',
        value: '12,5',
        day: '2026-08-01',
        goal: 'g-2',
        source: 'Räknat',
      },
      errors: { value: 'Skriv en siffra.' },
    });
    expect(
      ['status', 'text', 'value', 'day', 'goal', 'source'].map((id) => elementById(again, id)?.value),
    ).toEqual(['red', 'Försenat', '12,5', '2026-08-01', 'g-2', 'Räknat']);
    expect(elementById(again, 'measurement')?.isVisible).toBe(true);
    expect(below(again, 'value')).toMatchObject({ text: 'Skriv en siffra.' });
  });

  it('saves under the operation of the card', () =>
    expect(elementsOf(card(), 'Action.Execute')).toMatchObject([
      { verb: 'follow-up-save', data: { op, id: 'I-1' } },
    ]));

  it('does not name a protected case where others read, nor its goals', () => {
    const secret = { view: underWay({ protected: true }) };
    for (const scope of [undefined, 'channel', 'group'] as const) {
      const words = JSON.stringify(card({ ...secret, ...(scope && { scope }) }));
      expect(words).toContain('Skyddat ärende');
      expect(words).not.toContain('Digitala lås');
      expect(words).not.toContain('hämta nycklar');
    }
    expect(wordsOn(card({ ...secret, scope: 'personal' }))).toContain('Digitala lås');
  });

  it('gives no meaning to goals and titles', () =>
    expect(foreignMeanings(card({ view: worst({ state: 'EXECUTION' }) }))).toEqual([]));
});

describe('deciding on a deviation', () => {
  const card = (view = underWay({ deviationSince: '2026-07-15T08:00:00.000Z' })) =>
    deviationCard({ view, op }, sv);

  it('shows the two follow-ups behind it, latest first', () => {
    const words = wordsOn(card());
    expect(words.indexOf('Bara hälften')).toBeGreaterThan(0);
    expect(words.indexOf('Bara hälften')).toBeLessThan(words.indexOf('Leveransen'));
  });

  it('asks how it shall go on, until when and why', () => {
    expect(
      (elementById(card(), 'choice') as { choices: { value: string }[] }).choices.map(({ value }) => value),
    ).toEqual(['continue', 'change', 'pause', 'cancel']);
    expect(elementById(card(), 'until')?.type).toBe('Input.Date');
    expect(elementById(card(), 'reason')?.label).toBe('Varför?');
    expect(verbsOf(card())).toEqual(['deviation-decide']);
  });

  it('keeps what was typed, with the error at its input', () => {
    const again = deviationCard(
      {
        view: underWay(),
        op,
        values: { choice: 'pause', reason: 'Väntar' },
        errors: { until: 'Välj ett datum efter i dag.' },
      },
      sv,
    );
    expect(elementById(again, 'choice')?.value).toBe('pause');
    expect(elementById(again, 'reason')?.value).toBe('Väntar');
    expect(below(again, 'until')).toMatchObject({ text: 'Välj ett datum efter i dag.' });
  });

  it('does not name a protected case nor tell what was said of it', () => {
    const words = JSON.stringify(card(underWay({ protected: true })));
    expect(words).not.toContain('Digitala lås');
    expect(words).not.toContain('Bara hälften');
  });

  it('gives no meaning to what was said', () =>
    expect(foreignMeanings(card(worst({ state: 'EXECUTION' })))).toEqual([]));
});
