import type { Texts } from '../texts/texts.ts';
import { link, mainButton } from './buttons.ts';
import { CLOSE, CLOSEST, card, heading, quiet, text } from './elements.ts';
import type { CardJson, Scope } from './model.ts';

export type HelpModel = {
  readonly scope: Scope;
  readonly op: string;
  /** Coaches follow up, and write for it. */
  readonly isCoach?: boolean;
  readonly holdsRole?: boolean;
};

/** What has no button below. */
const IN_PERSON = ['search', 'department', 'coach', 'buy', 'show'] as const;
const AS_COACH = ['weekly', 'follow-up'] as const;
const WITH_ROLE = ['substitute'] as const;
const TOGETHER = ['propose', 'search', 'department', 'coach', 'buy', 'show'] as const;
const IN_CHANNEL = [
  'weekly',
  'follow-up',
  'show',
  'search',
  'department',
  'coach',
  'propose',
  'link',
] as const;

/** What one can write, as examples to copy. */
export function helpCard({ scope, op, isCoach, holdsRole }: HelpModel, texts: Texts): CardJson {
  const { t } = texts;
  const personal = [...(isCoach ? AS_COACH : []), ...IN_PERSON, ...(holdsRole ? WITH_ROLE : [])];
  const examples = { personal, group: TOGETHER, channel: IN_CHANNEL }[scope];
  return card(
    [
      heading(t('cards.help.heading')),
      text(t(scope === 'personal' ? 'cards.help.intro' : 'cards.help.intro-group')),
      ...examples.flatMap((name) => [
        text(`**${t(`cards.help.${name}.say`)}**`, CLOSE),
        quiet(t(`cards.help.${name}.does`), CLOSEST),
      ]),
    ],
    scope === 'personal'
      ? [
          mainButton('start-proposal', { op }, texts),
          link('todo', { op }, texts),
          link('my-cases', { op }, texts),
          link('my-drafts', { op }, texts),
          link('language-open', { op }, texts),
        ]
      : [mainButton('start-proposal', { op }, texts)],
  );
}
