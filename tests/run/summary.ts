import type { Finished } from './step.ts';

/**
 * The end of a round: a table of the steps and, as the very last line, `N passed, N failed` (and `, N skipped` when
 * there are any), which both people and machines read.
 */
export function summary(finished: readonly Finished[]): string {
  const rows = finished.map((step) => [step.name, word(step), counts(step), seconds(step.seconds)]);
  const table = [['step', 'result', 'checks', 'seconds'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 3 ? cell.padStart(width) : cell.padEnd(width);
    });
    return `  ${cells.join('  ')}`;
  });
  return `${lines.join('\n')}\n\n${counts(total(finished))}`;
}

export function counts({ passed, failed, skipped }: Pick<Finished, 'passed' | 'failed' | 'skipped'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export function word({ failed }: Pick<Finished, 'failed'>): string {
  return failed > 0 ? 'FAILED' : 'passed';
}

export function seconds(value: number): string {
  return value.toFixed(1);
}

function total(finished: readonly Finished[]) {
  const sum = (pick: (step: Finished) => number) => finished.reduce((soFar, step) => soFar + pick(step), 0);
  return { passed: sum((s) => s.passed), failed: sum((s) => s.failed), skipped: sum((s) => s.skipped) };
}
