import { StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { newStore, type TestHouse, testHouse } from '../house.ts';
import { approval, approved, ask, done, draft, operation, submitted } from '../support/life.ts';

const { employee, colleague, manager, head } = PEOPLE;
const rowsOf = (house: TestHouse, stream: string) => house.log.rows.filter((row) => row.stream === stream);
const follow = { type: 'FollowUp', status: 'green', text: 'Det går bra.' } as const;

describe('the same operation again', () => {
  it('has one effect and gives the same answer', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const operationId = operation();
    const first = await ask(house, follow, { by: PEOPLE.coach, initiative: id, operationId });
    const second = await ask(house, follow, { by: PEOPLE.coach, initiative: id, operationId });
    expect(first).toMatchObject({ ok: true, replayed: false });
    expect(second).toMatchObject({ ok: true, replayed: true, events: [], initiative: { followUps: [{}] } });
  });

  it('is known again after more rows, and by another instance that has not heard of it', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const { id } = await approved(here);
    const operationId = operation();
    const asked = { by: PEOPLE.coach, initiative: id, operationId };
    await done(here, follow, asked);
    await done(here, { ...follow, status: 'yellow' }, { by: PEOPLE.coach, initiative: id });
    expect(await ask(there, follow, asked)).toMatchObject({ ok: true, replayed: true });
    expect(await ask(here, follow, asked)).toMatchObject({ ok: true, replayed: true });
    expect(rowsOf(here, id).filter((row) => row.operationId === operationId)).toHaveLength(1);
  });

  it('is somebody else’s when another person sends it', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const operationId = operation();
    await done(house, follow, { by: PEOPLE.coach, initiative: id, operationId });
    const again = await ask(house, follow, { by: manager, initiative: id, operationId });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'foreign-operation' } });
  });

  it('starts one draft, also when the answer was lost', async () => {
    const house = await testHouse();
    const start = { type: 'StartDraft', content: PROPOSAL } as const;
    const operationId = operation();
    house.log.failNext('after');
    await expect(ask(house, start, { by: employee, operationId })).rejects.toBeInstanceOf(StoreUnavailable);
    expect(house.casebook.size()).toBe(0);
    expect(await ask(house, start, { by: employee, operationId })).toMatchObject({
      ok: true,
      replayed: true,
      initiative: { state: 'DRAFT', content: { title: PROPOSAL.title } },
    });
    expect(house.casebook.size()).toBe(1);
  });
});

describe('the same operation after something else was written', () => {
  const change = (title: string) => ({ type: 'ChangeContent', content: { title } }) as const;

  it('is not answered with done: the case does not say so any more', async () => {
    const house = await testHouse();
    const { id } = await draft(house);
    const asked = { by: employee, initiative: id, operationId: operation() };
    await done(house, change('Lås med mobilen'), asked);
    expect(await ask(house, change('Lås med mobilen'), asked)).toMatchObject({ ok: true, replayed: true });
    await done(house, change('Lås utan nyckel'), { by: employee, initiative: id });
    expect(await ask(house, change('Lås med mobilen'), asked)).toMatchObject({
      ok: false,
      refusal: { code: 'stale' },
      initiative: { content: { title: 'Lås utan nyckel' } },
    });
    await done(house, change('Lås med mobilen'), { by: employee, initiative: id });
    expect(await ask(house, change('Lås med mobilen'), asked)).toMatchObject({ ok: true, replayed: true });
  });

  it('is done as long as it is there, whatever else has been added', async () => {
    const house = await testHouse();
    const { id } = await draft(house);
    const asked = { by: employee, initiative: id, operationId: operation() };
    await done(house, change('Lås med mobilen'), asked);
    const effect = { type: 'ChangeContent', content: { effect: 'Tio minuter per pass.' } } as const;
    await done(house, effect, { by: employee, initiative: id });
    expect(await ask(house, change('Lås med mobilen'), asked)).toMatchObject({ ok: true, replayed: true });
  });
});

