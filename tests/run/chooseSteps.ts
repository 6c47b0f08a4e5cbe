import type { Step } from './step.ts';

/**
 * Which steps the words on the command line ask for: all without words, `--quick` or names of steps.
 * @returns the steps in their usual order, or what is wrong with the words.
 */
export function chooseSteps(
  words: readonly string[],
  steps: readonly Step[],
): { steps: Step[] } | { problem: string } {
  const names = words.filter((word) => word !== '--quick');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    return {
      problem: `Unknown: ${unknown.join(' ')}. There are: --quick ${steps.map((step) => step.name).join(' ')}`,
    };
  }
  const quick = words.includes('--quick');
  return {
    steps: steps.filter(
      (step) => (names.length === 0 || names.includes(step.name)) && (!quick || step.quick),
    ),
  };
}
