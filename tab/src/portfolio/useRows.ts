import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Portfolio } from './portfolio.ts';

export type Rows = {
  readonly portfolio: Portfolio;
  /** Indexes of the rows to show, in order. */
  readonly found: readonly number[];
  readonly nameOf: (unit: string) => string;
  readonly today: string;
};

/** Only the rows on the screen are in the page; heights are measured, so that text may grow as people need. */
export function useVirtualRows(rows: Rows, list: RefObject<HTMLElement | null>, estimate: number) {
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    // What lies above changes height with filters and width.
    const place = () =>
      setScrollMargin(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    place();
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);

  const virtual = useWindowVirtualizer({
    count: rows.found.length,
    estimateSize: () => estimate,
    overscan: 2,
    scrollMargin,
    getItemKey: (at) => rows.found[at] ?? at,
  });
  const items = virtual.getVirtualItems();
  const before = items.length > 0 ? (items[0]?.start ?? 0) - scrollMargin : 0;
  const after = items.length > 0 ? virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - scrollMargin) : 0;
  return { items, before, after, measure: virtual.measureElement };
}
