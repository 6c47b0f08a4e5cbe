import { MessageNotDelivered } from '../../app/ports/index.ts';

type Window = { readonly most: number; readonly ms: number };

/** Teams' own limits for one bot: per conversation, and over all of a tenant. The hourly one is left to 429. */
const PER_CONVERSATION: readonly Window[] = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
];
const IN_ALL: readonly Window[] = [{ most: 50, ms: 1_000 }];
const MOST_CONVERSATIONS = 2_000;
const LONGEST_WAIT_MS = 15_000;
const ALL = '';

export type Throttle = {
  /** Waits for its place in line. @throws MessageNotDelivered with `retryAfterMs` when the line is too long. */
  readonly wait: (conversation: string) => Promise<void>;
  /** Counts an answer to a person who is waiting: it goes at once, what is sent unasked gives way. */
  readonly spend: (conversation: string) => void;
  /** Teams said "later" about a conversation: nothing goes there before. */
  readonly hold: (conversation: string, ms: number) => void;
  /** Teams said "too much": nothing unasked goes anywhere before. */
  readonly holdAll: (ms: number) => void;
  /** Milliseconds left of that. */
  readonly heldMs: () => number;
};

export type ThrottleClock = { readonly now: () => number; readonly sleep: (ms: number) => Promise<unknown> };

/** Keeps within Teams' rate limits by remembering when the last messages went. */
export function createThrottle({ now, sleep }: ThrottleClock): Throttle {
  const sent = new Map<string, number[]>();
  const heldUntil = new Map<string, number>();
  let allHeldUntil = 0;

  const timesOf = (key: string): number[] => {
    const times = sent.get(key) ?? [];
    sent.delete(key);
    sent.set(key, times);
    if (sent.size > MOST_CONVERSATIONS) sent.delete(sent.keys().next().value ?? ALL);
    return times;
  };

  const record = (key: string, windows: readonly Window[], at: number): void => {
    const times = timesOf(key);
    // One that waits for its own conversation goes later than those who come after it.
    times.splice(times.findLastIndex((one) => one <= at) + 1, 0, at);
    if (times.length > (windows.at(-1)?.most ?? 0)) times.shift();
  };

  const recordBoth = (conversation: string, at: number): void => {
    record(conversation, PER_CONVERSATION, at);
    record(ALL, IN_ALL, at);
  };

  const held = (conversation: string): number => {
    const until = heldUntil.get(conversation) ?? 0;
    if (until <= now()) heldUntil.delete(conversation);
    return until;
  };

  return {
    wait: async (conversation) => {
      // Several wait side by side: what Teams has said to one of them meanwhile goes for all.
      do {
        const at = Math.max(
          now(),
          held(conversation),
          allHeldUntil,
          earliest(timesOf(conversation), PER_CONVERSATION),
          earliest(timesOf(ALL), IN_ALL),
        );
        const ms = at - now();
        if (ms > LONGEST_WAIT_MS) throw new MessageNotDelivered('the line is long', { retryAfterMs: ms });
        recordBoth(conversation, at);
        if (ms > 0) await sleep(ms);
      } while (Math.max(held(conversation), allHeldUntil) > now());
    },
    spend: (conversation) => recordBoth(conversation, now()),
    holdAll: (ms) => {
      allHeldUntil = Math.max(allHeldUntil, now() + ms);
    },
    heldMs: () => Math.max(0, allHeldUntil - now()),
    hold: (conversation, ms) => {
      if (heldUntil.size >= MOST_CONVERSATIONS) heldUntil.delete(heldUntil.keys().next().value ?? ALL);
      heldUntil.set(conversation, now() + ms);
    },
  };
}

/** When a further message fits in every window. */
const earliest = (times: readonly number[], windows: readonly Window[]): number =>
  Math.max(0, ...windows.map(({ most, ms }) => (times.at(-most) ?? Number.NEGATIVE_INFINITY) + ms));
