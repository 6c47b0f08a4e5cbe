import { setImmediate as breathe } from 'node:timers/promises';
import type { Context } from '../../domain/initiatives/decision.ts';
import { decidingUnit, type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import { coachesOf } from '../../domain/initiatives/permissions.ts';
import { isFinal } from '../../domain/initiatives/states.ts';
import { type Due, dueNow } from '../../domain/portfolio/due.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import type { Casebook } from '../app/casebook.ts';
import { channelOf } from '../app/messages/notifications.ts';
import type { Clock, Deliveries, Delivery, DeliveryAddress, DeliveryRow } from '../app/ports/index.ts';

/** Nobody is reminded before this hour of a working day, local time. */
const FIRST_HOUR = 7;
/** Cases looked at between two breaths of the event loop. */
const SLICE = 200;

export type RemindersDeps = {
  readonly casebook: Pick<Casebook, 'all'>;
  readonly deliveries: Pick<Deliveries, 'add' | 'forInitiative'>;
  readonly context: () => Context;
  readonly clock: Clock;
};

/**
 * Adds the messages that time itself calls for: reminders, escalations, late follow-ups, the coaches' weekly list.
 * What is due is a pure function of state and time, and the keys say which occasion it is, so running it twice,
 * late, or on two instances adds nothing twice.
 * @returns runs once; resolves with how many messages were new. @throws StoreUnavailable
 */
export function createReminders(deps: RemindersDeps): () => Promise<number> {
  /** Keys this process has seen added today: most of what is due was due a minute ago too. */
  const added = new Set<string>();
  let addedOn = '';

  return async () => {
    const at = deps.clock();
    const context = deps.context();
    const day = context.calendar.localDate(at);
    if (!context.calendar.isWorkingDay(day) || !isOfficeHour(at, day, context)) return 0;
    if (addedOn !== day) added.clear();
    addedOn = day;
    const messages = await dueMessages(deps, { at, day }, added);
    if (messages.length === 0) return 0;
    const fresh = await deps.deliveries.add(messages);
    for (const { key } of messages) added.add(key);
    return fresh.length;
  };
}

async function dueMessages(
  deps: RemindersDeps,
  moment: { at: string; day: string },
  added: ReadonlySet<string>,
): Promise<Delivery[]> {
  const context = deps.context();
  const messages: Delivery[] = [];
  const coaches = new Set<string>();
  const cases = [...deps.casebook.all()].filter(({ state }) => !isFinal(state));
  for (const [index, initiative] of cases.entries()) {
    if (index % SLICE === SLICE - 1) await breathe();
    for (const coach of coachesOf(initiative, moment.day, context)) coaches.add(coach);
    for (const { key, due, person } of occasions(dueNow(initiative, moment, context))) {
      if (added.has(key)) continue;
      const to = await placeFor(initiative, due, person, { ...deps, context, day: moment.day });
      messages.push({ key, to, content: { notice: due.notice, initiative: initiative.id } });
    }
  }
  return [...messages, ...weeklyLists(coaches, moment.day).filter(({ key }) => !added.has(key))];
}

const occasions = (due: readonly Due[]) =>
  due.flatMap((one) =>
    one.to.map((person) => ({
      key: `${one.initiative}/${one.occasion}/${one.notice}/${person}`,
      due: one,
      person,
    })),
  );

/**
 * A follow-up is asked for where the coach already has the case: in the thread of its card in the channel, never as a
 * new post there. A protected case, or a channel that has no card of it, and the coach is asked in person.
 */
async function placeFor(
  initiative: Initiative,
  { notice }: Due,
  person: string,
  { deliveries, context, day }: Pick<RemindersDeps, 'deliveries'> & { context: Context; day: string },
): Promise<DeliveryAddress> {
  const inPrivate: DeliveryAddress = { kind: 'person', person };
  const isCoach = coachesOf(initiative, day, context).includes(person);
  if (notice !== 'follow-up-due' || !isCoach || isProtected(initiative, context)) return inPrivate;
  const there = (await deliveries.forInitiative(initiative.id)).filter(isInChannel);
  const card =
    there.findLast(({ content }) => content.notice === 'coach') ??
    there.find(
      ({ content, to }) => content.notice === 'own-card' && to.channel === coachChannel(initiative, context),
    );
  return card ? { kind: 'channel', channel: card.to.channel, thread: card.key } : inPrivate;
}

type InChannel = DeliveryRow & { readonly to: Extract<DeliveryAddress, { kind: 'channel' }> };

/** A message that stands in a channel and can be answered. */
const isInChannel = (row: DeliveryRow): row is InChannel =>
  row.to.kind === 'channel' && row.updates === undefined && row.state.status === 'sent';

/** Cards that somebody asked for count too, in the channel where the coach works. */
const coachChannel = (initiative: Initiative, { organisation }: Context): string | undefined =>
  isSubmitted(initiative) ? channelOf(organisation, decidingUnit(initiative)) : undefined;

/** Once a week, on its first working day that comes, to everybody who acts as coach in an open case. */
const weeklyLists = (coaches: ReadonlySet<string>, day: string): Delivery[] =>
  [...coaches].map((person) => ({
    key: `WEEK-${mondayOf(day)}/weekly/${person}`,
    to: { kind: 'person', person },
    content: { notice: 'weekly' },
  }));

/** The Monday of the week names it. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

const isOfficeHour = (at: string, day: string, { calendar }: Context): boolean =>
  Date.parse(at) - Date.parse(calendar.startOfDay(day)) >= FIRST_HOUR * 3_600_000;
