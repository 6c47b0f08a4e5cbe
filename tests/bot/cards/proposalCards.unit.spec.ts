import { type DetailsModel, detailsCard } from '../../../bot/cards/detailsCard.ts';
import { type ProblemModel, problemCard } from '../../../bot/cards/problemCard.ts';
import { type ResubmitModel, resubmitCard } from '../../../bot/cards/resubmitCard.ts';
import { MANY_UNITS } from './galleryParts.ts';
import { LONG_TITLE, longText, worst } from './hostile.ts';
import { elementById, elementsOf, faultsOf, verbsOf } from './lint.ts';
import { below, foreignMeanings, sv, wordsOn } from './reading.ts';
import { returned, similar, UNITS, view } from './views.ts';

const op = 'operation-1';

describe('step 1, the problem', () => {
  const card = (model: Partial<ProblemModel> = {}) =>
    problemCard({ op, values: {}, units: UNITS, ...model }, sv);

  it('asks for the problem first, with an example and a warning', () => {
    const [problem, unit, groups] = [
      ...elementsOf(card(), 'Input.Text'),
      ...elementsOf(card(), 'Input.ChoiceSet'),
    ];
    expect(problem).toMatchObject({
      id: 'problem',
      isMultiline: true,
      maxLength: 3_000,
      placeholder: expect.stringContaining('Exempel'),
    });
    expect(unit).toMatchObject({ id: 'unit', style: 'compact' });
    expect(groups).toMatchObject({ id: 'affectedGroups', isMultiSelect: true });
    expect(wordsOn(card())).toContain('Skriv inga namn och inga personnummer.');
  });

  it('keeps what was typed and chosen', () => {
    const values = {
      problem: 'Nycklar *försvinner*',
      unit: 'sof-lss',
      affectedGroups: 'employees,relatives',
    };
    const kept = card({ values });
    expect(Object.keys(values).map((id) => elementById(kept, id)?.value)).toEqual(Object.values(values));
  });

  it('shows what is wrong where it is wrong', () => {
    const wrong = card({ errors: { problem: 'Skriv vad problemet är.' } });
    expect(below(wrong, 'problem')).toMatchObject({ text: 'Skriv vad problemet är.', color: 'Attention' });
    expect(wordsOn(wrong)).toContain('En sak behöver rättas:');
  });

  it('goes on with the draft there is', () => {
    expect(elementsOf(card(), 'Action.Execute')[0]?.data).toEqual({ op });
    expect(elementsOf(card({ draft: 'I-9' }), 'Action.Execute')[0]).toMatchObject({
      verb: 'draft-next',
      data: { op, id: 'I-9' },
    });
  });

  it('has room for the own unit and its neighbours when there are hundreds', () => {
    const many = card({ units: MANY_UNITS, values: { unit: 'unit-with-a-long-identity-399' } });
    const { choices, value } = elementById(many, 'unit') as { choices: { value: string }[]; value: string };
    expect(value).toBe('unit-with-a-long-identity-399');
    expect(choices[0]?.value).toBe(value);
    expect(choices.length).toBeLessThan(MANY_UNITS.length);
    expect(wordsOn(many)).toContain(sv.t('cards.problem.units-cut'));
    expect(faultsOf(many)).toEqual([]);
  });

  it('gives back an over-long text as far as a card can carry it', () => {
    const long = card({ values: { problem: longText(40_000) } });
    expect(String(elementById(long, 'problem')?.value).length).toBeGreaterThan(3_000);
    expect(faultsOf(long)).toEqual([]);
  });

  it('takes names of units as names', () => {
    const units = [{ id: 'u', name: '[Enhet](https://evil.example)', department: '' }];
    expect(foreignMeanings(card({ units }))).toEqual([]);
  });
});

