import { routesFor } from '../../../bot/api/api.ts';
import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import type { Columns } from '../../../domain/portfolio/views.ts';
import { EVERYBODY, PEOPLE, type PersonName } from '../../builders/people.ts';
import { PROPOSAL, proposal } from '../../builders/proposals.ts';
import {
  approval,
  approved,
  CEILING,
  decided,
  done,
  draft,
  guarded,
  operation,
  procuring,
  submitted,
} from '../support/life.ts';
import { type Api, closeAll, expectProblem, startApi } from './startApi.ts';

/** every role at every route, over HTTP. Who may do what is written here from the table of roles, not from the code. */

const MARK = 'Hemligstämplad';
const HIDDEN = proposal({
  title: `${MARK} rubrik`,
  problem: `${MARK} behov av kameror vid kommunens larmcentral.`,
});

let api: Api;
beforeAll(async () => {
  api = await startApi();
}, 30_000);
afterAll(closeAll);

const ids = (names: readonly PersonName[]): string[] => names.map((name) => PEOPLE[name]);
const READING = routesFor({}).filter(({ method, path }) => method === 'get' && path !== '/api/changes');

describe('reading', () => {
  /** Nobody has a picture here. */
  const EMPTY: readonly string[] = ['/api/people/:id/photo'];
  const LIMITED: Readonly<Record<string, readonly PersonName[]>> = {
    '/api/undelivered': ['head', 'toolAdmin'],
  };

  it.each(READING.map(({ path }) => path))('%s is open to exactly those it is for', async (path) => {
    const { number } = await submitted(api.server);
    for (const person of EVERYBODY) {
      const answer = await api.get(path.replace(':id', number), person);
      const may = LIMITED[path] === undefined || ids(LIMITED[path]).includes(person);
      if (may)
        expect([path, person, answer.status]).toEqual([path, person, EMPTY.includes(path) ? 204 : 200]);
      else expectProblem(answer, 403, 'not-allowed');
    }
  });

  it('somebody’s draft does not exist for anybody else, whatever their role', async () => {
    const { id } = await draft(api.server, { content: HIDDEN });
    for (const person of EVERYBODY) {
      const answer = await api.get(`/api/initiatives/${id}`, person);
      if (person === PEOPLE.employee) expect(answer.status).toBe(200);
      else {
        expectProblem(answer, 404, 'unknown-initiative');
        const order = { type: 'Submit' } as const;
        const asked = await api.post(
          '/api/commands',
          { operationId: operation(), initiative: id, order },
          person,
        );
        expectProblem(asked, 404, 'unknown-initiative');
      }
    }
  });
});

describe('the stream of changes', () => {
  it('tells everybody of cases, and of a draft nobody but the one who writes it', async () => {
    const stop = new AbortController();
    const streams = await Promise.all(
      EVERYBODY.map(async (person) => {
        const headers = { authorization: `Test ${person}` };
        const { body } = await fetch(`${api.url}/api/changes`, { headers, signal: stop.signal });
        return { person, reader: body!.pipeThrough(new TextDecoderStream()).getReader() };
      }),
    );
    const { id } = await draft(api.server, { content: HIDDEN });
    const { number } = await submitted(api.server, { by: PEOPLE.colleague });
    for (const { person, reader } of streams) {
      let text = '';
      while (!text.includes(number)) text += (await reader.read()).value ?? '';
      expect([person, text.includes(id)]).toEqual([person, person === PEOPLE.employee]);
    }
    stop.abort();
  }, 30_000);
});

describe('putting away messages that did not arrive', () => {
  it('is for those who look after the tool', async () => {
    const messages = [{ key: 'nothing', at: '2026-03-02T09:00:00.000Z' }];
    for (const person of EVERYBODY) {
      const answer = await api.post(
        '/api/undelivered/put-away',
        { operationId: operation(), messages },
        person,
      );
      if (ids(['head', 'toolAdmin']).includes(person))
        expect([person, answer.status, answer.body]).toEqual([person, 200, { changed: false }]);
      else expectProblem(answer, 403, 'not-allowed');
    }
  });
});

/** The proposer, who decides and who works with it in its own line, and those whose office it is to look. */
const INSIGHT: readonly PersonName[] = [
  'employee',
  'manager',
  'areaManager',
  'director',
  'municipalDirector',
  'coach',
  'developmentLead',
  'objectOwner',
  'objectManager',
  'head',
  'preparationChair',
  'preparationMember',
  'councilChair',
  'councilMember',
  'securityOfficer',
  'dpo',
  'lawyer',
  'controller',
  'procurement',
  'registrar',
  'auditor',
];

