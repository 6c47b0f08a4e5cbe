import type { Deliveries, Delivery } from '../../../bot/app/ports/index.ts';

/** Gives each test two instances of a store of its own. */
export type WithInstances = (
  test: (deliveries: Deliveries, other: Deliveries) => Promise<void>,
) => () => Promise<void>;

/** A message to a person about an initiative; the key tells messages apart. */
export const message = (key: string, over: Partial<Delivery> = {}): Delivery => ({
  key,
  to: { kind: 'person', person: 'manager' },
  content: { notice: 'approval-wanted', initiative: 'I-A' },
  ...over,
});

/** Minute `m` and second `s` of a fixed hour. */
export const at = (minute: number, second = 0): string =>
  `2026-03-02T09:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}.000Z`;

export const LANDED = { conversation: 'a:chat', activity: '1234', at: at(5) };

/** Claims at a minute, with a lease of a minute, and gives the keys. */
export const claimKeys = async (deliveries: Deliveries, minute: number, limit = 100): Promise<string[]> =>
  (await deliveries.claim(at(minute), at(minute + 1), limit)).map(({ key }) => key);
