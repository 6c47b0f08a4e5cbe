import type { Casebook } from '../casebook.ts';
import { createInTurn } from '../inTurn.ts';
import { type ClaimedDelivery, type Delivery, type NoticeFilter, recipientOf } from '../ports/index.ts';
import { createDeliver, type DeliverDeps, FOR_INFORMATION } from './deliver.ts';

const LEASE_MS = 60_000;
/** A message is only begun while the lease still lasts this long: waiting in line and sending take at most half of it. */
const LEAST_LEASE_MS = 30_000;
/** Few: what a dying server has claimed waits for its lease, and counts as tried. */
const BATCH = 4;
/** At 300 ms for a message and what is noted of it these fill Teams' fifty a second. */
const LANES = 16;

export type SendingDeps = DeliverDeps & { readonly casebook: Casebook };

export type Sending = {
  /**
   * Adds what somebody waits for or has to act on. When nothing waits before them, a few are claimed by the adding
   * itself and sent at once.
   */
  readonly tell: (messages: readonly Delivery[]) => Promise<void>;
  /** Sends what is due of what somebody waits for or has to act on: in order, one after the other. */
  readonly inOrder: () => Promise<void>;
  /** Rewrites messages in place; what cannot be done at once is due, and waits to be claimed. */
  readonly rewrite: (updates: readonly Delivery[]) => Promise<void>;
  /** Sends what is due for information: in several lanes, to one recipient one after the other. */
  readonly inLanes: () => Promise<void>;
  /** Nothing is begun any more. */
  readonly stop: () => void;
  /** Takes down what was sent while the store was away: nobody else knows of it. @throws StoreUnavailable */
  readonly settleLeft: () => Promise<void>;
};

type Taken = { readonly delivery: ClaimedDelivery; readonly until: number };

/**
 * Sends what is due until nothing is. Of what asks somebody to act a server that dies leaves at most one message that
 * may come a second time; what is for information is never sent on a second claim, so lanes cannot repeat any of it.
 * Source: docs/adr/0007-deliveries.md
 */
export function createSending(deps: SendingDeps): Sending {
  const { deliveries, casebook, messenger, clock } = deps;
  const { deliver, settleLeft, rewrite } = createDeliver(deps);
  const oneAtATime = createInTurn();
  let stopped = false;

  // Teams has asked us to wait: what is claimed meanwhile would only be put off, and count as tried.
  const goesOn = () => !stopped && (messenger.waitMs?.() ?? 0) === 0;

  function lease() {
    const now = clock();
    const until = Date.parse(now) + LEASE_MS;
    return { now, until, ends: new Date(until).toISOString() };
  }

  /** Messages and until when they are ours; they show how things are now, also what another instance has written. */
  async function claim(limit: number, notices: NoticeFilter): Promise<readonly Taken[]> {
    const { now, until, ends } = lease();
    const due = await deliveries.claim(now, ends, limit, notices);
    if (due.length > 0) await casebook.catchUp();
    return due.map((delivery) => ({ delivery, until }));
  }

  async function waitsAlready(now: string): Promise<boolean> {
    const next = await deliveries.nextDue();
    return next !== undefined && Date.parse(next) <= Date.parse(now);
  }

  async function tell(messages: readonly Delivery[]): Promise<void> {
    if (messages.length === 0) return;
    const { now, until, ends } = lease();
    const takes = goesOn() && messages.length <= BATCH && !(await waitsAlready(now));
    const added = await deliveries.add(messages, takes ? ends : undefined);
    if (!takes) return;
    const state = { status: 'due', attempts: 1 } as const;
    const taken = messages.filter(({ key }) => added.includes(key));
    await oneByOne(taken.map((message) => ({ delivery: { ...message, state, isAbandoned: false }, until })));
  }

  /** What is left of a slow batch is claimed anew when its lease has run out. */
  const mayBegin = (until: number) => !stopped && until - Date.parse(clock()) >= LEAST_LEASE_MS;

  async function oneByOne(batch: readonly Taken[]): Promise<void> {
    for (const { delivery, until } of batch) {
      if (!mayBegin(until)) return;
      await deliver(delivery);
    }
  }

  async function inOrder(): Promise<void> {
    await settleLeft();
    while (goesOn()) {
      const batch = await claim(BATCH, { except: FOR_INFORMATION });
      await oneByOne(batch);
      if (batch.length < BATCH) return;
    }
  }

  async function rewriteAll(updates: readonly Delivery[]): Promise<void> {
    for (const [done, update] of updates.entries()) {
      if (!goesOn()) return void (await deliveries.add(updates.slice(done)));
      await rewrite(update);
    }
  }

  /** What was never begun is given back: a claim that nothing is heard of counts as sent, perhaps. */
  const inLane = ({ delivery, until }: Taken): Promise<void> =>
    mayBegin(until) ? deliver(delivery) : deliveries.postpone(delivery.key, clock(), 'not-begun');

  async function inLanes(): Promise<void> {
    const underWay = new Set<Promise<void>>();
    let failure: { readonly error: unknown } | undefined;
    const begin = (one: Taken) => {
      const lane = oneAtATime(recipientOf(one.delivery), () => inLane(one))
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => underWay.delete(lane));
      underWay.add(lane);
    };
    try {
      while (goesOn() && !failure) {
        const free = LANES - underWay.size;
        const batch = await claim(free, { only: FOR_INFORMATION });
        for (const one of batch) begin(one);
        if (batch.length < free) break;
        // Half of them at a time: claiming is a call to the store for one message as for eight.
        while (underWay.size > LANES / 2) await Promise.race(underWay);
      }
    } finally {
      // Whoever waits for us to stop waits for what is on its way, also when the store is gone.
      await Promise.all(underWay);
    }
    if (failure) throw failure.error;
  }

  return {
    tell,
    inOrder,
    rewrite: rewriteAll,
    inLanes,
    stop: () => {
      stopped = true;
    },
    settleLeft,
  };
}
