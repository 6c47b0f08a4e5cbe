import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE } from '../tenant/seed.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { CAST, CHANNEL, PLACES, type Place } from './cast.ts';
import { brokenRows, deliveryLines, doublesOf, type LogLine, logLines, readableLines } from './lists.ts';
import { eventually, readyTenant } from './municipality.ts';
import { type OneAddress, openOneAddress } from './oneAddress.ts';
import { addToTeam, offers, peopleBefore, type Teams, wordsIn } from './people.ts';
import { type Instance, startInstance } from './processes.ts';
import { approve, followUp, type Proposed, propose } from './story.ts';

/**
 * Two instances behind one address that sends every request to the other one in turn, on a Graph that fails at chance:
 * several cases at the same time, then one instance that dies and one that is replaced in the middle of them.
 */
const FAULTS = {
  throttled: 0.05,
  busy: 0.005,
  'gateway-timeout': 0.0025,
  'lost-answer': 0.0025,
  'reset-before': 0.005,
  'reset-after': 0.005,
} as const;
const SEED = 20_261_122;
/** A button's client gives up after some 5 s, a message is sent again after 15 s; a busy machine adds to it. */
const LONGEST = { button: 6_000, message: 15_000 } as const;
const [NORR, SODER] = [PLACES.slice(0, 6), PLACES.slice(6)];
const DURING_FAULTS: readonly Place[] = [...NORR.slice(0, 3), ...SODER.slice(0, 3)];
const DURING_RESTARTS: readonly Place[] = [...NORR.slice(3, 5), ...SODER.slice(3, 5)];

let tenant: Tenant;
let address: OneAddress;
let teams: Teams;
const folders: string[] = [];
const inService: Instance[] = [];
const cases: Proposed[] = [];

async function enter(dataDir: string): Promise<Instance> {
  const instance = await startInstance(tenant, { dataDir });
  inService.push(instance);
  return instance;
}

/** From now on nobody is sent there. */
const leave = (instance: Instance): void => void inService.splice(inService.indexOf(instance), 1);

async function story(place: Place, name: string): Promise<void> {
  const proposed = await propose(teams, place, name);
  await approve(teams, place, proposed);
  await followUp(teams, proposed, `Det går bra (${name}).`);
  cases.push(proposed);
}

/** A claim whose answer was lost waits a minute for its lease, and then perhaps for units of the next minute. */
const allSettled = () =>
  eventually(
    'all messages settled',
    () => (deliveryLines(tenant).every(({ status }) => status !== 'due') ? true : undefined),
    140_000,
  );

/** Cards are rewritten without a note of it; one that has not been shows what is similar, and names other cases. */
const nobodyAsked = () =>
  eventually(
    'every manager’s card shows the decision',
    () => PLACES.every(({ manager }) => !offers(tenant.teams.transcript(manager), 'approve')) || undefined,
    30_000,
  );

const linesOf = ({ initiative }: Proposed): LogLine[] =>
  logLines(tenant).filter(({ stream }) => stream === initiative);
const messagesAbout = ({ initiative }: Proposed) =>
  deliveryLines(tenant).filter((line) => line.initiative === initiative && line.updates === undefined);

beforeAll(async () => {
  tenant = await readyTenant({ chance: SEED });
  for (let i = 0; i < 2; i += 1) folders.push(mkdtempSync(join(tmpdir(), 'production-')));
  await Promise.all(folders.map(enter));
  address = await openOneAddress(() => inService.map(({ port }) => port));
  teams = peopleBefore(tenant, address.url);
  const everybody = new Set([...PLACES.flatMap(({ employee, manager }) => [employee, manager]), CAST.coach]);
  await Promise.all(Array.from(everybody, (id) => teams.person(id).installs()));
  await addToTeam(tenant, address.url, CAST.coach);
  await teams.person(CAST.coach).posts('koppla till vård och omsorg');
}, 90_000);

