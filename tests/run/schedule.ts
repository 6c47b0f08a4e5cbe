import { type Finished, oneCheck, type Step } from './step.ts';

/** What happens while the steps run, for the one who prints it. */
export interface Watcher {
  started(step: Step): void;
  progress(step: Step, line: string): void;
  finished(step: Step, result: Finished): void;
}

/**
 * Runs the steps in their order, those that share the machine two at a time. A failed step stops nobody: one round
 * tells everything that is wrong. A step that throws has failed.
 * @returns the results in the order of the steps.
 */
export async function runSteps(steps: readonly Step[], watcher: Watcher, lanes = 2): Promise<Finished[]> {
  const results = new Map<Step, Finished>();
  const runOne = async (step: Step) => {
    watcher.started(step);
    const start = performance.now();
    const outcome = await step
      .run((line) => watcher.progress(step, line))
      .catch((error: unknown) => oneCheck(false, error instanceof Error ? `${error.stack}` : String(error)));
    const result = { ...outcome, name: step.name, seconds: (performance.now() - start) / 1000 };
    results.set(step, result);
    watcher.finished(step, result);
  };

  const shared = steps.filter((step) => !step.alone);
  const lane = async () => {
    for (let step = shared.shift(); step; step = shared.shift()) await runOne(step);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  for (const step of steps.filter((candidate) => candidate.alone)) await runOne(step);
  return steps.flatMap((step) => results.get(step) ?? []);
}
