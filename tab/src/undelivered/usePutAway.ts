import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { UndeliveredView } from '../../../domain/portfolio/views.ts';
import { useClient } from '../api/ClientContext.ts';
import { type Problem, problemOf } from '../api/problems.ts';
import { KEYS } from '../api/queries.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { useTexts } from '../texts/useTexts.ts';

/** The server takes so many at a time. */
const MOST_AT_ONCE = 100;

type Listed = { readonly items: UndeliveredView[]; readonly more: boolean };

export type PutAway = {
  readonly putAway: (items: readonly UndeliveredView[]) => void;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
};

/** Takes messages somebody has dealt with off the list; asking twice for the same changes nothing. */
export function usePutAway(): PutAway {
  const client = useClient();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const { t } = useTexts();
  const underWay = useRef(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: async (items: readonly UndeliveredView[]) => {
      for (let from = 0; from < items.length; from += MOST_AT_ONCE) {
        const messages = items.slice(from, from + MOST_AT_ONCE).map(({ key, at }) => ({ key, at }));
        await client.send('POST', '/api/undelivered/put-away', {
          operationId: crypto.randomUUID(),
          messages,
        });
      }
    },
    onSuccess: (_done, items) => {
      const gone = new Set(items);
      cache.setQueryData<Listed>(
        KEYS.undelivered,
        (listed) => listed && { ...listed, items: listed.items.filter((item) => !gone.has(item)) },
      );
      announce(t('undelivered:putAwayDone', { count: items.length }));
    },
    onSettled: () => {
      underWay.current = false;
      void cache.invalidateQueries({ queryKey: KEYS.undelivered });
    },
  });
  return {
    putAway: (items) => {
      if (underWay.current) return;
      underWay.current = true;
      mutate(items);
    },
    busy: isPending,
    problem: error ? problemOf(error) : undefined,
  };
}
