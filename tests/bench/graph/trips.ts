import {
  CONVERSATION_LIST,
  DELIVERY_LIST,
  LOG_LIST,
} from '../../../bot/adapters/sharepoint/schema/closedSite.ts';
import { buttonOf, type Card } from '../../crash/cards.ts';
import { CAST, PLACES, type Place } from '../../production/cast.ts';
import { eventually, readyTenant } from '../../production/municipality.ts';
import { cardOf, type Person, peopleBefore, type Seen } from '../../production/people.ts';
import { startInstance } from '../../production/processes.ts';
import type { Call } from '../../tenant/http/calls.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { BenchRow } from '../row.ts';
import { PROGRAM } from './protocol.ts';

const [PLACE] = PLACES as [Place];
/** The first is for what is done once: tokens, connections, names. */
const ROUNDS = 4;

type Counted = { readonly what: string; readonly writes: number; readonly reads: number };

/**
 * Round trips to Graph between a person's press and the answer, counted by the tenant, in the real program with its
 * courier kept still. Looking for news of other instances goes by the clock and belongs to nobody.
 */
export async function benchTrips(): Promise<BenchRow[]> {
  const tenant = await readyTenant({ behaviour: { quirks: false } });
  const instance = await startInstance(tenant, { program: PROGRAM, args: ['without-courier'] });
  try {
    const teams = peopleBefore(tenant, instance.url);
    const [employee, manager, coach] = [PLACE.employee, PLACE.manager, CAST.coach].map(teams.person);
    if (!employee || !manager || !coach) throw new Error('nobody is there');
    for (const person of [employee, manager, coach]) await person.installs();
    const rounds: (readonly Counted[])[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(await oneCase(tenant, { employee, manager, coach }, `varv ${round}`));
    return rowsOf(rounds.slice(1));
  } finally {
    await instance.stop();
    await tenant.stop();
  }
}

type People = { readonly employee: Person; readonly manager: Person; readonly coach: Person };

async function oneCase(tenant: Tenant, { employee, manager, coach }: People, name: string) {
  const counted: Counted[] = [];
  const press = async (
    who: Person,
    seen: Seen,
    { verb, inputs = {}, what }: { verb: string; inputs?: object; what?: string },
  ): Promise<Card> => {
    tenant.calls.clear();
    const card = await who.presses(seen, verb, inputs);
    if (what) counted.push(countOf(what, tenant));
    return card;
  };
  /** What the bot answers to a sentence. */
  const ask = async (who: Person, text: string, verb: string): Promise<Seen> => {
    const before = tenant.teams.transcript(who.id).length;
    await who.says(text);
    return eventually(`the answer to ${text}`, () => {
      const message = tenant.teams.transcript(who.id)[before];
      const card = message && cardOf(message);
      const data = card && buttonOf(card, verb);
      return message && card && data ? { activity: message.id, card, data } : undefined;
    });
  };
  const next = (seen: Seen, card: Card, verb: string): Seen => {
    const data = buttonOf(card, verb);
    if (!data) throw new Error(`no ${verb} on the card`);
    return { ...seen, card, data };
  };

  const first = await ask(employee, `förslag: Varje dag letar vi efter nycklar (${name}).`, 'draft-next');
  const step1 = { problem: `Nycklar (${name})`, unit: PLACE.unit, affectedGroups: 'employees' };
  const details = await press(employee, first, { verb: 'draft-next', inputs: step1, what: 'draft saved' });
  const flags = { system: 'false', personalData: 'false', automation: 'false', acquisition: 'false' };
  const step2 = { title: name, changeType: 'improvement', category: 'workingMethod', ...flags };
  const case1 = await press(employee, next(first, details, 'submit'), {
    verb: 'submit',
    inputs: step2,
    what: 'proposal sent in',
  });
  const number = /VOF-\d{4}-\d{4}/.exec(JSON.stringify(case1))?.[0] ?? '';
  const asked = await ask(manager, `godkänn ${number}`, 'approve');
  const similar = [...JSON.stringify(asked.card).matchAll(/"(similar:[^"]+)"/g)].map(([, id]) => [
    id,
    'separate',
  ]);
  await press(manager, asked, {
    verb: 'approve',
    inputs: {
      ...Object.fromEntries(similar),
      needIsReal: 'true',
      fitsGoals: 'true',
      preparationHours: 8,
      fundingIdea: 'own-budget',
      reason: 'Ja.',
    },
    what: 'approval',
  });
  const form = await ask(coach, `följ upp ${number}`, 'follow-up-save');
  await press(coach, form, {
    verb: 'follow-up-save',
    inputs: { status: 'green', text: `Bra (${name}).` },
    what: 'follow-up',
  });
  const shown = await ask(coach, `visa ${number}`, 'follow-up-open');
  await press(coach, shown, { verb: 'follow-up-open', what: 'form opened' });
  return counted;
}

/** Calls on the lists a turn may have to do with; the readable lists are written afterwards. */
function countOf(what: string, { calls, sharePoint }: Tenant): Counted {
  const closed = [LOG_LIST, DELIVERY_LIST, CONVERSATION_LIST].map(
    ({ title }) => sharePoint.list(SAMPLE.logSite, title).id,
  );
  const isOwn = ({ path }: Call): boolean =>
    closed.some((list) => path.includes(`/lists/${list}/items`)) && !path.endsWith('/delta');
  const own = tripsOf(calls.all()).filter((trip) => trip.some(isOwn));
  const writes = own.filter((trip) => trip.some((call) => isOwn(call) && call.method !== 'GET')).length;
  return { what, writes, reads: own.length - writes };
}

/** The parts of a batch, which are told before it, are one trip. */
function tripsOf(calls: readonly Call[]): readonly (readonly Call[])[] {
  const trips: Call[][] = [];
  let parts: Call[] = [];
  for (const call of calls) {
    if (call.inBatch) parts.push(call);
    else {
      const isBatch = call.path.endsWith('/$batch');
      trips.push(isBatch ? parts : [call]);
      if (isBatch) parts = [];
    }
  }
  return trips;
}

/** The worst of the rounds: the promise is about every press. */
function rowsOf(rounds: readonly (readonly Counted[])[]): BenchRow[] {
  return (rounds[0] ?? []).map(({ what }, i) => {
    const all = rounds.flatMap((round) => round[i] ?? []);
    const trips = Math.max(...all.map(({ writes, reads }) => writes + reads));
    const writes = Math.max(...all.map((one) => one.writes));
    return {
      name: `round trips before the answer: ${what}`,
      value: trips,
      unit: `trips, ${writes} of them writing`,
      yardstick: 'none: counted by the tenant',
      goal: '≤ 2, 1 of them a write',
      pass: trips <= 2 && writes <= 1,
    };
  });
}
