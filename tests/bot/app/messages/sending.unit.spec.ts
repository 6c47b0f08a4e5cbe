import type { Delivery } from '../../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { testHouse } from '../../house.ts';
import { submitted } from '../../support/life.ts';
import { chat, recipients } from '../../support/messages.ts';
import { chatWith } from '../../support/turns.ts';

const LANES = 16;
const { manager } = PEOPLE;

const weekly = (person: string, week = 1): Delivery => ({
  key: `WEEK-${week}/weekly/${person}`,
  to: { kind: 'person', person },
  content: { notice: 'weekly' },
});
const people = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `reader-${String(at).padStart(2, '0')}`);

/** A house where messages to these people are on their way until they are let go, and the most there were at once. */
async function slowHouse(readers: readonly string[]) {
  const house = await testHouse();
  for (const reader of readers) await house.conversations.save(chatWith(reader));
  const onTheirWay: { readonly to: string; readonly arrive: () => void }[] = [];
  house.messenger.before = ({ id }) =>
    readers.map(chat).includes(id)
      ? new Promise((arrive) => void onTheirWay.push({ to: id, arrive }))
      : undefined;
  /** Lets everything happen that needs nobody's answer. */
  const settle = () => new Promise((done) => setTimeout(done, 5));
  const letGo = async (): Promise<void> => {
    for (const { arrive } of onTheirWay.splice(0)) arrive();
    await settle();
  };
  return { house, onTheirWay, settle, letGo };
}

describe('messages for information', () => {
  it('go in several lanes, each claimed before it is sent and no others', async () => {
    const readers = people(40);
    const { house, onTheirWay, settle, letGo } = await slowHouse(readers);
    await house.deliveries.add(readers.map((reader) => weekly(reader)));
    const run = house.courier.run();
    await settle();
    expect(onTheirWay).toHaveLength(LANES);
    const states = await Promise.all(
      readers.map(async (reader) => (await house.deliveries.get(weekly(reader).key))?.state),
    );
    const claimed = states.filter((state) => state?.status === 'due' && state.attempts === 1);
    expect(claimed).toHaveLength(LANES);
    for (let i = 0; i < 6; i += 1) await letGo();
    await run;
    expect(recipients(house).toSorted()).toEqual(readers.map(chat));
  });

  it('go one after the other to the same person', async () => {
    const { house, onTheirWay, settle, letGo } = await slowHouse(['reader']);
    await house.deliveries.add([1, 2, 3].map((week) => weekly('reader', week)));
    const run = house.courier.run();
    await settle();
    for (let sent = 0; sent < 3; sent += 1) {
      expect(onTheirWay).toHaveLength(1);
      expect(recipients(house)).toHaveLength(sent);
      await letGo();
    }
    await run;
    expect(recipients(house)).toHaveLength(3);
  });

  it('do not hold up somebody who is asked to decide, also not what is decided meanwhile', async () => {
    const readers = people(40);
    const { house, settle, letGo } = await slowHouse(readers);
    await house.deliveries.add(readers.map((reader) => weekly(reader)));
    const run = house.courier.run();
    await settle();
    await submitted(house);
    void house.courier.run();
    await settle();
    expect(recipients(house)).toEqual([chat(manager)]);
    for (let i = 0; i < 6; i += 1) await letGo();
    await run;
    expect(recipients(house)).toHaveLength(41);
  });

  it('that nobody noted as sent are not repeated, and the others still go', async () => {
    const readers = people(3);
    const { house, settle, letGo } = await slowHouse(readers);
    await house.deliveries.add(readers.map((reader) => weekly(reader)));
    const run = house.courier.run();
    await settle();
    house.deliveries.failNext('before');
    await letGo();
    await run;
    expect(house.errors).toHaveLength(1);
    expect(recipients(house)).toHaveLength(3);
    house.setNow('2026-03-02T09:02:00.000Z');
    await house.courier.run();
    expect(recipients(house)).toHaveLength(3);
    expect(await house.deliveries.nextDue()).toBeUndefined();
  });

  it('that were claimed and could not be begun are given back, not given up', async () => {
    const { house, settle, letGo } = await slowHouse(['reader']);
    const weeks = [1, 2, 3].map((week) => weekly('reader', week));
    await house.deliveries.add(weeks);
    const run = house.courier.run();
    await settle();
    house.setNow('2026-03-02T09:00:31.000Z');
    await letGo();
    await run;
    expect(recipients(house)).toHaveLength(1);
    // The two others were claimed with the first; now they are claimed anew, and sent.
    const again = house.courier.run();
    for (let i = 0; i < 3; i += 1) await letGo();
    await again;
    expect(recipients(house)).toHaveLength(3);
    expect(await house.deliveries.failures(9)).toEqual([]);
  });

  it('whose sender died are listed as unclear, everyone of them', async () => {
    const readers = people(20);
    const { house: dying, settle } = await slowHouse(readers);
    await dying.deliveries.add(readers.map((reader) => weekly(reader)));
    void dying.courier.run();
    await settle();
    const other = await testHouse({ store: dying.store, now: '2026-03-02T09:02:00.000Z' });
    await other.courier.run();
    const failed = await other.deliveries.failures(50);
    expect(failed.map(({ state }) => state.status === 'failed' && state.reason)).toEqual(
      Array(LANES).fill('unclear'),
    );
    expect(recipients(other)).toEqual(readers.slice(LANES).map(chat));
  });
});

