import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Seconds until asking again makes sense, when nobody answers yet. */
const SOON = '1';
const TIDY_MS = 50;
/** Longer than the platform's proxies keep theirs (four minutes), or they would use one that is just being closed. */
const KEPT_MS = 245_000;

export type Slowness = {
  /** Until the head of a request is there. */
  readonly headMs: number;
  /** Until all of it is there, body and all. A stream that we answer with may stay open for hours. */
  readonly wholeMs: number;
  readonly lookEveryMs: number;
};

/** Whoever dribbles a request holds a connection and memory; what people send is there within a second or two. */
const SLOWEST: Slowness = { headMs: 10_000, wholeMs: 30_000, lookEveryMs: 5_000 };

export type FrontDoor = {
  /** E.g. http://127.0.0.1:3978 */
  readonly url: string;
  /** Who answers from now on. Connections stay, and whoever has begun an answer finishes it. */
  readonly leadTo: (answer: RequestListener) => void;
  /** Takes no new connections and waits for what is under way, but no longer than told. May be called twice. */
  readonly close: (patienceMs: number) => Promise<void>;
};

/**
 * The one socket that listens, for as long as the program runs; who stands behind it may change, and nobody who is
 * connected notices. @throws when the address is taken.
 */
export async function openFrontDoor(
  port: number,
  host: string,
  { headMs, wholeMs, lookEveryMs }: Slowness = SLOWEST,
): Promise<FrontDoor> {
  let answer: RequestListener = (_req, res) => {
    // In two steps: restify changes `writeHead` for the whole process, so that nothing can be chained to it.
    res.writeHead(503, { 'retry-after': SOON });
    res.end();
  };
  const patience = {
    keepAliveTimeout: KEPT_MS,
    headersTimeout: headMs,
    requestTimeout: wholeMs,
    connectionsCheckingInterval: lookEveryMs,
  };
  const server = createServer(patience, (req, res) => answer(req, res));
  await new Promise<void>((done, refused) => {
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      done();
    });
  });
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    leadTo: (next) => {
      answer = next;
    },
    close: (patienceMs) => {
      closed ??= new Promise<void>((done) => {
        const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
        // A connection whose last answer has been given would otherwise be kept for the next request.
        const tidying = setInterval(() => server.closeIdleConnections(), TIDY_MS);
        server.close(() => {
          clearTimeout(impatience);
          clearInterval(tidying);
          done();
        });
      });
      return closed;
    },
  };
}
