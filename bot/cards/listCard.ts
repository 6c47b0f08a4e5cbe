import type { Texts } from '../texts/texts.ts';
import { mainButton, openTab } from './buttons.ts';
import { alert, CLOSEST, card, container, type Element, heading, quiet, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { plain, plainLine } from './neutralise.ts';
import { fitText } from './room.ts';
import { execute, type Verb } from './verbs.ts';

/** `line` says how far and what next; `badge` what must not be missed, in a word. */
export type ListItem = {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly line: string;
  readonly badge?: string;
  /** What "Visa" does; `case-show` when left out. */
  readonly verb?: string;
};

export type ListModel = {
  readonly heading: string;
  readonly intro?: string;
  readonly items: readonly ListItem[];
  readonly empty: { readonly text: string; readonly button?: string };
  /** How many there are besides those shown, and where in the tab they are. */
  readonly more?: number;
  readonly tabUrl?: string | undefined;
  readonly op: string;
};

const LINE_ROOM = 600;

/** Cases one below the other, each opened by a tap. An empty list still shows the way on. */
export function listCard(
  { heading: title, intro, items, empty, more = 0, tabUrl, op }: ListModel,
  texts: Texts,
): CardJson {
  const { t } = texts;
  if (items.length === 0) {
    const isSame = empty.text === title;
    return card(
      [
        heading(plainLine(title)),
        isSame ? undefined : text(plain(empty.text)),
        intro !== undefined && quiet(plain(intro)),
      ],
      empty.button === undefined
        ? []
        : [{ ...mainButton('start-proposal', { op }, texts), title: empty.button }],
    );
  }
  return card(
    [
      heading(plainLine(title)),
      intro !== undefined && text(plain(intro)),
      ...items.map((item) => row(item, op, texts)),
      quiet(t('cards.lists.tap'), { separator: true }),
      more > 0 && quiet(t('cards.lists.more', { count: more })),
    ],
    more > 0 && tabUrl !== undefined ? [openTab(tabUrl, texts)] : [],
  );
}

/** The whole row is the button: a list has more rows than a card may have buttons. */
function row(
  { id, number, title, line, badge, verb = 'case-show' }: ListItem,
  op: string,
  { t }: Texts,
): Element {
  const shown = fitText(plainLine(title), LINE_ROOM);
  const name = number === null ? shown : `**${number}** ${shown}`;
  const words = t('cards.lists.open-item', { name: number === null ? title : `${number} ${title}` });
  return container(
    [
      text(name, { color: 'Accent' }),
      quiet(fitText(plainLine(line), LINE_ROOM), CLOSEST),
      badge !== undefined && alert(plainLine(badge), { size: 'Small', ...CLOSEST }),
    ],
    { separator: true, selectAction: execute(words, verb as Verb, { op, id }, { inputs: 'none' }) },
  );
}
