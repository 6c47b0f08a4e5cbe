import { type House, openHouse } from '../../bot/app/house.ts';
import { createCourier } from '../../bot/app/messages/courier.ts';
import type { Conversation, Directory, LogRow } from '../../bot/app/ports/index.ts';
import type { Deps } from '../../bot/handlers/ask.ts';
import { createRenderNotice } from '../../bot/handlers/notices.ts';
import { createBot } from '../../bot/handlers/router.ts';
import { createReminders } from '../../bot/reminders/reminders.ts';
import { createTexts } from '../../bot/texts/texts.ts';
import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import { DEFAULT_MODEL, type GovernanceModel } from '../../domain/model/governanceModel.ts';
import type { RoleHolder } from '../../domain/organisation/organisation.ts';
import type { Lexicon } from '../../domain/similarity/lexicon.ts';
import { EVERYBODY } from '../builders/people.ts';
import { NOW } from '../builders/rules.ts';
import { weekdayCalendar } from '../domain/calendar/weekdayCalendar.ts';
import { memoryConversations } from '../fakes/memoryConversations.ts';
import { emptyDeliveryStore, memoryDeliveries } from '../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../fakes/memoryEventLog.ts';
import { provision } from './support/organisationRow.ts';
import { recordingMessenger } from './support/recordingMessenger.ts';
import { chatWith } from './support/turns.ts';

/** The stores that instances of one server share. */
export const newStore = () => ({
  rows: [] as LogRow[],
  deliveries: emptyDeliveryStore(),
  conversations: new Map<string, Conversation>(),
});
export type TestStore = ReturnType<typeof newStore>;

/** Knows no Swedish: words are alike when they begin alike. */
const LEXICON: Lexicon = {
  stem: (word) => word.slice(0, 6),
  baseForm: () => undefined,
  beginsCompound: () => false,
};

/** Names are the ids in capitals, so that a test sees whether a name or an id was shown. */
export const nameOf = (person: string): string => person.toUpperCase();
const directory: Directory = {
  person: async (id) => ({ id, name: nameOf(id) }),
  nameOf,
};

export type HouseOptions = {
  readonly store?: TestStore;
  readonly now?: string;
  readonly holders?: readonly RoleHolder[];
  readonly model?: GovernanceModel;
  readonly calendar?: WorkCalendar;
  /** Who has installed the app; everybody unless told otherwise. */
  readonly installed?: readonly string[];
  readonly trustClientLanguage?: boolean;
};

/** The whole house on stores in memory, with a clock that stands still and ids that count. */
export async function testHouse(options: HouseOptions = {}) {
  const { store = newStore(), model = DEFAULT_MODEL, calendar = weekdayCalendar() } = options;
  const log = memoryEventLog(store.rows);
  const deliveries = memoryDeliveries(store.deliveries);
  const conversations = memoryConversations(store.conversations);
  if (store.rows.length === 0) {
    await provision(log, options);
    await deliveries.moveCheckpoint(store.rows.length);
    for (const person of options.installed ?? EVERYBODY) await conversations.save(chatWith(person));
  }
  let now = options.now ?? NOW;
  let ids = 0;
  const clock = () => now;
  const house: House = await openHouse({
    log,
    directory,
    clock,
    calendar,
    model,
    similarity: { lexicon: LEXICON, synonyms: '', commonWords: '' },
  });
  const messenger = recordingMessenger();
  const errors: unknown[] = [];
  const warnings: { facts: object; message: string }[] = [];
  let wakes = 0;
  const deps: Deps = {
    ...house,
    model,
    similarTo: house.similar.similarTo,
    person: async (id) => ((EVERYBODY as readonly string[]).includes(id) ? directory.person(id) : undefined),
    unitOf: (person) => (person.endsWith('.norr') ? 'norr' : undefined),
    deliveries,
    conversations,
    wake: () => {
      wakes += 1;
    },
    textsIn: createTexts(),
    newId: () => {
      ids += 1;
      return `id-${String(ids).padStart(4, '0')}`;
    },
    clock,
    tabUrl: (initiative) => `https://fardplan.example/tab/#/initiatives/${initiative}`,
  };
  const settings = {
    municipalityLanguage: 'sv',
    trustClientLanguage: options.trustClientLanguage ?? true,
  } as const;
  const bot = createBot(deps, settings, (facts, message) => void warnings.push({ facts, message }));
  const courier = createCourier({
    ...house,
    log,
    deliveries,
    conversations,
    messenger,
    clock,
    calendar,
    render: createRenderNotice(deps, settings),
    onError: (error) => void errors.push(error),
  });
  return {
    ...house,
    store,
    log,
    deliveries,
    conversations,
    messenger,
    bot,
    courier,
    remind: createReminders({ ...house, deliveries, clock }),
    deps,
    model,
    calendar,
    errors,
    warnings,
    texts: deps.textsIn,
    clock,
    wakes: () => wakes,
    setNow: (at: string) => {
      now = at;
    },
  };
}

export type TestHouse = Awaited<ReturnType<typeof testHouse>>;
