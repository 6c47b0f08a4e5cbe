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
  /** The server says that little is left for this long, whoever of the instances has spent it: background work waits. */
  readonly leaveRest: (ms: number) => void;
  /** Booked since the start. */
  readonly spent: () => number;
};

const MINUTE_MS = 60_000;
/** What is spent within the same second is booked together. */
const STEP_MS = 1_000;

/**
 * Resource units of the last minute, counted as SharePoint counts them. Background work waits while all work together
 * has spent its share of any minute, so that it never brings a refusal upon people.
 */
export function createUnits({ now }: Timing, perMinute: number = SMALLEST_UNITS_A_MINUTE): Units {
  const share = perMinute * (1 - KEPT_FOR_PEOPLE);
  let booked: { readonly at: number; cost: number }[] = [];
  let restUntil = 0;
  let total = 0;

  /** Milliseconds until so little has been spent within a minute that a call of this cost fits in. */
  function untilFree(cost: number): number {
    const moment = now();
    booked = booked.filter(({ at }) => at > moment - MINUTE_MS);
    let used = booked.reduce((sum, one) => sum + one.cost, 0);
    let free = 0;
    for (const { at, cost: past } of booked) {
      // A call that is larger than the share waits until nothing else has been spent.
      if (used === 0 || used + cost <= share) break;
      used -= past;
      free = at + MINUTE_MS - moment;
    }
    return free;
  }

  return {
    waitMs: (cost, urgency) => (urgency === 'person' ? 0 : Math.max(restUntil - now(), untilFree(cost), 0)),
    spend: (cost) => {
      total += cost;
      const last = booked.at(-1);
      // Booked at the end of its step: a little late is never too early.
      const at = now() + STEP_MS;
      if (last && last.at >= now()) last.cost += cost;
      else booked.push({ at, cost });
    },
    leaveRest: (ms) => {
      restUntil = Math.max(restUntil, now() + ms);
    },
    spent: () => total,
  };
}
