import type { InitiativeCommand } from './commands.ts';
import { changeContent, resubmit, startDraft, submit, submitUnsaved } from './decide/drafting.ts';
import {
  decideOnDeviation,
  followUp,
  learnLesson,
  measure,
  reportOutcome,
  retire,
  setGoal,
} from './decide/followUp.ts';
import { importInitiative } from './decide/importing.ts';
import { assignCoach, classify, completePreparation, merge } from './decide/preparation.ts';
import { approveInCouncil, close, contract, goLive, handOver, recommend, start } from './decide/project.ts';
import { approve, forward, reject, returnToProposer } from './decide/review.ts';
import { cancel, pause, resume } from './decide/sidesteps.ts';
import { accept, type Context, type Decided, type Of, refuse } from './decision.ts';
import type { Ground } from './grounds.ts';
import type { ImportCommand } from './importing.ts';
import type { Initiative } from './initiative.ts';
import { standingOf } from './permissions.ts';
import { isRepeat } from './repeats.ts';
import { personalNumberIn } from './screening.ts';

type Rule<Type extends InitiativeCommand['type']> = (
  command: Of<Type>,
  initiative: Initiative,
  context: Context,
) => Decided;
type Rules = { readonly [Type in Exclude<InitiativeCommand['type'], 'StartDraft'>]: Rule<Type> };

const RULES: Rules = {
  ChangeContent: changeContent,
  Submit: submit,
  Resubmit: resubmit,
  ApproveAsManager: approve,
  Return: returnToProposer,
  Reject: reject,
  Forward: forward,
  AssignCoach: assignCoach,
  Classify: classify,
  SetGoal: setGoal,
  CompletePreparation: completePreparation,
  Merge: merge,
  Recommend: recommend,
  ApproveInCouncil: approveInCouncil,
  Start: start,
  RecordContract: contract,
  GoLive: goLive,
  HandOver: handOver,
  Close: close,
  Pause: pause,
  Resume: resume,
  Cancel: cancel,
  FollowUp: followUp,
  Measure: measure,
  DecideOnDeviation: decideOnDeviation,
  ReportOutcome: reportOutcome,
  LearnLesson: learnLesson,
  Retire: retire,
};

/**
 * The judgement: what a command does to an initiative, or why not. Pure; never throws for a rule.
 * Order of questions: does it exist, is it done already, may this person, does the text hold what it must not, does the
 * rule allow it.
 * @returns new facts (perhaps none) or a refusal that is also a text key.
 */
export function decide(
  command: InitiativeCommand | ImportCommand,
  initiative: Initiative | undefined,
  context: Context,
): Decided {
  if (command.type === 'ImportInitiative')
    return initiative ? refuse('already-exists') : importInitiative(command, context);
  const forbidden = personalNumberIn(command);
  if (command.type === 'StartDraft') {
    if (initiative) return refuse('already-exists');
    return forbidden ? refuse('personal-number', [forbidden]) : startDraft(command, context);
  }
  if (!initiative) {
    if (command.type !== 'Submit' || !command.content) return refuse('unknown-initiative');
    return forbidden
      ? refuse('personal-number', [forbidden])
      : inRole('proposer', submitUnsaved(command, context));
  }
  if (isRepeat(command, initiative)) return accept();
  const standing = standingOf(command, initiative, context);
  if ('refusal' in standing) return refuse(standing.refusal);
  if (forbidden) return refuse('personal-number', [forbidden]);
  const rule = RULES[command.type] as Rule<InitiativeCommand['type']>;
  return inRole(standing.ground, rule(command, initiative, context));
}

/** Every move says in what role it was made. */
const inRole = (ground: Ground, decided: Decided): Decided =>
  decided.ok
    ? accept(...decided.events.map((event) => ('from' in event ? { ...event, as: ground } : event)))
    : decided;
