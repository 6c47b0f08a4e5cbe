import type { Texts } from '../texts/texts.ts';
import { card, heading, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { plain, plainLine } from './neutralise.ts';
import { fitText } from './room.ts';
import { type ButtonData, execute, type Verb } from './verbs.ts';

/** Ready texts; what people have written may be part of them. */
export type NoticeModel = {
  readonly title: string;
  /** One text, or a paragraph each. */
  readonly text: string | readonly string[];
  readonly next?: { readonly title: string; readonly verb: Verb; readonly data: ButtonData };
  readonly op: string;
};

const TEXT_ROOM = 12_000;

/** What happened and the next step: outcomes, refusals, errors. */
export function noticeCard({ title, text: said, next, op }: NoticeModel, { t }: Texts): CardJson {
  const step = next
    ? { ...execute(next.title, next.verb, { ...next.data, op }, { inputs: 'none' }), style: 'positive' }
    : execute(t('buttons.todo'), 'todo', { op }, { inputs: 'none' });
  const paragraphs = [said].flat().map((each) => text(fitText(plain(each), TEXT_ROOM)));
  return card([heading(fitText(plainLine(title), 1_000)), ...paragraphs], [step]);
}
