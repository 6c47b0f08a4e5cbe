import type { Initiative } from '../../domain/initiatives/initiative.ts';
import type { Due } from '../../domain/portfolio/due.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import { type Notice, sequenceIn } from '../app/messages/notifications.ts';
import type { Conversation, DeliveryRow, OutgoingMessage } from '../app/ports/index.ts';
import { languageFor } from '../app/preferences.ts';
import { ORGANISATION_STREAM } from '../app/streams.ts';
import type { Reply, Turn } from '../app/turn.ts';
import { welcome } from './answers/hello.ts';
import { type Ask, type Deps, viewerOf } from './ask.ts';
import { weeklyList } from './cases/lists.ts';
import { deviationReply } from './followUp/deviation.ts';
import { type Because, caseReply } from './look.ts';
import { coachMissing, decision, namesOf } from './noticeCards.ts';
import { reviewReply, sharedReply } from './review/reviewReply.ts';
import type { BotSettings } from './router.ts';
import { isStillTrue } from './stillTrue.ts';

/** Called for by time, not by a row of the log: whoever sends them may have missed that it has been done. */
const BY_TIME: readonly string[] = [
  'reminder',
  'escalation',
  'follow-up-due',
  'follow-up-late',
  'pause-over',
] satisfies Due['notice'][];

/**
 * Renders a message the bot sends unasked, as of now and in the reader's language. It shows at least the row of the log
 * that called for it; and that there is nothing to say, which ends a message for good, is never said from memory alone:
 * another instance may have written since.
 * @returns undefined when there is nothing left to say, e.g. a reminder about something already done.
 * @throws StoreUnavailable
 */
export const createRenderNotice =
  (deps: Deps, settings: BotSettings) =>
  async (delivery: DeliveryRow, to: Conversation): Promise<OutgoingMessage | undefined> => {
    const { initiative: id } = delivery.content;
    if (id !== undefined && mayBeOld(id, delivery, deps)) await deps.casebook.reload(id);
    const message = await messageNow(delivery, to, deps, settings);
    if (message || id === undefined) return message;
    const news = await Promise.all([id, ORGANISATION_STREAM].map((stream) => deps.casebook.reload(stream)));
    return news.includes(true) ? messageNow(delivery, to, deps, settings) : undefined;
  };

function mayBeOld(id: string, { key, content, updates }: DeliveryRow, { casebook }: Deps): boolean {
  const isByTime = updates === undefined && BY_TIME.includes(content.notice);
  return isByTime || casebook.versionOf(id) < (sequenceIn(key) ?? 1);
}

async function messageNow(
  delivery: DeliveryRow,
  to: Conversation,
  deps: Deps,
  settings: BotSettings,
): Promise<OutgoingMessage | undefined> {
  const { notice, initiative: id } = delivery.content;
  const initiative = id === undefined ? undefined : deps.casebook.initiative(id);
  const ask = askOnBehalf(delivery, to, initiative, deps, settings);
  if (notice === 'welcome') return messageOf(welcome(ask.turn, ask.texts, deps));
  if (notice === 'weekly') return messageOf(await weeklyList(ask, deps));
  if (!initiative) return undefined;
  const isRewrite = delivery.updates !== undefined;
  if (!isRewrite && !isStillTrue(notice as Notice, initiative, ask, deps)) return undefined;
  return messageOf(await about(notice as Notice, initiative, delivery, ask, deps));
}

async function about(
  notice: Notice,
  initiative: Initiative,
  delivery: DeliveryRow,
  ask: Ask,
  deps: Deps,
): Promise<Reply | undefined> {
  const because = delivery.updates === undefined ? becauseOf(notice, initiative, ask, deps) : {};
  switch (notice) {
    case 'review':
    case 'reminder':
    case 'escalation':
    case 'turn': {
      const absent = delivery.content.facts?.substituteFor;
      const substituteFor = typeof absent === 'string' ? deps.sources().nameOf(absent) : undefined;
      // The card itself asks for a decision; that it has been asked for before is said besides.
      const { reason: _said, ...quietly } = because;
      const why = notice === 'review' ? quietly : because;
      return reviewReply(initiative, ask, deps, { ...why, ...(substituteFor && { substituteFor }) });
    }
    case 'deviation':
      return deviationReply(initiative, ask, deps);
    case 'decision':
      return decision(initiative, delivery, ask, deps);
    case 'coach-missing':
      return coachMissing(initiative, ask, deps);
    case 'own-card':
      return ask.turn.scope === 'personal'
        ? caseReply(initiative, ask, deps)
        : sharedReply(initiative, ask, deps);
    default:
      return caseReply(initiative, ask, deps, because);
  }
}

/** A new message says why it comes; rewritten, it only says how things are. */
function becauseOf(notice: Notice, initiative: Initiative, ask: Ask, deps: Deps): Because {
  const { texts } = ask;
  const named = namesOf(initiative, ask, deps);
  return {
    summary: texts.t(`notices.${notice}.title`, named),
    reason: texts.t(`notices.${notice}.text`, named),
  };
}

/**
 * The reader as if they had asked: what they may see and do decides what the card shows. A channel's card is made for
 * its coach; a protected case is nobody's there.
 */
function askOnBehalf(
  { key, to: address }: DeliveryRow,
  to: Conversation,
  initiative: Initiative | undefined,
  deps: Deps,
  { municipalityLanguage, trustClientLanguage }: BotSettings,
): Ask {
  const isForCoach = initiative !== undefined && !isProtected(initiative, deps);
  const actor = address.kind === 'person' ? address.person : (isForCoach && initiative.coach) || '';
  const person = address.kind === 'person' ? address.person : undefined;
  const language = languageFor(person, to.locale, {
    casebook: deps.casebook,
    municipality: municipalityLanguage,
    trustClient: trustClientLanguage,
  });
  const turn: Turn = {
    kind: 'other',
    conversation: to,
    scope: address.kind === 'person' ? 'personal' : to.kind,
    addressed: false,
    correlationId: key,
  };
  const viewer = viewerOf(turn, actor, deps);
  return { turn, actor, viewer, texts: deps.textsIn(language), data: {} };
}

const messageOf = (reply: Reply | undefined): OutgoingMessage | undefined => {
  if (!reply) return undefined;
  if ('card' in reply) return { card: reply.card, summary: reply.summary };
  return 'text' in reply ? { text: reply.text } : undefined;
};
