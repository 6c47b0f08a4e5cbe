import type { Texts } from '../texts/texts.ts';
import { link } from './buttons.ts';
import { card, type Element, heading, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { plainLine } from './neutralise.ts';
import { execute } from './verbs.ts';

export type ChannelLinkedModel = {
  readonly unitName: string;
  readonly linked: boolean;
  readonly op: string;
  readonly channel: string;
  /** Unit to tie the channel to again; without it an unlinking cannot be undone from the card. */
  readonly unit?: string;
};

/** What the channel is tied to now, with undo. */
export function channelLinkedCard(model: ChannelLinkedModel, texts: Texts): CardJson {
  const { unitName, linked, op } = model;
  const { t } = texts;
  const values = { unit: plainLine(unitName) };
  const topic = linked ? 'cards.channel.linked' : 'cards.channel.unlinked';
  return card(
    [heading(t(topic, values)), text(t(`${topic}-help`, values))],
    [...undo(model, texts), ...(linked ? [link('weekly-list', { op }, texts)] : [])],
  );
}

function undo({ linked, op, channel, unit }: ChannelLinkedModel, { t }: Texts): Element[] {
  const title = t('buttons.undo');
  if (linked) return [execute(title, 'unlink-channel', { op, channel }, { inputs: 'none' })];
  return unit === undefined
    ? []
    : [execute(title, 'link-channel', { op, channel, unit }, { inputs: 'none' })];
}
