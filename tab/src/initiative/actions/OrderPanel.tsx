import { Button } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { OrderType } from '../../../../domain/initiatives/commands.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { useSend } from '../../api/useSend.ts';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { useMyself } from '../../shell/MeContext.ts';
import { useTexts } from '../../texts/useTexts.ts';
import { buildOrder, errorsOf, type FieldErrors } from './buildOrder.ts';
import { type FormValues, specsFor } from './fieldSpecs.ts';
import { focusFirstError } from './focusFirstError.ts';
import { forgetValues, keepValues, keptValuesKey, readValues } from './keptValues.ts';
import { OrderField } from './OrderField.tsx';
import { ProblemBar } from './ProblemBar.tsx';
import { usePanelStyles } from './panelStyles.ts';
import { startingValues } from './startingValues.ts';

export type PanelProps = {
  readonly type: OrderType;
  readonly view: InitiativeView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/**
 * The form of one order. What is typed stays through refusals, conflicts, a dead network and a reload; it is only gone
 * when it has been sent or the person takes it back.
 */
export function OrderPanel({ type, view, onDone, onCancel }: PanelProps) {
  const styles = usePanelStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const { send, busy, problem } = useSend();
  const me = useMyself();
  const key = keptValuesKey(me.person.id, view.id, type);
  const [values, setValues] = useState<FormValues>(() => ({
    ...startingValues(type, view),
    ...readValues(key),
  }));
  const [errors, setErrors] = useState<FieldErrors>({});
  // What the person saw when the form was opened is what the answer is about.
  const [seen, setSeen] = useState(view.version);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Somebody else may have decided meanwhile: then what is typed is still here to be read and copied.
  const possible = view.may.includes(type);
  const specs = specsFor(type, view).filter(({ when }) => when?.(values) !== false);

  useEffect(() => heading.current?.focus(), []);

  const change = (path: string, value: string) => {
    const next = { ...values, [path]: value };
    setValues(next);
    keepValues(key, next);
    setErrors(({ [path]: _mended, ...rest }) => rest);
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!possible) return;
    const built = buildOrder(type, specs, values, view);
    if (!built.ok) return show(built.errors);
    const sent = await send(built.order, { initiative: view.id, expectedVersion: seen });
    if (!sent) return;
    if (sent.ok) {
      forgetValues(key);
      return onDone();
    }
    if (sent.problem.initiative) setSeen(sent.problem.initiative.version);
    show(errorsOf(sent.problem, specs, view));
  }

  function show(found: FieldErrors) {
    setErrors(found);
    requestAnimationFrame(() => focusFirstError(form.current));
  }

  return (
    <form
      ref={form}
      noValidate
      className={styles.panel}
      aria-busy={busy}
      onSubmit={(event) => void submit(event)}
    >
      <div>
        <h3 ref={heading} tabIndex={-1} className={global.heading} style={{ outline: 'none' }}>
          {t(`orders:${type}.name`)}
        </h3>
        <p className={`${global.prose} ${global.quiet}`}>{t(`orders:${type}.help`)}</p>
      </div>
      {specs.map((spec) => (
        <OrderField
          key={spec.path}
          spec={spec}
          values={values}
          errors={errors}
          view={view}
          onChange={change}
        />
      ))}
      <ProblemBar
        problem={problem}
        fields={Object.keys(errors).length}
        {...(!possible && { impossibleIn: view.state })}
      />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !possible}>
          {busy ? t('initiative:sending') : t(`orders:${type}.name`)}
        </Button>
        <Button
          onClick={() => {
            forgetValues(key);
            onCancel();
          }}
        >
          {t('initiative:cancel')}
        </Button>
      </div>
    </form>
  );
}
