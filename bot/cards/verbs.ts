/** What a card's button asks for. Card data is hostile: each handler parses its own. */
export const VERBS = [
  'start-proposal',
  'draft-next',
  'draft-back',
  'draft-save',
  'draft-count',
  'draft-open',
  'draft-discard',
  'submit',
  'resubmit-open',
  'resubmit',
  'approve',
  'return',
  'reject',
  'forward',
  'review-open',
  'review-refresh',
  'case-show',
  'follow-up-open',
  'follow-up-save',
  'deviation-open',
  'deviation-decide',
  'my-cases',
  'my-drafts',
  'todo',
  'weekly-list',
  'help',
  'process-guide',
  'link-channel',
  'unlink-channel',
  'substitute-open',
  'substitute-set',
  'substitute-end',
  'language-open',
  'language-set',
] as const;
export type Verb = (typeof VERBS)[number];

/** What every button carries: the operation id made with the card, and the initiative it is about. */
export type ButtonData = {
  readonly op: string;
  readonly id?: string;
  /** Prefill for a new proposal. */
  readonly text?: string;
  readonly [extra: string]: string | number | boolean | undefined;
};

/** An Action.Execute. `associatedInputs: none` for buttons that must work with empty required inputs. */
export const execute = (
  title: string,
  verb: Verb,
  data: ButtonData,
  options: { inputs?: 'auto' | 'none' } = {},
) => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...(options.inputs === 'none' && { associatedInputs: 'none' }),
});
