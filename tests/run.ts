/**
 * Every check of the repository, behind `npm test`; `npm run check` is the quick round (`--quick`), and
 * `npm test -- lint unit` runs the named steps. The last line is `N passed, N failed`; exit code 1 when any failed.
 */

import { chooseSteps } from './run/chooseSteps.ts';
import { endAll } from './run/command.ts';
import { printer } from './run/printer.ts';
import { runSteps } from './run/schedule.ts';
import { STEPS } from './run/steps.ts';
import { summary } from './run/summary.ts';

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    endAll();
    process.exit(code);
  });
}

const chosen = chooseSteps(process.argv.slice(2), STEPS);
if ('problem' in chosen) {
  process.stdout.write(`${chosen.problem}\n`);
  process.exitCode = 1;
} else {
  const results = await runSteps(
    chosen.steps,
    printer((line) => process.stdout.write(`${line}\n`)),
  );
  process.stdout.write(`\n${summary(results)}\n`);
  process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;
}
