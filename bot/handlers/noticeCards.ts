import { decidingUnit, type Initiative, isSubmitted, titleOf } from '../../domain/initiatives/initiative.ts';
import { unitOf } from '../../domain/organisation/lookup.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import type { DeliveryRow } from '../app/ports/index.ts';
import type { Reply } from '../app/turn.ts';
import { plain, plainLine } from '../cards/neutralise.ts';
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
  const about = texts.t('notices.decision.about', values);
  const by = texts.t('notices.decision.by', values);
  const text = [about, reason, by, whatNext(made.type, initiative, view.coach?.name, texts, deps)];
  // Sent back and not yet completed: the way to complete it is one press away.
  const isToComplete = made.type === 'Returned' && initiative.state === 'RETURNED';
  const verb = isToComplete ? 'resubmit-open' : 'case-show';
  return notice({ title, text: text.filter(Boolean), verb }, initiative, ask, deps);
}

function whatNext(
  type: string,
  initiative: Initiative,
  coach: string | undefined,
  { t }: Ask['texts'],
  { casebook }: Pick<Deps, 'casebook'>,
): string {
  if (type === 'ApprovedByManager' && coach === undefined)
    return t('notices.decision.ApprovedByManager.next-without-coach');
  const unit = isSubmitted(initiative) && unitOf(casebook.organisation(), decidingUnit(initiative))?.name;
  return t(`notices.decision.${type}.next`, {
    coach: plainLine(coach ?? ''),
    unit: plainLine(unit || ''),
  });
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

type Words = {
  readonly title: string;
  readonly text: string | readonly string[];
  readonly verb: 'resubmit-open' | 'case-show';
};

function notice({ title, text, verb }: Words, { id }: Initiative, { texts }: Ask, deps: Deps): Reply {
  const op = deps.newId();
  const next = { title: texts.t(`buttons.${verb}`), verb, data: { op, id } };
  return { card: noticeCard({ title, text, op, next }, texts), summary: title };
}
