import { departmentOf } from '../../domain/organisation/lookup.ts';
import type { Casebook } from './casebook.ts';
import { createInTurn } from './inTurn.ts';
import { type EventLog, StoreUnavailable } from './ports/index.ts';
import { numberStream } from './streams.ts';

/** For units outside every department. */
const NO_DEPARTMENT = 'KOM';
/** Other instances that were first this many times in a row. */
const MOST_ATTEMPTS = 20;

/** For whom and when; `day` is the local day, whose year the number shows. */
export type NumberRequest = {
  readonly initiative: string;
  readonly unit: string;
  readonly actor: string;
  readonly at: string;
  readonly day: string;
};

export type TakeNumber = (request: NumberRequest) => Promise<string>;

/**
 * Takes the next case number of a department and year, e.g. VOF-2026-0012. The number is the sequence of a row in a
 * stream of its own, so the log's only lock makes it unique over all instances, and it is never reused. The row's
 * operation is the initiative itself: a number taken for a submit that was cut off is found again.
 * @throws StoreUnavailable
 */
export function createTakeNumber({ log, casebook }: { log: EventLog; casebook: Casebook }): TakeNumber {
  const inTurn = createInTurn();

  async function take(stream: string, { initiative, actor, at }: NumberRequest): Promise<number> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const taken = casebook.operation(stream, initiative);
      if (taken) return taken.sequence;
      const entry = { operationId: initiative, actor, at, events: [{ type: 'NumberTaken', initiative }] };
      const result = await log.append(stream, casebook.versionOf(stream), entry);
      if (result.outcome === 'conflict') await casebook.reload(stream);
      else {
        await casebook.fold(result.row);
        return result.row.sequence;
      }
    }
    throw new StoreUnavailable(`no free number in ${stream}`);
  }

  return async (request) => {
    const department = departmentOf(casebook.organisation(), request.unit);
    const prefix = (department?.prefix ?? NO_DEPARTMENT).toUpperCase();
    const year = request.day.slice(0, 4);
    const stream = numberStream(prefix, year);
    const sequence = await inTurn(stream, () => take(stream, request));
    return `${prefix}-${year}-${String(sequence).padStart(4, '0')}`;
  };
}
