import { createHash } from 'node:crypto';
import type { ImportOrder } from '../../../domain/initiatives/importing.ts';
import { fold } from '../fold.ts';

/**
 * The operation of a row, made of what the row is called: unit, title and reference. The same row read again, also
 * from a file that has been sorted or filled in since, is the same operation and makes nothing new.
 * It looks like a GUID, so that nobody takes its digits for a number that means something.
 */
export function operationOf({ content, reference }: ImportOrder): string {
  const named = JSON.stringify([content.unit, fold(content.title ?? ''), fold(reference ?? '')]);
  return guidOf(`fardplan-import-1:${named}`);
}

/** The operation that makes cases of all the rows together. */
export const operationOfAll = (rows: readonly string[]): string =>
  guidOf(`fardplan-import-all:${rows.toSorted().join()}`);

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
