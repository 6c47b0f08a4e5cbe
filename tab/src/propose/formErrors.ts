import { type DraftContent, missingForSubmit } from '../../../domain/initiatives/content.ts';
import type { Problem } from '../api/problems.ts';
import { ESTIMATE_FIELDS, type FormErrors } from './form.ts';

const FIELDS = [
  'problem',
  'title',
  'solution',
  'effect',
  'affectedGroups',
  'unit',
  'changeType',
  'category',
  'flags',
  ...ESTIMATE_FIELDS,
] as const;

/**
 * What a proposal lacks before it may be sent (gate G1), marked field by field. A title that is left empty is made of
 * the problem, so it is not asked for while that is missing.
 */
export function missingErrors(content: DraftContent): FormErrors {
  const missing: readonly string[] = missingForSubmit(content);
  const asked = missing.filter((field) => field !== 'title' || !missing.includes('problem'));
  return Object.fromEntries(asked.map((field) => [field, 'required']));
}

/** Which fields of a proposal a refusal is about: `content.problem`, `problem`, `content.estimate.oneTimeCost` … */
export function formErrorsOf(problem: Problem): FormErrors {
  const named = [
    ...(problem.about ?? []).map((path) => ({ path, code: problem.code })),
    ...(problem.errors ?? []),
  ];
  const marked = named.flatMap(({ path, code }) => {
    const parts = path.split('.').filter((part) => part !== 'content' && part !== 'estimate');
    const name = parts[0] === 'adoption' ? `adoption${Number(parts[1] ?? 0) + 1}` : parts[0];
    const field = FIELDS.find((each) => each === name);
    return field ? [[field, code === 'incomplete' ? 'required' : code] as const] : [];
  });
  return Object.fromEntries(marked);
}
