import type { Casebook } from './casebook.ts';
import { createDeliver, type DeliverDeps, FOR_INFORMATION } from './deliver.ts';
import { createInTurn } from './inTurn.ts';
import type { DeliveryRow, NoticeFilter } from './ports/index.ts';

const LEASE_MS = 60_000;
/** A message is only begun while the lease still lasts this long: waiting in line and sending take at most half of it. */
const LEAST_LEASE_MS = 30_000;
/** Few: what a dying server has claimed waits for its lease, and counts as tried. */
const BATCH = 4;
/** At 300 ms for a message and what is noted of it these fill Teams' fifty a second. */
const LANES = 16;

export type SendingDeps = DeliverDeps & { readonly casebook: Casebook };

export type Sending = {
  /** Sends what is due of what somebody waits for or has to act on: in order, one after the other. */
  readonly inOrder: () => Promise<void>;
  /** Sends what is due for information: in several lanes, to one recipient one after the other. */
  readonly inLanes: () => Promise<void>;
  /** Nothing is begun any more. */
  readonly stop: () => void;
};

/**
 * Sends what is due until nothing is. Of what asks somebody to act a server that dies leaves at most one message that
 * may come a second time; what is for information is marked before it is sent, so lanes cannot repeat any of it.
 * Source: docs/adr/0007-deliveries.md
 */
export function createSending(deps: SendingDeps): Sending {
  const { deliveries, casebook, messenger, clock } = deps;
  const deliver = createDeliver(deps);
  const oneAtATime = createInTurn();
  let stopped = false;

  // Teams has asked us to wait: what is claimed meanwhile would only be put off, and count as tried.
  const goesOn = () => !stopped && (messenger.waitMs?.() ?? 0) === 0;

  /** Messages and until when they are ours; they show how things are now, also what another instance has written. */
  async function claim(limit: number, notices: NoticeFilter) {
    const now = clock();
    const until = Date.parse(now) + LEASE_MS;
    const due = await deliveries.claim(now, new Date(until).toISOString(), limit, notices);
    if (due.length > 0) await casebook.catchUp();
    return { due, until };
  }

  /** What is left of a slow batch is claimed anew when its lease has run out. */
  const mayBegin = (until: number) => !stopped && until - Date.parse(clock()) >= LEAST_LEASE_MS;

  async function inOrder(): Promise<void> {
    while (goesOn()) {
      const { due, until } = await claim(BATCH, { except: FOR_INFORMATION });
      for (const delivery of due) {
        if (!mayBegin(until)) break;
        await deliver(delivery);
      }
      if (due.length < BATCH) return;
    }
  }

  async function inLanes(): Promise<void> {
    const underWay = new Set<Promise<void>>();
    let failure: { readonly error: unknown } | undefined;
    const begin = (delivery: DeliveryRow, until: number) => {
      const lane = oneAtATime(recipientOf(delivery), async () => {
        if (mayBegin(until)) await deliver(delivery);
      })
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => underWay.delete(lane));
      underWay.add(lane);
    };
    try {
      while (goesOn() && !failure) {
        const free = LANES - underWay.size;
        const { due, until } = await claim(free, { only: FOR_INFORMATION });
        for (const delivery of due) begin(delivery, until);
        if (due.length < free) break;
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
    inOrder,
    inLanes,
    stop: () => {
      stopped = true;
    },
  };
}

const recipientOf = ({ to }: DeliveryRow): string => (to.kind === 'person' ? to.person : to.channel);
