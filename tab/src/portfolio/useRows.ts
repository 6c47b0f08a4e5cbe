import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Portfolio } from './portfolio.ts';

export type Rows = {
  readonly portfolio: Portfolio;
  /** Indexes of the rows to show, in order. */
  readonly found: Int32Array;
  readonly nameOf: (unit: string) => string;
  readonly today: string;
};

/** So few that all may be in the page, where the browser's own search and the printer find them. */
const ALL_UP_TO = 50;

/**
 * Of many rows only those on the screen are in the page. Most are as high as estimated; heights are read all the same, so that
 * text may grow as people need. The list has to say `overflow-anchor: none`: what moves when a row turns out higher is
 * put right here, and the browser must not do it once more.
 * @param list holds the rows, each with `data-index`. @param estimate height of an ordinary row in pixels.
 */
export function useVirtualRows(rows: Rows, list: RefObject<HTMLElement | null>, estimate: number) {
  const [scrollMargin, setScrollMargin] = useState(0);
  // All heights are added up again whenever one of these is another function.
  const { found } = rows;
  const getItemKey = useCallback((at: number) => found[at] ?? at, [found]);
  const estimateSize = useCallback(() => estimate, [estimate]);

  const virtual = useWindowVirtualizer<HTMLElement>({
    count: found.length,
    estimateSize,
    overscan: found.length <= ALL_UP_TO ? found.length : 2,
    scrollMargin,
    getItemKey,
  });

  const shown = useRef<Shown>({ first: 0, last: -1 }).current;
  // After the commit, before it is painted: a height that differs draws again, which React does not take in between.
  useLayoutEffect(() => queueMicrotask(() => readHeights(list.current, virtual, shown)));
  useLayoutEffect(() => {
    let width = list.current?.clientWidth;
    // What lies above changes height with filters and width, and rows with width and with the size of the text.
    const place = () => {
      const rectangle = list.current?.getBoundingClientRect();
      setScrollMargin(Math.round((rectangle?.top ?? 0) + window.scrollY));
      if (width !== list.current?.clientWidth) virtual.measure();
      width = list.current?.clientWidth;
      readHeights(list.current, virtual, shown);
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list, virtual, shown]);

  const items = virtual.getVirtualItems();
  const before = items.length > 0 ? (items[0]?.start ?? 0) - scrollMargin : 0;
  const after = items.length > 0 ? virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - scrollMargin) : 0;
  return { items, before, after };
}

type Shown = { first: number; last: number };

/**
 * Tells how high the rows in the page are; an observer on every row costs more than reading all of them. What was on the
 * screen already stays where it is: rows that come in above it, or lie above the window, push the page down instead.
 */
function readHeights(
  list: HTMLElement | null,
  virtual: Virtualizer<Window, HTMLElement>,
  shown: Shown,
): void {
  const rows = [...(list?.children ?? [])].filter((row) => row instanceof HTMLElement && row.dataset.index);
  const indexes = rows.map((row) => Number(row.getAttribute('data-index')));
  const [first = 0, last = -1] = [indexes[0], indexes.at(-1)];
  const readBefore = last >= shown.first ? shown.first : first;
  virtual.shouldAdjustScrollPositionOnItemSizeChange = ({ index, end }) =>
    index < readBefore || end <= (virtual.scrollOffset ?? 0);
  rows.forEach((row, at) => {
    virtual.resizeItem(indexes[at] ?? 0, (row as HTMLElement).offsetHeight);
  });
  Object.assign(shown, { first, last });
}
