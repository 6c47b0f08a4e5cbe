import type { EdgeLog } from './edgeLog.ts';

const QUIET_MS = 10_000;

export type RefusalLog = (
  refusal: { readonly status: number; readonly why: string },
  correlationId: string,
) => void;

/** One line per reason in ten seconds, with how many were left out: who knocks ten thousand times must not fill the disk. */
export function createRefusalLog(log: EdgeLog, now: () => number): RefusalLog {
  const said = new Map<string, { at: number; leftOut: number }>();

  return ({ status, why }, correlationId) => {
    const last = said.get(why);
    if (last && now() - last.at < QUIET_MS) {
      last.leftOut += 1;
      return;
    }
    log.warn({ correlationId, status, why, ...(last?.leftOut && { leftOut: last.leftOut }) }, 'call refused');
    said.set(why, { at: now(), leftOut: 0 });
  };
}
