import type { Initiative } from '../../domain/initiatives/initiative.ts';
import { lineOf } from '../../domain/organisation/lookup.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import type { Refused } from '../app/handle.ts';
import type { Delivery } from '../app/ports/index.ts';
import type { Landed, Reply } from '../app/turn.ts';
import { initiativeView } from '../app/views/initiativeView.ts';
import { type CaseModel, caseCard } from '../cards/caseCard.ts';
import type { UnitChoice } from '../cards/model.ts';
import { noticeCard } from '../cards/noticeCard.ts';
import { refusalText } from '../texts/refusalText.ts';
import type { Texts } from '../texts/texts.ts';
import type { Ask, Deps } from './ask.ts';

/** The initiative as the asking person may see it. */
export const viewOf = (
  initiative: Initiative,
  { viewer }: Pick<Ask, 'viewer'>,
  deps: Pick<Deps, 'sources'>,
): InitiativeView | undefined => initiativeView(initiative, viewer, deps.sources());

/** Finds an initiative by stream id or case number, as a card or a typed command names it. */
export const findInitiative = (
  name: string | undefined,
  { casebook }: Pick<Deps, 'casebook'>,
): Initiative | undefined =>
  name === undefined ? undefined : (casebook.initiative(name) ?? casebook.byNumber(name));

/** A protected case is never named where others read along, whoever asks. */
export const isHiddenHere = (
  initiative: Initiative,
  { turn }: Pick<Ask, 'turn'>,
  deps: Pick<Deps, 'model'>,
): boolean => turn.scope !== 'personal' && isProtected(initiative, deps);

/** Units in which somebody can work, with the department for telling them apart. */
export function unitChoices(organisation: Organisation): UnitChoice[] {
  return Object.values(organisation.units)
    .filter(({ kind }) => kind !== 'municipality')
    .map(({ id, name }) => ({
      id,
      name,
      department: lineOf(organisation, id).find(({ kind }) => kind === 'department')?.name ?? '',
    }))
    .sort((a, b) => a.department.localeCompare(b.department, 'sv') || a.name.localeCompare(b.name, 'sv'));
}

/** Why a card is shown now, and its toast. */
export type Because = { readonly reason?: string; readonly summary?: string };

/** The card of an initiative for the person who asks; in channels a protected case is never named. */
export function caseReply(initiative: Initiative, ask: Ask, deps: Deps, because: Because = {}): Reply {
  const { texts, viewer } = ask;
  const view = viewOf(initiative, ask, deps);
  if (!view || isHiddenHere(initiative, ask, deps)) return notFound(texts, deps);
  const { reason, summary } = because;
  const audience = view.proposer.id === viewer.person ? 'proposer' : audienceOf(view, viewer.person);
  const card = caseCard(
    { view, op: deps.newId(), audience, ...linksOf(view, deps), ...(reason && { reason }) },
    texts,
  );
  // The toast is read by whoever sees the screen.
  const title = view.protected ? texts.t('common.protected') : (view.content.title ?? '');
  const named = { number: view.number ?? '', title };
  return {
    card,
    summary: summary ?? texts.t('cards.case.summary', named),
    ...(view.number !== null && isOurs(ask) && { keep: (landed) => keepCard(initiative, landed, ask, deps) }),
  };
}

/** Where more about a case is: its page, and its folder once that has been made. */
export function linksOf(
  { id, number, protected: isProtectedCase }: InitiativeView,
  { tabUrl, documents }: Pick<Deps, 'tabUrl' | 'documents'>,
): Pick<CaseModel, 'tabUrl' | 'documentsUrl'> {
  const page = tabUrl(number ?? id);
  // A card may end up before anybody: it leads nobody to what is to stay protected.
  const folder = number === null || isProtectedCase ? undefined : documents?.known(number)?.url;
  return { ...(page && { tabUrl: page }), ...(folder && { documentsUrl: folder }) };
}

const audienceOf = ({ coach }: InitiativeView, person: string): 'coach' | 'reader' =>
  coach?.id === person ? 'coach' : 'reader';

/** In a channel the answer to a button is one person's view of a card that belongs to all. */
const isOurs = ({ turn }: Ask): boolean => turn.scope === 'personal' || turn.kind === 'message';

/** The card is kept up to date from now on. */
export async function keepCard(
  { id }: Initiative,
  { conversation, activity }: Landed,
  { turn, viewer }: Ask,
  deps: Deps,
): Promise<void> {
  const to: Delivery['to'] =
    turn.scope === 'personal'
      ? { kind: 'person', person: viewer.person }
      : { kind: 'channel', channel: turn.conversation.id };
  const key = `${id}/own-card/${conversation}/${activity}`;
  const content = { notice: 'own-card', initiative: id };
  await deps.deliveries.adopt({ key, to, content }, { conversation, activity, at: deps.clock() });
}

export const notFound = (texts: Texts, deps: Pick<Deps, 'newId'>): Reply =>
  notice('not-found', texts, deps, { title: texts.t('buttons.todo'), verb: 'todo' });

/** A plain card: what happened and the next step. */
export function notice(
  topic: string,
  texts: Texts,
  { newId }: Pick<Deps, 'newId'>,
  next?: { title: string; verb: 'todo' | 'help' | 'start-proposal' | 'my-drafts' },
  values: Record<string, string> = {},
): Reply {
  const title = texts.t(`notices.${topic}.title`, values);
  const op = newId();
  const text = texts.t(`notices.${topic}.text`, values);
  return {
    card: noticeCard({ title, text, op, ...(next && { next: { ...next, data: { op } } }) }, texts),
    summary: title,
  };
}

/** A refusal where no card with inputs can show it. */
export function refusalReply(
  refused: Refused | { readonly code: string },
  texts: Texts,
  { newId }: Pick<Deps, 'newId'>,
): Reply {
  const title = texts.t(`refusals.${refused.code}.title`);
  return {
    card: noticeCard({ title, text: refusalText(refused, texts), op: newId() }, texts),
    summary: title,
  };
}
