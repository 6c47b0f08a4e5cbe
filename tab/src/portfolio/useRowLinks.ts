import { type MouseEvent, useCallback, useMemo } from 'react';
import { useHref, useNavigate } from 'react-router';

/**
 * Links of many rows with one listener on what holds them: the router's own link component costs more than the rest of
 * a row, and draws every row again when the address changes.
 */
export function useRowLinks() {
  const home = useHref('/');
  const navigate = useNavigate();
  const hrefOf = useCallback((number: string) => `${home}initiatives/${encodeURIComponent(number)}`, [home]);
  const onClick = useCallback(
    (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a');
      const inNewWindow = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (!link || event.defaultPrevented || event.button !== 0 || inNewWindow) return;
      event.preventDefault();
      void navigate(link.hash.slice(1));
    },
    [navigate],
  );
  return useMemo(() => ({ hrefOf, onClick }), [hrefOf, onClick]);
}
