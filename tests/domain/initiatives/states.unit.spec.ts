import type { InitiativeCommand } from '../../../domain/initiatives/commands.ts';
import { decide } from '../../../domain/initiatives/decide.ts';
import type { InitiativeEvent } from '../../../domain/initiatives/events.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { isTransition, STATES, type StateCode, TRANSITIONS } from '../../../domain/initiatives/states.ts';
import { decideOnDeviation, reported, start } from '../../builders/commands.ts';
import { everyCommand } from '../../builders/everyCommand.ts';
import { IN_STATE, lightWork, paused, started, submitted } from '../../builders/histories.ts';
import { EVERYBODY } from '../../builders/people.ts';
import { SMALL } from '../../builders/proposals.ts';
import { CONTEXT } from '../../builders/rules.ts';
import { carryOut, type History } from '../../builders/scenario.ts';

/** Every move there is, as the reference model tells it: state, order, new state. */
const ROAD: Readonly<Record<string, Readonly<Record<string, StateCode>>>> = {
  DRAFT: { Submit: 'MANAGER_REVIEW', Cancel: 'CANCELLED' },
  MANAGER_REVIEW: {
    ApproveAsManager: 'PREPARATION',
    Return: 'RETURNED',
    Reject: 'REJECTED',
    Forward: 'FORWARDED',
    Cancel: 'CANCELLED',
  },
  FORWARDED: {
    ApproveAsManager: 'PREPARATION',
    Return: 'RETURNED',
    Reject: 'REJECTED',
    Forward: 'FORWARDED',
    Cancel: 'CANCELLED',
  },
  RETURNED: { Resubmit: 'MANAGER_REVIEW', Cancel: 'CANCELLED' },
  PREPARATION: { CompletePreparation: 'ASSESSMENT', Merge: 'MERGED', Pause: 'PAUSED', Cancel: 'CANCELLED' },
  ASSESSMENT: { Recommend: 'COUNCIL', Return: 'RETURNED', Pause: 'PAUSED', Cancel: 'CANCELLED' },
  COUNCIL: {
    ApproveInCouncil: 'APPROVED',
    Return: 'RETURNED',
    Reject: 'REJECTED',
    Pause: 'PAUSED',
    Cancel: 'CANCELLED',
  },
  APPROVED: {
    Start: 'EXECUTION',
    'Start with a purchase': 'PROCUREMENT',
    Pause: 'PAUSED',
    Cancel: 'CANCELLED',
  },
  PROCUREMENT: { RecordContract: 'EXECUTION', Pause: 'PAUSED', Cancel: 'CANCELLED' },
  EXECUTION: { GoLive: 'INTRODUCTION', Pause: 'PAUSED', Cancel: 'CANCELLED' },
  INTRODUCTION: { HandOver: 'BENEFIT', Pause: 'PAUSED', Cancel: 'CANCELLED' },
  BENEFIT: { Close: 'CLOSED', Pause: 'PAUSED' },
  CLOSED: {},
  PAUSED: { Resume: 'EXECUTION', Cancel: 'CANCELLED' },
  REJECTED: {},
  CANCELLED: {},
  MERGED: {},
};

/** The moves all people together can make from a history with every order there is. */
function movesFrom(history: History): Record<string, StateCode> {
  const { initiative } = carryOut(history);
  const moves: Record<string, StateCode> = {};
  for (const by of EVERYBODY) {
    const commands: Record<string, InitiativeCommand> = {
      ...everyCommand({ by }),
      'Start with a purchase': start({ by, next: 'PROCUREMENT' }),
      'Decide to pause': decideOnDeviation({ by, choice: 'pause', until: '2026-09-01' }),
      'Decide to cancel': decideOnDeviation({ by, choice: 'cancel', costSoFar: 0 }),
    };
    for (const [name, command] of Object.entries(commands)) {
      const to = lastStateOf(command, initiative);
      if (to) moves[name] = to;
    }
  }
  return moves;
}

