export const COMMANDS = [
  'help',
  'propose',
  'drafts',
  'cases',
  'todo',
  'show',
  'approve',
  'return',
  'reject',
  'forward',
  'followUp',
  'deviation',
  'resubmit',
  'coach',
  'department',
  'link',
  'unlink',
  'weekly',
  'buy',
  'substitute',
  'language',
  'search',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/**
 * A typed sentence understood: the command, the case number it names (as `VOF-2026-0012`), and what was written
 * besides: a reason, a name, the text of a proposal, or `sv`/`en` for a language.
 */
export type CommandMatch = {
  readonly command: CommandName;
  readonly rest?: string;
  readonly number?: string;
};
