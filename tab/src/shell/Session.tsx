import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { ClientContext } from '../api/ClientContext.ts';
import type { Client } from '../api/client.ts';
import { problemOf } from '../api/problems.ts';
import { createQueryClient, prefetchPortfolioPage, useMe } from '../api/queries.ts';
import { Failure } from './Failure.tsx';
import { Loading } from './Loading.tsx';
import { MeContext } from './MeContext.ts';
import { type Personas, PersonasContext } from './PersonasContext.ts';
import { fetchAllPages } from './pages.ts';
import { createRouter } from './routes.tsx';

/** By then the first page has come, also over a slow network. */
const FETCH_PAGES_AFTER_MS = 2_000;

type SessionProps = { readonly client: Client; readonly personas?: Personas; readonly onReady?: () => void };

/** One person's visit: own memory of answers, own language, then the pages. */
export function Session({ client, personas, onReady }: SessionProps) {
  const [cache] = useState(() => {
    const made = createQueryClient();
    // The first page needs the portfolio as much as it needs to know who is asking.
    if (['', '#/'].includes(location.hash.split('?')[0] ?? '')) prefetchPortfolioPage(made, client);
    return made;
  });
  return (
    <QueryClientProvider client={cache}>
      <ClientContext value={client}>
        <PersonasContext value={personas}>
          <Pages {...(onReady && { onReady })} />
        </PersonasContext>
      </ClientContext>
    </QueryClientProvider>
  );
}

function Pages({ onReady }: { onReady?: () => void }) {
  const me = useMe();
  const { i18n } = useTranslation();
  const [router] = useState(createRouter);
  const language = me.data?.language;
  const settled = me.data !== undefined || me.isError;

  useEffect(() => {
    if (settled) onReady?.();
  }, [settled, onReady]);

  useEffect(() => {
    if (!settled) return;
    const timer = setTimeout(fetchAllPages, FETCH_PAGES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [settled]);

  useEffect(() => {
    if (language) void i18n.changeLanguage(language);
    document.documentElement.lang = language ?? 'sv';
  }, [language, i18n]);

  if (me.data) {
    return (
      <MeContext value={me.data}>
        <RouterProvider router={router} />
      </MeContext>
    );
  }
  if (!me.isError) return <Loading />;
  const signIn = [401, 403].includes(problemOf(me.error).status);
  return <Failure kind={signIn ? 'signInFailed' : 'failed'} onRetry={() => void me.refetch()} />;
}
