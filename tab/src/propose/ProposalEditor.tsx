import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { useOrganisation } from '../api/queries.ts';
import { Section } from '../elements/Section.tsx';
import { focusFirstError } from '../initiative/actions/focusFirstError.ts';
import { ProblemBar } from '../initiative/actions/ProblemBar.tsx';
import { useAnnounce } from '../shell/Announcer.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useMyself } from '../shell/MeContext.ts';
import { PageHeading } from '../shell/PageHeading.tsx';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { EstimateFields } from './EstimateFields.tsx';
import { contentOf, emptyForm, type FormErrors, formOf } from './form.ts';
import { formErrorsOf, missingErrors } from './formErrors.ts';
import { keptKey } from './kept.ts';
import { AffectsFields, NeedFields } from './ProposalFields.tsx';
import { SimilarAside } from './SimilarAside.tsx';
import { useForm } from './useForm.ts';
import { useSaving } from './useSaving.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  intro: { display: 'grid', gap: tokens.spacingVerticalXS },
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr) 340px' },
  },
  aside: { '@media (min-width: 1000px)': { gridColumn: 2, gridRow: '1 / span 4' } },
  sticky: { '@media (min-width: 1000px)': { position: 'sticky', top: tokens.spacingVerticalL } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

type EditorProps = { readonly draft: InitiativeView | undefined; readonly onFirstSave: (id: string) => void };

/** Writes a proposal: new, or a draft that goes on. Everything typed is kept in the browser until it is saved. */
export function ProposalEditor({ draft: initial, onFirstSave }: EditorProps) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const me = useMyself();
  const units = useOrganisation().data?.units ?? [];
  const page = useRef<HTMLFormElement>(null);
  const [savedAt, setSavedAt] = useState(0);
  const saving = useSaving(initial, keptKey(me.person.id, initial?.id));
  const state = useForm(
    keptKey(me.person.id, saving.draft?.id),
    initial ? formOf(initial.content) : emptyForm(me.person.unit ?? ''),
    saving.draft?.version,
  );
  const { form, errors } = state;
  const fields = {
    form,
    errors,
    change: (part: Parameters<typeof state.change>[0]) => {
      setSavedAt(0);
      state.change(part);
    },
  };

  const sent = saving.problem?.code === 'stale' && saving.draft?.state !== 'DRAFT' ? saving.draft : undefined;

  function stopAt(found: FormErrors): boolean {
    state.mark(found);
    if (Object.keys(found).length === 0) return false;
    requestAnimationFrame(() => focusFirstError(page.current));
    return true;
  }

  function startOver() {
    state.startOver();
    saving.startOver();
  }

  async function save() {
    const { content, errors: wrong } = contentOf(form);
    if (stopAt(wrong)) return;
    setSavedAt(0);
    const sent = await saving.save(content);
    if (!sent) return;
    if (!sent.ok) return void stopAt(formErrorsOf(sent.problem));
    state.saved();
    setSavedAt(sent.initiative.version);
    announce(t('propose:saved'));
    if (!initial) onFirstSave(sent.initiative.id);
  }

  async function submit() {
    const { content, errors: wrong } = contentOf(form);
    if (stopAt({ ...missingErrors(content), ...wrong })) return;
    setSavedAt(0);
    const sent = await saving.submit(content);
    if (!sent) return;
    if (!sent.ok) return void stopAt(formErrorsOf(sent.problem));
    state.saved();
    announce(t('propose:submitted'));
    void navigate(`/initiatives/${encodeURIComponent(sent.initiative.number ?? sent.initiative.id)}`);
  }

  return (
    <form ref={page} noValidate className={styles.page} onSubmit={(event) => event.preventDefault()}>
      <div className={styles.intro}>
        <PageHeading title={initial ? t('propose:editTitle') : t('propose:question')} />
        <p className={global.intro}>{t('propose:intro')}</p>
      </div>
      {state.restored && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('propose:restored')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={startOver}>{t('propose:discard')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <Section title={t('propose:step.need')}>
          <p className={`${global.prose} ${global.quiet}`}>{t('propose:noPersons')}</p>
          <NeedFields {...fields} />
        </Section>
        <div className={styles.aside}>
          <div className={styles.sticky}>
            <SimilarAside form={form} self={saving.draft?.id} />
          </div>
        </div>
        <Section title={t('propose:step.affects')}>
          <AffectsFields {...fields} units={units} />
        </Section>
        <Section title={t('propose:step.estimate')}>
          <EstimateFields {...fields} />
        </Section>
        <Section title={t('propose:step.send')}>
          <p className={`${global.prose} ${global.quiet}`}>
            {t('orders:Submit.help')} {t('propose:kept')}
          </p>
          {sent ? (
            <AlreadySent sent={sent} />
          ) : (
            <ProblemBar problem={saving.problem} fields={Object.keys(errors).length} />
          )}
          {savedAt > 0 && (
            <MessageBar intent="success">
              <MessageBarBody>{t('propose:saved')}</MessageBarBody>
            </MessageBar>
          )}
          {!sent && (
            <div className={styles.buttons}>
              <Button
                appearance="primary"
                disabledFocusable={saving.busy !== undefined}
                onClick={() => void submit()}
              >
                {saving.busy === 'sending' ? t('propose:sending') : t('propose:submit')}
              </Button>
              <Button disabledFocusable={saving.busy !== undefined} onClick={() => void save()}>
                {saving.busy === 'saving' ? t('propose:saving') : t('propose:save')}
              </Button>
            </div>
          )}
        </Section>
      </div>
    </form>
  );
}

/** It had been sent in, though no answer came, and other words were written since: they cannot be sent from here. */
function AlreadySent({ sent: { id, number } }: { readonly sent: InitiativeView }) {
  const { t } = useTexts();
  return (
    <div role="alert">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('propose:alreadySentTitle')}</MessageBarTitle>
          {t('propose:alreadySent')}
        </MessageBarBody>
        <MessageBarActions>
          <TextLink to={`/initiatives/${encodeURIComponent(number ?? id)}`}>{t('propose:openCase')}</TextLink>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
