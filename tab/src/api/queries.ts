import { keepPreviousData, QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import type {
  Columns,
  DocumentsView,
  InitiativeView,
  MeView,
  OrganisationView,
  SimilarView,
  TodoView,
  UndeliveredView,
} from '../../../domain/portfolio/views.ts';
import { useClient } from './ClientContext.ts';
import type { Client } from './client.ts';
import { problemOf } from './problems.ts';

/** Names of what is kept in memory; `changes.ts` says which of them a change makes old. */
export const KEYS = {
  me: ['me'],
  portfolio: ['portfolio'],
  organisation: ['organisation'],
  initiative: ['initiative'],
  documents: ['documents'],
  todo: ['todo'],
  undelivered: ['undelivered'],
} as const;

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Told by the stream of changes, so nothing is fetched again for being old only.
        staleTime: 60_000,
        networkMode: 'always',
        retry: (failures, error) => {
          const { status } = problemOf(error);
          return failures < 2 && (status === 0 || status >= 500);
        },
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
    },
  });

export const useMe = () => useQuery(meQuery(useClient()));

const meQuery = (client: Client) =>
  queryOptions({ queryKey: KEYS.me, queryFn: ({ signal }) => client.get<MeView>('/api/me', signal) });

export type PortfolioAnswer = { readonly columns: Columns; readonly insight: readonly PortfolioRow[] };

/** The open portfolio and, laid over it later, the protected rows this person may see. */
export const usePortfolio = () => useQuery(portfolioQuery(useClient()));

const portfolioQuery = (client: Client) =>
  queryOptions({
    queryKey: KEYS.portfolio,
    // Comparing 250,000 cells to find out that one changed costs more than drawing 30 rows again.
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<PortfolioAnswer> => {
      const [columns, insight] = await Promise.all([
        client.get<Columns>('/api/portfolio', signal),
        client.get<{ rows: PortfolioRow[] }>('/api/portfolio/insight', signal).catch(() => ({ rows: [] })),
      ]);
      return { columns, insight: insight.rows };
    },
  });

export const useOrganisation = () => useQuery(organisationQuery(useClient()));

const organisationQuery = (client: Client) =>
  queryOptions({
    queryKey: KEYS.organisation,
    queryFn: ({ signal }) => client.get<OrganisationView>('/api/organisation', signal),
  });

/** @param id stream id or case number. */
export function useInitiative(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...KEYS.initiative, id],
    queryFn: ({ signal }) => client.get<InitiativeView>(`/api/initiatives/${encodeURIComponent(id)}`, signal),
  });
}

const FOLDER_EVERY_MS = 15_000;

/** Asked for when the page of the case is there; the server has tried for long before it says no. */
export function useDocuments({ id, number, detailsHidden }: InitiativeView) {
  const client = useClient();
  return useQuery<DocumentsView>({
    queryKey: [...KEYS.documents, id],
    enabled: number !== null && !detailsHidden,
    retry: false,
    // The folder is made some seconds after the case.
    refetchInterval: ({ state: { data } }) =>
      data?.library && data.folder === null ? FOLDER_EVERY_MS : false,
    queryFn: ({ signal }) => client.get(`/api/initiatives/${encodeURIComponent(id)}/documents`, signal),
  });
}

export const useTodo = () => useQuery(todoQuery(useClient()));

const todoQuery = (client: Client) =>
  queryOptions({
    queryKey: [...KEYS.todo, 'mine'],
    queryFn: ({ signal }) => client.get<{ items: TodoView[] }>('/api/todo', signal),
  });

/** Asks for all that the portfolio page shows, before there is a page: who is asking first, then what is small. */
export function prefetchPortfolioPage(cache: QueryClient, client: Client): void {
  void cache.prefetchQuery(meQuery(client));
  void cache.prefetchQuery(organisationQuery(client));
  void cache.prefetchQuery(todoQuery(client));
  void cache.prefetchQuery(portfolioQuery(client));
}

export function useDrafts() {
  const client = useClient();
  return useQuery({
    queryKey: [...KEYS.todo, 'drafts'],
    queryFn: ({ signal }) => client.get<{ items: TodoView[] }>('/api/drafts', signal),
  });
}

/** No change is told of for messages, so the list is fetched again while it is shown. */
const UNDELIVERED_EVERY_MS = 60_000;

export function useUndelivered() {
  const client = useClient();
  return useQuery({
    queryKey: KEYS.undelivered,
    staleTime: 0,
    refetchInterval: UNDELIVERED_EVERY_MS,
    queryFn: ({ signal }) =>
      client.get<{ items: UndeliveredView[]; more: boolean }>('/api/undelivered', signal),
  });
}

export type SimilarQuestion = {
  readonly title: string;
  readonly problem: string;
  readonly solution?: string;
};

/** @param question undefined while there is too little text to compare. */
export function useSimilar(question: SimilarQuestion | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['similar', question],
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: () => client.send<{ hits: SimilarView[] }>('POST', '/api/similar', question),
  });
}
