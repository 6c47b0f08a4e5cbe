import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Columns } from '../../../domain/portfolio/views.ts';

/**
 * The yardstick: the same rows from the same server, plain cells and TanStack Virtual, nothing else. One sort, eight
 * columns, rows of the height that the tab's have.
 */

const ROW_HEIGHT = 65;
const NAMES = [
  'number',
  'title',
  'department',
  'unit',
  'state',
  'status',
  'deadline',
  'valuePerYear',
] as const satisfies readonly (keyof Columns['columns'])[];

function PlainTable() {
  const [columns, setColumns] = useState<Columns['columns']>();
  const [order, setOrder] = useState<readonly number[]>([]);
  useEffect(() => {
    void fetch('/api/portfolio', { headers: { Authorization: 'Persona vaktmastare' } })
      .then((answer) => answer.json() as Promise<Columns>)
      .then((answer) => {
        setOrder(answer.columns.number.map((_, at) => at));
        setColumns(answer.columns);
      });
  }, []);
  const virtual = useWindowVirtualizer({
    count: order.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 5,
  });
  if (!columns) return null;
  const sortBy = (name: (typeof NAMES)[number]) => {
    const keys: readonly (string | number | null)[] = columns[name];
    setOrder(order.toSorted((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1)));
  };
  const items = virtual.getVirtualItems();
  return (
    <table>
      <thead>
        <tr>
          {NAMES.map((name) => (
            <th key={name}>
              <button type="button" onClick={() => sortBy(name)}>
                {name}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr style={{ height: items[0]?.start ?? 0 }} />
        {items.map(({ index }) => (
          <tr key={index} data-index={index} style={{ height: ROW_HEIGHT }}>
            {NAMES.map((name) => (
              <td key={name}>{columns[name][order[index] ?? 0]}</td>
            ))}
          </tr>
        ))}
        <tr style={{ height: virtual.getTotalSize() - (items.at(-1)?.end ?? 0) }} />
      </tbody>
    </table>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<PlainTable />);
