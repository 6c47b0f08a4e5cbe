import type { InitiativeCommand } from './commands.ts';
import { type Context, type Decided, type Of, refuse } from './decision.ts';
import { changeContent, startDraft, submit, resubmit } from './decide/drafting.ts';
import { decideOnDeviation, followUp, learnLesson, measure, reportOutcome, retire, setGoal } from './decide/followUp.ts';
import { assignCoach, classify, completePreparation, merge } from './decide/preparation.ts';
import { approveInCouncil, close, contract, goLive, handOver, recommend, start } from './decide/project.ts';
import { approve, forward, reject, returnToProposer } from './decide/review.ts';
import { cancel, pause, resume } from './decide/sidesteps.ts';
import type { Initiative } from './initiative.ts';
import { refusalFor } from './permissions.ts';
import { personalNumberIn } from './screening.ts';

type Rule<Type extends InitiativeCommand['type']> = (command: Of<Type>, initiative: Initiative, context: Context) => Decided;
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
 * Order of questions: does it exist, may this person, does the text hold what it must not, does the rule allow it.
 * @returns new facts (perhaps none) or a refusal that is also a text key.
 */
export function decide(command: InitiativeCommand, initiative: Initiative | undefined, context: Context): Decided {
  const forbidden = personalNumberIn(command);
  if (command.type === 'StartDraft') {
    if (initiative) return refuse('already-exists');
    return forbidden ? refuse('personal-number', [forbidden]) : startDraft(command, context);
  }
  if (!initiative) return refuse('unknown-initiative');
  const notAllowed = refusalFor(command, initiative, context);
  if (notAllowed) return refuse(notAllowed);
  if (forbidden) return refuse('personal-number', [forbidden]);
  const rule = RULES[command.type] as Rule<InitiativeCommand['type']>;
  return rule(command, initiative, context);
}
