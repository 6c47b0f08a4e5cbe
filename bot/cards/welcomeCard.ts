import type { Texts } from '../texts/texts.ts';
import { link, mainButton } from './buttons.ts';
import { card, heading, text } from './elements.ts';
import type { CardJson, Scope } from './model.ts';

export type WelcomeModel = { readonly scope: Scope; readonly op: string };

/** Once per install: what it gives, how it goes, and the question. In teams also how it keeps quiet. */
export function welcomeCard({ scope, op }: WelcomeModel, texts: Texts): CardJson {
  const { t } = texts;
  const body =
    scope === 'personal'
      ? [
          text(t('cards.welcome.value')),
          text(
            `1. ${t('cards.welcome.step-1')}\r2. ${t('cards.welcome.step-2')}\r3. ${t('cards.welcome.step-3')}`,
          ),
        ]
      : [
          text(t('cards.welcome.group-value')),
          text(t(`cards.welcome.${scope}-quiet`)),
          ...(scope === 'channel' ? [text(t('cards.welcome.channel-link'))] : []),
        ];
  return card(
    [heading(t('cards.welcome.question')), ...body],
    [
      mainButton('start-proposal', { op }, texts),
      ...(scope === 'personal' ? [link('todo', { op }, texts)] : []),
      link('help', { op }, texts),
    ],
  );
}
