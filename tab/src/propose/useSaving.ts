import { useRef, useState } from 'react';
import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import type { DraftContent } from '../../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import type { Target } from '../api/operation.ts';
import { isUncertain, type Problem } from '../api/problems.ts';
import { type Sent, useSend } from '../api/useSend.ts';
import { changeTo, contentOf, formOf } from './form.ts';
import { forgetOperation, keepOperation, keptOn, keptOperation } from './kept.ts';

export type Saving = {
  /** The draft as the server has it; undefined until it is saved for the first time. */
  readonly draft: InitiativeView | undefined;
  readonly busy: 'saving' | 'sending' | undefined;
  readonly problem: Problem | undefined;
  readonly save: (content: DraftContent) => Promise<Sent | undefined>;
  readonly submit: (content: DraftContent) => Promise<Sent | undefined>;
  /** Goes on from what the server has, not from what was typed earlier. */
  readonly startOver: () => void;
};

/**
 * Saves a draft or sends it in, with what is typed, in one order; what was never saved begins with either.
 * @param key under which what is typed is kept: it may have been typed, or sent without an answer, on an earlier visit.
 */
export function useSaving(initial: InitiativeView | undefined, key: string): Saving {
  const [draft, setDraft] = useState(
    () => initial && { ...initial, version: keptOn(key) ?? initial.version },
  );
  const [doing, setDoing] = useState<Saving['busy']>();
  const { send, busy, problem, clear } = useSend();
  /** Sent without an answer: one of them may be what the server has by now. */
  const unanswered = useRef<readonly DraftContent[]>([]);

  const beginning = useRef('');

  /** The same until there is a case: a lost answer must not make two. */
  function operationToBegin(): string {
    beginning.current ||= keptOperation(key) ?? crypto.randomUUID();
    keepOperation(key, beginning.current);
    return beginning.current;
  }

  /** Sends on a draft, or to begin one. */
  async function give(
    orderOn: (draft: InitiativeView | undefined) => InitiativeOrder,
    content: DraftContent,
    on: InitiativeView | undefined,
  ): Promise<Sent | undefined> {
    const target: Target = on
      ? { initiative: on.id, expectedVersion: on.version }
      : { operationId: operationToBegin() };
    const sent = await send(orderOn(on), target);
    if (!sent) return undefined;
    const known = sent.ok ? sent.initiative : sent.problem.initiative;
    if (known) setDraft(known);
    if (!sent.ok && isUncertain(sent.problem)) {
      unanswered.current = [...unanswered.current, content];
      return sent;
    }
    forgetOperation(key);
    const before = unanswered.current;
    unanswered.current = [];
    // What has changed meanwhile is our own doing.
    if (
      !sent.ok &&
      sent.problem.code === 'stale' &&
      known?.state === 'DRAFT' &&
      before.some((each) => isSame(each, known.content))
    )
      return give(orderOn, content, known);
    return sent;
  }

  return {
    draft,
    busy: busy ? doing : undefined,
    problem,
    save: (content) => {
      setDoing('saving');
      return give(
        (on) =>
          on ? { type: 'ChangeContent', content: changeTo(content) } : { type: 'StartDraft', content },
        content,
        draft,
      );
    },
    submit: (content) => {
      setDoing('sending');
      return give(() => ({ type: 'Submit', content: changeTo(content) }), content, draft);
    },
    startOver: () => {
      clear();
      beginning.current = '';
      setDraft(initial);
    },
  };
}

/** Compared as a form would write it, so that fields nobody can see make no difference. */
export const isSame = (content: DraftContent, stored: DraftContent): boolean =>
  JSON.stringify(content) === JSON.stringify(contentOf(formOf(stored)).content);
