import type { StoredRow } from '../adapters/chain/checkChains.ts';
import type { LogSource } from '../adapters/chain/logSource.ts';

/** The rows of a stream, or of the case whose first submitted event carries the number. Letters in any case. */
export function findRows(source: LogSource, streamOrNumber: string): readonly StoredRow[] {
  const wanted = streamOrNumber.toUpperCase();
  const found = source.ofStream(wanted);
  if (found.length > 0) return found;
  for (const row of source.withText(JSON.stringify(wanted)))
    if (eventsOf(row).some(({ type, number }) => NUMBERED.has(type) && number === wanted))
      return source.ofStream(row.stream);
  return [];
}

/** Events that give a case its number. */
const NUMBERED: ReadonlySet<unknown> = new Set(['Submitted', 'Imported']);

/** The events of a row; none when somebody has made the record unreadable. */
export function eventsOf({
  record,
}: StoredRow): readonly { readonly type?: unknown; readonly number?: unknown }[] {
  try {
    const content: unknown = JSON.parse(record);
    const events: unknown = Reflect.get(Object(content), 'events');
    return Array.isArray(events) ? events.map(Object) : [];
  } catch {
    return [];
  }
}
