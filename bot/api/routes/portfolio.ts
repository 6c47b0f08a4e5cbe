import { z } from 'zod';
import { sendPacked } from '../packed.ts';
import { route } from '../route.ts';
import { portfolioColumns, portfolioRow } from '../schemas.ts';

export const showPortfolio = route({
  method: 'get',
  path: '/api/portfolio',
  summary:
    'The open portfolio, column by column, the same for everybody; protected cases without details, purchases before award without figures.',
  response: portfolioColumns,
  answer: async ({ req, res }, deps) => {
    sendPacked(req, res, await deps.feed.current());
    return { sent: true };
  },
});

export const showInsight = route({
  method: 'get',
  path: '/api/portfolio/insight',
  summary:
    'Protected cases and purchases before award that this person may see in full; laid over the open portfolio.',
  response: z.object({ rows: z.array(portfolioRow) }),
  answer: async ({ viewer, req, res }, deps) => {
    sendPacked(req, res, await deps.feed.insight(viewer));
    return { sent: true };
  },
});
