import { setImmediate as breathe } from 'node:timers/promises';

/** A clock that jumps to the next alarm as soon as nobody is doing anything real. */
export function virtualTime(start: string) {
  let now = Date.parse(start);
  let doing = 0;
  const alarms: { readonly at: number; readonly ring: () => void }[] = [];

  /** Rings the earliest alarms when all is quiet. */
  function tick(): void {
    if (doing > 0 || alarms.length === 0) return;
    const next = Math.min(...alarms.map(({ at }) => at));
    now = Math.max(now, next);
    for (const alarm of alarms.filter(({ at }) => at <= now)) {
      alarms.splice(alarms.indexOf(alarm), 1);
      alarm.ring();
    }
  }

  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((ring) => void alarms.push({ at: now + ms, ring })),
    pass: (ms: number) => {
      now += ms;
    },
    /** Time stands still while this is under way. */
    busy: async <T>(work: () => Promise<T>): Promise<T> => {
      doing += 1;
      try {
        return await work();
      } finally {
        doing -= 1;
      }
    },
    /** Lets time flow until the work has ended, or enough has happened. */
    flow: async (work: Promise<unknown>, isEnough: () => boolean = () => false): Promise<void> => {
      let ended = false;
      void work.finally(() => {
        ended = true;
      });
      for (let quiet = 0; !ended && !isEnough(); ) {
        await breathe();
        quiet = doing > 0 ? 0 : quiet + 1;
        // The store answers from other threads: a few breaths of quiet before time moves on.
        if (quiet >= 3) tick();
      }
    },
  };
}
