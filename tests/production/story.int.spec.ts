import { wordsOf } from '../crash/cards.ts';
import { SAMPLE } from '../tenant/seed.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type CaseRows, FIGURES, GOAL, MEASURED, rowsAfter } from './caseRows.ts';
import { CAST, CHANNEL, PLACES, type Place } from './cast.ts';
import { brokenRows, conversationLines, deliveryLines, logLines, readableLists } from './lists.ts';
import { emptyTenant, eventually, organise, provision } from './municipality.ts';
import { addToTeam, peopleBefore, type Teams, wordsIn } from './people.ts';
import { type Instance, type Ran, startInstance } from './processes.ts';
import { approve, followUp, type Proposed, propose } from './story.ts';
import { fromTab } from './tab.ts';

/**
 * From an empty tenant to a followed-up case, in production: the real program in a process of its own, told what to be
 * by its environment alone, on the stand-in for Microsoft 365 under the public host names. After each step the rows
 * in the lists are what they should be, and people have seen what they should.
 */
const [PLACE] = PLACES as [Place];
const NAME = 'första';
const PEOPLE = [PLACE.employee, PLACE.manager, CAST.coach];

let tenant: Tenant;
let provisioned: Ran;
let instance: Instance;
let teams: Teams;
let proposed: Proposed;
let rows: ReturnType<typeof rowsAfter>;

const chatOf = (person: string) => tenant.teams.chats.with(person, SAMPLE.botApp).id;
const seenBy = (who: string) => wordsIn(tenant.teams.transcript(who));
const typesOf = (stream: string) =>
  logLines(tenant)
    .filter((line) => line.stream === stream)
    .map(({ types }) => types);
const told = (notice: string) =>
  deliveryLines(tenant)
    .filter((line) => line.notice === notice && line.initiative === proposed.initiative && !line.updates)
    .map(({ to, status, conversation }) => ({ to: to.person ?? to.channel, status, conversation }));

/** Rows are written a little after the log: they are given their time, and what they then are is what is compared. */
async function toRead(wanted: CaseRows): Promise<void> {
  const isThere = () => {
    try {
      expect(readableLists(tenant)).toEqual(wanted);
      return true;
    } catch {
      return undefined;
    }
  };
  await eventually('the rows', isThere, 15_000).catch(() => undefined);
  expect(readableLists(tenant)).toEqual(wanted);
}

beforeAll(async () => {
  tenant = await emptyTenant();
  provisioned = await provision(tenant);
  await organise(tenant);
  instance = await startInstance(tenant);
  teams = peopleBefore(tenant, instance.url);
}, 60_000);

afterAll(async () => {
  await instance?.stop();
  await tenant?.stop();
}, 30_000);

it('provisions both sites from nothing, and finds nothing to do the second time', async () => {
  expect(provisioned).toMatchObject({ code: 0, said: expect.stringContaining('skapa listan Händelselogg') });
  const again = await provision(tenant, '--check');
  expect(again).toMatchObject({ code: 0, said: expect.not.stringContaining('+ ') });
  const grants = [SAMPLE.logSite, SAMPLE.portfolioSite].map((site) =>
    [...tenant.sharePoint.site(site).grants.values()].map(({ app, role }) => ({ app, role })),
  );
  const write = [{ app: SAMPLE.serviceApp, role: 'write' }];
  expect(grants).toEqual([write, write]);
}, 30_000);

it('is ready, and says how fresh its log is', async () => {
  const readiness = await fetch(`${instance.url}/readyz`);
  expect(readiness.status).toBe(200);
  expect(await readiness.json()).toEqual({
    status: 'ok',
    deltaAgeSeconds: expect.any(Number),
    closing: false,
  });
  expect((await fetch(`${instance.url}/healthz`)).status).toBe(200);
});

it('welcomes each of those who install it once, and keeps where they can be reached', async () => {
  for (const id of PEOPLE) await teams.person(id).installs();
  await addToTeam(tenant, instance.url, CAST.coach);
  await eventually('four welcomes', () =>
    deliveryLines(tenant).filter(({ status }) => status === 'sent').length === 4 ? true : undefined,
  );
  for (const who of [...PEOPLE, CHANNEL])
    expect(seenBy(who)).toEqual([expect.stringContaining('Kan vi göra det här på ett smartare sätt?')]);
  expect(
    deliveryLines(tenant).map(({ notice, status, conversation }) => [notice, status, conversation]),
  ).toEqual([...PEOPLE.map(chatOf), CHANNEL].map((conversation) => ['welcome', 'sent', conversation]));
  const where = { serviceUrl: tenant.serviceUrl };
  expect(conversationLines(tenant)).toEqual([
    ...PEOPLE.map((person) => ({ ...where, id: chatOf(person), kind: 'personal', person })),
    { ...where, id: CHANNEL, kind: 'channel', person: undefined },
  ]);
}, 30_000);

