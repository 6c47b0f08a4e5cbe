import type { Texts } from '../texts/texts.ts';
import { alert, CLOSE, CLOSEST, container, type Element, text } from './elements.ts';
import type { FieldErrors, RawValues } from './model.ts';
import { fitText, withoutControls } from './room.ts';

/** What was typed and what is wrong with it, by input id. */
export type Form = { readonly values?: RawValues | undefined; readonly errors?: FieldErrors | undefined };

export type Choice = { readonly title: string; readonly value: string };

/** Bytes one input may carry back; beyond what may be saved, so that an over-long text is not lost at the first error. */
const TYPED_ROOM = 12_000;

/** What was typed in an input, as text; undefined when nothing was. */
export function typed({ values }: Form, id: string): string | undefined {
  const value = values?.[id];
  if (typeof value === 'string')
    return value === '' ? undefined : fitText(withoutControls(value), TYPED_ROOM);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

type Input = Record<string, unknown>;

/** The input with what was typed, and the error right below it. */
function withTyped(input: Input, value: unknown, { errors }: Form): Element[] {
  if (value !== undefined) input.value = value;
  const error = errors?.[String(input.id)];
  return error === undefined ? [input] : [input, alert(error, { size: 'Small', ...CLOSEST })];
}

export type TextOptions = {
  readonly maxLength: number;
  readonly multiline?: boolean;
  readonly placeholder?: string;
};

export function textInput(form: Form, id: string, label: string, options: TextOptions): Element[] {
  const { maxLength, multiline, placeholder } = options;
  const input: Input = { type: 'Input.Text', id, label, maxLength };
  if (multiline) input.isMultiline = true;
  if (placeholder !== undefined) input.placeholder = placeholder;
  return withTyped(input, typed(form, id), form);
}

export type NumberOptions = { readonly min?: number; readonly max?: number; readonly placeholder?: string };

const NUMBER_AS_TEXT = 40;

/** A number field; when what was typed is no number it comes back as text, so that it can be corrected. */
export function numberInput(form: Form, id: string, label: string, options: NumberOptions = {}): Element[] {
  const value = typed(form, id);
  const number = value === undefined ? undefined : Number(value);
  if (Number.isNaN(number)) return textInput(form, id, label, { maxLength: NUMBER_AS_TEXT });
  return withTyped({ type: 'Input.Number', id, label, ...options }, number, form);
}

export const dateInput = (form: Form, id: string, label: string): Element[] =>
  withTyped({ type: 'Input.Date', id, label }, typed(form, id), form);

export const toggle = (form: Form, id: string, title: string): Element[] =>
  withTyped(
    { type: 'Input.Toggle', id, title, wrap: true },
    typed(form, id) === 'true' ? 'true' : 'false',
    form,
  );

export type ChoiceOptions = {
  readonly style?: 'compact' | 'expanded';
  readonly many?: boolean;
  readonly placeholder?: string;
};

export function choiceInput(
  form: Form,
  id: string,
  label: string,
  choices: readonly Choice[],
  options: ChoiceOptions = {},
): Element[] {
  const { style = 'compact', many, placeholder } = options;
  const input: Input = { type: 'Input.ChoiceSet', id, label, style, wrap: true, choices };
  if (many) input.isMultiSelect = true;
  if (placeholder !== undefined) input.placeholder = placeholder;
  return withTyped(input, known(typed(form, id), choices), form);
}

/** Anybody in the municipality's directory, found by name in Teams; `near` are shown before anything is typed. */
export function personInput(
  form: Form,
  id: string,
  label: string,
  near: readonly Choice[],
  placeholder: string,
): Element[] {
  const search = { 'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' } };
  const input = {
    type: 'Input.ChoiceSet',
    id,
    label,
    placeholder,
    choices: near,
    ...search,
  };
  return withTyped(input, typed(form, id), form);
}

/** Only choices that exist: some clients show nothing at all for an unknown one. */
function known(value: string | undefined, choices: readonly Choice[]): string | undefined {
  const chosen = value?.split(',').filter((one) => choices.some((choice) => choice.value === one));
  return chosen?.length ? chosen.join(',') : undefined;
}

/** Everything that is wrong, at the top of the card; each thing is said again at its input. */
export function errorSummary({ errors }: Form, texts: Texts): Element | undefined {
  if (errors === undefined) return undefined;
  const all = [...new Set(Object.values(errors))];
  const count = Object.keys(errors).length;
  if (count === 0) return undefined;
  return container(
    [
      alert(texts.t('common.errors-heading', { count })),
      ...all.map((error) => text(count > 1 ? withField(error, errors, texts) : error, CLOSE)),
    ],
    { style: 'attention' },
  );
}

/** Says which fields have this error. */
function withField(error: string, errors: FieldErrors, { t }: Texts): string {
  const ids = Object.keys(errors).filter((id) => errors[id] === error);
  const named = ids.map((id) => t(`fields.${id.split(':')[0]}`, { defaultValue: '' })).filter(Boolean);
  const name = [...new Set(named)].join(', ');
  return name === '' ? error : `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${error}`;
}
