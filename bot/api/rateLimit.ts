import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts what a person asks for. @returns seconds to wait when it has become too much. */
export type RateLimit = (person: string, points: number) => Promise<number | undefined>;

/** Somebody has asked for too much, which showed only while they were being answered. */
export class TooMuchAsked extends Error {
  readonly code = 'too-many-requests';
  /** Seconds. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('too much asked');
    this.retryAfter = retryAfter;
  }
}

/**
 * So many points a minute and person; a route says what it costs. Each instance counts for itself: the limit is there
 * against runaway clients, and need not be exact.
 */
export function createRateLimit(pointsPerMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });
  return async (person, points) => {
    try {
      await limiter.consume(person, points);
      return undefined;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    }
  };
}
