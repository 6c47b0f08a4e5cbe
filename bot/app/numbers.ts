import { departmentOf } from '../../domain/organisation/lookup.ts';
import type { Casebook } from './casebook.ts';
import type { WantedRow } from './ports/index.ts';
import { numberStream } from './streams.ts';

/** For units outside every department. */
const NO_DEPARTMENT = 'KOM';

/** For whom and when; `day` is the local day, whose year the number shows. */
export type NumberRequest = {
  readonly initiative: string;
  readonly unit: string;
  readonly actor: string;
  readonly at: string;
  readonly day: string;
};

export type NumberOffer = {
  readonly number: string;
  /** Takes the number, and is written before anything that names it; undefined when the initiative has taken it. */
  readonly row: WantedRow | undefined;
};

/**
 * The case number an initiative has taken, else the next one of its department and year, e.g. VOF-2026-0012. The
 * number is the sequence of a row in a stream of its own, so the log's only lock makes it unique over all instances,
 * and it is never reused. The row's operation is the initiative itself: a number taken for a submit that was cut off
 * is found again.
 */
export function offerNumber(casebook: Casebook, request: NumberRequest): NumberOffer {
  const { initiative, actor, at } = request;
  const { prefix, year, stream } = seriesOf(casebook, request);
  const taken = casebook.operation(stream, initiative);
  const expectedVersion = casebook.versionOf(stream);
  const sequence = taken?.sequence ?? expectedVersion + 1;
  const entry = { operationId: initiative, actor, at, events: [{ type: 'NumberTaken', initiative }] };
  return {
    number: `${prefix}-${year}-${String(sequence).padStart(4, '0')}`,
    row: taken ? undefined : { stream, expectedVersion, entry },
  };
}

/** Department and year; whoever takes numbers of one series at the same moment does so in turn. */
export function seriesOf(casebook: Casebook, { unit, day }: Pick<NumberRequest, 'unit' | 'day'>) {
  const department = departmentOf(casebook.organisation(), unit);
  const prefix = (department?.prefix ?? NO_DEPARTMENT).toUpperCase();
  const year = day.slice(0, 4);
  return { prefix, year, stream: numberStream(prefix, year) };
}