function lastStateOf(command: InitiativeCommand, initiative: Initiative | undefined): StateCode | undefined {
  const decided = decide(command, initiative, CONTEXT);
  const moves = decided.ok ? decided.events.flatMap((event) => ('to' in event ? [event.to] : [])) : [];
  return moves.at(-1);
}

describe('the life cycle', () => {
  it.each(STATES)('%s can be reached by real commands', (state) => {
    expect(carryOut(IN_STATE[state]).initiative?.state).toBe(state);
  });

  it.each(STATES)('from %s nobody can make another move than the model has', (state) => {
    expect(movesFrom(IN_STATE[state])).toEqual(ROAD[state]);
  });

  it('leads through the light track without assessment, council and introduction', () => {
    expect(movesFrom(submitted({ content: SMALL }))).toMatchObject({ ApproveAsManager: 'EXECUTION' });
    expect(movesFrom(lightWork())).toEqual({
      HandOver: 'BENEFIT',
      // The order that everybody tries takes the proposal to the full track: new personal data.
      ChangeContent: 'PREPARATION',
      Pause: 'PAUSED',
      Cancel: 'CANCELLED',
    });
  });

  it('lets a deviation be settled by pausing or cancelling, and waits with the rest until it is', () => {
    const twiceRed = [started(), reported('red'), reported('red', { text: 'Fortfarande rött.' })];
    expect(movesFrom(twiceRed)).toEqual({
      'Decide to pause': 'PAUSED',
      'Decide to cancel': 'CANCELLED',
      Pause: 'PAUSED',
      Cancel: 'CANCELLED',
    });
  });

  it('ends after the handover: what was paused then can only be taken up again', () => {
    expect(movesFrom(paused(IN_STATE.BENEFIT))).toEqual({ Resume: 'BENEFIT' });
  });

  it.each(['PREPARATION', 'ASSESSMENT', 'COUNCIL', 'APPROVED', 'PROCUREMENT', 'INTRODUCTION'] as const)(
    'resumes in %s when it was paused there',
    (state) => {
      expect(movesFrom(paused(IN_STATE[state]))).toEqual({ Resume: state, Cancel: 'CANCELLED' });
    },
  );
});

describe('the table of transitions', () => {
  const named = (events: readonly InitiativeEvent[]): string[] =>
    events.flatMap((event) => ('to' in event ? [`${event.type}: ${event.from} → ${event.to}`] : []));

  /** Every move anybody can make from a history. */
  function namedMovesFrom(history: History): string[] {
    const { initiative } = carryOut(history);
    return EVERYBODY.flatMap((by) =>
      [...Object.values(everyCommand({ by })), start({ by, next: 'PROCUREMENT' })].flatMap((command) => {
        const decided = decide(command, initiative, CONTEXT);
        return decided.ok ? named(decided.events) : [];
      }),
    );
  }

  it('has a row for every move that can be made and no other', () => {
    const pausable = STATES.filter((state) => state !== 'PAUSED' && 'Pause' in (ROAD[state] ?? {}));
    const histories = [
      ...STATES.map((state) => IN_STATE[state]),
      ...pausable.map((state) => paused(IN_STATE[state])),
      submitted({ content: SMALL }),
      lightWork(),
    ];
    expect([...new Set(histories.flatMap(namedMovesFrom))].toSorted()).toEqual(
      TRANSITIONS.map(({ by, from, to }) => `${by}: ${from} → ${to}`).toSorted(),
    );
  });

  it('answers for single moves', () => {
    expect(isTransition('Submitted', 'DRAFT', 'MANAGER_REVIEW')).toBe(true);
    expect(isTransition('Submitted', 'DRAFT', 'PREPARATION')).toBe(false);
    expect(isTransition('Cancelled', 'BENEFIT', 'CANCELLED')).toBe(false);
  });
});
