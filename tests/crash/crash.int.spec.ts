import { join } from 'node:path';
import { createSwedishCalendar } from '../../bot/adapters/calendar/swedishCalendar.ts';
import { openStore, storeFile } from '../../bot/adapters/sqlite/index.ts';
import type { DeliveryStatus } from '../../bot/app/ports/index.ts';
import { fillOnFirstStart } from '../../bot/local/firstStart.ts';
import { runLogCli } from '../../bot/logCli/index.ts';
import { logDoors } from '../../bot/municipality/logDoors.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { seeded } from '../bot/adapters/sqlite/seeded.ts';
import { textOf } from '../bot/adapters/sqlite/textOf.ts';
import { removeTemporaryFolders, temporaryFolder } from '../bot/local/temporaryFolder.ts';
import { type Aftermath, aftermathOf } from './aftermath.ts';
import { chatOf } from './clients.ts';
import { type Connector, startConnector } from './connector.ts';
import { allMail, type Mail } from './mailbox.ts';
import { type Run, underLoad } from './underLoad.ts';

const KILLS = 50;
const SEED = 20_261_102;

/**
 * The whole server, killed with -9 over and over on the same data folder while people work in Teams and in the tab.
 * Whatever somebody was told had been done is there, once; whatever somebody should be told has been said.
 */
describe(`a server killed ${KILLS} times under load`, () => {
  const dataDir = temporaryFolder();
  let connector: Connector;
  let run: Run;
  let after: Aftermath;
  let mail: readonly Mail[];

  beforeAll(async () => {
    const store = openStore(storeFile(dataDir));
    const now = '2026-11-01T10:00:00.000Z';
    const calendar = createSwedishCalendar();
    await fillOnFirstStart({ dataDir, store, calendar, now, empty: true, onProgress: () => undefined });
    await store.close();
    connector = await startConnector(seeded(SEED + 1));
    const compiled = join(dataDir, 'compiled');
    run = await underLoad({ dataDir, compiled, connector, kills: KILLS, random: seeded(SEED) });
    after = await aftermathOf(dataDir);
    mail = allMail(connector);
    process.stdout.write(`${summary(run, after, repeated().length)}\n`);
  }, 600_000);
  afterAll(async () => {
    await connector?.stop();
    removeTemporaryFolders();
  });

  /** Written unasked, but not what any delivery was settled with: the server died between sending and settling. */
  const repeated = (): number[] => {
    const settled = new Set([...after.deliveries.values()].map(({ state }) => landingOf(state)));
    return mail.flatMap(({ kind, conversation, activity, card }, index) =>
      kind === 'unasked' && isAboutACase(card) && !settled.has(`${conversation} ${activity}`) ? [index] : [],
    );
  };

  it('keeps every command it had acknowledged', () => {
    // What is filled in has an operation of its own for other words: a mark behind that of the card.
    const inLog = new Set(
      after.rows.flatMap(({ stream, operationId }) => [
        `${stream} ${operationId}`,
        `${stream} ${operationId.replace(/-[0-9a-f]{12}$/, '')}`,
      ]),
    );
    const lost = run.acknowledged.filter(({ stream, operationId }) => !inLog.has(`${stream} ${operationId}`));
    expect(lost).toEqual([]);
    expect(run.acknowledged.length).toBeGreaterThan(KILLS);
  });

  it('carries nothing out twice', () => {
    const operations = after.rows.map(({ stream, operationId }) => `${stream} ${operationId}`);
    expect(doublesOf(operations)).toEqual([]);
    const events = after.rows.flatMap(({ stream, events: of }) => of.map((event) => ({ stream, event })));
    const once = events.flatMap(({ stream, event }) => {
      const { type, ...said } = event as InitiativeEvent;
      if (type === 'FollowedUp') return [`${stream} ${type} ${'text' in said && said.text}`];
      return ['DraftStarted', 'Submitted', 'ApprovedByManager', 'CoachAssigned'].includes(type)
        ? [`${stream} ${type}`]
        : [];
    });
    expect(doublesOf(once)).toEqual([]);
  });

  it('gives every case one number and leaves no gap between them', () => {
    const given = after.rows
      .flatMap(({ events }) => events as readonly InitiativeEvent[])
      .flatMap((event) => (event.type === 'Submitted' ? [event.number] : []));
    const taken = after.rows.flatMap(({ stream, sequence }) =>
      stream.startsWith('NUMBERS-')
        ? [`${stream.slice('NUMBERS-'.length)}-${String(sequence).padStart(4, '0')}`]
        : [],
    );
    expect(given.toSorted()).toEqual(taken.toSorted());
    expect(given.length).toBe(run.stories);
  });

  it('leaves every chain intact', async () => {
    const stdout = textOf();
    const code = await runLogCli(
      ['verify', '--data', dataDir],
      {
        stdout: stdout.stream,
        stderr: process.stderr,
      },
      logDoors({}),
    );
    expect(stdout.text()).toContain(`Checked ${after.rows.length} rows`);
    expect(code).toBe(0);
  });

  it('has sent every message the log calls for, unless it came too late to be of use', () => {
    const unsent = after.calledFor.filter(({ key }) => stateOf(after, key)?.status !== 'sent');
    const lost = unsent.filter(({ key }) => !isOvertaken(after, key));
    expect(lost.map(({ key }) => [key, stateOf(after, key)])).toEqual([]);
    expect(after.calledFor.length - unsent.length).toBeGreaterThan(run.stories * 2);
  });

  it('has put each of them into the chat it was meant for', () => {
    const received = new Set(mail.map(({ conversation, activity }) => `${conversation} ${activity}`));
    const sent = after.calledFor.filter(({ key }) => stateOf(after, key)?.status === 'sent');
    const astray = sent.filter(({ key, to }) => {
      const landed = landingOf(stateOf(after, key));
      return !received.has(landed) || to.kind !== 'person' || !landed.startsWith(`${chatOf(to.person)} `);
    });
    expect(astray).toEqual([]);
  });

  it('leaves no message waiting, and gives none up but those that were overtaken', () => {
    const unsent = [...after.deliveries.values()].filter(({ state }) => state.status !== 'sent');
    expect(unsent.filter(({ key, updates }) => !isOvertaken(after, updates ?? key))).toEqual([]);
  });

  it('says something twice only when it died between saying and noting it', () => {
    const lives = repeated().map((index) => run.receivedAt.findLastIndex((from) => from <= index));
    expect(doublesOf(lives)).toEqual([]);
  });

  it('complains of nothing', () => expect(run.complaints).toEqual([]));
});

