import type { BenchRow } from './row.ts';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Rows as aligned lines: figure, ratio to the yardstick, goal, met or not, and last what ran beside it. */
export function tableOf(rows: readonly BenchRow[]): string[] {
  const cells = rows.map(({ name, value, unit, ratio, goal, pass, yardstick }) => [
    name,
    `${number.format(value)} ${unit}`.trim(),
    ratio === undefined ? '' : `${number.format(ratio)} ×`,
    `goal ${goal}`,
    pass ? 'met' : 'NOT MET',
    yardstick,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => column === 1 || column === 2;
  return cells.map((row) =>
    row
      .map((cell, column) =>
        isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** One line for the end: how many goals are met, and which are not. */
export function summaryOf(rows: readonly BenchRow[], crashed: readonly string[]): string {
  const missed = rows.filter(({ pass }) => !pass).map(({ name }) => name);
  return [
    `${rows.length - missed.length} of ${rows.length} goals met`,
    ...(missed.length > 0 ? [`not met: ${missed.join('; ')}`] : []),
    ...(crashed.length > 0 ? [`crashed: ${crashed.join(', ')}`] : []),
  ].join('. ');
}
