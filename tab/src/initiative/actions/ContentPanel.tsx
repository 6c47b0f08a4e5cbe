import { Button } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useOrganisation } from '../../api/queries.ts';
import { useSend } from '../../api/useSend.ts';
import { EstimateFields } from '../../propose/EstimateFields.tsx';
import { changeTo, contentOf, type FormErrors, formOf } from '../../propose/form.ts';
import { formErrorsOf, missingErrors } from '../../propose/formErrors.ts';
import { keptKey, keptOn } from '../../propose/kept.ts';
import { AffectsFields, NeedFields } from '../../propose/ProposalFields.tsx';
import { useForm } from '../../propose/useForm.ts';
import { useGlobalStyles } from '../../shell/globalStyles.ts';
import { useMyself } from '../../shell/MeContext.ts';
import { useTexts } from '../../texts/useTexts.ts';
import { focusFirstError } from './focusFirstError.ts';
import type { PanelProps } from './OrderPanel.tsx';
import { ProblemBar } from './ProblemBar.tsx';
import { usePanelStyles } from './panelStyles.ts';

/** Changes what the proposal says, on the case's own page; unsaved text survives a reload as when proposing. */
export function ContentPanel({ view, onDone, onCancel }: PanelProps) {
  const styles = usePanelStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const me = useMyself();
  const units = useOrganisation().data?.units ?? [];
  const { send, busy, problem } = useSend();
  const key = keptKey(me.person.id, view.id);
  const [seen, setSeen] = useState(() => keptOn(key) ?? view.version);
  const state = useForm(key, formOf(view.content), seen);
  const panel = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  function stopAt(found: FormErrors): boolean {
    state.mark(found);
    if (Object.keys(found).length === 0) return false;
    requestAnimationFrame(() => focusFirstError(panel.current));
    return true;
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { content, errors } = contentOf(state.form);
    if (stopAt({ ...missingErrors(content), ...errors })) return;
    const sent = await send(
      { type: 'ChangeContent', content: changeTo(content) },
      { initiative: view.id, expectedVersion: seen },
    );
    if (!sent) return;
    if (!sent.ok) {
      if (sent.problem.initiative) setSeen(sent.problem.initiative.version);
      stopAt(formErrorsOf(sent.problem));
      return;
    }
    state.saved();
    onDone();
  }

  return (
    <form
      ref={panel}
      noValidate
      className={styles.panel}
      aria-busy={busy}
      onSubmit={(event) => void submit(event)}
    >
      <div>
        <h3 ref={heading} tabIndex={-1} className={global.heading} style={{ outline: 'none' }}>
          {t('orders:ChangeContent.name')}
        </h3>
        <p className={`${global.prose} ${global.quiet}`}>{t('orders:ChangeContent.help')}</p>
      </div>
      <NeedFields {...state} />
      <AffectsFields {...state} units={units} />
      <EstimateFields {...state} />
      <ProblemBar problem={problem} fields={Object.keys(state.errors).length} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? t('initiative:sending') : t('orders:ChangeContent.name')}
        </Button>
        <Button
          onClick={() => {
            state.startOver();
            onCancel();
          }}
        >
          {t('initiative:cancel')}
        </Button>
      </div>
    </form>
  );
}
