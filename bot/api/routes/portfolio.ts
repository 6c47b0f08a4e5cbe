import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { isKnown } from '../etag.ts';
import type { Feed } from '../portfolioFeed.ts';
import { route } from '../route.ts';
import { portfolioColumns, portfolioRow } from '../schemas.ts';

export const showPortfolio = route({
  method: 'get',
  path: '/api/portfolio',
  summary:
    'The open portfolio, column by column, the same for everybody; protected cases without details, purchases before award without figures.',
  response: portfolioColumns,
  answer: async ({ req, res }, deps) => {
    sendFeed(req, res, await deps.feed.current());
    return { sent: true };
  },
});

/** Sends the ready bytes in the best encoding the client takes; 304 when it already has them. */
function sendFeed(req: IncomingMessage, res: ServerResponse, feed: Feed): void {
  const headers = { etag: feed.etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' };
  if (isKnown(req, feed.etag)) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const [body, encoding] = bestOf(feed, String(req.headers['accept-encoding'] ?? ''));
  res.writeHead(200, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
  });
  res.end(body);
}

function bestOf(feed: Feed, accepts: string): [Buffer, 'br' | 'gzip' | undefined] {
  if (takes('br', accepts)) return [feed.brotli, 'br'];
  return takes('gzip', accepts) ? [feed.gzip, 'gzip'] : [feed.raw, undefined];
}

/** Named, and not with a weight of nothing. */
const takes = (encoding: string, accepts: string): boolean =>
  new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:$|,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:$|,)))`, 'i').test(accepts);

export const showInsight = route({
  method: 'get',
  path: '/api/portfolio/insight',
  summary:
    'Protected cases and purchases before award that this person may see in full; laid over the open portfolio.',
  response: z.object({ rows: z.array(portfolioRow) }),
  answer: async ({ viewer }, deps) => ({ ok: { rows: deps.feed.insight(viewer) } }),
});
