import { runSteps } from './schedule.ts';
import { oneCheck, type Step } from './step.ts';

const QUIET = { started: () => undefined, progress: () => undefined, finished: () => undefined };

/** A step that notes in `log` when it starts and ends. */
function noting(name: string, log: string[], more: Partial<Step> = {}): Step {
  const run = async () => {
    log.push(`${name} starts`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
    return oneCheck(true, '');
  };
  return { name, says: '', quick: true, alone: false, run, ...more };
}

describe('the order of steps', () => {
  it('runs two at a time, and those that want the machine for themselves after that', async () => {
    const log: string[] = [];
    await runSteps(
      [
        noting('a', log),
        noting('b', log),
        noting('c', log, { alone: true }),
        noting('d', log, { alone: true }),
      ],
      QUIET,
    );
    expect(log).toEqual([
      'a starts',
      'b starts',
      'a ends',
      'b ends',
      'c starts',
      'c ends',
      'd starts',
      'd ends',
    ]);
  });

  it('gives the results in the order of the steps', async () => {
    const log: string[] = [];
    const results = await runSteps(
      [noting('slow', log, { alone: true }), noting('a', log), noting('b', log)],
      QUIET,
    );
    expect(results.map((result) => result.name)).toEqual(['slow', 'a', 'b']);
  });

  it('goes on after a failure, and takes a step that throws for failed', async () => {
    const log: string[] = [];
    const broken = noting('broken', log, { run: () => Promise.reject(new Error('no compiler')) });
    const results = await runSteps([broken, noting('a', log)], QUIET);
    expect(results).toMatchObject([
      { name: 'broken', passed: 0, failed: 1, output: expect.stringContaining('no compiler') },
      { name: 'a', passed: 1, failed: 0 },
    ]);
  });

  it('tells who listens what starts, how far it is and how it ended', async () => {
    const heard: string[] = [];
    const step = noting('a', [], {
      run: async (tell) => {
        tell('half way');
        return oneCheck(false, 'it broke');
      },
    });
    await runSteps([step], {
      started: ({ name }) => heard.push(`start ${name}`),
      progress: ({ name }, line) => heard.push(`${name}: ${line}`),
      finished: ({ name }, { failed, output }) => heard.push(`end ${name} ${failed} ${output}`),
    });
    expect(heard).toEqual(['start a', 'a: half way', 'end a 1 it broke']);
  });
});