it('ties the channel to the department', async () => {
  await teams.person(CAST.coach).posts('koppla till vård och omsorg');
  await eventually('the answer in the channel', () => seenBy(CHANNEL)[1]);
  expect(seenBy(CHANNEL)[1]).toContain('Kanalen är kopplad till Vård- och omsorgsförvaltningen');
  expect(logLines(tenant).at(-1)).toMatchObject({
    key: 'ORGANISATION#000002',
    types: 'ChannelLinked',
    actor: CAST.coach,
    version: 1,
  });
}, 30_000);

it('takes a proposal: number, rows in the log, and the manager is asked', async () => {
  proposed = await propose(teams, PLACE, NAME, FIGURES);
  expect(proposed.number).toMatch(/^VOF-\d{4}-0001$/);
  expect(wordsOf(proposed.card)).toContain(proposed.number);
  expect(typesOf(proposed.initiative)).toEqual(['DraftStarted', 'Submitted, TrackSet']);
  expect(typesOf(`NUMBERS-${proposed.number.slice(0, 8)}`)).toEqual(['NumberTaken']);
  const submitted = logLines(tenant).find(({ types }) => types.startsWith('Submitted'));
  expect(submitted).toMatchObject({ actor: PLACE.employee, sequence: 2, version: 1 });
  expect(submitted?.record).toContain(proposed.number);
  await eventually('the manager’s card', () => seenBy(PLACE.manager)[1]);
  expect(seenBy(PLACE.manager)[1]).toContain(`Smartare (${NAME})`);
  const sent = { status: 'sent', conversation: chatOf(PLACE.manager) };
  await eventually('the message settled', () => told('review').find(({ status }) => status === 'sent'));
  expect(told('review')).toEqual([{ to: PLACE.manager, ...sent }]);
  rows = rowsAfter(proposed.number, NAME);
  await toRead(rows.proposed);
}, 30_000);

it('takes the approval, tells the proposer who and why, and gives the case to the coach in the channel', async () => {
  expect(wordsOf(await approve(teams, PLACE, proposed))).toContain('Vi prövar det.');
  expect(typesOf(proposed.initiative).at(-1)).toBe('ApprovedByManager, CoachAssigned, FollowUpsScheduled');
  expect(logLines(tenant).at(-1)).toMatchObject({ actor: PLACE.manager, sequence: 3, version: 1 });
  const decision = await eventually('the decision', () => seenBy(PLACE.employee)[2]);
  expect(decision).toContain('Ja! Ditt förslag är godkänt');
  expect(decision).toContain('Beslut av Enhetschef, hemtjänst norr.');
  expect(decision).toContain('Skäl: Vi prövar det.');
  await eventually('the case in the channel', () => seenBy(CHANNEL)[2]);
  expect(seenBy(CHANNEL)[2]).toContain(proposed.number);
  const channel = { to: CHANNEL, status: 'sent', conversation: CHANNEL };
  await eventually('the message settled', () => told('coach').find(({ status }) => status === 'sent'));
  expect(told('coach')).toEqual([channel]);
  expect(told('decision')).toMatchObject([{ to: PLACE.employee }]);
  await toRead(rows.approved);
}, 30_000);

it('takes a goal from the tab', async () => {
  const { status, body } = await fromTab(tenant, instance.url, {
    user: CAST.coach,
    path: '/api/commands',
    body: {
      operationId: '0190a1b2-0000-7000-8000-000000000000',
      initiative: proposed.initiative,
      order: { type: 'SetGoal', goal: GOAL },
    },
  });
  expect({ status, body }).toMatchObject({ status: 200 });
  expect(logLines(tenant).at(-1)).toMatchObject({ types: 'GoalSet', actor: CAST.coach, sequence: 4 });
  await toRead(rows.approved);
}, 30_000);

