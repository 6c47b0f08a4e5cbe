import { setTimeout as pause } from 'node:timers/promises';
import type { Received } from '../bot/teams/support/connectorStub.ts';
import type { Card } from './cards.ts';
import type { Connector } from './connector.ts';

/** Something the bot wrote or rewrote, as the connector saw it. */
export type Mail = {
  readonly conversation: string;
  /** Id the connector gave it, or of the message it rewrites. */
  readonly activity: string;
  readonly kind: 'unasked' | 'reply' | 'update';
  readonly card?: Card;
};

const PATH = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;
const POLL_MS = 10;

/** What the connector received, in order of arrival. */
export const allMail = ({ received }: Connector): Mail[] => received.map(mailOf);

/** The stub numbers its answers as it counts what it receives. */
function mailOf({ method, path, body }: Received, index: number): Mail {
  const [, conversation = '', answered] = PATH.exec(path) ?? [];
  const [attachment] = Array.isArray(body.attachments) ? body.attachments : [];
  const card = (attachment as { content?: Card } | undefined)?.content;
  const shown = { conversation, ...(card && { card }) };
  if (method === 'PUT') return { ...shown, kind: 'update', activity: answered ?? '' };
  return { ...shown, kind: answered === undefined ? 'unasked' : 'reply', activity: `sent-${index + 1}` };
}

/**
 * Waits for a message that `find` makes something of.
 * @param patience ends when there has been time enough for everything to arrive.
 * @throws when it has not come by then: it was lost.
 */
export async function expectMail<Found>(
  { connector, patience }: { readonly connector: Connector; readonly patience: AbortSignal },
  what: string,
  find: (mail: Mail) => Found | undefined,
): Promise<Found> {
  for (let next = 0; ; ) {
    const mail = connector.received[next];
    const found = mail && find(mailOf(mail, next));
    if (found !== undefined) return found;
    if (mail) next += 1;
    else if (patience.aborted) throw new Error(`never came: ${what}`);
    else await pause(POLL_MS);
  }
}
