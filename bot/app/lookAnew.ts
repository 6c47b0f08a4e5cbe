import { atMost } from './atMost.ts';
import type { Casebook } from './casebook.ts';
import { StoreUnavailable } from './ports/index.ts';
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

/** Longer nobody waits for what may be new. */
const PATIENCE_MS = 1_000;

/**
 * Asks the log for news before somebody is shown a list of what they have done: it may have been done on another
 * instance a moment ago. When the log does not answer, the list is what is known here.
 */
export const hearNews = (casebook: Pick<Casebook, 'catchUp'>): Promise<void> =>
  ifItAnswers(casebook.catchUp(true));

/** The same for one case that is to be shown. */
export const hearOf = (casebook: Pick<Casebook, 'reload'>, initiative: string): Promise<void> =>
  ifItAnswers(casebook.reload(initiative));

async function ifItAnswers(reading: Promise<unknown>): Promise<void> {
  const read = reading.catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable)) throw error;
  });
  await atMost(PATIENCE_MS, read);
}
