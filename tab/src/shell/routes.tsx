import { createHashRouter } from 'react-router';
import { PortfolioPage } from '../portfolio/PortfolioPage.tsx';
import { Layout } from './Layout.tsx';
import { Loading } from './Loading.tsx';
import { NotFound } from './NotFound.tsx';
import { RouteError } from './RouteError.tsx';

/** Hash routes: the address works wherever the file is served, and inside Teams. */
export const createRouter = () =>
  createHashRouter([
    {
      element: <Layout />,
      HydrateFallback: Loading,
      children: [
        {
          ErrorBoundary: RouteError,
          children: [
            { index: true, element: <PortfolioPage /> },
            {
              path: 'initiatives/:id',
              lazy: async () => ({
                Component: (await import('../initiative/InitiativePage.tsx')).InitiativePage,
              }),
            },
            {
              path: 'todo',
              lazy: async () => ({ Component: (await import('../todo/TodoPage.tsx')).TodoPage }),
            },
            {
              path: 'propose/:id?',
              lazy: async () => ({ Component: (await import('../propose/ProposePage.tsx')).ProposePage }),
            },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ]);
