import { z } from 'zod';
import { isSubmitted } from '../../../domain/initiatives/initiative.ts';
import type { Change } from '../../app/casebook.ts';
import { ORGANISATION_STREAM } from '../../app/streams.ts';
import { route } from '../route.ts';

/**
 * A stream of what changed, never of what it says: ids only, and nothing of other people's drafts. A client that was
 * away (it tells the last event it saw) is told to read everything anew; ETags make that cheap.
 */
export const streamChanges = route({
  method: 'get',
  path: '/api/changes',
  summary: 'Server-sent events: `change`, `organisation`, `resync`.',
  response: z.string(),
  responseType: 'text/event-stream',
  answer: async ({ req, res, viewer, until }, deps) => {
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    res.write('retry: 1000\n\n');
    if (req.headers['last-event-id'] !== undefined) res.write('event: resync\ndata: {}\n\n');
    const stop = deps.casebook.onChange((change) => {
      const text = eventOf(change, viewer.person);
      if (text) res.write(text);
    });
    res.on('close', stop);
    deps.streams.open(viewer.person, res, until);
    return { sent: true };
  },
});

function eventOf({ row, initiative }: Change, person: string): string | undefined {
  if (row.stream === ORGANISATION_STREAM) return `id: ${row.position}\nevent: organisation\ndata: {}\n\n`;
  if (!initiative || (!isSubmitted(initiative) && initiative.proposer !== person)) return undefined;
  const data = {
    id: initiative.id,
    number: isSubmitted(initiative) ? initiative.number : null,
    version: initiative.version,
    position: row.position,
  };
  return `id: ${row.position}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`;
}
