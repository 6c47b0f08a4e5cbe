import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { problemOf } from '../api/problems.ts';
import { useInitiative, useOrganisation } from '../api/queries.ts';
import { CalculationSection } from '../calculation/CalculationSection.tsx';
import { Section } from '../elements/Section.tsx';
import { useAnnounce } from '../shell/Announcer.tsx';
import { Failure } from '../shell/Failure.tsx';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { Loading } from '../shell/Loading.tsx';
import { Message } from '../shell/Message.tsx';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { Actions } from './actions/Actions.tsx';
import { InitiativeHeader } from './InitiativeHeader.tsx';
import { NextBox } from './NextBox.tsx';
import { Notices } from './Notices.tsx';
import { Stepper } from './Stepper.tsx';
import { ContentSection } from './sections/ContentSection.tsx';
import { DecisionsSection } from './sections/DecisionsSection.tsx';
import { DocumentsSection } from './sections/DocumentsSection.tsx';
import { FollowUpsSection } from './sections/FollowUpsSection.tsx';
import { GoalsSection } from './sections/GoalsSection.tsx';
import { HistorySection } from './sections/HistorySection.tsx';
import { LessonsSection } from './sections/LessonsSection.tsx';
import { PeopleSection } from './sections/PeopleSection.tsx';
import { SimilarList } from './sections/SimilarList.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr) 360px' },
  },
  column: { display: 'grid', gap: tokens.spacingHorizontalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** Everything about one case. `id` in the address is a case number or a stream id. */
export function InitiativePage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const answer = useInitiative(id);
  if (answer.data) return <Initiative key={id} view={answer.data} />;
  if (!answer.isError) return <Loading />;
  if ([403, 404].includes(problemOf(answer.error).status)) {
    return (
      <Message title={t('initiative:missingTitle')} text={t('initiative:missingText')}>
        <TextLink to="/">{t('shell:toPortfolio')}</TextLink>
      </Message>
    );
  }
  return <Failure kind="failed" onRetry={() => void answer.refetch()} />;
}

function Initiative({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const units = useOrganisation().data?.units;
  const nameOf = (unit: string | null | undefined) =>
    units?.find(({ id }) => id === unit)?.name ?? unit ?? '';
  const place = { department: nameOf(view.department), unit: nameOf(view.content.unit) };
  useSpokenUpdates(view);
  return (
    <article className={styles.page}>
      <InitiativeHeader view={view} {...place} />
      <Stepper view={view} />
      <Notices view={view} />
      {!view.detailsHidden && (
        <>
          <NextBox view={view}>
            <Actions view={view} />
          </NextBox>
          <Details view={view} place={place} nameOf={nameOf} />
        </>
      )}
      {view.detailsHidden && (
        <Section title={t(`states:${view.state}.name`)}>
          <p className={global.prose}>{t(`states:${view.state}.meaning`)}</p>
        </Section>
      )}
    </article>
  );
}

type DetailsProps = {
  readonly view: InitiativeView;
  readonly place: { readonly department: string; readonly unit: string };
  readonly nameOf: (unit: string) => string;
};

function Details({ view, place, nameOf }: DetailsProps) {
  const styles = useStyles();
  const { t } = useTexts();
  const measured = view.goals.length + view.outcomes.length + view.retired.length > 0;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <ContentSection view={view} />
        {!view.figuresHidden && <CalculationSection estimate={view.content.estimate} />}
        {measured && <GoalsSection view={view} />}
        {view.lessons.length > 0 && <LessonsSection view={view} />}
        <DecisionsSection view={view} />
      </div>
      <div className={styles.column}>
        {view.similar.length > 0 && (
          <Section title={t('initiative:similar')}>
            <SimilarList hits={view.similar} nameOf={nameOf} />
          </Section>
        )}
        <FollowUpsSection view={view} />
        <DocumentsSection view={view} />
        <PeopleSection view={view} {...place} />
        <HistorySection view={view} />
      </div>
    </div>
  );
}

/** Says that the page has changed under the reader's eyes, and to what state. */
function useSpokenUpdates({ version, state }: InitiativeView): void {
  const { t } = useTexts();
  const announce = useAnnounce();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version)
      announce(
        `${t('initiative:updated')} ${t('initiative:staleState', { state: t(`states:${state}.name`) })}`,
      );
    seen.current = version;
  }, [version, state, announce, t]);
}
