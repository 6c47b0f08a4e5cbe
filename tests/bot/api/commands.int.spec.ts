import { LogEntryTooLarge } from '../../../bot/app/ports/index.ts';
import { LIMITS } from '../../../domain/initiatives/content.ts';
import { EVIDENCE } from '../../builders/commands.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { memoryConversations } from '../../fakes/memoryConversations.ts';
import { memoryDeliveries } from '../../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { newStore } from '../house.ts';
import { approved, draft, operation, submitted } from '../support/life.ts';
import { provision } from '../support/organisationRow.ts';
import { type Answer, type Api, closeAll, expectAsPromised, expectProblem, startApi } from './startApi.ts';

const { employee, colleague, manager, coach } = PEOPLE;

let api: Api;
beforeAll(async () => {
  api = await startApi();
}, 30_000);
afterAll(closeAll);

const command = (
  order: object,
  {
    as = employee,
    ...rest
  }: { as?: string; initiative?: string; operationId?: string; expectedVersion?: number } = {},
): Promise<Answer> => api.post('/api/commands', { operationId: operation(), ...rest, order }, as);
const initiativeIn = ({ body }: Answer) =>
  (body as { initiative: { id: string; version: number; number: string } }).initiative;

describe('a command', () => {
  it('goes all the way from draft to approval, and answers with the state after', async () => {
    const started = await command({ type: 'StartDraft', content: PROPOSAL });
    expectAsPromised(started, 'post', '/api/commands');
    const { id, version } = initiativeIn(started);
    const sent = await command({ type: 'Submit' }, { initiative: id, expectedVersion: version });
    expectAsPromised(sent, 'post', '/api/commands');
    expect(sent).toMatchObject({
      status: 200,
      body: { replayed: false, initiative: { state: 'MANAGER_REVIEW' } },
    });
    const { number } = initiativeIn(sent);
    const order = { type: 'ApproveAsManager', evidence: EVIDENCE };
    const decided = await command(order, { as: manager, initiative: number });
    expect(decided).toMatchObject({
      status: 200,
      body: { initiative: { state: 'PREPARATION', coach: { id: coach } } },
    });
  });

  it('sent again gives the same answer and one effect', async () => {
    const asked = { operationId: operation() };
    const first = await command({ type: 'StartDraft', content: PROPOSAL }, asked);
    const second = await command({ type: 'StartDraft', content: PROPOSAL }, asked);
    expect(second).toMatchObject({ status: 200, body: { replayed: true } });
    expect(initiativeIn(second)).toEqual(initiativeIn(first));
  });

  it('sends in what was never saved, once', async () => {
    const asked = { operationId: operation() };
    const sent = await command({ type: 'Submit', content: PROPOSAL }, asked);
    expectAsPromised(sent, 'post', '/api/commands');
    expect(sent).toMatchObject({
      status: 200,
      body: { initiative: { state: 'MANAGER_REVIEW', version: 1 } },
    });
    const again = await command({ type: 'Submit', content: PROPOSAL }, asked);
    expect(again).toMatchObject({ status: 200, body: { replayed: true } });
    expect(initiativeIn(again).number).toBe(initiativeIn(sent).number);
  });

  it('sent again after other words were saved is answered with what is there', async () => {
    const { id } = await draft(api.server);
    const change = (title: string, operationId: string) =>
      command({ type: 'ChangeContent', content: { title } }, { initiative: id, operationId });
    const first = operation();
    await change('Lås med mobilen', first);
    await change('Lås utan nyckel', operation());
    const again = await change('Lås med mobilen', first);
    expectProblem(again, 409, 'stale');
    expect(again.body).toMatchObject({ initiative: { content: { title: 'Lås utan nyckel' } } });
  });

  it('on a version that is past is answered with the state now', async () => {
    const { id, version } = await submitted(api.server);
    const order = { type: 'Return', reason: 'Hur många?' };
    const stale = await command(order, { as: manager, initiative: id, expectedVersion: version - 1 });
    expectProblem(stale, 409, 'stale');
    expect(initiativeIn(stale)).toMatchObject({ id, version });
  });

  it('that a rule refuses says why, about what, and what to do', async () => {
    const { id } = await draft(api.server, { content: { problem: 'Nycklar' } });
    const refused = await command({ type: 'Submit' }, { initiative: id });
    expectProblem(refused, 422, 'incomplete');
    expect(refused.body).toMatchObject({
      about: expect.arrayContaining(['unit', 'changeType']),
      detail: expect.stringContaining('enhet'),
      initiative: { id },
    });
  });

  it('may empty texts and lists, and take the estimate away', async () => {
    const estimate = { volumePerYear: 10, minutesPerItem: 5 };
    const content = {
      problem: 'Nycklar',
      effect: 'Mindre letande.',
      affectedGroups: ['employees'],
      estimate,
    };
    const started = await command({ type: 'StartDraft', content });
    const { id } = (started.body as { initiative: { id: string } }).initiative;
    const change = { effect: '', affectedGroups: [], estimate: null };
    const changed = await command({ type: 'ChangeContent', content: change }, { initiative: id });
    expect(changed.body).toMatchObject({ initiative: { content: { effect: '', affectedGroups: [] } } });
    expect(api.server.casebook.initiative(id)?.content).not.toHaveProperty('estimate');
  });

  it('by the wrong person is refused', async () => {
    const { id, version } = await submitted(api.server);
    const order = { type: 'Reject', reason: 'Nej.' };
    expectProblem(await command(order, { as: colleague, initiative: id }), 403, 'not-allowed');
    expectProblem(await command(order, { as: employee, initiative: id }), 403, 'own-proposal');
    const operationId = operation();
    await command(order, { as: manager, initiative: id, operationId });
    expectProblem(
      await command(order, { as: PEOPLE.areaManager, initiative: id, operationId }),
      403,
      'foreign-operation',
    );
    expect(api.server.casebook.initiative(id)?.version).toBe(version + 1);
  });

  it('about nothing, or somebody’s draft, finds nothing', async () => {
    const { id } = await draft(api.server);
    expectProblem(await command({ type: 'Submit' }), 404, 'unknown-initiative');
    expectProblem(await command({ type: 'Submit' }, { initiative: 'I-NONE' }), 404, 'unknown-initiative');
    expectProblem(
      await command({ type: 'Submit' }, { initiative: id, as: colleague }),
      404,
      'unknown-initiative',
    );
  });

  it('that names a case that does not exist is about the field', async () => {
    const { id } = await approved(api.server, { by: colleague });
    const merge = await command(
      { type: 'Merge', target: 'VOF-1999-0001', reason: 'Samma.' },
      { as: PEOPLE.head, initiative: id },
    );
    expectProblem(merge, 422, 'unknown-initiative');
    expect(merge.body).toMatchObject({ about: ['target'] });
  });

  it('speaks the person’s language', async () => {
    const { id } = await submitted(api.server);
    const asked = { operationId: operation(), initiative: id, order: { type: 'Reject', reason: 'No.' } };
    const refused = await api.ask('POST', '/api/commands', {
      as: colleague,
      body: asked,
      headers: { 'accept-language': 'en' },
    });
    expect((refused.body as { detail: string }).detail).toMatch(/role/);
  });

  it('hides a protected case’s details from whoever is refused', async () => {
    const { id, content } = await approved(api.server);
    await command({ type: 'Classify', classification: { c: 3, i: 1, a: 1 } }, { as: coach, initiative: id });
    const refused = await command(
      { type: 'Reject', reason: 'Nej.' },
      { as: PEOPLE.otherEmployee, initiative: id },
    );
    expectProblem(refused, 403, 'not-allowed');
    expect(JSON.stringify(refused.body)).not.toContain(content.title);
  });
});

