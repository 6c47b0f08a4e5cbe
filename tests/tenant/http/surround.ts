import { type Fault, strike } from '../faults.ts';
import type { Calls } from './calls.ts';
import type { Handle, Incoming, Outgoing } from './exchange.ts';
import { Refusal } from './refusal.ts';
import type { Violations } from './violations.ts';

export type Surroundings = {
  readonly clock: () => number;
  readonly calls: Calls;
  readonly violations: Violations;
  readonly faults: { readonly choose: (request: Incoming, inBatch: boolean) => Fault | undefined };
};

/** Faults, the log of calls and error answers around a service that is not Graph (Graph has its own, for batches). */
export function surround(handle: Handle, { clock, calls, violations, faults }: Surroundings): Handle {
  const work = async (request: Incoming): Promise<Outgoing> => {
    try {
      return await handle(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, code, message, details } = error;
      const { method, path } = request;
      if (details.violation) violations.add({ kind: details.violation, method, path, says: message });
      return { status, headers: details.headers, body: { error: { code, message } } };
    }
  };
  return async (request) => {
    const fault = faults.choose(request, false);
    const answer = await (fault ? strike(fault, () => work(request)) : work(request));
    const { method, host, path } = request;
    calls.add({ at: clock(), method, host, path, status: answer.status, units: 0 });
    return answer;
  };
}
