import type { InitiativeCommand, InitiativeOrder, OrderType } from '../../domain/initiatives/commands.ts';
import type { ContentChange, DraftContent } from '../../domain/initiatives/content.ts';
import type { ManagerEvidence, SimilarHit } from '../../domain/initiatives/events.ts';
import type { Status } from '../../domain/initiatives/followUps.ts';
import { PEOPLE } from './people.ts';
import { PROPOSAL } from './proposals.ts';
import { NOW } from './rules.ts';

/** Who and when; by default the one whose task it is, now. */
export type Ask = { readonly by?: string; readonly at?: string };

/** The payload of one kind of order, every field free to leave out. */
type Payload<Type extends OrderType> = Partial<Omit<Extract<InitiativeOrder, { type: Type }>, 'type'>>;
type Asked<Type extends OrderType> = Ask & Payload<Type>;

const REASON = 'Därför.';
export const EVIDENCE: ManagerEvidence = {
  needIsReal: true,
  fitsGoals: true,
  preparationHours: 40,
  fundingIdea: 'own-budget',
  similarAnswers: [],
};

/** An order with actor and time; local time is UTC in specs. */
export function command<Order extends InitiativeOrder>(
  order: Order,
  { by = PEOPLE.employee, at = NOW }: Ask = {},
): Order & { actor: string; at: string; day: string } {
  return { ...order, actor: by, at, day: at.slice(0, 10) };
}

/** Makes a builder: defaults for the payload and the actor, both overridable. */
const order =
  <Type extends OrderType>(
    type: Type,
    by: string,
    payload: Omit<Extract<InitiativeOrder, { type: Type }>, 'type'>,
  ) =>
  ({ by: actor = by, at = NOW, ...given }: Asked<Type> = {}): InitiativeCommand =>
    command({ type, ...payload, ...given } as unknown as InitiativeOrder, { by: actor, at });

export const startDraft = ({ content = PROPOSAL, ...ask }: Ask & { content?: DraftContent } = {}) =>
  command({ type: 'StartDraft', content: content as typeof PROPOSAL }, ask);
export const changeContent = ({ content, ...ask }: Ask & { content: ContentChange }) =>
  command({ type: 'ChangeContent', content: content as typeof PROPOSAL }, ask);

type Lookup = Ask & { readonly similar?: readonly SimilarHit[] };
export const submit = ({
  similar = [],
  number = 'VOF-2026-0012',
  content,
  ...ask
}: Lookup & { number?: string; content?: ContentChange } = {}) => ({
  ...command({ type: 'Submit', ...(content && { content }) }, ask),
  similar,
  number,
});
export const resubmit = ({
  similar = [],
  changes = 'Volymen är tillagd.',
  content,
  ...ask
}: Lookup & { changes?: string; content?: ContentChange } = {}) => ({
  ...command({ type: 'Resubmit', changes, ...(content && { content }) }, ask),
  similar,
});

export const approve = ({
  by = PEOPLE.manager,
  at,
  note,
  ...evidence
}: Ask & { note?: string } & Partial<ManagerEvidence> = {}) =>
  command(
    {
      type: 'ApproveAsManager',
      evidence: { ...EVIDENCE, ...evidence } as never,
      ...(note !== undefined && { note }),
    },
    { by, ...(at && { at }) },
  );
export const returnIt = order('Return', PEOPLE.manager, { reason: REASON });
export const reject = order('Reject', PEOPLE.manager, { reason: REASON });
export const forward = order('Forward', PEOPLE.manager, { unit: 'bistand', reason: REASON });
export const assignCoach = order('AssignCoach', PEOPLE.developmentLead, { coach: PEOPLE.otherCoach });
export const classify = order('Classify', PEOPLE.coach, { classification: { c: 2, i: 2, a: 1 } });
export const setGoal = order('SetGoal', PEOPLE.coach, {
  goal: {
    id: 'minutes',
    kind: 'effect',
    text: 'Mindre tid på nycklar',
    measure: 'Minuter per pass',
    unit: 'minuter',
    baseline: 20,
    target: 2,
    due: '2027-01-31',
  },
});
export const completePreparation = order('CompletePreparation', PEOPLE.developmentLead, {});
export const merge = order('Merge', PEOPLE.head, { target: 'SOF-2026-0003', reason: REASON });
export const recommend = order('Recommend', PEOPLE.preparationChair, {
  recommendation: 'recommend',
  reason: REASON,
});
export const approveInCouncil = order('ApproveInCouncil', PEOPLE.councilChair, { reason: REASON });
export const start = order('Start', PEOPLE.director, {
  next: 'EXECUTION',
  projectManager: PEOPLE.projectManager,
});
export const recordContract = order('RecordContract', PEOPLE.procurement, {});
export const goLive = order('GoLive', PEOPLE.objectOwner, {});
export const handOver = order('HandOver', PEOPLE.director, { lesson: { text: 'Börja med dem som vill.' } });
export const close = order('Close', PEOPLE.manager, {});
export const pause = order('Pause', PEOPLE.director, { reason: REASON, until: '2026-09-01' });
export const resume = order('Resume', PEOPLE.director, {});
export const cancel = order('Cancel', PEOPLE.director, {
  reason: REASON,
  costSoFar: 40_000,
  lesson: 'Fråga leverantören först.',
});
export const decideOnDeviation = order('DecideOnDeviation', PEOPLE.director, {
  choice: 'continue',
  reason: REASON,
});
export const reportOutcome = order('ReportOutcome', PEOPLE.controller, {
  year: 1,
  amount: 100_000,
  expected: 100_000,
  source: 'Ekonomisystemet',
});
export const learnLesson = order('LearnLesson', PEOPLE.coach, {
  lesson: { text: 'Prova i ett område först.' },
});
export const retire = order('Retire', PEOPLE.coach, { what: 'Nyckelskåpen', on: '2026-03-01' });
export const measure = order('Measure', PEOPLE.coach, {
  measurement: { goal: 'minutes', day: '2026-03-01', value: 12, source: 'Tidmätning en vecka' },
});
export const followUp = order('FollowUp', PEOPLE.coach, { status: 'green', text: 'Det går bra.' });
export const reported = (status: Status, ask: Ask & { text?: string } = {}) =>
  followUp({ status, text: `Läget är ${status}.`, ...ask });
