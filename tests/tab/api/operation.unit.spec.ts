import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import { afterProblem, operationFor } from '../../../tab/src/api/operation.ts';
import { problemOf, readProblem } from '../../../tab/src/api/problems.ts';
import { readEvent, waitBefore } from '../../../tab/src/api/streamEvents.ts';

const order: InitiativeOrder = { type: 'Return', reason: 'Beskriv volymen.' };
const changed: InitiativeOrder = { type: 'Return', reason: 'Beskriv volymen och tiden.' };
const fresh = () => 'b';
const offline = { status: 0, code: 'offline' };

describe('the operation id of a form', () => {
  it('stays through a dead network, so that the order takes effect once', () => {
    const sent = afterProblem({ id: 'a' }, order, offline, fresh);
    expect(operationFor(sent, order, fresh).id).toBe('a');
  });

  it('is a new one when the order was changed after an answer that never came', () => {
    const sent = afterProblem({ id: 'a' }, order, offline, fresh);
    expect(operationFor(sent, changed, fresh).id).toBe('b');
  });

  it('is a new one after “has changed meanwhile”: what was sent may have been overwritten', () => {
    expect(afterProblem({ id: 'a' }, order, { status: 409, code: 'stale' }, fresh)).toEqual({ id: 'b' });
  });

  it('stays after a refusal: nothing was written', () => {
    const refused = afterProblem({ id: 'a' }, order, { status: 422, code: 'reason-needed' }, fresh);
    expect(operationFor(refused, changed, fresh).id).toBe('a');
  });
});

describe('what went wrong', () => {
  it('is read from problem+json', () =>
    expect(readProblem(422, { code: 'personal-number', detail: 'Ta bort det.', about: ['reason'] })).toEqual({
      status: 422,
      code: 'personal-number',
      detail: 'Ta bort det.',
      about: ['reason'],
    }));

  it('names fields without the envelope they travelled in', () =>
    expect(
      readProblem(400, {
        code: 'invalid',
        errors: [
          { path: 'order.reason', code: 'too-long' },
          { path: ['order', 'goal', 'due'], code: 'bad-date' },
        ],
      }).errors,
    ).toEqual([
      { path: 'reason', code: 'too-long' },
      { path: 'goal.due', code: 'bad-date' },
    ]));

  it('is named by the status when something in between answers', () => {
    expect(readProblem(503, undefined).code).toBe('store-unavailable');
    expect(readProblem(502, '<html>').code).toBe('store-unavailable');
    expect(readProblem(418, {}).code).toBe('unexpected');
    expect(problemOf(new TypeError('bug'))).toEqual({ status: 0, code: 'unexpected' });
  });
});

describe('the stream of changes', () => {
  it('reads the events it knows and passes over the rest', () => {
    const change = { id: 'I-1', number: 'VOF-2026-0001', version: 4, position: 9 };
    expect(readEvent('change', JSON.stringify(change))).toEqual({ type: 'change', change });
    const organisation = { id: 'ORGANISATION', version: 3 };
    expect(readEvent('organisation', JSON.stringify(organisation))).toEqual({
      type: 'organisation',
      change: organisation,
    });
    const changes = [organisation, { id: 'I-1', version: 4 }];
    expect(readEvent('heard', JSON.stringify(changes))).toEqual({ type: 'heard', changes });
    expect(readEvent('resync', '{}')).toEqual({ type: 'resync' });
    expect(readEvent('weather', '{}')).toBeUndefined();
  });

  it('takes everything anew when an event cannot be read', () =>
    expect(readEvent('change', '{')).toEqual({ type: 'resync' }));

  it('waits longer each time, at most fifteen seconds', () => {
    const wait = (attempt: number, chance: number, askedMs = 1_000) =>
      waitBefore({ attempt, chance, askedMs });
    expect([0, 1, 2, 3].map((attempt) => wait(attempt, 1, 0))).toEqual([500, 1000, 2000, 4000]);
    expect(wait(30, 1)).toBe(15_000);
    expect(wait(0, 0)).toBe(800);
    expect(wait(0, 0, 60_000)).toBe(48_000);
  });
});
