import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { problemOf } from '../api/problems.ts';
import { useInitiative } from '../api/queries.ts';
import { Failure } from '../shell/Failure.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Message } from '../shell/Message.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { ProposalEditor } from './ProposalEditor.tsx';

/** `/propose` writes a new one, `/propose/<id>` goes on with a draft. */
export function ProposePage() {
  const { id } = useParams();
  const navigate = useNavigate();
  const savedAs = useRef<string>(undefined);
  const [session, setSession] = useState({ id, key: 0 });
  if (session.id !== id) {
    // The first save gives the page an address; the one who writes must not notice.
    const same = id !== undefined && id === savedAs.current;
    setSession({ id, key: same ? session.key : session.key + 1 });
  }
  const onFirstSave = (made: string) => {
    savedAs.current = made;
    void navigate(`/propose/${encodeURIComponent(made)}`, { replace: true, preventScrollReset: true });
  };
  const key = session.key;
  return id === undefined || id === savedAs.current ? (
    <ProposalEditor key={key} draft={undefined} onFirstSave={onFirstSave} />
  ) : (
    <Draft key={key} id={id} onFirstSave={onFirstSave} />
  );
}

function Draft({ id, onFirstSave }: { id: string; onFirstSave: (id: string) => void }) {
  const { t } = useTexts();
  const answer = useInitiative(id);
  const view = answer.data;
  // What was a draft when it was opened stays open: sending it leads on from there.
  const [opened, setOpened] = useState(view?.state === 'DRAFT');
  if (!opened && view?.state === 'DRAFT') setOpened(true);
  if (view && (opened || view.state === 'DRAFT'))
    return <ProposalEditor draft={view} onFirstSave={onFirstSave} />;
  if (view) {
    return (
      <Message title={t('propose:notYours')} text={t(`states:${view.state}.meaning`)}>
        <TextLink to={`/initiatives/${encodeURIComponent(view.number ?? view.id)}`}>
          {t('propose:openCase')}
        </TextLink>
      </Message>
    );
  }
  if (!answer.isError) return <Loading />;
  return problemOf(answer.error).status === 404 ? (
    <NotFound />
  ) : (
    <Failure kind="failed" onRetry={() => void answer.refetch()} />
  );
}