describe('the details of a protected case', () => {
  it('never leave the server for those who may not see them: no route, no refusal, no search', async () => {
    const secret = await guarded(api.server, { content: HIDDEN });
    const order = { type: 'FollowUp', status: 'green', text: 'Allt går bra.' } as const;
    for (const person of EVERYBODY) {
      const answers = await Promise.all([
        ...READING.map(({ path }) => api.get(path.replace(':id', secret.number), person)),
        api.get(`/api/initiatives/${secret.id}`, person),
        api.post('/api/similar', { ...HIDDEN, title: 'Kameror', solution: 'Kameror' }, person),
        // Refused, as stale: the answer holds the present state.
        api.post(
          '/api/commands',
          { operationId: operation(), initiative: secret.id, expectedVersion: 1, order },
          person,
        ),
      ]);
      const seen = answers.filter(({ body }) => JSON.stringify(body).includes(MARK)).length;
      if (ids(INSIGHT).includes(person)) expect([person, seen > 0]).toEqual([person, true]);
      else expect([person, seen]).toEqual([person, 0]);
    }
  }, 60_000);

  it('are a number, a state and a unit to the others, and nothing that tells the one from the other', async () => {
    const { id, number, version } = await guarded(api.server, { content: HIDDEN });
    const shown = { id, number, version, state: 'PREPARATION', protected: true, department: 'vof' };
    const { body } = await api.get(`/api/initiatives/${number}`, PEOPLE.otherEmployee);
    expect(body).toEqual({
      ...shown,
      detailsHidden: true,
      figuresHidden: true,
      content: { unit: 'norr' },
      track: null,
      submittedAt: null,
      since: null,
      proposer: { id: '', name: '' },
      coach: null,
      projectManager: null,
      returnedReason: null,
      pausedUntil: null,
      mergedInto: null,
      classification: null,
      similar: [],
      next: { action: 'nothing', owners: [], role: null, deadline: null },
      may: [],
      schedule: [],
      overdueDays: 0,
      followUps: [],
      deviationSince: null,
      goals: [],
      measurements: [],
      decisions: [],
      lessons: [],
      outcomes: [],
      retired: [],
      history: [],
    });
  });

  it('are not in the stream of changes', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${api.url}/api/changes`, {
      headers: { authorization: `Test ${PEOPLE.head}` },
      signal: stop.signal,
    });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    const { number } = await guarded(api.server, { content: HIDDEN });
    let text = '';
    while (!text.includes(number)) text += (await reader.read()).value ?? '';
    expect(text).not.toContain(MARK);
    stop.abort();
  });
});

describe('the figures of a purchase before award', () => {
  it('never leave the server for those without insight: no route, no refusal, no search', async () => {
    const { id, number } = await procuring(api.server);
    const order = { type: 'FollowUp', status: 'green', text: 'Allt går bra.' } as const;
    for (const person of EVERYBODY) {
      const answers = await Promise.all([
        ...READING.map(({ path }) => api.get(path.replace(':id', number), person)),
        api.get(`/api/initiatives/${id}`, person),
        api.post('/api/similar', { title: PROPOSAL.title, problem: PROPOSAL.problem }, person),
        api.post(
          '/api/commands',
          { operationId: operation(), initiative: id, expectedVersion: 1, order },
          person,
        ),
      ]);
      const seen = answers.filter(({ body }) => /612.?345|54.?321/.test(JSON.stringify(body))).length;
      if (ids(INSIGHT).includes(person)) expect([person, seen > 0]).toEqual([person, true]);
      else expect([person, seen]).toEqual([person, 0]);
    }
  }, 60_000);

  it('are gone from the row in the portfolio, laid over it for those with insight, and open after the award', async () => {
    const { id, number } = await procuring(api.server);
    const rowFor = async (person: string) => {
      const { columns } = (await api.get('/api/portfolio', person)).body as Columns;
      const at = columns.id.indexOf(id);
      return [
        columns.oneTimeCost,
        columns.yearlyCost,
        columns.npv,
        columns.paybackYears,
        columns.valuePerYear,
      ].map((column) => column[at]);
    };
    const insightOf = async (person: string) =>
      ((await api.get('/api/portfolio/insight', person)).body as { rows: PortfolioRow[] }).rows.find(
        (row) => row.id === id,
      );
    expect(await rowFor(PEOPLE.head)).toEqual([null, null, null, null, null]);
    expect(await insightOf(PEOPLE.head)).toMatchObject({ number, oneTimeCost: 612_345, yearlyCost: 54_321 });
    expect(await insightOf(PEOPLE.otherEmployee)).toBeUndefined();
    await done(api.server, { type: 'RecordContract' }, { by: PEOPLE.procurement, initiative: id });
    expect(await rowFor(PEOPLE.otherEmployee)).toEqual(
      expect.arrayContaining([612_345, 54_321, expect.any(Number)]),
    );
    expect(await insightOf(PEOPLE.head)).toBeUndefined();
    const { body } = await api.get(`/api/initiatives/${number}`, PEOPLE.otherEmployee);
    expect(JSON.stringify(body)).toContain(CEILING);
  });

  it('a project manager must be somebody the directory knows', async () => {
    const known = async (id: string) => (id === 'nobody' ? undefined : { id, name: 'Namn' });
    const there = await startApi({ directory: { person: known, nameOf: (id) => id } });
    const { id } = await decided(there.server);
    const start = (projectManager: string) =>
      there.post(
        '/api/commands',
        {
          operationId: operation(),
          initiative: id,
          order: { type: 'Start', next: 'EXECUTION', projectManager },
        },
        PEOPLE.director,
      );
    for (const nobody of ['nobody', '.', '..']) expectProblem(await start(nobody), 422, 'unknown-person');
    expectProblem(await start('121212-1212'), 422, 'personal-number');
    expect(there.server.casebook.initiative(id)?.state).toBe('APPROVED');
    expect((await start(PEOPLE.projectManager)).status).toBe(200);
  });
});

describe('asking for changes', () => {
  const SPONSORS: PersonName[] = ['director', 'municipalDirector', 'head'];
  const SUPPORT: PersonName[] = ['coach', 'developmentLead', 'head'];
  type Row = readonly [InitiativeOrder, readonly PersonName[]];

  const REVIEW: readonly Row[] = [
    [approval(), ['manager']],
    [{ type: 'Return', reason: 'Skriv hur många det gäller.' }, ['manager']],
    [{ type: 'Reject', reason: 'Det finns redan.' }, ['manager']],
    [{ type: 'Forward', unit: 'bistand', reason: 'Det gäller er.' }, ['manager']],
    [{ type: 'Cancel', reason: 'Det behövs inte.' }, [...SPONSORS, 'councilChair']],
  ];
  const PREPARATION: readonly Row[] = [
    [
      { type: 'AssignCoach', coach: PEOPLE.otherCoach },
      [...SUPPORT, 'manager', 'areaManager', 'director', 'municipalDirector'],
    ],
    [{ type: 'Classify', classification: { c: 1, i: 1, a: 1 } }, [...SUPPORT, 'securityOfficer', 'dpo']],
    [
      { type: 'FollowUp', status: 'green', text: 'Allt går bra.' },
      ['coach', 'developmentLead', 'manager', 'areaManager'],
    ],
    [{ type: 'Pause', reason: 'Vi väntar på avtal.', until: '2026-09-01' }, [...SPONSORS, 'councilChair']],
  ];

  const begun = { review: () => submitted(api.server), preparation: () => approved(api.server) };
  const ask = (order: InitiativeOrder, initiative: string, person: string) =>
    api.post('/api/commands', { operationId: operation(), initiative, order }, person);

  it.each([
    ...REVIEW.map(([order, may]) => [order.type, 'review', order, may] as const),
    ...PREPARATION.map(([order, may]) => [order.type, 'preparation', order, may] as const),
  ])(
    '%s in %s: those in the table and nobody else',
    async (_type, stage, order, may) => {
      const { id, version } = await begun[stage]();
      for (const person of EVERYBODY.filter((one) => !ids(may).includes(one))) {
        const answer = await ask(order, id, person);
        expect([person, answer.status]).toEqual([person, 403]);
        expect(['not-allowed', 'own-proposal']).toContain((answer.body as { code: string }).code);
      }
      expect(api.server.casebook.initiative(id)?.version).toBe(version);
      for (const person of ids(may)) {
        const fresh = await begun[stage]();
        const answer = await ask(order, fresh.id, person);
        expect([person, answer.status]).not.toEqual([person, 403]);
        expect([person, answer.status]).not.toEqual([person, 401]);
      }
    },
    60_000,
  );

  it('as somebody else is not possible: the actor is who signed in, whatever the body says', async () => {
    const { id } = await submitted(api.server);
    const body = {
      operationId: operation(),
      initiative: id,
      order: approval(),
      actor: PEOPLE.manager,
      by: PEOPLE.manager,
    };
    const answer = await api.post('/api/commands', body, PEOPLE.colleague);
    expect([400, 403]).toContain(answer.status);
    const inOrder = { ...body, operationId: operation(), order: { ...approval(), actor: PEOPLE.manager } };
    expect([400, 403]).toContain((await api.post('/api/commands', inOrder, PEOPLE.colleague)).status);
    expect(api.server.casebook.initiative(id)?.state).toBe('MANAGER_REVIEW');
  });

  it('with an operation somebody else has made is refused', async () => {
    const operationId = operation();
    const { id } = await submitted(api.server);
    await done(api.server, approval(), { by: PEOPLE.manager, initiative: id, operationId });
    const again = { operationId, initiative: id, order: approval() };
    expectProblem(await api.post('/api/commands', again, PEOPLE.colleague), 403, 'foreign-operation');
  });
});
