import { createParser } from 'eventsource-parser';
import type { Client } from './client.ts';
import { readEvent, type StreamEvent, waitBefore } from './streamEvents.ts';

export type StreamState = 'live' | 'offline';

type Listening = {
  readonly client: Pick<Client, 'open'>;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onState: (state: StreamState) => void;
  readonly signal: AbortSignal;
};

/** The server sends a comment every 15 s; longer silence than this is a dead connection. */
const SILENCE_MS = 40_000;
/** A wait that nobody need be told of. */
const SOON_MS = 5_000;

/** Follows the server's stream of changes until `signal` is aborted; connects again by itself from where it was. */
export async function followChanges({ client, onEvent, onState, signal }: Listening): Promise<void> {
  let lastId: string | undefined;
  let attempt = 0;
  while (!signal.aborted) {
    const connection = new AbortController();
    const stop = () => connection.abort();
    signal.addEventListener('abort', stop);
    /** The server closes the oldest of very many streams and asks to be left alone for a while. */
    let askedMs = 0;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
    };
    try {
      alive();
      const headers = {
        Accept: 'text/event-stream',
        ...(lastId !== undefined && { 'Last-Event-ID': lastId }),
      };
      const response = await client.open('/api/changes', {
        headers,
        cache: 'no-store',
        signal: connection.signal,
      });
      if (!response.ok || !response.body) throw new Error(`changes answered ${response.status}`);
      // What happened before the very first connection is in the answers that were fetched just before or after it.
      if (attempt > 0 && lastId === undefined) onEvent({ type: 'resync' });
      attempt = 0;
      onState('live');
      const parser = createParser({
        onEvent: ({ id, event, data }) => {
          if (id !== undefined) lastId = id;
          const read = readEvent(event, data);
          if (read) onEvent(read);
        },
        onRetry: (ms) => {
          askedMs = ms;
        },
      });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        alive();
        parser.feed(chunk.value);
      }
    } catch {
      // Any failure is answered in the same way: say so quietly, wait, try again.
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      connection.abort();
    }
    if (signal.aborted) return;
    const ms = waitBefore({ attempt, askedMs, chance: Math.random() });
    if (attempt > 0 || askedMs > SOON_MS) onState('offline');
    await pause(ms, signal);
    attempt += 1;
  }
}

/** Ends early when the network comes back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
