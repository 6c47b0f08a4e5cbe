import { createGraph, type Graph } from './graph/graph.ts';
import { systemTiming, type Timing } from './graph/timing.ts';
import type { TokenSource } from './graph/tokenSource.ts';
import { createTransport, type GraphCallNote } from './graph/transport.ts';
import { createUnits, SMALLEST_UNITS_A_MINUTE } from './graph/units.ts';

export type GraphConnectionSettings = {
  readonly tokens: TokenSource;
  /** `https://graph.microsoft.com` unless the cloud is another one. */
  readonly root?: string;
  /** Name of the municipality in the User-Agent, ASCII. */
  readonly organisation: string;
  readonly version: string;
  /** What the tenant's licences allow an application; the smallest tier unless told otherwise. */
  readonly unitsPerMinute?: number;
  /** How long a person waits for an answer of Graph, retries included. */
  readonly patienceMs?: number;
  readonly onCall?: (note: GraphCallNote) => void;
  /** The platform's own unless something stands in between. */
  readonly fetch?: typeof fetch;
  readonly timing?: Timing;
};

/** Long enough for a throttled call or two, short enough for Teams, which waits about fifteen seconds. */
const PERSON_MS = 8_000;
const BACKGROUND_MS = 5 * 60_000;
const ONE_ANSWER_MS = 20_000;

/**
 * Microsoft Graph as this program uses it. Make one for the whole program: what Graph says about waiting to one part
 * holds for all of them.
 */
export function connectGraph(settings: GraphConnectionSettings): Graph {
  const timing = settings.timing ?? systemTiming;
  const units = createUnits(timing, settings.unitsPerMinute ?? SMALLEST_UNITS_A_MINUTE);
  const person = settings.patienceMs ?? PERSON_MS;
  const transport = createTransport({
    tokens: settings.tokens,
    timing,
    units,
    fetch: settings.fetch ?? fetch,
    timeoutMs: ONE_ANSWER_MS,
    patienceMs: person,
    userAgent: `NONISV|${settings.organisation}|Fardplan/${settings.version}`,
    ...(settings.onCall && { onCall: settings.onCall }),
  });
  return createGraph({
    root: settings.root ?? 'https://graph.microsoft.com',
    transport,
    units,
    timing,
    patienceMs: { person, background: BACKGROUND_MS },
  });
}
