import { createCourier } from '../../../../bot/app/messages/courier.ts';
import { MessageNotDelivered, type OutgoingMessage } from '../../../../bot/app/ports/index.ts';
import { createRenderNotice } from '../../../../bot/handlers/notices.ts';
import { HOLDERS, held } from '../../../builders/municipality.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { wordsOf } from '../../../crash/cards.ts';
import { SAMPLE } from '../../../tenant/seed.ts';
import { testHouse } from '../../house.ts';
import { approved, done } from '../../support/life.ts';
import { chatWith } from '../../support/turns.ts';
import { type TenantStore, tenantStore } from './tenantStore.ts';

const RECIPIENTS = 200;
const CASES = 10;
const EVERY = 20;
const FAILING = ['blocked', 'removed', 'gone', 'not-installed'] as const;
/** Messages on their way when the power goes: as many as there are lanes. */
const LANES = 16;

const coach = (n: number) => `coach-${String(n).padStart(3, '0')}`;
const keyOf = (n: number) => `WEEK-2026-03-02/weekly/${coach(n)}`;
const ALL = Array.from({ length: RECIPIENTS }, (_, n) => n);
/** One in twenty cannot be reached, each for one of the reasons in turn. */
const failureOf = (n: number) =>
  n % EVERY === 17 ? FAILING[Math.floor(n / EVERY) % FAILING.length] : undefined;

type House = Awaited<ReturnType<typeof testHouse>>;
type Got = { readonly to: string; readonly message: OutgoingMessage };

/** A server on the shared lists with a copy of its own and the product's own texts. */
async function startServer({ open, graph }: TenantStore, house: House, clock: () => number) {
  // The waits of the server are a hundred times shorter here, the work is not.
  const { deliveries, conversations } = await open({
    graph: graph(SAMPLE.serviceApp, { patienceMs: 100_000_000 }),
  });
  const errors: unknown[] = [];
  let power = true;
  const dead = new Promise<never>(() => undefined);
  /** A dead process asks nothing of anybody. */
  const mortal = <Act extends (...given: never[]) => Promise<unknown>>(act: Act) =>
    ((...given) => (power ? act(...given) : dead)) as Act;
  const got: Got[] = [];
  let diesAfter = Number.POSITIVE_INFINITY;
  const courier = createCourier({
    ...house,
    deliveries: {
      ...deliveries,
      claim: mortal(deliveries.claim),
      sent: mortal(deliveries.sent),
      failed: mortal(deliveries.failed),
      postpone: mortal(deliveries.postpone),
    },
    conversations,
    messenger: {
      ...house.messenger,
      send: async (to, message) => {
        if (!power) return dead;
        const failure = failureOf(Number(to.id.slice(-3)));
        if (failure) throw new MessageNotDelivered('Teams said no', { reason: failure });
        got.push({ to: to.id, message });
        if (got.length < diesAfter) return { activity: `activity-${to.id}` };
        power = false;
        return dead;
      },
    },
    clock: () => new Date(clock()).toISOString(),
    render: createRenderNotice(house.deps, { municipalityLanguage: 'sv', trustClientLanguage: true }),
    onError: (error) => void errors.push(error),
  });
  return {
    deliveries,
    conversations,
    run: courier.run,
    got,
    errors,
    /** Works until its power goes, right after Teams has taken so many messages. */
    runUntilItDies: async (after: number) => {
      diesAfter = after;
      void courier.run();
      while (power) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

/** Some of the coaches have a case each; the other lists are empty, and say so. */
async function municipality(): Promise<House> {
  const holders = [...HOLDERS, ...ALL.map((n) => held('coach', 'hemtjanst', coach(n)))];
  const house = await testHouse({ installed: [], holders });
  for (const n of ALL.slice(0, CASES)) {
    const { id } = await approved(house);
    await done(
      house,
      { type: 'AssignCoach', coach: coach(n) },
      { by: PEOPLE.developmentLead, initiative: id },
    );
  }
  return house;
}

let store: TenantStore;
beforeEach(async () => {
  store = await tenantStore();
});
afterEach(() => store.dispose());

describe('the weekly list to two hundred on SharePoint, one in twenty unreachable, and the power goes', () => {
  it('reaches everybody once with the own list, or says why not', async () => {
    const house = await municipality();
    let now = Date.parse('2026-03-02T07:00:00.000Z');
    const first = await startServer(store, house, () => now);
    for (const n of ALL.filter((each) => failureOf(each) !== 'not-installed'))
      await first.conversations.save(chatWith(coach(n)));
    await first.deliveries.moveCheckpoint(house.store.rows.length);
    await first.deliveries.add(
      ALL.map((n) => ({
        key: keyOf(n),
        to: { kind: 'person', person: coach(n) },
        content: { notice: 'weekly' },
      })),
    );
    store.tenant.faults.atRandom({ throttled: 0.02, 'lost-answer': 0.02, 'reset-after': 0.01 }, { seed: 31 });
    await first.runUntilItDies(RECIPIENTS / 2);

    const second = await startServer(store, house, () => now);
    for (let rounds = 0; rounds < 20 && (await second.deliveries.nextDue()) !== undefined; rounds += 1) {
      await second.run();
      now += 120_000;
    }
    store.tenant.faults.clear();

    const states = new Map<string, { status: string; reason: string | undefined }>();
    for (const { fields } of store.tenant.sharePoint.rows(SAMPLE.logSite, 'Leveranser'))
      if (fields.Delivery)
        states.set(JSON.parse(String(fields.Delivery)).key, {
          status: String(fields.DeliveryStatus),
          reason: fields.Reason as string | undefined,
        });
    const got = Map.groupBy([...first.got, ...second.got], ({ to }) => to);
    const became = ALL.map((n) => ({ n, landed: got.get(`a:${coach(n)}`) ?? [], ...states.get(keyOf(n)) }));

    expect(states.size).toBe(RECIPIENTS);
    expect(became.filter(({ landed }) => landed.length > 1)).toEqual([]);
    expect(became.filter(({ status, landed }) => status === 'sent' && landed.length === 0)).toEqual([]);
    const failed = became.filter(({ status }) => status === 'failed');
    expect(became.filter(({ status }) => status === 'sent').length + failed.length).toBe(RECIPIENTS);
    const unclear = failed.filter(({ reason }) => reason === 'unclear');
    expect(unclear.length).toBeGreaterThan(0);
    expect(unclear.length).toBeLessThanOrEqual(LANES);
    for (const { n, reason } of failed.filter((each) => !unclear.includes(each)))
      expect([n, reason]).toEqual([n, failureOf(n)]);
    expect(became.filter(({ n, status }) => failureOf(n) && status !== 'failed')).toEqual([]);

    const wordsTo = (n: number) => {
      const message = got.get(`a:${coach(n)}`)?.[0]?.message;
      return message && 'card' in message ? wordsOf(message.card) : '';
    };
    const numbers = [...house.casebook.all()].map((one) => ('number' in one && one.number) || '');
    for (const n of ALL.filter((each) => got.has(`a:${coach(each)}`)))
      expect(numbers.filter((number) => wordsTo(n).includes(number))).toEqual(n < CASES ? [numbers[n]] : []);
    expect(store.tenant.violations.all()).toEqual([]);
    expect([...first.errors, ...second.errors]).toEqual([]);
  }, 120_000);
});
