/**
 * The life cycle as a table. Every move an initiative can make is a row here; `decide` may make no other.
 * Source: docs/adr/0008-life-cycle.md
 */

export const STATES = [
  'DRAFT',
  'MANAGER_REVIEW',
  'RETURNED',
  'FORWARDED',
  'PREPARATION',
  'ASSESSMENT',
  'COUNCIL',
  'APPROVED',
  'PROCUREMENT',
  'EXECUTION',
  'INTRODUCTION',
  'BENEFIT',
  'CLOSED',
  'PAUSED',
  'REJECTED',
  'CANCELLED',
  'MERGED',
] as const;

export type StateCode = (typeof STATES)[number];

/** The main road, in order; what the stepper in the tab shows. */
export const MAIN_STATES = [
  'DRAFT',
  'MANAGER_REVIEW',
  'PREPARATION',
  'ASSESSMENT',
  'COUNCIL',
  'APPROVED',
  'PROCUREMENT',
  'EXECUTION',
  'INTRODUCTION',
  'BENEFIT',
  'CLOSED',
] as const satisfies readonly StateCode[];

/** The light track leaves out assessment, council, procurement and introduction. */
export const LIGHT_STATES = [
  'DRAFT',
  'MANAGER_REVIEW',
  'EXECUTION',
  'BENEFIT',
  'CLOSED',
] as const satisfies readonly StateCode[];

/** Nothing more happens; the case can be copied to a new one. */
export const FINAL_STATES = [
  'CLOSED',
  'REJECTED',
  'CANCELLED',
  'MERGED',
] as const satisfies readonly StateCode[];

/** Work goes on here: may be paused, is followed up. */
export const ACTIVE_STATES = [
  'PREPARATION',
  'ASSESSMENT',
  'COUNCIL',
  'APPROVED',
  'PROCUREMENT',
  'EXECUTION',
  'INTRODUCTION',
  'BENEFIT',
] as const satisfies readonly StateCode[];

/** Money is spent on the work itself here: whoever cancels it says how much. */
const AT_WORK_STATES = ['EXECUTION', 'INTRODUCTION'] as const satisfies readonly StateCode[];

export type ActiveState = (typeof ACTIVE_STATES)[number];

export const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10'] as const;
export type GateCode = (typeof GATES)[number];

/** What moves an initiative. `track` narrows a row to one kind of track. */
export type Transition = {
  readonly by: TransitionName;
  readonly from: StateCode;
  readonly to: StateCode;
  readonly gate?: GateCode;
  readonly track?: 'light' | 'not-light';
};

export type TransitionName =
  | 'Submitted'
  | 'Resubmitted'
  | 'ApprovedByManager'
  | 'Returned'
  | 'Rejected'
  | 'Forwarded'
  | 'ForwardReceived'
  | 'Prepared'
  | 'Merged'
  | 'Recommended'
  | 'CouncilApproved'
  | 'Started'
  | 'Contracted'
  | 'WentLive'
  | 'HandedOver'
  | 'Closed'
  | 'MovedToFullTrack'
  | 'Paused'
  | 'Resumed'
  | 'Cancelled';

const CANCELLABLE = [
  'DRAFT',
  'MANAGER_REVIEW',
  'RETURNED',
  'FORWARDED',
  'PREPARATION',
  'ASSESSMENT',
  'COUNCIL',
  'APPROVED',
  'PROCUREMENT',
  'EXECUTION',
  'INTRODUCTION',
  'PAUSED',
] as const satisfies readonly StateCode[];

export const TRANSITIONS: readonly Transition[] = [
  { by: 'Submitted', from: 'DRAFT', to: 'MANAGER_REVIEW', gate: 'G1' },
  { by: 'Resubmitted', from: 'RETURNED', to: 'MANAGER_REVIEW', gate: 'G1' },
  { by: 'ApprovedByManager', from: 'MANAGER_REVIEW', to: 'PREPARATION', gate: 'G2', track: 'not-light' },
  { by: 'ApprovedByManager', from: 'MANAGER_REVIEW', to: 'EXECUTION', gate: 'G2', track: 'light' },
  { by: 'Returned', from: 'MANAGER_REVIEW', to: 'RETURNED' },
  { by: 'Rejected', from: 'MANAGER_REVIEW', to: 'REJECTED' },
  { by: 'Forwarded', from: 'MANAGER_REVIEW', to: 'FORWARDED' },
  { by: 'ForwardReceived', from: 'FORWARDED', to: 'MANAGER_REVIEW' },
  { by: 'Prepared', from: 'PREPARATION', to: 'ASSESSMENT', gate: 'G3' },
  { by: 'Merged', from: 'PREPARATION', to: 'MERGED' },
  { by: 'Recommended', from: 'ASSESSMENT', to: 'COUNCIL', gate: 'G4' },
  { by: 'Returned', from: 'ASSESSMENT', to: 'RETURNED' },
  { by: 'CouncilApproved', from: 'COUNCIL', to: 'APPROVED', gate: 'G5' },
  { by: 'Returned', from: 'COUNCIL', to: 'RETURNED' },
  { by: 'Rejected', from: 'COUNCIL', to: 'REJECTED' },
  { by: 'Started', from: 'APPROVED', to: 'PROCUREMENT', gate: 'G6' },
  { by: 'Started', from: 'APPROVED', to: 'EXECUTION', gate: 'G6' },
  { by: 'Contracted', from: 'PROCUREMENT', to: 'EXECUTION', gate: 'G7' },
  { by: 'WentLive', from: 'EXECUTION', to: 'INTRODUCTION', gate: 'G8', track: 'not-light' },
  { by: 'HandedOver', from: 'INTRODUCTION', to: 'BENEFIT', gate: 'G9' },
  { by: 'HandedOver', from: 'EXECUTION', to: 'BENEFIT', gate: 'G9', track: 'light' },
  { by: 'MovedToFullTrack', from: 'EXECUTION', to: 'PREPARATION', track: 'light' },
  { by: 'Closed', from: 'BENEFIT', to: 'CLOSED', gate: 'G10' },
  ...ACTIVE_STATES.map((from): Transition => ({ by: 'Paused', from, to: 'PAUSED' })),
  ...ACTIVE_STATES.map((to): Transition => ({ by: 'Resumed', from: 'PAUSED', to })),
  // From PAUSED only when it was paused before G9.
  ...CANCELLABLE.map((from): Transition => ({ by: 'Cancelled', from, to: 'CANCELLED' })),
];

const LEGAL = new Set(TRANSITIONS.map(({ by, from, to }) => `${by}:${from}>${to}`));

/** Is there a row for this move? */
export const isTransition = (by: TransitionName, from: StateCode, to: StateCode): boolean =>
  LEGAL.has(`${by}:${from}>${to}`);

export const isFinal = (state: StateCode): boolean => (FINAL_STATES as readonly StateCode[]).includes(state);
export const isAtWork = (state: StateCode): boolean =>
  (AT_WORK_STATES as readonly StateCode[]).includes(state);
export const isActive = (state: StateCode): state is ActiveState =>
  (ACTIVE_STATES as readonly StateCode[]).includes(state);
