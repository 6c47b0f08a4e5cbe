import type { PersonId } from '../organisation/organisation.ts';
import { type DraftContent, type ProposalContent, suggestTitle } from './content.ts';
import type {
  Classification,
  DeviationChoice,
  Goal,
  Lesson,
  ManagerEvidence,
  Measurement,
  Recommendation,
  SimilarHit,
} from './events.ts';
import type { FollowUpItem, Status } from './followUps.ts';
import type { Ground } from './grounds.ts';
import type { ActiveState, StateCode } from './states.ts';
import type { Track } from './tracks.ts';

/** Someone's word in the case, kept as it was given. */
export type Decision = {
  readonly type: string;
  readonly by: PersonId;
  readonly at: string;
  readonly from: StateCode;
  readonly to: StateCode;
  readonly reason?: string;
  /** In what role. */
  readonly as?: Ground;
  /** What was decided besides, where the reason does not say it all. */
  readonly details?: DecisionDetails;
};

export type DecisionDetails = {
  readonly conditions?: string;
  readonly registryNumber?: string;
  /** kr spent when the work was cancelled. */
  readonly costSoFar?: number;
  readonly choice?: DeviationChoice;
};

export type FollowUp = {
  readonly by: PersonId;
  readonly at: string;
  readonly status: Status;
  readonly text: string;
  readonly item?: string;
  readonly measurement?: Measurement;
};

export type Outcome = {
  readonly year: number;
  readonly amount: number;
  readonly expected: number;
  readonly source: string;
};

/** What every initiative has, whatever its state. */
type Common = {
  /** Stream name, `I-<id>`; never shown. People see `number`. */
  readonly id: string;
  /** Rows folded so far; the expected version of the next command. */
  readonly version: number;
  readonly proposer: PersonId;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly schedule: readonly FollowUpItem[];
  readonly followUps: readonly FollowUp[];
  readonly goals: readonly Goal[];
  readonly measurements: readonly Measurement[];
  readonly decisions: readonly Decision[];
  readonly lessons: readonly Lesson[];
  readonly outcomes: readonly Outcome[];
  readonly retired: readonly { readonly what: string; readonly day: string }[];
  readonly classification?: Classification;
  readonly coach?: PersonId;
  readonly projectManager?: PersonId;
  readonly recommendation?: {
    readonly recommendation: Recommendation;
    readonly reason: string;
    readonly by: PersonId;
  };
  readonly evidence?: ManagerEvidence;
  /** Red twice in a row: somebody must decide before the initiative may move on. */
  readonly deviationSince?: string;
  /** When it went live (G8); benefits are followed from there. */
  readonly liveAt?: string;
};

/** What comes with submission is there before it too, but empty: see `evolve`. */
type NotYet = { readonly number?: undefined; readonly track?: undefined; readonly similar?: undefined };

export type Draft = Common & NotYet & { readonly state: 'DRAFT'; readonly content: DraftContent };

/** Cancelled before it was submitted: no number was given. */
export type Discarded = Common &
  NotYet & {
    readonly state: 'CANCELLED';
    readonly content: DraftContent;
  };

/** From G1 on there is a number, a complete content and a track. */
type Proposal = Common & {
  readonly number: string;
  readonly content: ProposalContent;
  readonly track: Track;
  readonly submittedAt: string;
  /** When the present state was entered. */
  readonly since: string;
  readonly similar: readonly SimilarHit[];
};

export type ManagerReview = Proposal & { readonly state: 'MANAGER_REVIEW' };
export type Returned = Proposal & {
  readonly state: 'RETURNED';
  readonly returned: { readonly by: PersonId; readonly reason: string; readonly from: StateCode };
};
export type Forwarded = Proposal & {
  readonly state: 'FORWARDED';
  readonly forwarded: { readonly by: PersonId; readonly reason: string; readonly unit: string };
};
export type Paused = Proposal & {
  readonly state: 'PAUSED';
  readonly paused: { readonly from: ActiveState; readonly reason: string; readonly until: string };
};
export type Merged = Proposal & { readonly state: 'MERGED'; readonly target: string };
export type Plain = Proposal & {
  readonly state: Exclude<
    StateCode,
    'DRAFT' | 'MANAGER_REVIEW' | 'RETURNED' | 'FORWARDED' | 'PAUSED' | 'MERGED'
  >;
};

export type Submitted = ManagerReview | Returned | Forwarded | Paused | Merged | Plain;
export type Initiative = Draft | Discarded | Submitted;

/** Has it passed G1? */
export const isSubmitted = (initiative: Initiative): initiative is Submitted =>
  initiative.number !== undefined;

/** The unit whose manager decides: where it was forwarded, else where it was written. */
export const decidingUnit = (initiative: Submitted): string =>
  initiative.state === 'FORWARDED' ? initiative.forwarded.unit : initiative.content.unit;

/** The state the work stands in, also while it is paused: a pause is no step of its own. */
export const workStateOf = (initiative: Initiative): StateCode =>
  initiative.state === 'PAUSED' ? initiative.paused.from : initiative.state;

/** A draft without a title yet goes by its problem, as it will be suggested to its writer. */
export const titleOf = ({ content }: Initiative): string =>
  content.title || suggestTitle(content.problem ?? '');
