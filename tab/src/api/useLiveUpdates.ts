import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { useClient } from './ClientContext.ts';
import { followChanges, type StreamState } from './changes.ts';
import { KEYS } from './queries.ts';
import type { Change } from './streamEvents.ts';

/** Changes that come in a row are taken together; a long row still shows within two seconds. */
const GATHER_MS = 150;
const PORTFOLIO_EVERY_MS = 1_400;

/**
 * Keeps what is on the screen true: what a change touches is fetched again, and only if it is shown now.
 * @returns whether the stream is up, for a quiet sign when it is not.
 */
export function useLiveUpdates(): StreamState {
  const client = useClient();
  const cache = useQueryClient();
  const [state, setState] = useState<StreamState>('live');

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastPortfolio = 0;
    const refreshLists = () => {
      if (timer !== undefined) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          lastPortfolio = performance.now();
          void cache.invalidateQueries({ queryKey: KEYS.portfolio });
          void cache.invalidateQueries({ queryKey: KEYS.todo });
        },
        Math.max(GATHER_MS, PORTFOLIO_EVERY_MS - (performance.now() - lastPortfolio)),
      );
    };
    const refreshInitiative = (change: Change) =>
      cache.invalidateQueries({
        queryKey: KEYS.initiative,
        predicate: ({ queryKey, state: { data } }) => {
          const view = data as InitiativeView | undefined;
          const same = [change.id, change.number].includes(String(queryKey[1])) || view?.id === change.id;
          // An answer to an own command has often brought the new version already.
          return same && (view?.version ?? 0) < change.version;
        },
      });
    void followChanges({
      client,
      signal: stop.signal,
      onState: setState,
      onEvent: (event) => {
        if (event.type === 'resync') return void cache.invalidateQueries();
        for (const each of event.type === 'heard' ? event.changes : [event.change]) client.hear(each);
        if (event.type !== 'change') void cache.invalidateQueries({ queryKey: KEYS.organisation });
        if (event.type === 'change') void refreshInitiative(event.change);
        if (event.type !== 'organisation') refreshLists();
      },
    });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, cache]);

  return state;
}