describe('step 2, the rest', () => {
  const draft = view({
    state: 'DRAFT',
    number: null,
    content: { title: 'Nycklar försvinner', problem: 'P', unit: 'vof' },
  });
  const card = (model: Partial<DetailsModel> = {}) =>
    detailsCard({ op, view: draft, similar: [], units: UNITS, ...model }, sv);

  it('can be worked out, sent in, saved or gone back from', () => {
    expect(verbsOf(card())).toEqual(['draft-count', 'submit', 'draft-save', 'draft-back']);
    for (const { data } of elementsOf(card(), 'Action.Execute')) expect(data).toEqual({ op, id: 'I-1' });
  });

  it('suggests the title', () =>
    expect(elementById(card(), 'title')).toMatchObject({ value: 'Nycklar försvinner', maxLength: 120 }));

  it('shows at most three similar cases, where they are, how far, and what was learned', () => {
    const hits = [1, 2, 3, 4].map((n) => similar({ id: `I-${n}`, number: `SOF-2026-000${n}` }));
    const words = wordsOn(card({ similar: hits }));
    for (const said of [
      '4 ärenden liknar ditt',
      'SOF-2026-0003',
      'LSS · Beredning',
      'Lärdom: Räkna med att dörrar måste bytas',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('SOF-2026-0004');
  });

  it('does not show an id where a unit has no name', () =>
    expect(wordsOn(detailsCard({ op, view: draft, similar: [similar()] }, sv))).not.toContain('sof-lss'));

  it('hides what is voluntary until it is asked for', () => {
    expect(elementById(card(), 'more')?.isVisible).toBe(false);
    expect(elementById(card(), 'estimate')?.isVisible).toBe(false);
    expect(elementsOf(card(), 'Action.ToggleVisibility').map(({ targetElements }) => targetElements)).toEqual(
      [['more'], ['estimate']],
    );
  });

  it('opens it when it holds something or something is wrong there', () => {
    expect(elementById(card({ values: { solution: 'Lås' } }), 'more')?.isVisible).toBe(true);
    expect(elementById(card({ errors: { yearlyCost: 'Skriv en siffra.' } }), 'estimate')?.isVisible).toBe(
      true,
    );
    expect(below(card({ errors: { yearlyCost: 'Skriv en siffra.' } }), 'yearlyCost')).toMatchObject({
      text: 'Skriv en siffra.',
    });
  });

  it('fills in nothing that would be an estimate nobody made', () => {
    for (const id of ['volumePerYear', 'minutesPerItem', 'hourCost', 'oneTimeCost', 'yearlyCost', 'adoption'])
      expect(elementById(card(), id)?.value).toBeUndefined();
    expect(elementById(card(), 'hourCost')?.placeholder).toBe('450');
  });

  it('shows the saved draft with the result of its estimate', () => {
    const saved = card({ view: view({ state: 'DRAFT', number: null }) });
    const kept = [
      'changeType',
      'category',
      'system',
      'automation',
      'severalUnits',
      'solution',
      'volumePerYear',
      'hourCost',
      'adoption',
    ];
    expect(kept.map((id) => elementById(saved, id)?.value)).toEqual([
      'acquisition',
      'digitalLocks',
      'true',
      'false',
      'true',
      'Lås som öppnas med mobilen hos dem som har hemtjänst.',
      16_790,
      345,
      60,
    ]);
    expect(wordsOn(saved)).toContain('5\u00a0093\u00a0702\u00a0kr');
  });

  it('lets what was typed go before what was saved', () => {
    const values = { title: 'Ny rubrik', system: 'false', volumePerYear: '1 200' };
    const again = card({ view: view({ state: 'DRAFT', number: null }), values });
    expect(Object.keys(values).map((id) => elementById(again, id)?.value)).toEqual(Object.values(values));
  });

  it('says at the questions that they need an answer', () =>
    expect(wordsOn(card({ errors: { flags: 'Fyll i det här.' } })).match(/Fyll i det här\./g)).toHaveLength(
      2,
    ));
});

describe('the card of a returned case', () => {
  const card = (model: Partial<ResubmitModel> = {}) => resubmitCard({ op, view: returned(), ...model }, sv);

  it('begins with why it came back, and who said so', () => {
    const words = wordsOn(card());
    expect(words).toContain('Därför kom förslaget tillbaka');
    expect(words).toContain('Skriv hur många besök');
    expect(words).toContain('Enhetschef hemtjänst norr, 5\u00a0mars 2026');
  });

  it('has everything that can be changed as it is, and asks what has been changed', () => {
    const { title, problem, solution, effect } = returned().content;
    expect(['title', 'problem', 'solution', 'effect'].map((id) => elementById(card(), id)?.value)).toEqual([
      title,
      problem,
      solution,
      effect,
    ]);
    expect(elementById(card(), 'changes')).toMatchObject({ label: 'Vad har du ändrat?', maxLength: 2_000 });
    expect(verbsOf(card())).toEqual(['resubmit']);
  });

  it('lets what was typed go before what was saved', () => {
    const again = card({
      values: { problem: 'Nytt problem', changes: 'Lagt till antal' },
      errors: { title: 'För lång.' },
    });
    expect(elementById(again, 'problem')?.value).toBe('Nytt problem');
    expect(elementById(again, 'changes')?.value).toBe('Lagt till antal');
    expect(below(again, 'title')).toMatchObject({ text: 'För lång.' });
  });

  it('leaves longer texts to the tab rather than cut them', () => {
    const wide = '鍵'.repeat(3_000);
    const view = worst({
      state: 'RETURNED',
      content: { ...worst().content, title: LONG_TITLE, problem: wide, solution: wide },
    });
    const card = resubmitCard({ op, view }, sv);
    expect(elementById(card, 'problem')?.value).toBe(wide);
    expect(elementById(card, 'solution')).toBeUndefined();
    expect(wordsOn(card)).toContain(sv.t('cards.resubmit.in-tab'));
    expect(faultsOf(card)).toEqual([]);
  });

  it('gives no meaning to the reason', () =>
    expect(foreignMeanings(card({ view: worst({ state: 'RETURNED' }) }))).toEqual([]));
});
