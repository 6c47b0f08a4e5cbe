import type { Context } from '../../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../../domain/initiatives/events.ts';
import {
  decidingUnit,
  type Initiative,
  isSubmitted,
  type Submitted,
} from '../../../domain/initiatives/initiative.ts';
import { approvalLine } from '../../../domain/organisation/approval.ts';
import { actorsIn, lineOf } from '../../../domain/organisation/lookup.ts';
import type { Organisation, PersonId } from '../../../domain/organisation/organisation.ts';
import { nextAction } from '../../../domain/portfolio/nextAction.ts';
import { isProtected } from '../../../domain/portfolio/visibility.ts';
import type { Delivery, DeliveryAddress } from '../ports/index.ts';

/** Every message about an initiative that the bot sends unasked; also text keys in `notices`. */
export const NOTICES = [
  'review',
  'decision',
  'coach',
  'coach-missing',
  'turn',
  'deviation',
  'reminder',
  'escalation',
  'follow-up-due',
  'follow-up-late',
  'pause-over',
  'unreachable',
  'own-card',
] as const;
export type Notice = (typeof NOTICES)[number];

type EventType = InitiativeEvent['type'];
export type NotifiedRow = {
  readonly key: string;
  readonly actor: string;
  readonly at: string;
  readonly events: readonly InitiativeEvent[];
};

/** Asks a manager to decide. */
const ASKED: readonly EventType[] = ['Submitted', 'Resubmitted', 'Forwarded'];

/** What the proposer is told of. */
export const OUTCOMES = [
  'ApprovedByManager',
  'Returned',
  'Rejected',
  'Forwarded',
  'CouncilApproved',
  'Merged',
  'Paused',
  'Cancelled',
  'Closed',
] as const satisfies readonly EventType[];

/** From preparation on, the one whose turn it becomes gets told. */
const MOVES: readonly EventType[] = [
  'Prepared',
  'Recommended',
  'CouncilApproved',
  'Started',
  'Contracted',
  'WentLive',
  'HandedOver',
  'MovedToFullTrack',
  'Resumed',
];

/**
 * The messages a row of the log calls for: who is asked, who is told. Pure; the key holds row and recipient, so the
 * same row gives the same messages however often it is read.
 * @param initiative as it was after the row · @param day local day of the row
 */
export function messagesFor(
  row: NotifiedRow,
  initiative: Initiative,
  day: string,
  context: Context,
): Delivery[] {
  if (!isSubmitted(initiative)) return [];
  // What was decided before the tool is no news; reminders and follow-ups come in their own time.
  if (row.events.some(({ type }) => type === 'Imported')) return [];
  const has = (...types: readonly EventType[]) => row.events.some(({ type }) => types.includes(type));
  const to = (person: PersonId, notice: Notice, facts?: Record<string, string>): Delivery =>
    message(row, { kind: 'person', person }, notice, initiative, facts);
  const heads = () => actorsIn(context.organisation, 'headOfDigitalisation', decidingUnit(initiative), day);
  const messages: Delivery[] = [];

  if (has(...ASKED)) {
    const line = approvalLine(context.organisation, decidingUnit(initiative), initiative.proposer, day);
    const asked = line.filter(({ level }) => level === 0);
    for (const { person, holder } of asked)
      messages.push(to(person, 'review', person === holder ? {} : { substituteFor: holder }));
    const above = asked.length > 0 ? [] : heads().filter((person) => person !== initiative.proposer);
    messages.push(...above.map((person) => to(person, 'review')));
  }
  const outcome = OUTCOMES.find((type) => has(type));
  if (outcome && row.actor !== initiative.proposer)
    messages.push(to(initiative.proposer, 'decision', { type: outcome }));
  if (has('CoachAssigned') && initiative.coach)
    messages.push(coachMessage(row, initiative, initiative.coach, context));
  if (has('CoachMissing')) messages.push(...heads().map((person) => to(person, 'coach-missing')));
  const owners = () => nextAction(initiative, { at: row.at, day }, context).owners;
  if (has('DeviationRaised')) messages.push(...owners().map((person) => to(person, 'deviation')));
  else if (has(...MOVES)) {
    const others = owners().filter((person) => person !== row.actor && person !== initiative.coach);
    messages.push(...others.map((person) => to(person, 'turn')));
  }
  return messages;
}

/** A coach works in the department's channel; a protected case, or no channel, and the coach is told in person. */
function coachMessage(row: NotifiedRow, initiative: Submitted, coach: PersonId, context: Context): Delivery {
  const channel = isProtected(initiative, context)
    ? undefined
    : channelOf(context.organisation, decidingUnit(initiative));
  const address: DeliveryAddress = channel ? { kind: 'channel', channel } : { kind: 'person', person: coach };
  return message(row, address, 'coach', initiative);
}

/** The channel tied to the unit or the nearest unit above it; the first tied one when there are several. */
export function channelOf(organisation: Organisation, unit: string): string | undefined {
  const links = Object.values(organisation.channels);
  for (const { id } of lineOf(organisation, unit)) {
    const link = links.find((tied) => tied.unit === id);
    if (link) return link.channel;
  }
  return undefined;
}

const message = (
  row: Pick<NotifiedRow, 'key'>,
  to: DeliveryAddress,
  notice: Notice,
  initiative: Initiative,
  facts: Record<string, string> = {},
): Delivery => ({
  key: `${row.key}/${notice}/${to.kind === 'person' ? to.person : to.channel}`,
  to,
  content: { notice, initiative: initiative.id, ...(Object.keys(facts).length > 0 && { facts }) },
});

/** The row of its case that called for a message; undefined for one that no row called for, such as a reminder. */
export function sequenceIn(key: string): number | undefined {
  const [, sequence] = /^[^/]+#(\d+)\//.exec(key) ?? [];
  return sequence === undefined ? undefined : Number(sequence);
}
