import type { InitiativeCommand } from './commands.ts';
import { isComplete, missingForSubmit } from './content.ts';
import type { Context } from './decision.ts';
import type { Initiative } from './initiative.ts';
import type { GateCode } from './states.ts';
import { lightBreaches } from './tracks.ts';

/** A piece of evidence that is not there; `code` is a text key. */
export type Missing = {
  readonly code:
    | 'incomplete'
    | 'similar-not-looked-up'
    | 'need-not-confirmed'
    | 'similar-not-answered'
    | 'estimate-missing';
  readonly about?: readonly string[];
};

/** Looks for what a gate demands. Pure: same question, same answer. */
type Evidence = (command: InitiativeCommand, initiative: Described, context: Context) => Missing | undefined;

/** What is looked at; a proposal that was never saved has nothing but its content. */
type Described = Pick<Initiative, 'content'> & Partial<Pick<Initiative, 'similar' | 'track'>>;

const completeProposal: Evidence = (_command, { content }) => {
  const about = missingForSubmit(content);
  return about.length > 0 ? { code: 'incomplete', about } : undefined;
};

const similarCasesShown: Evidence = (command) =>
  command.similar === undefined ? { code: 'similar-not-looked-up' } : undefined;

const needConfirmed: Evidence = (command) => {
  if (command.type !== 'ApproveAsManager') return undefined;
  const { needIsReal, fitsGoals } = command.evidence;
  const about = [...(needIsReal ? [] : ['needIsReal']), ...(fitsGoals ? [] : ['fitsGoals'])];
  return about.length > 0 ? { code: 'need-not-confirmed', about } : undefined;
};

/** Every hit that was shown is answered; standing alone needs a reason. */
const similarCasesAnswered: Evidence = (command, initiative) => {
  if (command.type !== 'ApproveAsManager') return undefined;
  const { similarAnswers } = command.evidence;
  const about = (initiative.similar ?? [])
    .filter(({ id }) => {
      const answer = similarAnswers.find((given) => given.id === id);
      return !answer || (answer.answer === 'separate' && !answer.reason);
    })
    .map(({ id }) => id);
  return about.length > 0 ? { code: 'similar-not-answered', about } : undefined;
};

/** The light track needs its short calculation; without one the proposal is on the full track by rule. */
const shortCalculation: Evidence = (_command, { track, content }, { model }) => {
  if (track !== 'light' || !isComplete(content)) return undefined;
  return lightBreaches(content, model).includes('no-estimate') ? { code: 'estimate-missing' } : undefined;
};

/**
 * What each gate demands. G1, G2 and the light track are complete; the lists of G3–G10 are where the evidence of
 * the full track hooks in.
 */
const EVIDENCE: Readonly<Record<GateCode, readonly Evidence[]>> = {
  G1: [completeProposal, similarCasesShown],
  G2: [needConfirmed, similarCasesAnswered, shortCalculation],
  G3: [],
  G4: [],
  G5: [],
  G6: [],
  G7: [],
  G8: [],
  G9: [],
  G10: [],
};

/** The first piece of evidence that is missing at a gate. */
export function missingAt(
  gate: GateCode,
  command: InitiativeCommand,
  initiative: Described,
  context: Context,
): Missing | undefined {
  for (const evidence of EVIDENCE[gate]) {
    const missing = evidence(command, initiative, context);
    if (missing) return missing;
  }
  return undefined;
}
