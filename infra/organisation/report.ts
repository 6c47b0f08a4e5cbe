import { counted } from '../import/report.ts';
import type { Step } from './planning.ts';
import type { Problem } from './table.ts';

export { counted };

type Tell = (line: string) => void;

const MOST_SHOWN = 200;

/** What stands in the way, row by row, and how to put it right. @returns the exit code. */
export function tellProblems(problems: readonly Problem[], tell: Tell): number {
  for (const { sheet, row, heading, text } of problems.slice(0, MOST_SHOWN))
    tell(`  ${sheet}, rad ${row}${heading ? `, ${heading}` : ''}: ${text}`);
  if (problems.length > MOST_SHOWN) tell(`  … och ${problems.length - MOST_SHOWN} till.`);
  tell('Rätta det som står ovan. Inget har sparats.');
  return 1;
}

const SIGNS = { new: '+', changed: '~', ends: '–' } as const satisfies Record<Step['kind'], string>;

/** What would be done, a line each. */
export function tellPlan(steps: readonly Step[], tell: Tell): void {
  for (const step of steps) tell(`  ${SIGNS[step.kind]} ${step.about}${lastDay(step)}`);
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length;
  if (steps.length > 0)
    tell(`Plan: ${count('new')} nya, ${count('changed')} ändras, ${count('ends')} får en sista dag.`);
}

const lastDay = ({ order }: Step): string =>
  order.type === 'EndRoleHolder' ? ` (sista dagen ${order.to})` : '';
