import { useCallback, useSyncExternalStore } from 'react';

export const NARROW = '(max-width: 899px)';

/** Does the window match a media query now? For layouts that differ in more than style. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
