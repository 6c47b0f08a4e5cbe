import { createSwedishCalendar } from '../../../bot/adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from '../../../bot/adapters/language/lexicon.ts';
import type { Request } from '../../../bot/app/handle.ts';
import { type House, openHouse } from '../../../bot/app/house.ts';
import { type EventLog, rowKey } from '../../../bot/app/ports/index.ts';
import type { Reply, Turn } from '../../../bot/app/turn.ts';
import type { Deps } from '../../../bot/handlers/ask.ts';
import { createBot } from '../../../bot/handlers/router.ts';
import { createSampleDirectory } from '../../../bot/local/directory.ts';
import { idOf } from '../../../bot/local/sample/people.ts';
import { seed } from '../../../bot/local/sample/seed.ts';
import { createTexts } from '../../../bot/texts/texts.ts';
import type { DraftContent } from '../../../domain/initiatives/content.ts';
import { DEFAULT_MODEL } from '../../../domain/model/governanceModel.ts';
import { syntheticProposals } from '../similarity/proposals.ts';
import { CASES, draftOperation } from './productCases.ts';

const TODAY = '2026-11-02';

/**
 * The whole turn of the product on a house of real parts, with 2,000 approved cases of real commands in memory: route,
 * validate, authorise, decide, append, evolve, view, card. Only the stores are stubs that answer at once.
 */
export async function createTurn(): Promise<(turn: Turn) => Promise<Reply>> {
  let now = `${TODAY}T08:00:00.000Z`;
  const clock = () => now;
  const calendar = createSwedishCalendar();
  const directory = createSampleDirectory();
  const similarity = { lexicon: swedishLexicon() };
  const log = instantLog();
  const house = await openHouse({
    log,
    directory,
    clock,
    calendar,
    model: DEFAULT_MODEL,
    similarity,
  });
  const setNow = (at: string) => {
    now = at;
  };
  await seed({ ...house, setNow }, { calendar, today: TODAY, proposals: false });
  setNow(`${TODAY}T08:00:00.000Z`);
  await approveCases(house);

  const deps: Deps = {
    ...house,
    ...INSTANT_STORES,
    model: DEFAULT_MODEL,
    similarTo: house.similar.similarTo,
    unitOf: directory.unitOf,
    person: directory.person,
    wake: () => undefined,
    textsIn: createTexts(),
    newId: () => crypto.randomUUID(),
    clock: () => new Date().toISOString().replace(/^.{10}/, TODAY),
    tabUrl: (initiative) => `https://fardplan.example/tab/#/initiatives/${initiative}`,
  };
  const settings = { municipalityLanguage: 'sv', trustClientLanguage: true } as const;
  const bot = createBot(deps, settings, (facts, message) => {
    throw new Error(`${message} ${JSON.stringify(facts)}`);
  });
  return checked(bot.handle, log.written);
}

/** A turn that wrote nothing is not the turn we want to measure: better no figure than a wrong one. */
function checked(handle: (turn: Turn) => Promise<Reply>, written: () => number): typeof handle {
  const before = written();
  let ended = 0;
  return async (turn) => {
    const reply = await handle(turn).catch((error: unknown) => stop(String(error)));
    ended += 1;
    return 'card' in reply && written() >= before + ended ? reply : stop('a turn wrote nothing');
  };
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Says yes to every row and keeps none. */
function instantLog(): EventLog & { readonly written: () => number } {
  let position = 0;
  const append: EventLog['append'] = async (stream, expectedVersion, entry) => {
    position += 1;
    const sequence = expectedVersion + 1;
    const place = { key: rowKey(stream, sequence), stream, sequence, position };
    return { outcome: 'appended', row: { ...entry, ...place, previousHash: '', hash: '' } };
  };
  return {
    written: () => position,
    append,
    appendAll: (rows) =>
      Promise.all(rows.map(({ stream, expectedVersion, entry }) => append(stream, expectedVersion, entry))),
    read: async () => [],
    readAfter: async () => [],
    close: async () => undefined,
  };
}

const INSTANT_STORES: Pick<Deps, 'deliveries' | 'conversations'> = {
  deliveries: {
    add: async () => [],
    adopt: async () => undefined,
    get: async () => undefined,
    retryFailed: async () => 0,
  },
  conversations: { personal: async () => undefined, remove: async () => undefined },
};

async function approveCases({ handle, casebook }: House): Promise<void> {
  const proposer = idOf('underskoterska.vof.hemtjanst-norr');
  const manager = idOf('enhetschef.vof.hemtjanst-norr');
  const carryOut = async (request: Request) => {
    const outcome = await handle(request);
    if (!outcome.ok) throw new Error(`${request.order.type} was refused: ${outcome.refusal.code}`);
    return outcome.initiative.id;
  };
  for (const [index, { title, problem }] of syntheticProposals(CASES, 20_260_302).entries()) {
    const operationId = draftOperation(index);
    const order = { type: 'StartDraft', content: { title, problem, ...CONTENT } } as const;
    const initiative = await carryOut({ order, operationId, actor: proposer });
    const more = (step: string) => ({ initiative, operationId: `${operationId}-${step}` });
    await carryOut({ ...more('submit'), order: { type: 'Submit' }, actor: proposer });
    const hits = casebook.initiative(initiative)?.similar ?? [];
    const similarAnswers = hits.map(({ id }) => ({ id, answer: 'coordinate' as const }));
    const evidence = { ...EVIDENCE, similarAnswers };
    await carryOut({ ...more('approve'), order: { type: 'ApproveAsManager', evidence }, actor: manager });
  }
}

const CONTENT: DraftContent = {
  affectedGroups: ['employees'],
  unit: 'vof-hemtjanst-norr',
  changeType: 'improvement',
  category: 'workingMethod',
  flags: { system: false, personalData: false, automation: false, acquisition: false },
};

const EVIDENCE = {
  needIsReal: true,
  fitsGoals: true,
  preparationHours: 8,
  fundingIdea: 'own-budget',
} as const;