describe('what was never saved', () => {
  const sendIn = { type: 'Submit', content: PROPOSAL as never } as const;

  it('is begun and sent in by one order, in one row', async () => {
    const house = await testHouse();
    const sent = await done(house, sendIn, { by: employee, operationId: 'form-1' });
    expect(sent).toMatchObject({
      state: 'MANAGER_REVIEW',
      proposer: employee,
      number: 'VOF-2026-0001',
      content: PROPOSAL,
      version: 1,
    });
    expect(house.log.rows.slice(-2).map(({ stream }) => stream)).toEqual(['NUMBERS-VOF-2026', 'I-FORM-1']);
  });

  it('becomes one case, also when the answer was lost and the words are others', async () => {
    const house = await testHouse();
    const asked = { by: employee, operationId: 'form-1' };
    house.log.failNext('after');
    await expect(ask(house, sendIn, asked)).rejects.toBeInstanceOf(StoreUnavailable);
    const other = { ...sendIn, content: { ...PROPOSAL, title: 'En annan rubrik' } as never };
    expect(await ask(house, other, asked)).toMatchObject({
      ok: false,
      refusal: { code: 'stale' },
      initiative: { state: 'MANAGER_REVIEW', content: { title: PROPOSAL.title } },
    });
    expect(await ask(house, sendIn, asked)).toMatchObject({ ok: true, replayed: true });
    expect(house.casebook.size()).toBe(1);
  });

  it('is not taken for sent in when it was only saved', async () => {
    const house = await testHouse();
    const asked = { by: employee, operationId: 'form-1' };
    await done(house, { type: 'StartDraft', content: PROPOSAL as never }, asked);
    expect(await ask(house, sendIn, asked)).toMatchObject({
      ok: false,
      refusal: { code: 'stale' },
      initiative: { state: 'DRAFT', version: 1 },
    });
  });

  it('leaves nothing behind when it is refused, not even a number', async () => {
    const house = await testHouse();
    const rows = house.log.rows.length;
    const half = { type: 'Submit', content: { problem: 'Nycklar.' } } as const;
    expect(await ask(house, half, { by: employee })).toMatchObject({
      ok: false,
      refusal: { code: 'incomplete' },
    });
    expect(house.log.rows).toHaveLength(rows);
  });

  it('is not begun under a name that somebody else chose', async () => {
    const house = await testHouse();
    expect(await ask(house, sendIn, { by: employee, initiative: 'I-NONE' })).toEqual({
      ok: false,
      refusal: { code: 'unknown-initiative' },
    });
    expect(house.casebook.size()).toBe(0);
  });
});

describe('two instances on one log', () => {
  it('decide again when the other one was first', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const { id } = await submitted(here);
    await there.casebook.catchUp();
    const reason = 'Det finns redan.';
    await done(here, { type: 'Reject', reason }, { by: manager, initiative: id });
    const late = await ask(there, approval(), { by: PEOPLE.areaManager, initiative: id });
    expect(late).toMatchObject({ ok: false, initiative: { state: 'REJECTED' } });
    expect(rowsOf(here, id)).toHaveLength(3);
  });

  it('never refuse what only this one has not heard of', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const { id, version } = await submitted(here);
    const order = { type: 'Return', reason: 'Hur många gäller det?' } as const;
    expect(await ask(there, order, { by: manager, initiative: id })).toMatchObject({ ok: true });
    const stale = await here.handle({
      order: { type: 'Resubmit', changes: 'Antalet.' },
      initiative: id,
      operationId: operation(),
      actor: employee,
      expectedVersion: version + 1,
    });
    expect(stale).toMatchObject({ ok: true, initiative: { state: 'MANAGER_REVIEW' } });
  });

  it('never refuse whom the other one has given a role or made a substitute', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const { id } = await submitted(here);
    await there.casebook.catchUp();
    const substitute = { person: colleague, from: '2026-01-01', to: '2026-12-31' };
    const [post] = Object.values(here.casebook.organisation().holders).filter(
      (held) => held.person === manager,
    );
    const named = { type: 'SetSubstitute', holder: post?.id ?? '', substitute } as const;
    expect(await here.handleOrganisation(named, operation(), manager)).toMatchObject({ ok: true });
    const order = { type: 'Return', reason: 'Hur många gäller det?' } as const;
    expect(await ask(there, order, { by: colleague, initiative: id })).toMatchObject({ ok: true });
    expect(await ask(there, order, { by: PEOPLE.otherEmployee, initiative: id })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });

  it('give up after some races that cannot be won', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const { append } = house.log;
    let tries = 0;
    const stubborn = Object.assign(house.log, {
      append: async () => {
        tries += 1;
        return { outcome: 'conflict', actualVersion: 99 } as const;
      },
    });
    await expect(ask(house, follow, { by: PEOPLE.coach, initiative: id })).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
    expect(tries).toBe(50);
    Object.assign(stubborn, { append });
    expect(await ask(house, follow, { by: PEOPLE.coach, initiative: id })).toMatchObject({ ok: true });
  });
});

describe('the version somebody looked at', () => {
  it('is refused when the initiative has moved on, with the state now', async () => {
    const house = await testHouse();
    const { id, version } = await submitted(house);
    const request = {
      order: { type: 'Return', reason: 'Hur många gäller det?' },
      initiative: id,
      actor: manager,
    } as const;
    expect(
      await house.handle({ ...request, operationId: operation(), expectedVersion: version - 1 }),
    ).toMatchObject({ ok: false, refusal: { code: 'stale' }, initiative: { version } });
    expect(
      await house.handle({ ...request, operationId: operation(), expectedVersion: version }),
    ).toMatchObject({ ok: true });
  });

  it('is refused also when the other one comes in between', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const { id, version } = await approved(here);
    await there.casebook.catchUp();
    await done(here, follow, { by: PEOPLE.coach, initiative: id });
    const late = await there.handle({
      order: { ...follow, status: 'red' },
      initiative: id,
      operationId: operation(),
      actor: PEOPLE.coach,
      expectedVersion: version,
    });
    expect(late).toMatchObject({
      ok: false,
      refusal: { code: 'stale' },
      initiative: { version: version + 1 },
    });
  });
});

