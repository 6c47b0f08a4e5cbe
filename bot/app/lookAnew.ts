import type { Casebook } from './casebook.ts';
import { isInitiativeStream, numberedRow } from './streams.ts';

/**
 * Asks the log itself about a case that was named by stream or case number: another instance may have written a moment
 * ago, and news of that comes now and then only. To be done before anybody is told that there is no such case.
 * @throws StoreUnavailable
 */
export async function lookAnew(casebook: Casebook, name: string): Promise<void> {
  const number = name.toUpperCase();
  const taken = numberedRow(number);
  if (taken && casebook.ownerOf(number) === undefined) await casebook.reload(taken.stream);
  const stream = taken ? casebook.ownerOf(number) : name;
  if (stream !== undefined && isInitiativeStream(stream)) await casebook.reload(stream);
}
