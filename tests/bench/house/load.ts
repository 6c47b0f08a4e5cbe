import autocannon from 'autocannon';
import { activity } from '../../bot/teams/support/activities.ts';
import { CASES, FOLLOWER, streamOf } from './bigLog.ts';

/** Anybody may read the open portfolio. */
export const READER = { authorization: `Bench ${FOLLOWER}`, 'accept-encoding': 'gzip' } as const;

export type Loaded = { readonly answers: number; readonly seconds: number; readonly bytes: number };

/**
 * Loads one address for so many seconds. @param request what differs from one request to the next.
 * @throws when an answer was not the one expected: a figure over failures says nothing.
 */
export async function load(
  url: string,
  { connections, seconds, status = 200 }: { connections: number; seconds: number; status?: number },
  request: () => autocannon.Request,
): Promise<Loaded> {
  let wrong = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        duration: seconds,
        // The first portfolio after a start on a busy machine may take a while; an answer is what counts.
        timeout: 60,
        requests: [{ setupRequest: (given) => ({ ...given, ...request() }) }],
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    run.on('response', (_client, answered) => {
      if (answered !== status) wrong += 1;
    });
  });
  if (wrong > 0 || result.errors > 0)
    throw new Error(`${wrong} answers and ${result.errors} errors at ${url}`);
  return { answers: result.requests.total, seconds: result.duration, bytes: result.throughput.total };
}

/** Follow-ups as Teams sends them, each of another case: every turn writes a row. */
export function followUps(serviceUrl: string): () => autocannon.Request {
  const recorded = activity('cardSubmit', { serviceUrl });
  const from = { ...(recorded.from as object), aadObjectId: FOLLOWER };
  let made = 0;
  return () => {
    made += 1;
    const value = {
      verb: 'follow-up-save',
      op: `0190a1b2-0000-7000-8000-${String(made).padStart(12, '0')}`,
      id: streamOf((made * 7_919) % CASES),
      status: 'green',
      text: `Går enligt plan. Nästa steg är bokat, avstämning ${made} är gjord.`,
    };
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...recorded, from, value }),
    };
  };
}
