import type { Reply, Turn } from '../app/turn.ts';
import type { TeamsAdapter } from './connector/adapter.ts';
import type { Throttle } from './connector/throttle.ts';
import type { EdgeLog } from './edgeLog.ts';
import type { Inbound } from './inbound/translate.ts';
import { answer, answerLate, type Scene, sayItTakesTime } from './outbound/answer.ts';
import { type InvokeBody, invokeBody } from './outbound/invokeBody.ts';
import { createOutlet, failureFields, type Outlet } from './outbound/outlet.ts';

/** Texts the edge says itself, in the language of the turn. */
export type EdgeTexts = {
  readonly workingOnIt: (turn: Turn) => string;
  /** Said when even the polite error could not be made or sent. */
  readonly failed: (turn: Turn) => string;
  /** Answer to a button whose handler had nothing to say. */
  readonly received: (turn: Turn) => string;
};

export type Patience = {
  /** A turn that takes longer shows that somebody is typing. */
  readonly typingAfterMs: number;
  /** A message that takes longer is told that it takes time; Teams resends after 15 s. */
  readonly messageMs: number;
  /** A button or dialog is answered within 3 s; clients give up after some 5. */
  readonly waitingMs: number;
};

export const PATIENCE: Patience = { typingAfterMs: 1_000, messageMs: 10_000, waitingMs: 2_800 };

export type TurnsDeps = {
  readonly adapter: TeamsAdapter;
  readonly throttle: Throttle;
  readonly handle: (turn: Turn) => Promise<Reply>;
  readonly onError: (turn: Turn, error: unknown) => Reply | Promise<Reply>;
  readonly texts: EdgeTexts;
  readonly log: EdgeLog;
  readonly inOwnChat: Scene['inOwnChat'];
  readonly patience: Patience;
  readonly now: () => number;
};

export type Turns = {
  /** Runs the turn and resolves with the body to answer: when it is done, or when patience ends. Never rejects. */
  readonly run: (inbound: Inbound) => Promise<InvokeBody>;
  /** Resolves when every turn begun has ended, the late ones too. */
  readonly settled: () => Promise<void>;
};

/** The time line of a turn: typing, patience, the handler's reply or a polite error, late answers. */
export function createTurns(deps: TurnsDeps): Turns {
  const running = new Set<Promise<void>>();

  return {
    run: (inbound) =>
      new Promise((respond) => {
        const turn = deps.adapter
          .turn(inbound.activity, (context) =>
            live(deps, inbound, createOutlet(context, deps.throttle, deps.now), respond),
          )
          .catch((error) => {
            deps.log.error({ ...about(inbound.turn), ...failureFields(error) }, 'turn not answered');
            respond(failedBody(inbound, deps.texts));
          })
          .finally(() => running.delete(turn));
        running.add(turn);
      }),
    settled: async () => {
      await Promise.all(running);
    },
  };
}

async function live(
  deps: TurnsDeps,
  inbound: Inbound,
  outlet: Outlet,
  respond: (body: InvokeBody) => void,
): Promise<void> {
  const { turn } = inbound;
  const { patience, texts, log, inOwnChat } = deps;
  const scene: Scene = { inbound, outlet, texts, log, inOwnChat };
  let late = false;
  const typing =
    showsTyping(turn) && setTimeout(() => outlet.typing().catch(() => undefined), patience.typingAfterMs);
  const patienceEnds = setTimeout(
    () => {
      late = true;
      sayItTakesTime(scene).then(respond, () => respond(undefined));
    },
    turn.waiting ? patience.waitingMs : patience.messageMs,
  );
  try {
    const reply = await replyTo(deps, turn);
    clearTimeout(patienceEnds);
    if (typing) clearTimeout(typing);
    if (late) await answerLate(scene, reply);
    else await answer(scene, reply, respond);
  } finally {
    clearTimeout(patienceEnds);
    if (typing) clearTimeout(typing);
  }
}

async function replyTo({ handle, onError, texts, log }: TurnsDeps, turn: Turn): Promise<Reply> {
  try {
    return await handle(turn);
  } catch (error) {
    log.error({ ...about(turn), err: error }, 'handler failed');
    try {
      return await onError(turn, error);
    } catch (second) {
      log.error({ ...about(turn), err: second }, 'error reply failed');
      return { text: texts.failed(turn) };
    }
  }
}

/** A reply we could not even form. */
const failedBody = ({ form, turn }: Inbound, { failed }: EdgeTexts): InvokeBody =>
  form && invokeBody(form, { text: failed(turn) }, failed(turn));

/** Channels do not show typing, and buttons have a spinner of their own. */
const showsTyping = ({ kind, scope, addressed }: Turn): boolean =>
  (kind === 'message' || kind === 'submit') && scope !== 'channel' && addressed;

export const about = ({ correlationId, kind, verb }: Turn): object => ({
  correlationId,
  kind,
  ...(verb && { verb }),
});
