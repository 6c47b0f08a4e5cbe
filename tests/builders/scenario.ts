import type { InitiativeCommand } from '../../domain/initiatives/commands.ts';
import { decide } from '../../domain/initiatives/decide.ts';
import type { Context, Decided } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import { type Initiative, isSubmitted, type Submitted } from '../../domain/initiatives/initiative.ts';
import { CONTEXT } from './rules.ts';

/** What has happened: commands, one after the other; histories can be put together of others. */
export type History = InitiativeCommand | readonly History[];

export const ID = 'I-0001';

/** A life so far: the rows of the log, as commands made them, and what they fold to. */
export type Lived = {
  readonly initiative: Initiative | undefined;
  readonly rows: readonly (readonly InitiativeEvent[])[];
};

const commandsOf = (history: History): readonly InitiativeCommand[] =>
  'type' in history ? [history] : history.flatMap(commandsOf);

/** Carries a history out with the real rules. @throws when a command in it is refused: the spec is wrong then. */
export function carryOut(history: History, context: Context = CONTEXT): Lived {
  return commandsOf(history).reduce<Lived>(
    ({ initiative, rows }, command) => {
      const decided = decide(command, initiative, context);
      if (!decided.ok)
        throw new Error(
          `${command.type} by ${command.actor} in ${initiative?.state} was refused: ${decided.refusal.code} ${decided.refusal.about ?? ''}`,
        );
      if (decided.events.length === 0) throw new Error(`${command.type} in ${initiative?.state} did nothing`);
      return { initiative: evolveRow(ID, initiative, decided.events), rows: [...rows, decided.events] };
    },
    { initiative: undefined, rows: [] },
  );
}

/** The initiative a history leads to. */
export function lived(...history: readonly History[]): Submitted {
  const { initiative } = carryOut(history);
  if (!initiative || !isSubmitted(initiative))
    throw new Error('the history does not lead to a submitted initiative');
  return initiative;
}

/** `given(submitted()).when(approve()).then({ type: 'ApprovedByManager' })`: what has happened, what is asked, what comes of it. */
export const given = (...history: readonly History[]) => scenario(history, CONTEXT);

function scenario(history: History, context: Context) {
  return {
    /** Other rules than the default: another organisation, model or calendar. */
    under: (other: Context) => scenario(history, other),
    when: (command: InitiativeCommand) => {
      const { initiative } = carryOut(history, context);
      return outcome(decide(command, initiative, context), initiative);
    },
  };
}

function outcome(decided: Decided, before: Initiative | undefined) {
  const events = decided.ok ? decided.events : [];
  return {
    /** Exactly these events in this order, each at least as told. */
    // biome-ignore lint/suspicious/noThenProperty: the specs read given, when, then
    then: (...expected: readonly Partial<InitiativeEvent>[]) => {
      expect(decided).toMatchObject({ ok: true });
      expect(events).toMatchObject(expected);
      expect(events.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
    },
    thenRefused: (code: string, ...about: readonly string[]) =>
      expect(decided).toEqual({ ok: false, refusal: about.length > 0 ? { code, about } : { code } }),
    /** Accepted, and nothing to write. */
    thenNothing: () => expect(decided).toEqual({ ok: true, events: [] }),
    /** What the initiative is afterwards, at least as told. */
    thenState: (expected: object) => {
      expect(decided).toMatchObject({ ok: true });
      expect(evolveRow(ID, before, events)).toMatchObject(expected);
    },
  };
}
