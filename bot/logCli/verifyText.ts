import { anchorText } from './anchor.ts';
import type { Verification } from './verify.ts';
import { visible } from './visible.ts';

export const isGood = ({ broken, problems }: Verification): boolean =>
  broken.length === 0 && problems.length === 0;

/** What was found, a line each; last a summary and the anchor to keep. */
export function verificationLines(found: Verification): string[] {
  const { broken, problems, rows, streams, anchor } = found;
  const verdict = isGood(found)
    ? 'all chains are intact'
    : `${counted(broken.length, 'broken stream')}, ${counted(problems.length, 'other problem')}`;
  return [
    ...broken.map(
      ({ key, position, problem }) =>
        `Broken: ${key}${position ? ` (position ${position})` : ''}: ${problem}`,
    ),
    ...problems.map((problem) => `Problem: ${problem}`),
    `Checked ${counted(rows, 'row')} in ${counted(streams, 'stream')}: ${verdict}.`,
    `Anchor ${anchorText(anchor)}`,
  ].map(visible);
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