afterAll(async () => {
  await Promise.all(inService.map((instance) => instance.kill()));
  await address?.stop();
  await tenant?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('while Graph fails at chance', () => {
  let struck: Readonly<Record<string, number>>;
  let answered: Teams['answers'];

  beforeAll(async () => {
    tenant.faults.atRandom(FAULTS, { seed: SEED, host: 'graph.microsoft.com' });
    tenant.teams.fail(PLACES[0]?.manager ?? '', 'Throttled', { times: 2 });
    const before = teams.answers.length;
    await Promise.all(DURING_FAULTS.map((place, i) => story(place, `fel ${i}`)));
    struck = tenant.faults.struck();
    tenant.faults.clear();
    answered = teams.answers.slice(before);
  }, 120_000);

  it('has met every kind of trouble there is to meet', () => {
    const count = Object.values(struck).reduce((sum, one) => sum + one, 0);
    expect(count).toBeGreaterThan(10);
    expect(struck.throttled).toBeGreaterThan(5);
  });

  it('has answered everybody in time, with what they asked for or a sorry', () => {
    const isButton = ({ what }: (typeof answered)[number]) => !/^(?:says|posts) /.test(what);
    expect(answered.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answered.filter((one) => isButton(one) && one.got === 'nothing')).toEqual([]);
    expect(answered.filter((one) => one.ms > (isButton(one) ? LONGEST.button : LONGEST.message))).toEqual([]);
  });

  it('has lost nothing and done nothing twice', () => {
    for (const one of cases)
      expect(linesOf(one).map(({ types }) => types)).toEqual([
        'DraftStarted',
        'Submitted, TrackSet',
        'ApprovedByManager, CoachAssigned, FollowUpsScheduled',
        'FollowedUp',
      ]);
    expect(cases).toHaveLength(DURING_FAULTS.length);
    expect(doublesOf(logLines(tenant).map(({ key }) => key))).toEqual([]);
    expect(brokenRows(tenant)).toEqual([]);
  });

  it('has told each person once, and everybody who should know', async () => {
    await allSettled();
    await nobodyAsked();
    expect(deliveryLines(tenant).filter(({ status }) => status === 'failed')).toEqual([]);
    for (const [i, one] of cases.entries()) {
      const asked = messagesAbout(one).filter(({ notice }) => notice !== 'own-card');
      expect(asked.map(({ notice, to }) => `${notice} to a ${to.kind}`).toSorted()).toEqual([
        'coach to a channel',
        'decision to a person',
        'review to a person',
      ]);
      const place = DURING_FAULTS.find(({ employee }) => linesOf(one)[0]?.actor === employee);
      // Further down a card may name other cases that are like its own.
      const heading = (words: string) => words.split(' / ', 2).join(' ');
      const about = (who = '') =>
        wordsIn(tenant.teams.transcript(who)).filter((words) => heading(words).includes(one.number));
      const [some, manager, employee] = [expect.any(String), place?.manager, place?.employee];
      // Her own card and the decision; the card that asked the manager; the coach's card in the channel.
      expect({ i, employee: about(employee), manager: about(manager), channel: about(CHANNEL) }).toEqual({
        i,
        employee: [some, some],
        manager: [some],
        channel: [some],
      });
    }
  }, 180_000);
});

describe('while instances come and go', () => {
  let ended: number | null;
  let replacedMs: number;

  beforeAll(async () => {
    const before = logLines(tenant).length;
    const work = Promise.all(DURING_RESTARTS.map((place, i) => story(place, `byte ${i}`)));
    work.catch(() => undefined);
    const written = (count: number) =>
      eventually(`${count} rows`, () => (logLines(tenant).length >= before + count ? true : undefined));
    const [first, second] = inService as [Instance, Instance];
    await written(6);
    await first.kill();
    leave(first);
    replacedMs = (await enter(folders[0] ?? '')).startedMs;
    leave(second);
    ended = await second.stop();
    await enter(folders[1] ?? '');
    await work;
  }, 240_000);

  it('ends one in order and has the next ready soon', () => {
    expect(ended).toBe(0);
    expect(replacedMs).toBeLessThan(30_000);
  });

  it('keeps every case, one number each, and every chain whole', () => {
    expect(cases).toHaveLength(DURING_FAULTS.length + DURING_RESTARTS.length);
    const numbers = cases.map(({ number }) => Number(number.slice(-4))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(cases.map((_, i) => i + 1));
    expect(doublesOf(logLines(tenant).map(({ stream, operationId }) => `${stream} ${operationId}`))).toEqual(
      [],
    );
    expect(brokenRows(tenant)).toEqual([]);
  });

  it('tells everybody all the same', async () => {
    await allSettled();
    expect(deliveryLines(tenant).filter(({ status }) => status === 'failed')).toEqual([]);
    for (const one of cases) {
      const told = messagesAbout(one).map(({ notice }) => notice);
      expect(told).toEqual(expect.arrayContaining(['review', 'decision', 'coach']));
    }
  }, 180_000);

  it('has every case in the lists that people read, once and as it is now', async () => {
    const numbers = cases.map(({ number }) => number).toSorted();
    const numbersIn = (title: string) =>
      readableLines(tenant, title)
        .map(({ CaseNumber }) => CaseNumber)
        .toSorted();
    const isSo = () =>
      numbersIn('Uppföljningar').length >= numbers.length &&
      readableLines(tenant, 'Initiativ').every(({ CaseStatus }) => String(CaseStatus).startsWith('Gult'));
    await eventually('the readable lists', () => isSo() || undefined);
    expect(numbersIn('Initiativ')).toEqual(numbers);
    expect(numbersIn('Uppföljningar')).toEqual(numbers);
    // Sent in, and approved.
    expect(numbersIn('Beslut')).toEqual([...numbers, ...numbers].toSorted());
  }, 60_000);

  it('has asked nothing a real tenant would refuse', () => {
    expect(tenant.violations.all()).toEqual([]);
    expect(tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg').every(({ version }) => version === 1)).toBe(
      true,
    );
  });
});
