import type { Texts } from '../texts/texts.ts';
import { link, mainButton } from './buttons.ts';
import { CLOSE, CLOSEST, card, heading, quiet, text } from './elements.ts';
import type { CardJson, Scope } from './model.ts';
import { plainLine } from './neutralise.ts';

export type HelpModel = {
  readonly scope: Scope;
  readonly op: string;
  /** Coaches follow up, and write for it. */
  readonly isCoach?: boolean;
  readonly holdsRole?: boolean;
  readonly examples: Examples;
};

/** What exists here, to put in the examples; an example of what there is none of is left out. */
export type Examples = { readonly unit?: string; readonly department?: string; readonly number?: string };

const NEEDS: Readonly<Record<string, keyof Examples>> = {
  show: 'number',
  'follow-up': 'number',
  department: 'department',
  coach: 'unit',
  link: 'department',
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
export function helpCard({ scope, op, isCoach, holdsRole, examples }: HelpModel, texts: Texts): CardJson {
  const { t } = texts;
  const personal = [...(isCoach ? AS_COACH : []), ...IN_PERSON, ...(holdsRole ? WITH_ROLE : [])];
  const named = Object.fromEntries(Object.entries(examples).map(([what, name]) => [what, plainLine(name)]));
  const shown = { personal, group: TOGETHER, channel: IN_CHANNEL }[scope].filter((name) => {
    const needed = NEEDS[name];
    return needed === undefined || examples[needed] !== undefined;
  });
  return card(
    [
      heading(t('cards.help.heading')),
      text(t(scope === 'personal' ? 'cards.help.intro' : 'cards.help.intro-group')),
      ...shown.flatMap((name) => [
        text(`**${t(`cards.help.${name}.say`, named)}**`, CLOSE),
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
