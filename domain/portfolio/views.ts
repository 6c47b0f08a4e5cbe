import type { OrderType } from '../initiatives/commands.ts';
import type { DraftContent } from '../initiatives/content.ts';
import type {
  Classification,
  Goal,
  Lesson,
  ManagerEvidence,
  Measurement,
  Recommendation,
  SimilarAnswer,
} from '../initiatives/events.ts';
import type { FollowUpItem, Status } from '../initiatives/followUps.ts';
import type { DecisionDetails, Outcome } from '../initiatives/initiative.ts';
import type { StateCode } from '../initiatives/states.ts';
import type { Track } from '../initiatives/tracks.ts';
import type { ActingRole } from '../organisation/lookup.ts';
import type { ChannelLink, Role, Unit, Vacancy } from '../organisation/organisation.ts';
import type { ActionKey } from './nextAction.ts';
import type { PortfolioRow } from './row.ts';

/** What the server answers the tab with, and what the cards are made of. Days are local, times ISO 8601 UTC. */

export type PersonRef = { readonly id: string; readonly name: string };

export type SimilarView = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: StateCode;
  readonly unit: string;
  readonly score: number;
  readonly words: readonly string[];
  /** Lessons learned there, for those who start something alike. */
  readonly lessons: readonly Lesson[];
};

export type NextView = {
  readonly action: ActionKey;
  readonly owners: readonly PersonRef[];
  readonly role: Role | 'proposer' | null;
  readonly deadline: string | null;
};

export type DecisionView = {
  readonly type: string;
  readonly by: PersonRef;
  readonly at: string;
  readonly from: StateCode;
  readonly to: StateCode;
  readonly reason: string | null;
  /** What was decided besides, where the reason does not say it all. */
  readonly details: DecisionDetailsView | null;
};

/** What was vouched for and recommended is told of the latest time: that is the one that counts. */
export type DecisionDetailsView = DecisionDetails & {
  readonly recommendation?: Recommendation;
  readonly fundingIdea?: ManagerEvidence['fundingIdea'];
  readonly preparationHours?: number;
  /** What is to be done about each similar case that may be named here. */
  readonly similar?: readonly SimilarAnswerView[];
};

export type SimilarAnswerView = Pick<SimilarAnswer, 'answer' | 'reason'> & { readonly number: string };

export type FollowUpView = {
  readonly by: PersonRef;
  readonly at: string;
  readonly status: Status;
  readonly text: string;
  readonly measurement: Measurement | null;
};

/** One row of the log, for people: what happened, never the raw payload. */
export type HistoryView = {
  readonly sequence: number;
  readonly at: string;
  readonly by: PersonRef;
  readonly types: readonly string[];
  readonly hash: string;
};

export type InitiativeView = {
  readonly id: string;
  readonly number: string | null;
  readonly version: number;
  readonly state: StateCode;
  readonly track: Track | null;
  readonly protected: boolean;
  /** True when the viewer lacks insight: everything below is then empty. */
  readonly detailsHidden: boolean;
  /**
   * True for a purchase before award when the viewer lacks insight: amounts, reasons, project goals and what is written
   * at follow-ups are then left out (texts empty, values null).
   */
  readonly figuresHidden: boolean;
  readonly content: DraftContent;
  readonly department: string | null;
  readonly proposer: PersonRef;
  readonly coach: PersonRef | null;
  readonly projectManager: PersonRef | null;
  readonly submittedAt: string | null;
  readonly since: string | null;
  readonly returnedReason: string | null;
  readonly pausedUntil: string | null;
  readonly mergedInto: string | null;
  readonly classification: Classification | null;
  readonly similar: readonly SimilarView[];
  readonly next: NextView;
  readonly may: readonly OrderType[];
  readonly schedule: readonly FollowUpItem[];
  readonly overdueDays: number;
  readonly followUps: readonly FollowUpView[];
  readonly deviationSince: string | null;
  readonly goals: readonly Goal[];
  readonly measurements: readonly Measurement[];
  readonly decisions: readonly DecisionView[];
  readonly lessons: readonly Lesson[];
  readonly outcomes: readonly Outcome[];
  readonly retired: readonly { readonly what: string; readonly day: string }[];
  readonly history: readonly HistoryView[];
};

/** A message that did not arrive: to whom, about which case, of what kind and why. Never what it said. */
export type UndeliveredView = {
  readonly key: string;
  readonly recipient: PersonRef & { readonly kind: 'person' | 'channel' };
  /** Case number; null for a message about no one case. */
  readonly initiative: string | null;
  readonly notice: string;
  readonly reason: string;
  /** Why and what to do, in the person's language. */
  readonly explanation: string;
  readonly at: string;
};

/** The files of a case. Without a document library there are none and will be none; a folder may not be made yet. */
export type DocumentsView = {
  readonly library: boolean;
  /** Address of the folder. */
  readonly folder: string | null;
  /** Only those who work with protected cases can open it. */
  readonly closed: boolean;
  readonly files: readonly {
    readonly name: string;
    readonly url: string;
    readonly changedAt: string | null;
    /** Name; null when it was no person, or nobody who is to be named. */
    readonly changedBy: string | null;
    readonly bytes: number;
  }[];
};

/** "Vad ska jag göra nu?": my cases with what happens next. `mine` is true when it is my turn. */
export type TodoView = {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: StateCode;
  readonly next: NextView;
  readonly mine: boolean;
  readonly overdue: boolean;
};

export type MeView = {
  readonly person: PersonRef & { readonly title: string | null; readonly unit: string | null };
  readonly language: 'sv' | 'en';
  readonly roles: readonly ActingRole[];
  /** Local mode only: who one may be. */
  readonly personas?: readonly (PersonRef & { readonly title: string | null })[];
};

export type RoleHolderView = {
  readonly role: Role;
  readonly unit: string;
  readonly person: PersonRef;
  readonly acting: PersonRef;
  readonly share: number | null;
};

export type OrganisationView = {
  readonly units: readonly Unit[];
  readonly holders: readonly RoleHolderView[];
  readonly vacancies: readonly Vacancy[];
  readonly channels: readonly ChannelLink[];
};

/** The portfolio travels column by column: half the size of an array of objects. */
export type Columns = {
  readonly position: number;
  readonly columns: { readonly [Name in keyof PortfolioRow]: readonly PortfolioRow[Name][] };
};
