/** Waits that a server asks for, in milliseconds. */

const DELTA_SECONDS = /^\s*\d+(\.\d+)?\s*$/;

/**
 * The longer of `Retry-After` (seconds or a date) and `RateLimit-Reset` (seconds); undefined when neither is given.
 * Never shortened: coming back too early is counted against the application.
 */
export function waitAskedFor(
  headers: { get(name: string): string | null },
  wallClock: number,
): number | undefined {
  const waits = [
    retryAfterMs(headers.get('retry-after'), wallClock),
    secondsMs(headers.get('ratelimit-reset')),
  ].filter((wait) => wait !== undefined);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** How long little is left of the minute's units; undefined while there is enough: it is only told from 80 % on. */
export const littleLeftFor = (headers: { get(name: string): string | null }): number | undefined =>
  headers.get('ratelimit-remaining') === null ? undefined : secondsMs(headers.get('ratelimit-reset'));

function retryAfterMs(value: string | null, wallClock: number): number | undefined {
  if (value === null) return undefined;
  const seconds = secondsMs(value);
  if (seconds !== undefined) return seconds;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - wallClock);
}

const secondsMs = (value: string | null): number | undefined =>
  value !== null && DELTA_SECONDS.test(value) ? Number(value) * 1_000 : undefined;

/** Growing pauses when the server does not say how long. */
export const backoffMs = (attempt: number): number => Math.min(8_000, 250 * 2 ** (attempt - 1));
