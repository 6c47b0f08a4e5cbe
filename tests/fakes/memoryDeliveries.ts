import type {
  Deliveries,
  Delivery,
  DeliveryRow,
  DeliveryStatus,
  NoticeFilter,
} from '../../bot/app/ports/index.ts';
import { createFaults, type FaultMoment } from './faults.ts';

type Kept = {
  readonly delivery: Delivery;
  state: DeliveryStatus;
  /** The later of `notBefore` and the lease, ms. */
  dueAt: number;
  /** Claimed, and nobody has said what came of it. */
  isClaimed: boolean;
};

/** What instances of the same fake store share. */
export type MemoryDeliveryStore = {
  readonly messages: Map<string, Kept>;
  checkpoint: number;
};

export type MemoryDeliveries = Deliveries & { readonly failNext: (moment: FaultMoment) => void };

export const emptyDeliveryStore = (): MemoryDeliveryStore => ({ messages: new Map(), checkpoint: 0 });

/** Deliveries in memory. Instances given the same store work side by side. */
export function memoryDeliveries(store: MemoryDeliveryStore = emptyDeliveryStore()): MemoryDeliveries {
  const { failNext, write, read } = createFaults();
  const { messages } = store;
  const all = () => [...messages.values()];
  const rowOf = ({ delivery, state }: { delivery: Delivery; state: DeliveryStatus }): DeliveryRow => ({
    ...structuredClone(delivery),
    state,
  });
  const addNow = (delivery: Delivery, claimedUntil?: string): boolean => {
    if (messages.has(delivery.key)) return false;
    const isClaimed = claimedUntil !== undefined;
    messages.set(delivery.key, {
      delivery: JSON.parse(JSON.stringify(delivery)) as Delivery,
      state: { status: 'due', attempts: isClaimed ? 1 : 0 },
      dueAt: isClaimed ? Date.parse(claimedUntil) : 0,
      isClaimed,
    });
    return true;
  };
  const landNow = (key: string, landed: { conversation: string; activity: string; at: string }): void => {
    const message = messages.get(key);
    if (message && message.state.status !== 'sent') message.state = { status: 'sent', ...landed };
  };

  return {
    failNext,
    add: (deliveries, claimedUntil) =>
      write(() => deliveries.filter((one) => addNow(one, claimedUntil)).map(({ key }) => key)),
    claim: (now, leaseUntil, limit, notices) =>
      write(() => {
        const due = all().filter(
          ({ delivery, state, dueAt }) =>
            state.status === 'due' && dueAt <= Date.parse(now) && isAmong(delivery, notices),
        );
        return due.slice(0, limit).map((message) => {
          const isAbandoned = message.isClaimed;
          message.isClaimed = true;
          message.dueAt = Date.parse(leaseUntil);
          if (message.state.status === 'due')
            message.state = { ...message.state, attempts: message.state.attempts + 1 };
          return { ...rowOf(message), isAbandoned };
        });
      }),
    sent: (key, landed) => write(() => landNow(key, landed)),
    postpone: (key, notBefore, reason) =>
      write(() => {
        const message = messages.get(key);
        if (message?.state.status !== 'due') return;
        message.state = { ...message.state, notBefore, reason };
        message.dueAt = Date.parse(notBefore);
        message.isClaimed = false;
      }),
    failed: (key, reason, at) =>
      write(() => {
        const message = messages.get(key);
        if (message?.state.status === 'due') message.state = { status: 'failed', reason, at };
      }),
    adopt: (delivery, landed) =>
      write(() => {
        addNow(delivery);
        landNow(delivery.key, landed);
      }),
    retryFailed: (to, reason) =>
      write(() => {
        const again = all().filter(
          ({ delivery, state }) =>
            state.status === 'failed' && state.reason === reason && sameAddress(delivery.to, to),
        );
        for (const message of again) {
          message.state = { status: 'due', attempts: 0 };
          message.dueAt = 0;
          message.isClaimed = false;
        }
        return again.length;
      }),
    get: (key) => read(() => [messages.get(key)].flatMap((message) => (message ? [rowOf(message)] : []))[0]),
    forInitiative: (initiative) =>
      read(() =>
        all()
          .filter(({ delivery }) => delivery.content.initiative === initiative)
          .map(rowOf),
      ),
    failures: (limit) =>
      read(() =>
        all()
          .reverse()
          .filter(({ state }) => state.status === 'failed')
          .sort((a, b) => settledAt(b.state).localeCompare(settledAt(a.state)))
          .slice(0, limit)
          .map(rowOf),
      ),
    nextDue: () =>
      read(() => {
        const moments = all().flatMap(({ state, dueAt }) => (state.status === 'due' ? [dueAt] : []));
        return moments.length > 0 ? new Date(Math.min(...moments)).toISOString() : undefined;
      }),
    checkpoint: () => read(() => store.checkpoint),
    moveCheckpoint: (position) =>
      write(() => {
        store.checkpoint = Math.max(store.checkpoint, position);
      }),
  };
}

const isAmong = ({ content }: Delivery, notices: NoticeFilter = { except: [] }): boolean =>
  'only' in notices ? notices.only.includes(content.notice) : !notices.except.includes(content.notice);

const settledAt = (state: DeliveryStatus): string => (state.status === 'due' ? '' : state.at);

const sameAddress = (a: Delivery['to'], b: Delivery['to']): boolean =>
  a.kind === 'person'
    ? b.kind === 'person' && a.person === b.person
    : b.kind === 'channel' && a.channel === b.channel;
