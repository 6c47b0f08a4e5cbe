import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type PortfolioQuery, readQuery, writeQuery } from './query.ts';

/**
 * The query of the address; what is typed shows at once, and going back goes to the page before.
 * @returns it, and a function that changes a part of it: always the same one, so that what has not changed is not drawn.
 */
export function useQueryInAddress(): [PortfolioQuery, (part: Partial<PortfolioQuery>) => void] {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => readQuery(params), [params]);
  // The address drops spaces at the ends of what is typed; the field must not.
  const [typed, setTyped] = useState(address.q);
  const q = typed.trim() === address.q.trim() ? typed : address.q;
  const query = useMemo(() => ({ ...address, q }), [address, q]);

  const now = useRef({ query, setParams });
  useLayoutEffect(() => {
    now.current = { query, setParams };
  });
  const change = useCallback((part: Partial<PortfolioQuery>) => {
    const next = { ...now.current.query, ...part };
    now.current.query = next;
    setTyped(next.q);
    now.current.setParams(writeQuery(next), { replace: true, preventScrollReset: true });
  }, []);
  return [query, change];
}