const stateOf = ({ deliveries }: Aftermath, key: string): DeliveryStatus | undefined =>
  deliveries.get(key)?.state;

/** A manager who decides in the tab is not asked any more: the question was due after the decision. */
function isOvertaken({ deliveries, rows }: Aftermath, key: string): boolean {
  const { content, state } = deliveries.get(key) ?? {};
  if (content?.notice !== 'review' || state?.status !== 'failed') return false;
  const decided = rows.find(
    ({ stream, events }) =>
      stream === content.initiative && events.some(({ type }) => type === 'ApprovedByManager'),
  );
  return state.reason === 'nothing-to-update' && decided !== undefined && decided.at <= state.at;
}

const landingOf = (state: DeliveryStatus | undefined): string =>
  state?.status === 'sent' ? `${state.conversation} ${state.activity}` : '';

const isAboutACase = (card: unknown): boolean => /"id":"I-/.test(JSON.stringify(card ?? ''));

const doublesOf = <T>(values: readonly T[]): T[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

function summary(run: Run, { rows, deliveries, calledFor }: Aftermath, repeated: number): string {
  const restarts = run.restartsMs.toSorted((a, b) => a - b).map(Math.round);
  return [
    `crash: ${KILLS} kills`,
    `${run.stories} cases`,
    `${run.acknowledged.length} commands acknowledged`,
    `${rows.length} rows`,
    `${deliveries.size} messages and updates (${calledFor.length} called for by the log)`,
    `${repeated} said twice`,
    `restart ${restarts[Math.floor(restarts.length / 2)]} ms (most ${restarts.at(-1)} ms)`,
  ].join(', ');
}
