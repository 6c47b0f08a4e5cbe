import type { Context } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { decidingUnit, type Initiative, isSubmitted, type Submitted } from '../../domain/initiatives/initiative.ts';
import { approvalLine } from '../../domain/organisation/approval.ts';
import { actorsIn, lineOf } from '../../domain/organisation/lookup.ts';
import type { Organisation, PersonId } from '../../domain/organisation/organisation.ts';
import { nextAction } from '../../domain/portfolio/nextAction.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import type { Delivery, DeliveryAddress } from './ports/index.ts';

/** Every message the bot sends unasked; also text keys in `cards/notices`. */
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
  'weekly',
  'own-card',
] as const;
export type Notice = (typeof NOTICES)[number];

type Row = { readonly key: string; readonly actor: string; readonly at: string; readonly events: readonly InitiativeEvent[] };

const OUTCOMES: readonly InitiativeEvent['type'][] = [
  'ApprovedByManager',
  'Returned',
  'Rejected',
  'Forwarded',
  'CouncilApproved',
  'Merged',
  'Paused',
  'Cancelled',
  'Closed',
];

/**
 * The messages a row of the log calls for: who is asked, who is told. Pure; the key holds row and recipient, so the
 * same row gives the same messages however often it is read.
 * @param day local day of the row
 */
export function messagesFor(row: Row, initiative: Initiative, day: string, context: Context): Delivery[] {
  if (!isSubmitted(initiative)) return [];
  const types = new Set(row.events.map(({ type }) => type));
  const to = (person: PersonId, notice: Notice, facts?: Record<string, string>): Delivery =>
    message(row, { kind: 'person', person }, notice, initiative, facts);
  const messages: Delivery[] = [];

  if (types.has('Submitted') || types.has('Resubmitted') || types.has('Forwarded')) {
    const [first] = approvalLine(context.organisation, decidingUnit(initiative), initiative.proposer, day);
    if (first) messages.push(to(first.person, 'review', first.person === first.holder ? {} : { substituteFor: first.holder }));
    else messages.push(...actorsIn(context.organisation, 'headOfDigitalisation', decidingUnit(initiative), day).map((person) => to(person, 'review')));
  }
  const outcome = row.events.find(({ type }) => OUTCOMES.includes(type));
  if (outcome && row.actor !== initiative.proposer) messages.push(to(initiative.proposer, 'decision', { type: outcome.type }));
  if (types.has('CoachAssigned') && initiative.coach) messages.push(coachMessage(row, initiative, initiative.coach, context));
  if (types.has('CoachMissing')) {
    const told = actorsIn(context.organisation, 'headOfDigitalisation', decidingUnit(initiative), day);
    messages.push(...told.map((person) => to(person, 'coach-missing')));
  }
  if (types.has('DeviationRaised')) {
    const told = actorsIn(context.organisation, 'director', decidingUnit(initiative), day);
    messages.push(...told.map((person) => to(person, 'deviation')));
  } else if (movesOn(row.events)) {
    const owners = nextAction(initiative, { at: row.at, day }, context).owners;
    messages.push(...owners.filter((person) => person !== row.actor && person !== initiative.coach).map((person) => to(person, 'turn')));
  }
  return messages;
}

/** From preparation on, the one whose turn it is gets told. */
const movesOn = (events: readonly InitiativeEvent[]): boolean =>
  events.some(({ type }) => ['Prepared', 'Recommended', 'CouncilApproved', 'Started', 'Contracted', 'WentLive', 'HandedOver'].includes(type));

/** A coach works in the department's channel; a protected case, or no channel, and the coach is told in person. */
function coachMessage(row: Row, initiative: Submitted, coach: PersonId, context: Context): Delivery {
  const channel = isProtected(initiative, context) ? undefined : channelOf(context.organisation, decidingUnit(initiative));
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
  row: Pick<Row, 'key'>,
  to: DeliveryAddress,
  notice: Notice,
  initiative: Initiative,
  facts: Record<string, string> = {},
): Delivery => ({
  key: `${row.key}/${notice}/${to.kind === 'person' ? to.person : to.channel}`,
  to,
  content: { notice, initiative: initiative.id, ...(Object.keys(facts).length > 0 && { facts }) },
});

/** Notices that show the case as it is now: when it changes, the message is rewritten in place. */
const LIVING: readonly string[] = ['review', 'coach', 'own-card', 'reminder', 'escalation', 'turn', 'follow-up-due', 'follow-up-late', 'deviation'] satisfies Notice[];

/** Rewrites every living message about an initiative after a row. */
export const updatesFor = (row: Pick<Row, 'key'>, sent: readonly Delivery[]): Delivery[] =>
  sent
    .filter(({ content, updates, key }) => LIVING.includes(content.notice) && updates === undefined && !key.startsWith(`${row.key}/`))
    .map(({ key, to, content }) => ({ key: `${row.key}/update/${key}`, to, content, updates: key }));
