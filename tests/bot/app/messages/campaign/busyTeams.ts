import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Taken = { readonly conversation: string; readonly at: number };
type Refused = { readonly status: number; readonly code: string };

const SECOND = 1_000;
const IN_ALL = 50;
const PER_THREAD = 7;
const PAUSE_SECONDS = 20;
/** Every so many messages it is too much for Teams anyway. */
const TOO_MUCH_EVERY = 451;

/** Teams that counts: takes messages, keeps its documented limits, and notes who does not keep them. */
export async function startBusyTeams(
  now: () => number,
  refuse: (asked: { readonly conversation: string }) => Refused | undefined,
) {
  const taken: Taken[] = [];
  const violations: string[] = [];
  const asked: Taken[] = [];
  let told = 0;
  let pausedAt = Number.NEGATIVE_INFINITY;

  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const conversation = /conversations\/([^/]+)\/activities/.exec(path)?.[1] ?? path;
    request.resume().on('end', () => {
      const at = now();
      const within = asked.filter((one) => one.at > at - SECOND);
      if (within.length >= IN_ALL) violations.push(`${within.length + 1} messages in a second`);
      if (within.filter((one) => one.conversation === conversation).length >= PER_THREAD)
        violations.push(`too many to ${conversation}`);
      // What was on its way when Teams said "later" is forgiven.
      if (at > pausedAt && at < pausedAt + PAUSE_SECONDS * SECOND) violations.push('spoke when told to wait');
      asked.push({ conversation, at });
      if (asked.length % TOO_MUCH_EVERY === 0) {
        told += 1;
        pausedAt = at;
        return answer(429, { error: { code: 'Throttled' } }, { 'retry-after': String(PAUSE_SECONDS) });
      }
      const refused = refuse({ conversation });
      if (refused) return answer(refused.status, { error: { code: refused.code } });
      taken.push({ conversation, at });
      return answer(201, { id: `activity-${taken.length}` });
    });
    const answer = (status: number, body: object, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** Messages people have got. */
    taken,
    violations,
    /** Times it said that it was too much. */
    get told() {
      return told;
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
