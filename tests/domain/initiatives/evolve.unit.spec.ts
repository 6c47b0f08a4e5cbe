import type { InitiativeEvent } from '../../../domain/initiatives/events.ts';
import { evolveRow } from '../../../domain/initiatives/evolve.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { STATES } from '../../../domain/initiatives/states.ts';
import { followUp } from '../../builders/commands.ts';
import { closed, contracted, IN_STATE, started, submitted } from '../../builders/histories.ts';
import { NOW } from '../../builders/rules.ts';
import { carryOut, ID, lived } from '../../builders/scenario.ts';

const fold = (rows: readonly (readonly InitiativeEvent[])[]): Initiative | undefined =>
  rows.reduce<Initiative | undefined>((state, events) => evolveRow(ID, state, events), undefined);

/** Frozen through and through: whoever writes to what is recorded or already folded throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('folding the log', () => {
  it.each(STATES)('twice gives the same %s', (state) => {
    const { rows, initiative } = carryOut(IN_STATE[state]);
    expect(fold(rows)).toEqual(initiative);
    expect(fold(JSON.parse(JSON.stringify(rows)))).toEqual(initiative);
  });

  it.each(STATES)('changes neither the events nor the state before on the way to %s', (state) => {
    const { rows, initiative } = carryOut(IN_STATE[state]);
    const states = [undefined, frozen(evolveRow(ID, undefined, frozen(rows[0] ?? [])))];
    for (const row of rows.slice(1)) states.push(frozen(evolveRow(ID, states.at(-1), frozen(row))));
    expect(states.at(-1)).toEqual(initiative);
  });

  it('counts rows, not events', () => {
    const { rows, initiative } = carryOut(contracted());
    expect(initiative?.version).toBe(rows.length);
    expect(rows.flat().length).toBeGreaterThan(rows.length);
  });

  it('one event a row gives the same, apart from the count', () => {
    const { rows, initiative } = carryOut(closed());
    const each = rows.flat().map((event) => [event]);
    expect(fold(each)).toEqual({ ...initiative, version: each.length });
  });

  it('of a stream that does not begin with a draft gives nothing', () => {
    const [, ...rest] = carryOut(submitted()).rows;
    expect(fold(rest)).toBeUndefined();
    expect(fold([[{ type: 'DeviationRaised', by: 'a', at: NOW }]])).toBeUndefined();
  });

  it('takes a fact as it is, also one that no rule allows', () => {
    const odd: InitiativeEvent = { type: 'Closed', by: 'a', at: NOW, from: 'DRAFT', to: 'CLOSED' };
    expect(fold([...carryOut(started()).rows, [odd]])).toMatchObject({ state: 'CLOSED', since: NOW });
  });

  it('gives all initiatives one shape, so that they are copied fast', () => {
    const shapes = STATES.map((state) => Object.keys(carryOut(IN_STATE[state]).initiative ?? {}).join());
    expect(new Set(shapes).size).toBe(1);
  });
});

describe('what a decision leaves behind', () => {
  it('is who, when, from where to where, why and in what role', () => {
    expect(lived(IN_STATE.RETURNED).decisions).toEqual([
      {
        type: 'Submitted',
        by: 'employee.norr',
        at: NOW,
        from: 'DRAFT',
        to: 'MANAGER_REVIEW',
        as: 'proposer',
      },
      {
        type: 'Returned',
        by: 'manager.norr',
        at: NOW,
        from: 'MANAGER_REVIEW',
        to: 'RETURNED',
        reason: 'Därför.',
        as: 'approver',
      },
    ]);
  });

  it('is there for every move of a whole life', () => {
    expect(lived(closed()).decisions.map(({ to }) => to)).toEqual([
      'MANAGER_REVIEW',
      'PREPARATION',
      'ASSESSMENT',
      'COUNCIL',
      'APPROVED',
      'EXECUTION',
      'INTRODUCTION',
      'BENEFIT',
      'CLOSED',
    ]);
  });

  it('keeps the time of the state and of the last change apart', () => {
    const later = '2026-03-05T12:00:00.000Z';
    expect(lived(started(), followUp({ at: later }))).toMatchObject({ since: NOW, changedAt: later });
  });
});
