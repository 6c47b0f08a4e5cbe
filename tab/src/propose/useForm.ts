import { useState } from 'react';
import type { FormErrors, ProposalForm } from './form.ts';
import { forget, keep, readKept } from './kept.ts';

export type FormState = {
  readonly form: ProposalForm;
  readonly errors: FormErrors;
  /** True when it was found in the browser from an earlier visit. */
  readonly restored: boolean;
  readonly change: (part: Partial<ProposalForm>) => void;
  readonly mark: (errors: FormErrors) => void;
  /** It is saved on the server now: nothing to keep here. */
  readonly saved: () => void;
  readonly startOver: () => void;
};

/**
 * A proposal being written; every change is kept in the browser at once, so that a reload loses nothing.
 * @param key another one once it has an id. @param version of the draft or case that is looked at while typing.
 */
export function useForm(key: string, initial: ProposalForm, version: number | undefined): FormState {
  const [firstKey] = useState(key);
  const [kept] = useState(() => readKept(key));
  const [form, setForm] = useState(kept ?? initial);
  const [errors, setErrors] = useState<FormErrors>({});
  const [restored, setRestored] = useState(kept !== undefined);
  const forgetAll = () => {
    forget(firstKey);
    forget(key);
    setRestored(false);
  };
  return {
    form,
    errors,
    restored,
    change: (part) => {
      const next = { ...form, ...part };
      setForm(next);
      keep(key, next, version);
      setErrors((before) => without(before, [...Object.keys(part), ...changedFigures(form, part)]));
    },
    mark: setErrors,
    saved: forgetAll,
    startOver: () => {
      forgetAll();
      setForm(initial);
      setErrors({});
    },
  };
}

const changedFigures = (form: ProposalForm, { estimate }: Partial<ProposalForm>): string[] =>
  estimate
    ? Object.entries(estimate).flatMap(([field, text]) =>
        form.estimate?.[field as keyof typeof estimate] === text ? [] : [field],
      )
    : [];

const without = (errors: FormErrors, fields: readonly string[]): FormErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));
