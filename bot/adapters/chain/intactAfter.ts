import { DamagedStream, type LogRow } from '../../app/ports/eventLog.ts';

type Stored = { readonly position: number };

/**
 * Rows after a position, as many as asked for where there are so many, without those that others have damaged.
 * @param next stored rows after a position, in order, at most so many · @param toRow throws DamagedStream
 */
export function intactAfter<Row extends Stored>(
  position: number,
  limit: number,
  next: (after: number, most: number) => readonly Row[],
  toRow: (stored: Row) => LogRow,
): LogRow[] {
  const rows: LogRow[] = [];
  for (let after = position; rows.length < limit; ) {
    const most = limit - rows.length;
    const stored = next(after, most);
    for (const one of stored) {
      try {
        rows.push(toRow(one));
      } catch (error) {
        if (!(error instanceof DamagedStream)) throw error;
      }
    }
    if (stored.length < most) break;
    after = stored.at(-1)?.position ?? after;
  }
  return rows;
}
