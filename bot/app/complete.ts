import type { InitiativeCommand } from '../../domain/initiatives/commands.ts';
import { isComplete } from '../../domain/initiatives/content.ts';
import { decide } from '../../domain/initiatives/decide.ts';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { SimilarHit } from '../../domain/initiatives/events.ts';
import type { ImportCommand } from '../../domain/initiatives/importing.ts';
import {
  type Draft,
  type Initiative,
  isSubmitted,
  type Submitted,
} from '../../domain/initiatives/initiative.ts';
import { isProtected, sightOf } from '../../domain/portfolio/visibility.ts';
import type { Casebook } from './casebook.ts';
import { createTakeNumber } from './numbers.ts';
import type { EventLog } from './ports/index.ts';

export type CompleteDeps = {
  readonly log: EventLog;
  readonly casebook: Casebook;
  readonly context: () => Context;
  readonly similarTo: (initiative: Described) => readonly SimilarHit[];
};

/** What similar cases are found by. */
type Described = Pick<Draft, 'id' | 'content'>;

type Of<Type extends InitiativeCommand['type']> = Extract<InitiativeCommand, { type: Type }>;

/** Adds to a command what only the server may say: similar hits, the case number, which case is meant. */
export function createComplete(deps: CompleteDeps) {
  const { casebook, context } = deps;
  const takeNumber = createTakeNumber(deps);

  /** A protected case is not evidence in another one: those who are to answer for it may not even see it. */
  const openHits = (initiative: Described): readonly SimilarHit[] =>
    deps.similarTo(initiative).filter(({ id }) => {
      const hit = casebook.initiative(id);
      return hit !== undefined && !isProtected(hit, context());
    });

  /** A number is only taken for a proposal that would be accepted with one: refused ones leave no gap. */
  async function submit(command: Of<'Submit'>, initiative: Initiative): Promise<InitiativeCommand> {
    const withHits = { ...command, similar: openHits(initiative) };
    if (initiative.state !== 'DRAFT' || !isComplete(initiative.content)) return withHits;
    if (!decide({ ...withHits, number: 'X' }, initiative, context()).ok) return withHits;
    const { actor, at, day } = command;
    const { unit } = initiative.content;
    return { ...withHits, number: await takeNumber({ initiative: initiative.id, unit, actor, at, day }) };
  }

  async function importing(command: ImportCommand, id: string): Promise<ImportCommand> {
    const { content, actor, at, day } = command;
    const withHits = { ...command, similar: openHits({ id, content }) };
    if (!isComplete(content) || !decide({ ...withHits, number: 'X' }, undefined, context()).ok)
      return withHits;
    return { ...withHits, number: await takeNumber({ initiative: id, unit: content.unit, actor, at, day }) };
  }

  /** A hit that has become protected since cannot be shown to everybody who must answer for it. */
  function approve(command: Of<'ApproveAsManager'>, initiative: Submitted): InitiativeCommand {
    const { actor, at, day, evidence } = command;
    const isHidden = ({ id }: SimilarHit) => {
      const hit = casebook.initiative(id);
      return hit !== undefined && sightOf(hit, { person: actor, at, day }, context()) !== 'all';
    };
    const hidden = initiative.similar.filter(isHidden).map(({ id }) => ({ id, ...PROTECTED }));
    return hidden.length === 0
      ? command
      : { ...command, evidence: { ...evidence, similarAnswers: [...evidence.similarAnswers, ...hidden] } };
  }

  /** People name a case by its number; the log holds that number, whatever it was called. */
  function merge(command: Of<'Merge'>): InitiativeCommand | undefined {
    const { target } = command;
    const found = casebook.initiative(target) ?? casebook.byNumber(target);
    return found && isSubmitted(found) ? { ...command, target: found.number } : undefined;
  }

  /** @returns undefined when the command points at a case that does not exist. */
  return async (
    command: InitiativeCommand | ImportCommand,
    initiative: Initiative | undefined,
    stream: string,
  ): Promise<InitiativeCommand | ImportCommand | undefined> => {
    if (command.type === 'ImportInitiative') return initiative ? command : importing(command, stream);
    if (!initiative) return command;
    switch (command.type) {
      case 'Submit':
        return submit(command, initiative);
      case 'Resubmit':
        return { ...command, similar: openHits(initiative) };
      case 'ApproveAsManager':
        return isSubmitted(initiative) ? approve(command, initiative) : command;
      case 'Merge':
        return merge(command);
      default:
        return command;
    }
  };
}

/** A code, not words: it is written in the log, and whoever shows it says it in their language. */
const PROTECTED = { answer: 'separate', reason: 'protected-case' } as const;
