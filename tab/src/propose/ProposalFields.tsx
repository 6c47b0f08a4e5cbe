import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import {
  AFFECTED_GROUPS,
  CATEGORIES,
  CHANGE_TYPES,
  type ChangeType,
  FLAGS,
  LIMITS,
  suggestTitle,
} from '../../../domain/initiatives/content.ts';
import type { Unit } from '../../../domain/organisation/organisation.ts';
import { CheckGroup } from '../elements/CheckGroup.tsx';
import { Choose } from '../elements/Choose.tsx';
import { refusalText } from '../elements/refusalText.ts';
import { CharacterCount } from '../initiative/actions/CharacterCount.tsx';
import { hintOf, labelOf, useTexts } from '../texts/useTexts.ts';
import type { FormErrors, ProposalForm } from './form.ts';
import { unitGroups } from './unitGroups.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
  checks: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))' },
  suggestion: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  suggested: { minWidth: 0, overflowWrap: 'anywhere', hyphens: 'auto' },
});

export type FieldsProps = {
  readonly form: ProposalForm;
  readonly errors: FormErrors;
  readonly change: (part: Partial<ProposalForm>) => void;
};

/** Label, hint and refusal of a field of the proposal. */
export function useFieldProps(errors: FormErrors) {
  const { t } = useTexts();
  return (name: Exclude<keyof FormErrors, 'estimate'>, required = false) => {
    const error = errors[name];
    return {
      label: t(`fields:${name}.label`),
      hint: hintOf(t, name),
      required,
      validationMessage: error ? refusalText(t, error) : undefined,
      validationState: error ? ('error' as const) : ('none' as const),
    };
  };
}

/** The need first; the solution last and not asked for. */
export function NeedFields({ form, errors, change }: FieldsProps) {
  const styles = useStyles();
  const { t } = useTexts();
  const field = useFieldProps(errors);
  const suggestion = suggestTitle(form.problem);
  const offered = suggestion !== '' && form.title === '';
  const text = (name: 'problem' | 'solution' | 'effect', rows: number) => {
    const props = field(name, name === 'problem');
    return (
      <Field {...props} hint={<CharacterCount text={form[name]} limit={LIMITS[name]} hint={props.hint} />}>
        <Textarea
          rows={rows}
          resize="vertical"
          value={form[name]}
          onChange={(_event, { value }) => change({ [name]: value })}
        />
      </Field>
    );
  };
  return (
    <div className={styles.fields}>
      {text('problem', 5)}
      <Field {...field('title')}>
        <Input
          placeholder={suggestion}
          value={form.title}
          onChange={(_event, { value }) => change({ title: value })}
        />
      </Field>
      {offered && (
        <span className={styles.suggestion}>
          <span className={styles.suggested}>{t('propose:suggestedTitle', { title: suggestion })}</span>
          <Button size="small" onClick={() => change({ title: suggestion })}>
            {t('propose:useTitle')}
          </Button>
        </span>
      )}
      {text('solution', 3)}
      {text('effect', 2)}
    </div>
  );
}

/** What decides who takes part and which track it goes. */
export function AffectsFields({
  form,
  errors,
  change,
  units,
}: FieldsProps & { readonly units: readonly Unit[] }) {
  const styles = useStyles();
  const { t } = useTexts();
  const field = useFieldProps(errors);
  const toggled = <Value extends string>(list: readonly Value[], value: Value, on: boolean): Value[] =>
    on ? [...list, value] : list.filter((each) => each !== value);
  const { flags } = form;
  return (
    <div className={styles.fields}>
      <Field {...field('unit', true)}>
        <Choose value={form.unit} onChange={(_event, { value }) => change({ unit: value })}>
          <option value="">{t('propose:choose')}</option>
          {unitGroups(units).map((group) => (
            <optgroup key={group.department.id} label={group.department.name}>
              {group.units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </Choose>
      </Field>
      <CheckGroup {...field('affectedGroups', true)}>
        <div className={styles.checks}>
          {AFFECTED_GROUPS.map((group) => (
            <Checkbox
              key={group}
              label={labelOf(t, 'group', group)}
              checked={form.affectedGroups.includes(group)}
              onChange={(_event, { checked }) =>
                change({ affectedGroups: toggled(form.affectedGroups, group, checked === true) })
              }
            />
          ))}
        </div>
      </CheckGroup>
      <Field {...field('changeType', true)}>
        <RadioGroup
          value={form.changeType}
          onChange={(_event, { value }) => change({ changeType: value as ChangeType })}
        >
          {CHANGE_TYPES.map((type) => (
            <Radio key={type} value={type} label={t(`codes:changeType.${type}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field {...field('category', true)}>
        <Choose value={form.category} onChange={(_event, { value }) => change({ category: value })}>
          <option value="">{t('propose:choose')}</option>
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {labelOf(t, 'category', category)}
            </option>
          ))}
        </Choose>
      </Field>
      <CheckGroup {...field('flags', true)}>
        {FLAGS.map((flag) => (
          <div key={flag}>
            <Checkbox
              label={t(`codes:flag.${flag}`)}
              checked={flags?.includes(flag) ?? false}
              onChange={(_event, { checked }) => {
                const next = toggled(flags ?? [], flag, checked === true);
                change({ flags: next.length > 0 ? next : null });
              }}
            />
          </div>
        ))}
        <Checkbox
          label={t('propose:none')}
          checked={flags?.length === 0}
          onChange={(_event, { checked }) => change({ flags: checked ? [] : null })}
        />
      </CheckGroup>
      <Checkbox
        label={t('fields:severalUnits.label')}
        checked={form.severalUnits}
        onChange={(_event, { checked }) => change({ severalUnits: checked === true })}
      />
    </div>
  );
}
