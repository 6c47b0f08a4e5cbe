import type { InitiativeCommand } from '../../domain/initiatives/commands.ts';
import { changedContent, isComplete } from '../../domain/initiatives/content.ts';
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
import { offerNumber } from './numbers.ts';
import type { WantedRow } from './ports/index.ts';

export type CompleteDeps = {
  readonly casebook: Casebook;
  readonly context: () => Context;
  readonly similarTo: (initiative: Described, among: (hit: Initiative) => boolean) => readonly SimilarHit[];
};

export type Completed = {
  readonly command: InitiativeCommand | ImportCommand;
  /** What the command needs to have been taken before it is written. */
  readonly first?: WantedRow | undefined;
};

/** What similar cases are found by. */
type Described = Pick<Draft, 'id' | 'content'>;

type Of<Type extends InitiativeCommand['type']> = Extract<InitiativeCommand, { type: Type }>;

/** Adds to a command what only the server may say: similar hits, the case number, which case is meant. */
export function createComplete(deps: CompleteDeps) {
  const { casebook, context } = deps;

  /** A protected case is not evidence in another one: those who are to answer for it may not even see it. */
  const openHits = (initiative: Described): readonly SimilarHit[] =>
    deps.similarTo(initiative, (hit) => !isProtected(hit, context()));

  /** A number is only taken for a proposal that would be accepted with one: refused ones leave no gap. */
  function submit(command: Of<'Submit'>, initiative: Initiative | undefined, id: string): Completed {
    const content = changedContent(initiative?.content ?? {}, command.content ?? {});
    const withHits = { ...command, similar: openHits({ id, content }) };
    if ((initiative && initiative.state !== 'DRAFT') || !isComplete(content)) return { command: withHits };
    if (!decide({ ...withHits, number: 'X' }, initiative, context()).ok) return { command: withHits };
    return numbered(withHits, { initiative: id, unit: content.unit });
  }

  function resubmit(command: Of<'Resubmit'>, { id, content }: Initiative): Completed {
    const changed = changedContent(content, command.content ?? {});
    return { command: { ...command, similar: openHits({ id, content: changed }) } };
  }

  function importing(command: ImportCommand, id: string): Completed {
    const { content } = command;
    const withHits = { ...command, similar: openHits({ id, content }) };
    if (!isComplete(content) || !decide({ ...withHits, number: 'X' }, undefined, context()).ok)
      return { command: withHits };
    return numbered(withHits, { initiative: id, unit: content.unit });
  }

  function numbered(
    command: Of<'Submit'> | ImportCommand,
    wanted: { readonly initiative: string; readonly unit: string },
  ): Completed {
    const { actor, at, day } = command;
    const { number, row } = offerNumber(casebook, { ...wanted, actor, at, day });
    return { command: { ...command, number }, first: row };
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
  function merge(command: Of<'Merge'>): Completed | undefined {
    const { target } = command;
    const found = casebook.initiative(target) ?? casebook.byNumber(target);
    return found && isSubmitted(found)
      ? { command: { ...command, target: found.number, targetState: found.state } }
      : undefined;
  }

  /** @returns undefined when the command points at a case that does not exist. */
  return (
    command: InitiativeCommand | ImportCommand,
    initiative: Initiative | undefined,
    stream: string,
  ): Completed | undefined => {
    if (command.type === 'ImportInitiative') return initiative ? { command } : importing(command, stream);
    if (command.type === 'Submit') return submit(command, initiative, stream);
    if (!initiative) return { command };
    switch (command.type) {
      case 'Resubmit':
        return resubmit(command, initiative);
      case 'ApproveAsManager':
        return { command: isSubmitted(initiative) ? approve(command, initiative) : command };
      case 'Merge':
        return merge(command);
      default:
        return { command };
    }
  };
}

/** A code, not words: it is written in the log, and whoever shows it says it in their language. */
const PROTECTED = { answer: 'separate', reason: 'protected-case' } as const;
