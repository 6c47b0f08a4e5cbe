import type { Timing } from './timing.ts';

/** Who waits for the answer: a person, or nobody in particular. */
export type Urgency = 'person' | 'background';

/** Limit of the smallest licence tier. Source: Microsoft Learn, "Avoid getting throttled … in SharePoint Online". */
export const SMALLEST_UNITS_A_MINUTE = 1_250;

/** Background work leaves this much of a minute's units to people. */
const KEPT_FOR_PEOPLE = 0.4;

export type Units = {
  /** Milliseconds until a call of this cost may be sent; 0: now. People never wait for the budget. */
  readonly waitMs: (cost: number, urgency: Urgency) => number;
  /** Books what a call costs; refused calls cost too. */
  readonly spend: (cost: number) => void;
  /** Booked since the start. */
  readonly spent: () => number;
};

/**
 * Resource units as a bucket that fills evenly over a minute. People may empty it and go below; background work
 * waits until more than what is kept for people is there.
 */
export function createUnits({ now }: Timing, perMinute: number = SMALLEST_UNITS_A_MINUTE): Units {
  const perMs = perMinute / 60_000;
  let level = perMinute;
  let asOf = now();
  let total = 0;
  const refill = (): void => {
    const moment = now();
    level = Math.min(perMinute, level + (moment - asOf) * perMs);
    asOf = moment;
  };
  return {
    waitMs: (cost, urgency) => {
      if (urgency === 'person') return 0;
      refill();
      return Math.max(0, (perMinute * KEPT_FOR_PEOPLE + cost - level) / perMs);
    },
    spend: (cost) => {
      refill();
      level -= cost;
      total += cost;
    },
    spent: () => total,
  };
}
