import type { OutgoingMessage } from '../../app/ports/index.ts';
import type { Landed, Reply, Turn } from '../../app/turn.ts';
import type { EdgeLog } from '../edgeLog.ts';
import type { Inbound } from '../inbound/translate.ts';
import { type InvokeBody, invokeBody } from './invokeBody.ts';
import { failureFields, type Outlet } from './outlet.ts';
import { type Keep, messagesOf, speak } from './speak.ts';

/** Where an answer is given. */
export type Scene = {
  readonly inbound: Inbound;
  readonly outlet: Outlet;
  readonly texts: Readonly<Record<'workingOnIt' | 'failed' | 'received', (turn: Turn) => string>>;
  readonly log: EdgeLog;
  /** Writes to the chat of the person who asked; false when they have none. */
  readonly inOwnChat: (turn: Turn, message: OutgoingMessage) => Promise<boolean>;
};

/**
 * Gives the handler's reply: in the response to a client that waits, else as messages. Nobody waits for what is only
 * remembered afterwards.
 */
export async function answer(scene: Scene, reply: Reply, respond: (body: InvokeBody) => void): Promise<void> {
  const { inbound, texts } = scene;
  const { turn, form } = inbound;
  if (!form) {
    await speakOrApologise(scene, reply);
    return respond(undefined);
  }
  const isPressed = form === 'card' && turn.trigger !== 'automatic';
  if (isPressed) await speakBesides(scene, reply);
  respond(invokeBody(form, reply, texts.received(turn)));
  if (isPressed && ('card' in reply || 'cards' in reply) && turn.replyToId)
    await keeper(scene, reply)(replaced(inbound, turn.replyToId));
}

/** Patience has ended: says so, where silence would look like a failure. */
export async function sayItTakesTime({ inbound, outlet, texts }: Scene): Promise<InvokeBody> {
  const { turn, form } = inbound;
  const text = texts.workingOnIt(turn);
  if (form) return invokeBody(form, { text }, text);
  if (turn.addressed && (turn.kind === 'message' || turn.kind === 'submit')) await outlet.send({ text });
  return undefined;
}

/**
 * The client has been answered already. In a personal chat the outcome is written; elsewhere a button's outcome may be
 * meant for one person's eyes, and goes to their own chat. An automatic refresh must never write at all.
 */
export async function answerLate(scene: Scene, reply: Reply): Promise<void> {
  const { inbound, outlet, log } = scene;
  const { turn, form } = inbound;
  if (!form) return speakOrApologise(scene, reply);
  const [first, ...rest] = messagesOf(reply);
  if (!first) return;
  if (form !== 'card' || turn.scope !== 'personal' || turn.trigger === 'automatic') {
    if (wasPressed(turn) && (await scene.inOwnChat(turn, first))) return;
    log.warn({ correlationId: turn.correlationId, kind: turn.kind }, 'answered too late to be shown');
    return;
  }
  const keep = keeper(scene, reply);
  if ('card' in first && turn.replyToId) {
    await outlet.update(turn.replyToId, first);
    await keep(replaced(inbound, turn.replyToId));
    return speak(rest, outlet, keep);
  }
  return speak([first, ...rest], outlet, keep);
}

/** Somebody did this, and wants to know how it went. */
const wasPressed = ({ kind, trigger }: Turn): boolean =>
  trigger === 'manual' || kind === 'submitAction' || kind === 'taskSubmit';

/** The first card of an action's reply replaces the card in the client; further ones are messages. */
async function speakBesides(scene: Scene, reply: Reply): Promise<void> {
  const { inbound, outlet, log } = scene;
  const { turn } = inbound;
  if ('cards' in reply && reply.cards.length > 1) {
    await speak(reply.cards.slice(1), outlet, keeper(scene, reply)).catch((error) =>
      log.warn({ correlationId: turn.correlationId, ...failureFields(error) }, 'further card not sent'),
    );
  }
}

/** A reply Teams will not take (too large, broken card) must not end in silence. */
async function speakOrApologise(scene: Scene, reply: Reply): Promise<void> {
  const { inbound, outlet, texts, log } = scene;
  const { correlationId, kind } = inbound.turn;
  try {
    await speak(messagesOf(reply), outlet, keeper(scene, reply));
  } catch (error) {
    log.warn({ correlationId, kind, ...failureFields(error) }, 'reply not delivered');
    await outlet.send({ text: texts.failed(inbound.turn) }).catch(() => undefined);
  }
}

const replaced = ({ activity, turn }: Inbound, replyToId: string): Landed => ({
  conversation: activity.conversation?.id ?? turn.conversation.id,
  activity: replyToId,
});

/** Remembering is a courtesy to later updates; failing at it must not fail the answer. */
const keeper =
  ({ inbound, log }: Scene, { keep }: Reply): Keep =>
  async (landed) => {
    try {
      await keep?.(landed);
    } catch (error) {
      log.error({ correlationId: inbound.turn.correlationId, err: error }, 'sent card not remembered');
    }
  };
