import { badRequest } from '../http/refusal.ts';
import { type GraphCall, linkTo } from './route.ts';

/**
 * A page of a listing: `$top` entries or as many as Graph gives by itself, and a link to the rest where there is more.
 * @param path where the listing goes on. Source: Microsoft Graph, "Paging Microsoft Graph data".
 */
export function pageOf<Entry>(
  call: GraphCall,
  all: readonly Entry[],
  path: string,
): { readonly shown: readonly Entry[]; readonly '@odata.nextLink'?: string } {
  const from = readSkip(call.options.get('$skiptoken'));
  const top = Number(call.options.get('$top') ?? call.world.behaviour.usualPage);
  if (!Number.isInteger(top) || top < 1) throw badRequest('Invalid value for $top', 'unknown-option');
  const shown = all.slice(from, from + top);
  if (from + top >= all.length) return { shown };
  const query = new URLSearchParams([...call.options].filter(([name]) => name !== '$skiptoken'));
  query.set('$skiptoken', Buffer.from(`Paged=TRUE&p_From=${from + top}`).toString('base64url'));
  return { shown, '@odata.nextLink': linkTo(call, `${path}?${query}`) };
}

function readSkip(token: string | undefined): number {
  if (token === undefined) return 0;
  const from = /^Paged=TRUE&p_From=(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (!from) throw badRequest('The provided token is not valid.', 'bad-token');
  return Number(from);
}
