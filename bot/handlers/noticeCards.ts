import { type Initiative, isSubmitted, titleOf } from '../../domain/initiatives/initiative.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import type { DeliveryRow } from '../app/ports/index.ts';
import type { Reply } from '../app/turn.ts';
import { plain } from '../cards/neutralise.ts';
import { noticeCard } from '../cards/noticeCard.ts';
import type { Ask, Deps } from './ask.ts';
import { viewOf } from './look.ts';

/** The outcome and its reason, with what happens next. */
export function decision(
  initiative: Initiative,
  delivery: DeliveryRow,
  ask: Ask,
  deps: Deps,
): Reply | undefined {
  const view = viewOf(initiative, ask, deps);
  const made = initiative.decisions.findLast(({ type }) => type === delivery.content.facts?.type);
  if (!view || !made) return undefined;
  const { texts } = ask;
  const values = { ...namesOf(initiative, ask, deps), who: deps.sources().nameOf(made.by) };
  const title = texts.t(`notices.decision.${made.type}.title`, values);
  const reason = made.reason ? texts.t('notices.decision.reason', { reason: plain(made.reason) }) : '';
  const next = texts.t(`notices.decision.${made.type}.next`, { coach: view.coach?.name ?? '' });
  const text = [texts.t('notices.decision.by', values), reason, next].filter(Boolean).join('\n\n');
  // Sent back and not yet completed: the way to complete it is one press away.
  const isToComplete = made.type === 'Returned' && initiative.state === 'RETURNED';
  const verb = isToComplete ? 'resubmit-open' : 'case-show';
  return notice({ title, text, verb }, initiative, ask, deps);
}

/** Approved, and nobody is coach for the unit. */
export function coachMissing(initiative: Initiative, ask: Ask, deps: Deps): Reply {
  const named = namesOf(initiative, ask, deps);
  const title = ask.texts.t('notices.coach-missing.title', named);
  const text = ask.texts.t('notices.coach-missing.text', named);
  return notice({ title, text, verb: 'case-show' }, initiative, ask, deps);
}

/** A protected case is named on its card to those with insight, never in a line of text or a toast. */
export const namesOf = (
  initiative: Initiative,
  { texts }: Pick<Ask, 'texts'>,
  deps: Pick<Deps, 'model'>,
) => ({
  number: isSubmitted(initiative) ? initiative.number : '',
  title: isProtected(initiative, deps) ? texts.t('common.protected') : plain(titleOf(initiative)),
});

type Words = { readonly title: string; readonly text: string; readonly verb: 'resubmit-open' | 'case-show' };

function notice({ title, text, verb }: Words, { id }: Initiative, { texts }: Ask, deps: Deps): Reply {
  const op = deps.newId();
  const next = { title: texts.t(`buttons.${verb}`), verb, data: { op, id } };
  return { card: noticeCard({ title, text, op, next }, texts), summary: title };
}
