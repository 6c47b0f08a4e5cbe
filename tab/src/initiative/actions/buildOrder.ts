import { caseNumberIn } from '../../../../domain/initiatives/caseNumber.ts';
import {
  commandSchema,
  type InitiativeOrder,
  type OrderType,
} from '../../../../domain/initiatives/commands.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import type { Problem } from '../../api/problems.ts';
import { readNumber } from '../../elements/numbers.ts';
import type { FieldSpec, FormValues } from './fieldSpecs.ts';

/** Refusal code by path of the field it is about; '' is the form as a whole. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Built =
  | { readonly ok: true; readonly order: InitiativeOrder }
  | { readonly ok: false; readonly errors: FieldErrors };

export const similarPath = (id: string, part: 'answer' | 'reason'): string => `_similar.${id}.${part}`;

/** The order that has been typed, checked by the same schema as on the server, or what is wrong field by field. */
export function buildOrder(
  type: OrderType,
  specs: readonly FieldSpec[],
  values: FormValues,
  view: InitiativeView,
): Built {
  const raw: Record<string, unknown> = { type };
  for (const spec of specs) {
    if (spec.path.startsWith('_') || spec.kind === 'similar' || spec.when?.(values) === false) continue;
    const value = typedValue(spec, values[spec.path] ?? '');
    if (value !== undefined) place(raw, spec.path.split('.'), value);
  }
  if (type === 'ApproveAsManager') place(raw, ['evidence', 'similarAnswers'], answersIn(values, view));
  if (type === 'SetGoal') place(raw, ['goal', 'id'], nextGoalId(view));
  const errors: Record<string, string> = {
    ...unconfirmed(specs, values),
    ...unanswered(specs, values, view),
  };
  const read = commandSchema.safeParse(raw);
  if (read.success && Object.keys(errors).length === 0) return { ok: true, order: read.data };
  for (const { path, message } of read.error?.issues ?? []) {
    const about = path.join('.');
    // An object of which nothing is filled in is missing as a whole: all its fields are.
    const marked = specs.filter((spec) => spec.path === about || spec.path.startsWith(`${about}.`));
    if (marked.length === 0) errors[''] ??= 'invalid';
    for (const spec of marked) errors[spec.path] ??= codeFor(spec, values, message);
  }
  return { ok: false, errors };
}

function typedValue({ kind, path, optional }: FieldSpec, text: string): unknown {
  if (kind === 'check') return text === 'true';
  // Grades are numbers that are chosen, not typed.
  if (kind === 'number' || path.startsWith('classification.')) return readNumber(text);
  // As people write a number in the chat, so here too.
  if (kind === 'case') return caseNumberIn(text)?.number ?? text;
  return text.trim() === '' && optional ? undefined : text;
}

function place(
  target: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  target[name] ??= {};
  place(target[name] as Record<string, unknown>, rest, value);
}

const answersIn = (values: FormValues, view: InitiativeView) =>
  view.similar.flatMap(({ id }) => {
    const answer = values[similarPath(id, 'answer')];
    const reason = values[similarPath(id, 'reason')]?.trim();
    return answer ? [{ id, answer, ...(answer === 'separate' && reason && { reason }) }] : [];
  });

/** The server says the same; said here too, everything that is wrong is marked at once. */
const unconfirmed = (specs: readonly FieldSpec[], values: FormValues): Record<string, string> =>
  Object.fromEntries(
    specs.flatMap(({ path, confirm }) => (confirm && values[path] !== 'true' ? [[path, confirm]] : [])),
  );

/** Every similar case needs an answer; keeping apart needs a reason. The server says the same. */
function unanswered(
  specs: readonly FieldSpec[],
  values: FormValues,
  view: InitiativeView,
): Record<string, string> {
  if (!specs.some(({ kind }) => kind === 'similar')) return {};
  const open = view.similar.filter(({ id }) => {
    const answer = values[similarPath(id, 'answer')];
    return !answer || (answer === 'separate' && !values[similarPath(id, 'reason')]?.trim());
  });
  return Object.fromEntries(open.map(({ id }) => [`_similar.${id}`, 'similar-not-answered']));
}

/** Schema messages are codes of ours; what zod says by itself is a missing or a misshapen value. */
function codeFor(spec: FieldSpec, values: FormValues, message: string): string {
  if (/^[a-z]+(-[a-z]+)+$/.test(message)) return message;
  if (!values[spec.path]?.trim()) return 'required';
  return spec.kind === 'number' ? 'number-required' : 'invalid';
}

function nextGoalId({ goals }: InitiativeView): string {
  let at = goals.length + 1;
  while (goals.some(({ id }) => id === `goal-${at}`)) at += 1;
  return `goal-${at}`;
}

/** Which fields a refusal is about. `about` names a field, a path, or the id of a similar case. */
export function errorsOf(problem: Problem, specs: readonly FieldSpec[], view: InitiativeView): FieldErrors {
  const errors: Record<string, string> = {};
  const mark = (name: string, code: string) => {
    const spec = specs.find(
      ({ path }) => path === name || path.endsWith(`.${name}`) || name.startsWith(`${path}.`),
    );
    if (view.similar.some(({ id }) => id === name)) errors[`_similar.${name}`] = code;
    else if (spec) errors[spec.path] = code;
  };
  for (const name of problem.about ?? []) mark(name, problem.code);
  for (const { path, code } of problem.errors ?? []) mark(path, code);
  if (problem.code === 'reason-needed') mark('reason', problem.code);
  if (problem.code === 'lesson-needed') mark('lesson', problem.code);
  return errors;
}