it('takes the follow-up, and every card people have of the case shows it', async () => {
  const card = await followUp(teams, proposed, 'Etiketterna är försenade.', MEASURED);
  expect(wordsOf(card)).toContain('Etiketterna är försenade.');
  expect(typesOf(proposed.initiative).at(-1)).toBe('FollowedUp');
  expect(logLines(tenant).at(-1)).toMatchObject({ actor: CAST.coach, sequence: 5, version: 1 });
  const shows = (who: string, place: number) =>
    eventually(
      `the follow-up for ${who}`,
      () => seenBy(who)[place]?.includes('Etiketterna är försenade.') || undefined,
    );
  await Promise.all([shows(PLACE.employee, 1), shows(PLACE.manager, 1), shows(CHANNEL, 2)]);
  expect([...PEOPLE, CHANNEL].map((who) => seenBy(who).length)).toEqual([3, 2, 1, 3]);
  await toRead(rows.followedUp);
}, 30_000);

it('shows the case in the tab to those whom Entra vouches for, by name, and to nobody else', async () => {
  const path = `/api/initiatives/${proposed.number}`;
  for (const version of [1, 2] as const) {
    const { status, body } = await fromTab(tenant, instance.url, { user: PLACE.employee, path, version });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: proposed.number,
      state: 'EXECUTION',
      proposer: { id: PLACE.employee, name: 'Undersköterska 1, hemtjänst norr' },
      coach: { id: CAST.coach, name: 'Digitaliseringscoach, hemtjänsten' },
      followUps: [{ text: 'Etiketterna är försenade.', status: 'yellow' }],
    });
  }
  const portfolio = await fromTab(tenant, instance.url, { user: CAST.director, path: '/api/portfolio' });
  expect(JSON.stringify(portfolio.body)).toContain(proposed.number);
  expect((await fetch(`${instance.url}${path}`)).status).toBe(401);
  const forged = await tenant.tokens.mintUserToken({
    user: PLACE.employee,
    audience: SAMPLE.tabApp,
    forged: true,
  });
  const refused = await fetch(`${instance.url}${path}`, { headers: { authorization: `Bearer ${forged}` } });
  expect(refused.status).toBe(401);
}, 30_000);

it('takes a follow-up from the tab too, and the card in the channel shows it', async () => {
  const answer = await fromTab(tenant, instance.url, {
    user: CAST.coach,
    path: '/api/commands',
    body: {
      operationId: '0190a1b2-0000-7000-8000-000000000001',
      initiative: proposed.initiative,
      order: { type: 'FollowUp', status: 'green', text: 'Nu sitter etiketterna där.' },
    },
  });
  expect(answer.status).toBe(200);
  await eventually(
    'the card in the channel',
    () => seenBy(CHANNEL)[2]?.includes('Nu sitter etiketterna där.') || undefined,
  );
  expect(logLines(tenant).at(-1)).toMatchObject({ types: 'FollowedUp', actor: CAST.coach, sequence: 6 });
  await toRead(rows.followedUpAgain);
}, 30_000);

it('leaves alone the rows of what has not changed', () => {
  const versions = (title: string) =>
    tenant.sharePoint.rows(SAMPLE.portfolioSite, title).map(({ version }) => version);
  expect(['Nyttor', 'Kostnader', 'Beslut', 'Uppföljningar', 'Mätningar'].map(versions)).toEqual([
    [1],
    [1, 1],
    [1, 1],
    [1, 1],
    [1],
  ]);
});

it('leaves nothing unsaid, every chain whole, and has asked nothing a real tenant would refuse', async () => {
  await eventually('all messages settled', () =>
    deliveryLines(tenant).every(({ status }) => status === 'sent') ? true : undefined,
  );
  expect(brokenRows(tenant)).toEqual([]);
  expect(tenant.violations.all()).toEqual([]);
  expect(teams.answers.filter(({ status }) => status !== 200)).toEqual([]);
}, 30_000);

it('says in its log nothing that somebody wrote, and no names or tokens', () => {
  const log = instance.output();
  expect(log).toContain('"msg":"started"');
  for (const private_ of [
    NAME,
    'nycklar',
    'Etiketterna',
    MEASURED.source,
    'Undersköterska',
    'Enhetschef',
    'eyJ',
    SAMPLE.botSecret,
  ])
    expect(log).not.toContain(private_);
  expect(log).not.toMatch(/"level":"(?:error|warn)"/);
});

it('ends when told to, in order, within the time a platform gives', async () => {
  const begun = performance.now();
  expect(await instance.stop()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(instance.output()).toContain('"msg":"stopped"');
}, 30_000);
