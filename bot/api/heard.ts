import type { IncomingMessage } from 'node:http';
import { StoreUnavailable } from '../app/ports/index.ts';
import type { ApiDeps } from './deps.ts';

/** Streams of the log and how many rows of each the page knows of, e.g. `I-0F3A@7,ORGANISATION@12`. */
const HEARD = 'fardplan-heard';

const ONE = /^(I-[A-Z0-9-]{1,200}|ORGANISATION)@(\d{1,6})$/;
const MOST = 10;
/** What was never written has not been heard of: whoever says so soon may ask for nothing more. Graph is for all. */
const POINTS_FOR_NOTHING = 20;

/**
 * A page is told of changes by one instance and asks another for what it shows. What the page has heard of and this
 * instance has not is read first: else it would be given the state before the change, and nobody would tell it again.
 * From a store that does not answer the page gets what is known here.
 */
export async function readWhatIsHeard(
  { headers }: IncomingMessage,
  person: string,
  { casebook, limit }: Pick<ApiDeps, 'casebook' | 'limit'>,
): Promise<void> {
  const missed = heardIn(headers[HEARD]).filter(
    ({ stream, version }) => casebook.versionOf(stream) < version,
  );
  try {
    const news = await Promise.all(missed.map(({ stream }) => casebook.reload(stream)));
    for (const isNews of news) if (!isNews) await limit?.(person, POINTS_FOR_NOTHING);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

const heardIn = (header: string | readonly string[] | undefined) =>
  String(header ?? '')
    .split(',', MOST)
    .flatMap((each) => {
      const [, stream, version] = ONE.exec(each.trim()) ?? [];
      return stream === undefined ? [] : [{ stream, version: Number(version) }];
    });
