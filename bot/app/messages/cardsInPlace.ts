import { type Delivery, type DeliveryRow, type LogRow, recipientOf } from '../ports/index.ts';
import { type Notice, sequenceIn } from './notifications.ts';

/** Notices that show the case as it is now: when it changes, the message is rewritten in place. */
const LIVING: readonly string[] = [
  'review',
  'coach',
  'own-card',
  'reminder',
  'escalation',
  'turn',
  'follow-up-due',
  'follow-up-late',
  'deviation',
] satisfies Notice[];

/**
 * Rewrites what people have of an initiative after a row of its log: every living message once, and of the cards a
 * person has had shown again and again only the newest: all of them when the case has been classified, for what must
 * no longer be read. What never arrived will show the present state if it does.
 * @param row what has happened · @param kept the initiative's messages, in the order they were added
 */
export function updatesFor(
  row: Pick<LogRow, 'key' | 'sequence' | 'events'>,
  kept: readonly DeliveryRow[],
): Delivery[] {
  const living = kept.filter(
    ({ key, content, updates, state }) =>
      LIVING.includes(content.notice) &&
      updates === undefined &&
      // What a later row called for shows this one too: an instance that reads late has nothing to add.
      (sequenceIn(key) ?? 0) < row.sequence &&
      state.status !== 'failed',
  );
  const first = new Map<string, DeliveryRow>();
  for (const message of living) {
    const place = placeOf(message);
    if (!first.has(place)) first.set(place, message);
  }
  const newest = new Map([...first.values()].filter(isOwnCard).map((card) => [recipientOf(card), card]));
  const isClassified = row.events.some(({ type }) => type === 'Classified');
  return [...first.values()]
    .filter((message) => isClassified || !isOwnCard(message) || newest.get(recipientOf(message)) === message)
    .map(({ key, to, content }) => ({ key: `${row.key}/update/${key}`, to, content, updates: key }));
}

/** A channel has one card of a case; a coach who takes over is told in person instead of by a second one. */
export function withoutSecondCard(
  messages: readonly Delivery[],
  kept: readonly DeliveryRow[],
  coach: string | undefined,
): readonly Delivery[] {
  return messages.map((message) => {
    const { to, content } = message;
    const isThere = kept.some(
      (known) =>
        known.content.notice === 'coach' &&
        // That this very card was to be rewritten does not make two of it.
        known.updates === undefined &&
        known.key !== message.key &&
        known.state.status !== 'failed' &&
        recipientOf(known) === recipientOf(message),
    );
    if (content.notice !== 'coach' || to.kind !== 'channel' || !isThere || coach === undefined)
      return message;
    return { ...message, key: `${message.key}/${coach}`, to: { kind: 'person', person: coach } };
  });
}

/** Where it stands; two notices may have become one message, and the one that made it says what it shows. */
const placeOf = ({ key, state }: DeliveryRow): string =>
  state.status === 'sent' && state.activity !== '' ? `${state.conversation} ${state.activity}` : key;

const isOwnCard = ({ content }: Delivery): boolean => content.notice === 'own-card';
