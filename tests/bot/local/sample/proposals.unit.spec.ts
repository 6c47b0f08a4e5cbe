import { sampleStream } from '../../../../bot/local/sample/orders.ts';
import { PEOPLE, personCalled } from '../../../../bot/local/sample/people.ts';
import { PROPOSALS } from '../../../../bot/local/sample/proposals.ts';
import { commandSchema } from '../../../../domain/initiatives/commands.ts';
import { CATEGORIES, contentSchema, missingForSubmit } from '../../../../domain/initiatives/content.ts';
import { sampleEstimate } from '../../../domain/benefits/sampleEstimates.ts';
import { WRITTEN } from './rulebook.ts';

const proposal = (key: string) => PROPOSALS.find((one) => one.key === key)!;

describe('the twelve proposals', () => {
  it.each(WRITTEN)(
    '$key says what is written, word for word',
    ({ key, title, problem, changeType, category }) => {
      const { content } = proposal(key);
      expect(content).toMatchObject({ title, problem, changeType, category });
      expect(content.estimate).toEqual(sampleEstimate(key));
    },
  );

  it.each(WRITTEN)('$key could have been written by its proposer', ({ key, prefix }) => {
    const { content, proposer } = proposal(key);
    const expected = prefix.toLowerCase().replace('ö', 'o');
    expect(content.unit.split('-')[0]).toBe(expected);
    expect(personCalled(proposer).unit).toBe(content.unit);
    expect(missingForSubmit(content)).toEqual([]);
    expect(content.solution && content.effect).toBeTruthy();
    expect(contentSchema.parse(content)).toEqual(content);
    expect(CATEGORIES).toContain(content.category);
  });

  it('sets an effect goal and a project goal for all that have been prepared', () => {
    const prepared = PROPOSALS.filter(({ key }) => !['P06', 'P12'].includes(key));
    for (const { steps } of prepared) {
      const kinds = steps.flatMap(([, , order]) =>
        typeof order !== 'function' && order.type === 'SetGoal' ? [order.goal.kind] : [],
      );
      expect(kinds.sort()).toEqual(['effect', 'project']);
    }
  });

  it('is made of orders that could have come from outside', () => {
    const orders = PROPOSALS.flatMap(({ steps }) => steps.map(([, , order]) => order));
    const plain = orders.filter((order) => typeof order !== 'function');
    expect(plain.length).toBeGreaterThan(100);
    for (const order of plain) expect(commandSchema.parse(order)).toEqual(order);
  });

  it('is told in order of time', () => {
    for (const { drafted, submitted, steps } of PROPOSALS) {
      const moments = [drafted, submitted, ...steps.map(([when]) => when)];
      expect(moments).toEqual(moments.toSorted());
      expect(new Set(moments).size).toBe(moments.length);
    }
  });

  it('has streams that are the same in every installation', () =>
    expect(sampleStream('P01')).toBe('I-SAMPLE-P01'));
});

describe('the texts of the sample', () => {
  /** Common Swedish first names and surnames: none of them may appear, whoever writes the next proposal. */
  const NAMES =
    /(?<!\p{L})(anna|eva|maria|karin|kristina|lena|sara|emma|malin|kerstin|ingrid|elin|linda|lars|erik|karl|anders|johan|per|nils|jan|mikael|olof|hans|lennart|peter|mats|gunnar|sven|fredrik|bengt|bo|magnus|ali|mohamed|andersson|johansson|karlsson|nilsson|eriksson|larsson|olsson|persson|svensson|gustafsson|pettersson|jonsson|jansson|hansson|bengtsson|lindberg|lindström|berg)(?!\p{L})/iu;

  it('name nobody', () => {
    const texts = [
      ...PEOPLE.map(({ name }) => name),
      ...PROPOSALS.flatMap(({ content, steps }) => [...textsIn(content), ...textsIn(steps)]),
    ].map((text) =>
      text.replace(/\b(per|Per) (år|vecka|månad|brev|nämnd|pass|vinter|lärare|automat)/g, '$2'),
    );
    expect(texts.filter((text) => NAMES.test(text))).toEqual([]);
  });

  it('would notice a name', () => expect(NAMES.test('Ring Karin på enheten')).toBe(true));
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
