import type { PersonId, UnitId } from '../organisation/organisation.ts';
import type { DraftContent, ProposalContent } from './content.ts';
import type { FollowUpItem, Status } from './followUps.ts';
import type { Ground } from './grounds.ts';
import type { ActiveState, StateCode } from './states.ts';
import type { Track } from './tracks.ts';

/** Every event says who and when; times are ISO 8601 UTC, days are local `YYYY-MM-DD`. */
type Fact = { readonly by: PersonId; readonly at: string };
/** A move also says in what role it was made; `decide` adds it. */
type Move = Fact & { readonly from: StateCode; readonly to: StateCode; readonly as?: Ground };

export type SimilarHit = { readonly id: string; readonly score: number; readonly words: readonly string[] };
export type SimilarAnswer = {
  readonly id: string;
  readonly answer: 'coordinate' | 'merge' | 'separate';
  readonly reason?: string;
};

/** What the manager vouches for at G2. */
export type ManagerEvidence = {
  readonly needIsReal: boolean;
  readonly fitsGoals: boolean;
  readonly preparationHours: number;
  readonly fundingIdea: 'own-budget' | 'central-funds' | 'external-funds' | 'no-cost' | 'not-known';
  readonly similarAnswers: readonly SimilarAnswer[];
};

export type Goal = {
  readonly id: string;
  readonly kind: 'effect' | 'project';
  readonly text: string;
  readonly measure: string;
  readonly unit: string;
  readonly baseline: number;
  readonly target: number;
  /** Local day. */
  readonly due: string;
};

export type Measurement = {
  readonly goal: string;
  readonly day: string;
  readonly value: number;
  readonly source: string;
};

export type Classification = { readonly c: number; readonly i: number; readonly a: number };

export type Lesson = { readonly text: string; readonly advice?: string };

export type InitiativeEvent =
  | (Fact & { readonly type: 'DraftStarted'; readonly proposer: PersonId; readonly content: DraftContent })
  | (Fact & {
      /** Begins a case that was at work before the tool; it enters in `state` and nobody moved it there. */
      readonly type: 'Imported';
      readonly proposer: PersonId;
      readonly number: string;
      readonly state: Exclude<StateCode, 'DRAFT' | 'RETURNED' | 'FORWARDED' | 'PAUSED' | 'MERGED'>;
      readonly content: ProposalContent;
      readonly similar: readonly SimilarHit[];
      /** Where it comes from, in the words of whoever brought it in. */
      readonly reason: string;
      readonly reference?: string;
      readonly projectManager?: PersonId;
      /** Local day. */
      readonly startedOn?: string;
      readonly liveAt?: string;
      /** No case yet: it becomes one when an `ImportCompleted` names it. Without the mark it was one at once. */
      readonly provisional?: true;
    })
  | (Fact & { readonly type: 'ContentChanged'; readonly content: DraftContent })
  | (Fact & { readonly type: 'TrackSet'; readonly track: Track })
  /** The store had let two cases have one number: this one got another. Source: docs/adr/0012-sharepoint-store.md */
  | (Fact & { readonly type: 'Renumbered'; readonly number: string; readonly instead: string })
  | (Move & {
      readonly type: 'Submitted';
      readonly number: string;
      readonly content: ProposalContent;
      readonly similar: readonly SimilarHit[];
    })
  | (Move & {
      readonly type: 'Resubmitted';
      readonly changes: string;
      readonly content: ProposalContent;
      readonly similar: readonly SimilarHit[];
    })
  | (Move & {
      readonly type: 'ApprovedByManager';
      readonly evidence: ManagerEvidence;
      readonly note?: string;
    })
  | (Move & { readonly type: 'Returned'; readonly reason: string })
  | (Move & { readonly type: 'Rejected'; readonly reason: string })
  | (Move & { readonly type: 'Forwarded'; readonly unit: UnitId; readonly reason: string })
  | (Move & { readonly type: 'ForwardReceived' })
  | (Fact & { readonly type: 'CoachAssigned'; readonly coach: PersonId })
  | (Fact & { readonly type: 'CoachMissing'; readonly unit: UnitId })
  | (Fact & { readonly type: 'Classified'; readonly classification: Classification })
  | (Fact & { readonly type: 'GoalSet'; readonly goal: Goal })
  | (Move & { readonly type: 'Prepared'; readonly note?: string })
  | (Move & { readonly type: 'Merged'; readonly target: string; readonly reason: string })
  | (Move & {
      readonly type: 'Recommended';
      readonly recommendation: Recommendation;
      readonly reason: string;
    })
  | (Move & {
      readonly type: 'CouncilApproved';
      readonly reason: string;
      readonly conditions?: string;
      readonly registryNumber?: string;
    })
  | (Move & { readonly type: 'Started'; readonly projectManager?: PersonId; readonly note?: string })
  | (Move & { readonly type: 'Contracted'; readonly note?: string })
  | (Move & { readonly type: 'WentLive'; readonly note?: string })
  | (Move & { readonly type: 'HandedOver'; readonly lesson: Lesson })
  | (Move & { readonly type: 'Closed'; readonly note?: string })
  | (Move & { readonly type: 'MovedToFullTrack'; readonly reason: string })
  | (Move & {
      readonly type: 'Paused';
      readonly from: ActiveState;
      readonly reason: string;
      readonly until: string;
    })
  | (Move & { readonly type: 'Resumed'; readonly to: ActiveState; readonly note?: string })
  | (Move & {
      readonly type: 'Cancelled';
      readonly reason: string;
      readonly costSoFar?: number;
      readonly lesson?: string;
    })
  | (Fact & { readonly type: 'FollowUpsScheduled'; readonly items: readonly FollowUpItem[] })
  | (Fact & {
      readonly type: 'FollowedUp';
      readonly item?: string;
      /** What takes the settled item's place, for kinds that repeat. */
      readonly next?: FollowUpItem;
      readonly status: Status;
      readonly text: string;
      readonly measurement?: Measurement;
    })
  | (Fact & { readonly type: 'Measured'; readonly measurement: Measurement })
  | (Fact & { readonly type: 'DeviationRaised' })
  | (Fact & { readonly type: 'DeviationDecided'; readonly choice: DeviationChoice; readonly reason: string })
  | (Fact & {
      readonly type: 'OutcomeReported';
      readonly year: number;
      /** kr, for the year since go-live; expected is the calculation's benefit for the same year. */
      readonly amount: number;
      readonly expected: number;
      readonly source: string;
    })
  | (Fact & { readonly type: 'LessonLearned'; readonly lesson: Lesson })
  | (Fact & { readonly type: 'Retired'; readonly what: string; readonly day: string });

export type Recommendation = 'recommend' | 'recommend-with-conditions' | 'advise-against';
export type DeviationChoice = 'continue' | 'change' | 'pause' | 'cancel';
export type EventType = InitiativeEvent['type'];
