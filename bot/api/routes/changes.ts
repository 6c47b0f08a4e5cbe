import { z } from 'zod';
import { type Initiative, isSubmitted } from '../../../domain/initiatives/initiative.ts';
import type { Change } from '../../app/casebook.ts';
import { ORGANISATION_STREAM } from '../../app/streams.ts';
import { route } from '../route.ts';

/**
 * A stream of what changed, never of what it says: ids only, and nothing of other people's drafts. A client that was
 * away (it tells the last event it saw) is told to read everything anew; ETags make that cheap. What changed a moment
 * before the stream began comes first: what the page shows may have come from an instance that had not heard of it.
 */
export const streamChanges = route({
  method: 'get',
  path: '/api/changes',
  summary: 'Server-sent events: `change`, `organisation`, `heard`, `resync`.',
  response: z.string(),
  responseType: 'text/event-stream',
  answer: async ({ req, res, viewer, until }, deps) => {
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    res.write('retry: 1000\n\n');
    const heard = deps.recentChanges().flatMap((change) => heardIn(change, viewer.person) ?? []);
    if (heard.length > 0) res.write(`event: heard\ndata: ${JSON.stringify(heard)}\n\n`);
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

/** Which stream of the log has how many rows; undefined for what is none of this person's business. */
function heardIn({ row, initiative }: Change, person: string) {
  if (row.stream === ORGANISATION_STREAM) return { id: row.stream, version: row.sequence };
  return initiative && isTold(initiative, person)
    ? { id: initiative.id, version: initiative.version }
    : undefined;
}

const isTold = (initiative: Initiative, person: string): boolean =>
  isSubmitted(initiative) || initiative.proposer === person;

function eventOf(change: Change, person: string): string | undefined {
  const { row, initiative } = change;
  const heard = heardIn(change, person);
  if (!heard) return undefined;
  const event = initiative ? 'change' : 'organisation';
  const number = initiative && isSubmitted(initiative) ? initiative.number : null;
  const data = initiative ? { ...heard, number, position: row.position } : heard;
  return `id: ${row.position}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
