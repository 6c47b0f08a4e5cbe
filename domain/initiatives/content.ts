import { z } from 'zod';
import { estimateSchema } from '../benefits/estimate.ts';
import { idText, saysSomething, writtenText } from './writtenText.ts';

/** What an employee writes: the need first, the solution last. Limits in characters. */
export const LIMITS = {
  title: 120,
  problem: 3000,
  solution: 3000,
  effect: 500,
  reason: 2000,
  note: 2000,
} as const;

export const CHANGE_TYPES = [
  'improvement',
  'enhancement',
  'acquisition',
  'replacement',
  'innovation',
] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** First values of lists a municipality can extend: any short key is accepted. */
export const CATEGORIES = [
  'welfareTechnology',
  'digitalLocks',
  'automation',
  'ai',
  'eService',
  'archive',
  'school',
  'scheduling',
  'screens',
  'infrastructure',
  'systemConsolidation',
  'investmentBasis',
  'workingMethod',
  'other',
] as const;

export const AFFECTED_GROUPS = [
  'employees',
  'managers',
  'serviceUsers',
  'relatives',
  'residents',
  'pupils',
  'guardians',
  'associations',
  'businesses',
  'otherDepartments',
] as const;

export const FLAGS = ['system', 'personalData', 'automation', 'acquisition'] as const;
export type Flag = (typeof FLAGS)[number];

const key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, { error: 'bad-key' });

export const flagsSchema = z.object({
  system: z.boolean(),
  personalData: z.boolean(),
  automation: z.boolean(),
  acquisition: z.boolean(),
});

/** A draft may hold any part; `missingForSubmit` says what is left. */
export const contentSchema = z.object({
  title: writtenText(LIMITS.title).optional(),
  problem: writtenText(LIMITS.problem).optional(),
  solution: writtenText(LIMITS.solution).optional(),
  /** How the proposer would notice that it has become better. */
  effect: writtenText(LIMITS.effect).optional(),
  affectedGroups: z.array(key).max(10, { error: 'too-many' }).optional(),
  unit: idText.optional(),
  changeType: z.enum(CHANGE_TYPES).optional(),
  category: key.optional(),
  flags: flagsSchema.optional(),
  /** More than one unit is affected: never the light track. */
  severalUnits: z.boolean().optional(),
  estimate: estimateSchema.optional(),
});

export type DraftContent = z.infer<typeof contentSchema>;

/** What is to be changed: fields left out stay as they are, texts and lists are emptied, and null takes the estimate away. */
export const contentChangeSchema = contentSchema.extend({ estimate: estimateSchema.nullable().optional() });

export type ContentChange = z.infer<typeof contentChangeSchema>;

/** The content after a change; an estimate that is taken away leaves nothing behind. */
export function changedContent(content: DraftContent, { estimate, ...change }: ContentChange): DraftContent {
  if (estimate) return { ...content, ...change, estimate };
  const { estimate: _taken, ...rest } = content;
  return estimate === null ? { ...rest, ...change } : { ...content, ...change };
}

/** What every submitted initiative has (gate G1). */
export type ProposalContent = DraftContent & {
  title: string;
  problem: string;
  affectedGroups: string[];
  unit: string;
  changeType: ChangeType;
  category: string;
  flags: Record<Flag, boolean>;
};

export type RequiredField =
  | 'title'
  | 'problem'
  | 'affectedGroups'
  | 'unit'
  | 'changeType'
  | 'category'
  | 'flags';

/** The fields G1 still lacks, in the order they are asked. */
export function missingForSubmit(content: DraftContent): RequiredField[] {
  const missing: RequiredField[] = [];
  if (!saysSomething(content.problem)) missing.push('problem');
  if (!saysSomething(content.title)) missing.push('title');
  if (!content.affectedGroups?.length) missing.push('affectedGroups');
  if (!content.unit) missing.push('unit');
  if (!content.changeType) missing.push('changeType');
  if (!content.category) missing.push('category');
  if (!content.flags) missing.push('flags');
  return missing;
}

export const isComplete = (content: DraftContent): content is ProposalContent =>
  missingForSubmit(content).length === 0;

const LONGEST_SUGGESTION = 60;
/** A clause that is at least this long is a title by itself. */
const LEAST_CLAUSE = 40;

/** Words that only lead on to the next: a title that is cut after one of them would hang in the air. */
const LEADS_ON =
  /(?:[\s,;:.–-]+(?:och|eller|men|utan|som|att|för|från|till|i|på|av|med|om|när|där|så|eftersom|medan|innan|den|det|de|en|ett|varje|alla|vår|våra|sin|sitt|sina|and|or|but|that|which|who|to|of|in|on|for|from|with|when|where|so|because|while|before|the|an?|every|all|our|their))?[\s,;:.–-]*$/iu;

/**
 * A title from the first sentence of the problem, at most 60 characters: its first clause, or as many whole words as fit.
 * The proposer sees it and may change it. A full stop ends a sentence only before a capital letter ("t.ex. lås").
 */
export function suggestTitle(problem: string): string {
  const sentence =
    problem
      .trim()
      .replace(/\s+/g, ' ')
      .split(/(?<=[.!?]) (?=\p{Lu})/u)[0] ?? '';
  const plain = sentence.replace(/[.!?:;,\s]+$/, '');
  if (plain.length <= LONGEST_SUGGESTION) return plain;
  const begun = plain.slice(0, LONGEST_SUGGESTION + 1);
  const clause = begun.search(/[,;:][^,;:]*$/);
  const end = clause >= LEAST_CLAUSE ? clause : begun.lastIndexOf(' ');
  return end > LONGEST_SUGGESTION / 3
    ? withoutLooseEnd(plain.slice(0, end))
    : wholeCharacters(plain, LONGEST_SUGGESTION);
}

function withoutLooseEnd(text: string): string {
  const shorter = text.replace(LEADS_ON, '');
  return shorter === text ? text : withoutLooseEnd(shorter);
}

/** The first code units of a text, never half of a character that takes two. */
const wholeCharacters = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