describe('messages that ask somebody to act', () => {
  it('go one at a time, in order', async () => {
    const { house, onTheirWay, settle, letGo } = await slowHouse([manager]);
    for (let i = 0; i < 3; i += 1) await submitted(house);
    const run = house.courier.run();
    await settle();
    for (let sent = 0; sent < 3; sent += 1) {
      expect(onTheirWay).toHaveLength(1);
      await letGo();
    }
    await run;
    const said = house.messenger.sent.map(({ message }) => message.summary?.slice(-4));
    expect(said).toEqual(['0001', '0002', '0003']);
  });
});

describe('a message that a row of the log calls for', () => {
  const nothingClaimed = (house: Awaited<ReturnType<typeof slowHouse>>['house']) => {
    const asked: number[] = [];
    Object.assign(house.deliveries, { claim: async () => asked.push(1) && [] });
    return asked;
  };

  it('is taken with the adding and sent without a claim of its own', async () => {
    const { house } = await slowHouse([]);
    nothingClaimed(house);
    const { id } = await submitted(house);
    await house.courier.run();
    expect(recipients(house)).toEqual([chat(manager)]);
    const [row] = await house.deliveries.forInitiative(id);
    expect(row?.state).toMatchObject({ status: 'sent' });
  });

  it('waits to be claimed when others wait before it, or when Teams has asked to wait', async () => {
    const { house } = await slowHouse([]);
    await house.deliveries.add([weekly('reader')]);
    nothingClaimed(house);
    await submitted(house);
    await house.courier.run();
    expect(recipients(house)).toEqual([]);
    const { house: held } = await slowHouse([]);
    Object.assign(held.messenger, { waitMs: () => 1_000 });
    const { id } = await submitted(held);
    await held.courier.run();
    const [row] = await held.deliveries.forInitiative(id);
    expect(row?.state).toEqual({ status: 'due', attempts: 0 });
  });

  it('waits for the lease when the one who took it dies, and is then sent by another', async () => {
    const { house: dying, settle } = await slowHouse([manager]);
    await submitted(dying);
    void dying.courier.run();
    await settle();
    const other = await testHouse({ store: dying.store, now: '2026-03-02T09:00:59.000Z' });
    await other.courier.run();
    expect(recipients(other)).toEqual([]);
    other.setNow('2026-03-02T09:01:01.000Z');
    await other.courier.run();
    expect(recipients(other)).toEqual([chat(manager)]);
  });
});

describe('a store that goes away while lanes are busy', () => {
  it('is told of, and what is on its way is waited for', async () => {
    const readers = people(40);
    const { house, settle, letGo } = await slowHouse(readers);
    await house.deliveries.add(readers.map((reader) => weekly(reader)));
    const run = house.courier.run();
    await settle();
    const claim = house.deliveries.claim;
    Object.assign(house.deliveries, { claim: () => Promise.reject(new Error('the store is gone')) });
    await letGo();
    await run;
    expect(house.errors).toEqual([new Error('the store is gone')]);
    expect(recipients(house)).toHaveLength(LANES);
    Object.assign(house.deliveries, { claim });
  });
});

describe('stopping', () => {
  it('waits for what is on its way in every lane and begins nothing more', async () => {
    const readers = people(40);
    const { house, settle, letGo } = await slowHouse(readers);
    await house.deliveries.add(readers.map((reader) => weekly(reader)));
    const run = house.courier.run();
    await settle();
    let stopped = false;
    const stopping = house.courier.stop().then(() => {
      stopped = true;
    });
    await settle();
    expect(stopped).toBe(false);
    await letGo();
    await Promise.all([stopping, run]);
    expect(recipients(house)).toHaveLength(LANES);
  });
});
