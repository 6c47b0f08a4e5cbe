import { chooseSteps } from './chooseSteps.ts';
import { oneCheck, type Step } from './step.ts';

const step = (name: string, quick: boolean): Step => ({
  name,
  quick,
  says: '',
  alone: false,
  run: async () => oneCheck(true, ''),
});
const STEPS = [step('types', true), step('unit', true), step('e2e', false)];

const names = (...words: string[]) => {
  const chosen = chooseSteps(words, STEPS);
  return 'steps' in chosen ? chosen.steps.map(({ name }) => name) : chosen.problem;
};

describe('choosing steps', () => {
  it('takes all without words', () => expect(names()).toEqual(['types', 'unit', 'e2e']));
  it('takes the quick ones', () => expect(names('--quick')).toEqual(['types', 'unit']));
  it('takes the named ones in the usual order', () =>
    expect(names('e2e', 'types')).toEqual(['types', 'e2e']));
  it('names what it does not know', () =>
    expect(names('units')).toBe('Unknown: units. There are: --quick types unit e2e'));
});