describe('what comes with a command', () => {
  it('refuses what names no initiative', async () => {
    const house = await testHouse();
    for (const initiative of [undefined, 'I-NONE', 'ORGANISATION', '__proto__', 'I-åäö', 'i-0001'])
      expect(
        await ask(house, { type: 'Submit' }, { by: employee, ...(initiative && { initiative }) }),
      ).toEqual({
        ok: false,
        refusal: { code: 'unknown-initiative' },
      });
  });

  it('records the similar cases of the moment at submit, the protected ones not', async () => {
    const house = await testHouse();
    const open = await approved(house);
    const guardedOne = await approved(house, {
      content: { ...PROPOSAL, title: 'Digitala lås i hemtjänsten söder' },
    });
    await done(
      house,
      { type: 'Classify', classification: { c: 3, i: 1, a: 1 } },
      { by: PEOPLE.coach, initiative: guardedOne.id },
    );
    const { similar } = await submitted(house, { by: colleague });
    expect(similar.map(({ id }) => id)).toEqual([open.id]);
    expect(similar[0]?.score).toBeGreaterThan(0);
    expect(similar[0]?.words).not.toEqual([]);
  });

  it('answers for a hit that the approver may no longer see', async () => {
    const house = await testHouse();
    const other = await approved(house, {
      by: PEOPLE.otherEmployee,
      content: { ...PROPOSAL, unit: 'bistand' },
      approver: PEOPLE.otherManager,
    });
    const { id, similar } = await submitted(house);
    expect(similar.map((hit) => hit.id)).toEqual([other.id]);
    await done(
      house,
      { type: 'Classify', classification: { c: 3, i: 1, a: 1 } },
      { by: PEOPLE.otherCoach, initiative: other.id },
    );
    expect(await ask(house, approval(), { by: manager, initiative: id })).toMatchObject({
      ok: true,
      initiative: { evidence: { similarAnswers: [{ id: other.id, answer: 'separate' }] } },
    });
  });

  it('asks for an answer to a hit that the approver sees', async () => {
    const house = await testHouse();
    const other = await approved(house);
    const { id } = await submitted(house, { by: colleague });
    expect(await ask(house, approval(), { by: manager, initiative: id })).toMatchObject({
      ok: false,
      refusal: { code: 'similar-not-answered', about: [other.id] },
    });
  });

  it('merges into a case by its number, however it was named, and into no other', async () => {
    const house = await testHouse();
    const target = await approved(house);
    const merge = (name: string) => ({ type: 'Merge', target: name, reason: 'Samma behov.' }) as const;
    const names = [target.id, target.number, target.number.toLowerCase()];
    for (const name of names) {
      const { id } = await approved(house, { by: colleague });
      const merged = await done(house, merge(name), { by: head, initiative: id });
      expect(merged).toMatchObject({ state: 'MERGED', target: target.number });
    }
    const { id } = await approved(house, { by: colleague });
    for (const name of ['VOF-2026-9999', 'I-NONE', (await draft(house)).id])
      expect(await ask(house, merge(name), { by: head, initiative: id })).toMatchObject({
        ok: false,
        refusal: { code: 'unknown-initiative', about: ['target'] },
      });
    expect(await ask(house, merge('VOF-2026-9999'), { by: colleague, initiative: id })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });
});

describe('merging', () => {
  const into = (target: string) => ({ type: 'Merge', target, reason: 'Samma behov.' }) as const;

  it('sees that the other case has ended on another instance', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const [one, other] = [await approved(here), await approved(here)];
    await there.casebook.catchUp();
    await done(
      here,
      { type: 'Cancel', reason: 'Nej.', lesson: 'Fråga först.' },
      { by: head, initiative: other.id },
    );
    expect(await ask(there, into(other.number), { by: head, initiative: one.id })).toMatchObject({
      refusal: { code: 'target-is-over', about: ['target'] },
    });
  });

  it('never goes round in a ring, nor into a case that is over', async () => {
    const house = await testHouse();
    const [one, other, rejected] = [await approved(house), await approved(house), await submitted(house)];
    await done(house, { type: 'Reject', reason: 'Nej.' }, { by: manager, initiative: rejected.id });
    expect(await ask(house, into(rejected.number), { by: head, initiative: one.id })).toMatchObject({
      refusal: { code: 'target-is-over', about: ['target'] },
    });
    await done(house, into(other.number), { by: head, initiative: one.id });
    expect(await ask(house, into(one.number), { by: head, initiative: other.id })).toMatchObject({
      refusal: { code: 'target-is-over', about: ['target'] },
    });
    // Once more is still no news, also when the target has ended since.
    await done(
      house,
      { type: 'Cancel', reason: 'Nej.', lesson: 'Fråga först.' },
      { by: head, initiative: other.id },
    );
    expect(await ask(house, into(other.number), { by: head, initiative: one.id })).toMatchObject({
      ok: true,
    });
  });
});
