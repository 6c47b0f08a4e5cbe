import type { InitiativeView, NextView, PersonRef } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { actionSet, toggleButton } from './buttons.ts';
import { CLOSE, type Element, type Fact, text } from './elements.ts';
import type { UnitChoice } from './model.ts';
import { plainLine } from './neutralise.ts';

/**
 * A protected case is not named where others may read along. Only a card that is known to stand in a person's own
 * chat names it, to those with insight.
 */
export const isHidden = (
  { detailsHidden, protected: isProtected }: InitiativeView,
  isOwnChat: boolean,
): boolean => detailsHidden || (isProtected && !isOwnChat);

/** The title as it may be shown; a protected case is only a number. */
export const titleOf = ({ content }: InitiativeView, hidden: boolean, { t }: Texts): string =>
  hidden ? t('common.protected') : plainLine(content.title ?? '') || t('common.untitled');

export const numberAndState = ({ number, state }: InitiativeView, { t }: Texts): string =>
  number === null
    ? t(`states.${state}`)
    : t('common.number-and-state', { number, state: t(`states.${state}`) });

export const unitName = (
  units: readonly UnitChoice[] | undefined,
  id: string | undefined,
): string | undefined => {
  const name = units?.find((unit) => unit.id === id)?.name;
  return name === undefined ? undefined : plainLine(name);
};

export const names = (people: readonly PersonRef[]): string =>
  people.map(({ name }) => plainLine(name)).join(', ');

/** Next step, by whom, until when (R-26). `isReaders`: nobody but the one whose turn it is reads it. */
export function nextFacts(
  { action, owners, role, deadline }: NextView,
  { t, day }: Texts,
  isReaders = false,
): Fact[] {
  if (action === 'nothing') return [];
  const nobody = role === null ? t('common.nobody') : `${t(`roles.${role}`)}: ${t('common.nobody')}`;
  return [
    [t('cards.case.next'), t(`actions.${action}.title`)],
    [t('cards.case.who'), isReaders ? t('common.you') : names(owners) || nobody],
    [t('cards.case.deadline'), deadline && day(deadline)],
  ];
}

const SHOWN = 600;

/** Long texts begin on the card; the rest is one tap away. `id` names the hidden part. */
export function longText(value: string, id: string): { readonly parts: Element[]; readonly hidden?: string } {
  if (value.length <= SHOWN) return { parts: [text(value, CLOSE)] };
  const cut = value.lastIndexOf(' ', SHOWN);
  const at = cut > SHOWN / 2 ? cut : SHOWN;
  const shown = text(`${value.slice(0, at).trimEnd()} …`, CLOSE);
  const rest = text(`… ${value.slice(at).trimStart()}`, { id, isVisible: false, ...CLOSE });
  return { parts: [shown, rest], hidden: id };
}

/** The button that shows what is hidden of long texts. */
export const showAll = (ids: readonly (string | undefined)[], texts: Texts): Element | undefined => {
  const hidden = ids.filter((id) => id !== undefined);
  return hidden.length > 0 ? actionSet(toggleButton(texts.t('common.show-all'), hidden)) : undefined;
};
