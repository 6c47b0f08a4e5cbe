import type { Context } from '../../../domain/initiatives/decision.ts';
import {
  decidingUnit,
  type Initiative,
  isSubmitted,
  type Submitted,
} from '../../../domain/initiatives/initiative.ts';
import { approversOf, coachesOf } from '../../../domain/initiatives/permissions.ts';
import { actorsIn } from '../../../domain/organisation/lookup.ts';
import type { PersonId } from '../../../domain/organisation/organisation.ts';
import { nextAction } from '../../../domain/portfolio/nextAction.ts';
import { type Delivery, type DeliveryFailure, type DeliveryRow, recipientOf } from '../ports/index.ts';
import type { Notice } from './notifications.ts';

/** Reasons that are about the recipient, not about the message: others may well get it. */
const UNREACHABLE: readonly DeliveryFailure[] = [
  'not-installed',
  'blocked',
  'removed',
  'gone',
  'refused',
  'gave-up',
];

/** Messages that ask the reader to do something; when nobody reads them the case stands still. */
const ASKING: readonly string[] = [
  'review',
  'turn',
  'deviation',
  'coach',
  'reminder',
  'escalation',
  'follow-up-due',
  'follow-up-late',
  'pause-over',
] satisfies Notice[];

export const isUnreachable = (reason: DeliveryFailure): boolean => UNREACHABLE.includes(reason);

/**
 * Who is asked instead of somebody who cannot be reached: the others who may do the same today (the holder beside the
 * substitute, a second manager), for a channel that is closed to the bot the coach in person; else the heads of
 * digitalisation are told once per case and person. Pure; the keys are those the message would have had for the
 * others, so nobody is asked twice.
 * @param kept the initiative's messages so far · @param moment now, with its local day
 */
export function standInsFor(
  { key, to, content }: Delivery,
  initiative: Initiative,
  kept: readonly DeliveryRow[],
  { at, day, context }: { readonly at: string; readonly day: string; readonly context: Context },
): Delivery[] {
  if (!isSubmitted(initiative) || !ASKING.includes(content.notice)) return [];
  const absent = to.kind === 'person' ? to.person : to.channel;
  const out = new Set([absent, ...kept.filter(isOut).map(recipientOf)]);
  const could =
    to.kind === 'channel'
      ? coachesOf(initiative, day, context)
      : colleagues(content.notice, initiative, { at, day }, context);
  const others = could.filter((one) => !out.has(one));
  if (others.length > 0)
    return others.map((person) => ({
      key: key.endsWith(absent) ? key.slice(0, -absent.length) + person : `${key}/${person}`,
      to: { kind: 'person', person },
      content,
    }));
  const heads = actorsIn(context.organisation, 'headOfDigitalisation', decidingUnit(initiative), day);
  return heads
    .filter((head) => head !== absent)
    .map((person) => ({
      key: `${initiative.id}/unreachable/${absent}/${person}`,
      to: { kind: 'person', person },
      content: { notice: 'unreachable' satisfies Notice, initiative: initiative.id },
    }));
}

function colleagues(
  notice: string,
  initiative: Submitted,
  moment: { readonly at: string; readonly day: string },
  context: Context,
): PersonId[] {
  if (notice === 'review') return approversOf(initiative, moment, context);
  return notice === 'turn' ? nextAction(initiative, moment, context).owners.slice() : [];
}

const isOut = ({ state }: DeliveryRow): boolean => state.status === 'failed' && isUnreachable(state.reason);
