import { useEffect, useState } from 'react';
import { type SimilarQuestion, useOrganisation, useSimilar } from '../api/queries.ts';
import { Section } from '../elements/Section.tsx';
import { SimilarList } from '../initiative/sections/SimilarList.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useTexts } from '../texts/useTexts.ts';
import type { ProposalForm } from './form.ts';

/** Fewer characters say too little to compare. */
const LEAST = 20;
const PAUSE_MS = 500;

export const questionOf = ({ title, problem, solution }: ProposalForm): SimilarQuestion | undefined =>
  problem.trim().length < LEAST
    ? undefined
    : { title: title.trim(), problem: problem.trim(), ...(solution.trim() && { solution: solution.trim() }) };

/** Who else is at it already; looked up while one writes. */
export function SimilarAside({ form, self }: { form: ProposalForm; self: string | undefined }) {
  const global = useGlobalStyles();
  const { t } = useTexts();
  const units = useOrganisation().data?.units;
  const question = useSettled(questionOf(form));
  const similar = useSimilar(question);
  const hits = similar.data?.hits.filter(({ id }) => id !== self) ?? [];
  return (
    <Section title={t('propose:similarTitle')}>
      <p role="status" className={global.prose}>
        {!question && t('propose:similarWaiting')}
        {question && similar.isError && t('propose:similarFailed')}
        {question &&
          similar.data &&
          (hits.length === 0 ? t('propose:similarNone') : t('propose:similarFound', { count: hits.length }))}
      </p>
      {question && hits.length > 0 && (
        <>
          <p className={`${global.prose} ${global.quiet}`}>
            {t('propose:similarHelp')} {t('propose:opensSame')}
          </p>
          <SimilarList hits={hits} nameOf={(id) => units?.find((unit) => unit.id === id)?.name ?? id} />
        </>
      )}
    </Section>
  );
}

/** The question once nobody has typed for a while. */
function useSettled(question: SimilarQuestion | undefined): SimilarQuestion | undefined {
  const [settled, setSettled] = useState(question);
  const text = JSON.stringify(question);
  useEffect(() => {
    const timer = setTimeout(
      () => setSettled(text === undefined ? undefined : (JSON.parse(text) as SimilarQuestion)),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