describe('what is not a command', () => {
  it.each([
    ['no order', {}],
    ['an unknown order', { order: { type: 'Delete' } }],
    ['an order for the server', { order: { type: 'Submit' }, operationId: 7 }],
    ['an operation in another script', { operationId: 'åäö', order: { type: 'StartDraft', content: {} } }],
    ['an operation with a path', { operationId: '../x', order: { type: 'Submit' } }],
    ['no operation', { operationId: undefined, order: { type: 'Submit' } }],
    ['a version before the first', { expectedVersion: -1, order: { type: 'Submit' } }],
    ['a list', []],
    ['null', null],
    ['a text', 'Submit'],
  ])('%s is refused as invalid', async (_name, body) => {
    const whole =
      Array.isArray(body) || typeof body !== 'object' || body === null
        ? body
        : { operationId: operation(), ...body };
    const answer = await api.post('/api/commands', whole);
    expectProblem(answer, 400, 'invalid');
    expect((answer.body as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
  });

  it('names every field that is wrong, with a code, and the limit of what is too long', async () => {
    const content = {
      title: 'a'.repeat(LIMITS.title + 1),
      category: 'Å',
      affectedGroups: Array(11).fill('employees'),
    };
    const answer = await command({ type: 'StartDraft', content });
    expectProblem(answer, 400, 'invalid');
    expect(answer.body).toMatchObject({
      about: ['title', 'affectedGroups', 'category'],
      errors: [
        { path: 'order.content.title', code: 'too-long' },
        { path: 'order.content.affectedGroups', code: 'too-many' },
        { path: 'order.content.category', code: 'bad-key' },
      ],
      detail: expect.stringMatching(/kort rubrik: .*121.*120/),
    });
  });

  it.each([
    ['sv', /60.?412 tecken.*60.?000.*förslag till lösning/],
    ['en', /60.?412 characters.*60.?000.*solution/],
  ])('that a row of the log cannot hold says which text to shorten (%s)', async (language, said) => {
    const stores = newStore();
    const log = memoryEventLog(stores.rows);
    await provision(log);
    const append = () =>
      Promise.reject(new LogEntryTooLarge('I-A#000001', { length: 60_412, field: 'content.solution' }));
    const deliveries = memoryDeliveries(stores.deliveries);
    const conversations = memoryConversations(stores.conversations);
    const store = { log: { ...log, append }, deliveries, conversations, close: () => log.close() };
    const narrow = await startApi({ stores, store });
    const answer = await narrow.ask('POST', '/api/commands', {
      as: employee,
      body: { operationId: operation(), order: { type: 'StartDraft', content: PROPOSAL } },
      headers: { 'accept-language': language },
    });
    expectProblem(answer, 422, 'too-long');
    expect(answer.body).toMatchObject({
      about: ['solution'],
      errors: [{ path: 'order.content.solution', code: 'too-long' }],
      detail: expect.stringMatching(said),
    });
    expect(narrow.errors).toEqual([]);
  });

  it('with a reason of nothing asks for one', async () => {
    const { id } = await submitted(api.server);
    for (const reason of [undefined, '', '   ', '...']) {
      const answer = await command({ type: 'Reject', reason }, { as: manager, initiative: id });
      expectProblem(answer, 400, 'invalid');
      expect(answer.body).toMatchObject({ errors: [{ path: 'order.reason', code: 'reason-needed' }] });
    }
  });

  it.each([
    ['broken JSON', '{"order":'],
    ['nothing', ''],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
  ])('%s cannot be read', async (_name, raw) =>
    expectProblem(await api.ask('POST', '/api/commands', { as: employee, raw }), 400, 'bad-json'),
  );

  it('takes no more than fits, and says so before the end', async () => {
    const raw = JSON.stringify({ order: { text: 'a'.repeat(4_000_000) } });
    expectProblem(await api.ask('POST', '/api/commands', { as: employee, raw }), 413, 'too-large');
    expect((await api.get('/api/me')).status).toBe(200);
  });

  it('leaves prototypes alone', async () => {
    const raw =
      '{"operationId":"op-proto","order":{"type":"StartDraft","content":{"title":"x","__proto__":{"polluted":true}}},"__proto__":{"polluted":true}}';
    await api.ask('POST', '/api/commands', { as: employee, raw });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a store that is away', () => {
  it('is told as 503, and the same command works afterwards', async () => {
    const asked = { operationId: operation() };
    api.log.failNext('after');
    expectProblem(await command({ type: 'StartDraft', content: PROPOSAL }, asked), 503, 'store-unavailable');
    expect(await command({ type: 'StartDraft', content: PROPOSAL }, asked)).toMatchObject({
      status: 200,
      body: { replayed: true },
    });
  });
});
