import { Checkbox, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { Choose } from '../../elements/Choose.tsx';
import { refusalText } from '../../elements/refusalText.ts';
import { hintOf, useTexts } from '../../texts/useTexts.ts';
import { CharacterCount } from './CharacterCount.tsx';
import type { OrderFieldProps } from './orderFieldProps.ts';
import { SimilarAnswers } from './SimilarAnswers.tsx';
import { useChoices } from './useChoices.ts';

/** One input with its label, hint and refusal. */
export function OrderField({ spec, values, errors, view, onChange }: OrderFieldProps) {
  const { t } = useTexts();
  const choices = useChoices(spec, view);
  const { path, text, kind, optional, limit } = spec;
  const value = values[path] ?? '';
  const set = (next: string) => onChange(path, next);
  const error = errors[path];
  const message = error ? refusalText(t, error) : undefined;

  if (kind === 'similar')
    return <SimilarAnswers values={values} errors={errors} view={view} onChange={onChange} />;
  if (kind === 'check') {
    return (
      <Field validationMessage={message} validationState={message ? 'error' : 'none'}>
        <Checkbox
          label={t(`fields:${text}.label`)}
          checked={value === 'true'}
          onChange={(_event, { checked }) => set(String(checked))}
        />
      </Field>
    );
  }
  const field = {
    label: t(`fields:${text}.label`),
    hint: hintOf(t, text),
    required: !optional,
    validationMessage: message,
    validationState: message ? ('error' as const) : ('none' as const),
  };
  switch (kind) {
    case 'long':
      return (
        <Field {...field} hint={<CharacterCount text={value} limit={limit} hint={field.hint} />}>
          <Textarea rows={4} resize="vertical" value={value} onChange={(_event, data) => set(data.value)} />
        </Field>
      );
    case 'choice':
      return (
        <Field {...field}>
          <RadioGroup value={value} onChange={(_event, data) => set(data.value)}>
            {choices.map((choice) => (
              <Radio key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </RadioGroup>
        </Field>
      );
    case 'unit':
    case 'coach':
    case 'person':
    case 'goal':
    case 'item':
      return (
        <Field {...field}>
          <Choose value={value} onChange={(_event, data) => set(data.value)}>
            <option value="">{t('initiative:doNothing')}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Choose>
        </Field>
      );
    default:
      return (
        <Field {...field}>
          <Input
            value={value}
            type={kind === 'day' ? 'date' : 'text'}
            inputMode={kind === 'number' ? 'decimal' : undefined}
            onChange={(_event, data) => set(data.value)}
          />
        </Field>
      );
  }
}
