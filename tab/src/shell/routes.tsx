import { createHashRouter } from 'react-router';
import { PortfolioPage } from '../portfolio/PortfolioPage.tsx';
import { Layout } from './Layout.tsx';
import { Loading } from './Loading.tsx';
import { NotFound } from './NotFound.tsx';
import { PAGES } from './pages.ts';
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
            { path: 'initiatives/:id', lazy: PAGES.initiative },
            { path: 'todo', lazy: PAGES.todo },
            { path: 'undelivered', lazy: PAGES.undelivered },
            { path: 'propose/:id?', lazy: PAGES.propose },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ]);
