import { useState } from 'react';
import type { DraftContent } from '../../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import type { Problem } from '../api/problems.ts';
import { type Sent, useSend } from '../api/useSend.ts';
import { changeTo, contentOf, formOf } from './form.ts';

export type Saving = {
  /** The draft as the server has it; undefined until it is saved for the first time. */
  readonly draft: InitiativeView | undefined;
  readonly busy: 'saving' | 'sending' | undefined;
  readonly problem: Problem | undefined;
  readonly save: (content: DraftContent) => Promise<Sent | undefined>;
  readonly submit: (content: DraftContent) => Promise<Sent | undefined>;
};

/** Saves a draft and sends it: two orders, each with an operation of its own, so that either can be tried again. */
export function useSaving(initial: InitiativeView | undefined): Saving {
  const [draft, setDraft] = useState(initial);
  const saving = useSend();
  const sending = useSend();

  async function save(content: DraftContent): Promise<Sent | undefined> {
    if (draft && isSame(content, draft.content)) return { ok: true, initiative: draft };
    const sent = draft
      ? await saving.send(
          { type: 'ChangeContent', content: changeTo(content) },
          { initiative: draft.id, expectedVersion: draft.version },
        )
      : await saving.send({ type: 'StartDraft', content });
    const known = sent?.ok ? sent.initiative : sent?.problem.initiative;
    if (known) setDraft(known);
    return sent;
  }

  async function submit(content: DraftContent): Promise<Sent | undefined> {
    sending.clear();
    const saved = await save(content);
    if (!saved?.ok) return saved;
    const { id, version } = saved.initiative;
    const sent = await sending.send({ type: 'Submit' }, { initiative: id, expectedVersion: version });
    const known = sent?.ok ? sent.initiative : sent?.problem.initiative;
    if (known) setDraft(known);
    return sent;
  }

  const savingNow = saving.busy ? 'saving' : undefined;
  return {
    draft,
    busy: sending.busy ? 'sending' : savingNow,
    problem: saving.problem ?? sending.problem,
    save,
    submit,
  };
}

/** Compared as a form would write it, so that fields nobody can see make no difference. */
export const isSame = (content: DraftContent, stored: DraftContent): boolean =>
  JSON.stringify(content) === JSON.stringify(contentOf(formOf(stored)).content);
