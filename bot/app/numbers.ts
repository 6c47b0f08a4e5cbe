import { departmentOf } from '../../domain/organisation/lookup.ts';
import type { Casebook } from './casebook.ts';
import type { Operation } from './commit.ts';
import { type EventLog, StoreUnavailable } from './ports/index.ts';
import { numberStream } from './streams.ts';

/** For units outside every department. */
const NO_DEPARTMENT = 'KOM';

/**
 * Takes the next case number of a department and year, e.g. VOF-2026-0012. The number is the sequence of a row in a
 * stream of its own, so the log's only lock makes it unique over all instances, and it is never reused. The row's
 * operation is the initiative itself: a number taken for a submit that was cut off is found again.
 */
export async function takeNumber(
  { log, casebook }: { log: EventLog; casebook: Casebook },
  unit: string,
  initiative: string,
  { actor, at }: Operation,
): Promise<string> {
  const prefix = departmentOf(casebook.organisation(), unit)?.prefix ?? NO_DEPARTMENT;
  const year = at.slice(0, 4);
  const stream = numberStream(prefix, year);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const taken = casebook.operation(stream, initiative);
    if (taken) return named(prefix, year, taken.sequence);
    const event = { type: 'NumberTaken', initiative };
    const entry = { operationId: initiative, actor, at, events: [event] };
    const result = await log.append(stream, casebook.versionOf(stream), entry);
    if (result.outcome === 'conflict') await casebook.reload(stream);
    else {
      await casebook.fold(result.row);
      return named(prefix, year, result.row.sequence);
    }
  }
  throw new StoreUnavailable(`no free number in ${stream}`);
}

const named = (prefix: string, year: string, sequence: number): string =>
  `${prefix}-${year}-${String(sequence).padStart(4, '0')}`;
