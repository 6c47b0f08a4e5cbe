import { createCourier } from '../../../../bot/app/messages/courier.ts';
import type { Conversations, Deliveries } from '../../../../bot/app/ports/index.ts';
import { TeamsAdapter } from '../../../../bot/teams/connector/adapter.ts';
import { createThrottle } from '../../../../bot/teams/connector/throttle.ts';
import { createLocalGuard } from '../../../../bot/teams/localGuard.ts';
import { createMessenger } from '../../../../bot/teams/messenger.ts';
import { temporaryStore } from '../../adapters/sqlite/temporaryStore.ts';
import { testHouse } from '../../house.ts';
import { chatWith } from '../../support/turns.ts';
import { startBusyTeams } from './campaign/busyTeams.ts';
import { virtualTime } from './campaign/virtualTime.ts';

const RECIPIENTS = 2_000;
const FAILING = [
  [403, 'ConversationBlockedByUser', 'blocked'],
  [403, 'BotNotInConversationRoster', 'removed'],
  [404, 'ConversationNotFound', 'gone'],
  [200, 'never installed', 'not-installed'],
] as const;
const EVERY = 20;
/** Teams' time for an answer. */
const ANSWER_MS = 100;
/** Messages on their way when the power goes: as many as there are lanes. */
const LANES = 16;
/** Before Teams says for the first time that it is too much. */
const FIRST = 400;

const person = (n: number) => `coach-${String(n).padStart(4, '0')}`;
const keyOf = (n: number) => `WEEK-2026-03-02/weekly/${person(n)}`;
/** One in twenty cannot be reached, each for one of the reasons in turn. */
const failureOf = (n: number) =>
  n % EVERY === 7 ? FAILING[Math.floor(n / EVERY) % FAILING.length] : undefined;

/** A server of its own on the shared store: the real messenger, throttle and connector client, on virtual time. */
function startServer(time: ReturnType<typeof virtualTime>, store: Stores, house: House) {
  const adapter = new TeamsAdapter(createLocalGuard());
  const throttle = createThrottle(time);
  let died: () => boolean = () => false;
  const dead = new Promise<never>(() => undefined);
  const unasked: TeamsAdapter['unasked'] = async (to, logic) => {
    if (died()) return dead;
    await time.busy(() => adapter.unasked(to, logic));
    await time.sleep(ANSWER_MS);
  };
  const messenger = createMessenger({
    adapter: { unasked } as TeamsAdapter,
    throttle,
    now: time.now,
  });
  /** A dead process settles nothing either. */
  const mortal = <Act extends (...given: never[]) => Promise<unknown>>(act: Act) =>
    ((...given) => (died() ? dead : act(...given))) as Act;
  const { deliveries } = store;
  const courier = createCourier({
    ...house,
    deliveries: {
      ...deliveries,
      sent: mortal(deliveries.sent),
      failed: mortal(deliveries.failed),
      postpone: mortal(deliveries.postpone),
      claim: mortal(deliveries.claim),
    },
    conversations: store.conversations,
    messenger,
    clock: () => new Date(time.now()).toISOString(),
    render: async () => ({ text: 'Veckans lista' }),
    onError: (error) => {
      throw error;
    },
  });
  return {
    run: courier.run,
    dieWhen: (condition: () => boolean) => {
      died = condition;
    },
  };
}

type Stores = { readonly deliveries: Deliveries; readonly conversations: Conversations };
type House = Pick<Awaited<ReturnType<typeof testHouse>>, 'log' | 'casebook' | 'calendar' | 'context'>;

describe('a message to two thousand, one in twenty unreachable, and the power goes in the middle', () => {
  it('reaches everybody once or says why not, within Teams’ limits', async () => {
    const time = virtualTime('2026-03-02T07:00:00.000Z');
    const teams = await startBusyTeams(time.now, ({ conversation }) => {
      const failure = failureOf(Number(conversation.slice(-4)));
      return failure && failure[0] >= 400 ? { status: failure[0], code: failure[1] } : undefined;
    });
    const stores = temporaryStore();
    const store = stores.open();
    const house = await testHouse({ installed: [] });
    await house.courier.skipTo(house.casebook.position());
    const all = Array.from({ length: RECIPIENTS }, (_, n) => n);
    for (const n of all.filter((each) => failureOf(each)?.[2] !== 'not-installed'))
      await store.conversations.save(chatWith(person(n), { serviceUrl: teams.serviceUrl }));
    await store.deliveries.add(
      all.map((n) => ({
        key: keyOf(n),
        to: { kind: 'person', person: person(n) },
        content: { notice: 'weekly' },
      })),
    );
    await store.deliveries.moveCheckpoint(house.casebook.position());

    const first = startServer(time, store, house);
    const isHalfway = () => teams.taken.length >= RECIPIENTS / 2;
    first.dieWhen(isHalfway);
    while (!isHalfway()) {
      await time.flow(first.run(), isHalfway);
      time.pass(5_000);
    }

    const second = startServer(time, store, house);
    const deadline = time.now() + 30 * 60_000;
    while ((await store.deliveries.nextDue()) !== undefined && time.now() < deadline) {
      await time.flow(second.run());
      time.pass(5_000);
    }

    const states = await Promise.all(all.map(async (n) => (await store.deliveries.get(keyOf(n)))?.state));
    const sent = all.filter((n) => states[n]?.status === 'sent');
    const failed = all.filter((n) => states[n]?.status === 'failed');
    const got = Map.groupBy(teams.taken, ({ conversation }) => conversation);

    expect(sent.length + failed.length).toBe(RECIPIENTS);
    expect([...got.values()].filter((messages) => messages.length > 1)).toEqual([]);
    for (const n of sent) expect(got.has(`a:${person(n)}`)).toBe(true);
    const reasons = failed.map((n) => {
      const state = states[n];
      return [n, state?.status === 'failed' ? state.reason : ''] as const;
    });
    const unclear = reasons.filter(([, reason]) => reason === 'unclear');
    expect(unclear.length).toBeGreaterThan(0);
    expect(unclear.length).toBeLessThanOrEqual(LANES);
    for (const [n, reason] of reasons.filter(([, why]) => why !== 'unclear'))
      expect(reason).toBe(failureOf(n)?.[2]);
    expect(failed.filter((n) => failureOf(n)).length).toBeGreaterThanOrEqual(RECIPIENTS / EVERY - LANES);
    expect(teams.violations).toEqual([]);
    const seconds = ((teams.taken[FIRST - 1]?.at ?? 0) - (teams.taken[0]?.at ?? 0)) / 1_000;
    // 5 % more are asked for than taken.
    expect(seconds).toBeLessThanOrEqual((FIRST * 1.06) / 50);
    expect(seconds).toBeGreaterThanOrEqual(FIRST / 50 - 1);
    expect(teams.told).toBeGreaterThan(0);
    await stores.dispose();
    await teams.stop();
  }, 120_000);
});
