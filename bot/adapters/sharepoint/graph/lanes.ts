import type { Urgency } from './units.ts';

/** Calls under way at once: SharePoint asks for few, and writers to one list contend on the same tables. */
const MOST_AT_ONCE = 4;
const MOST_BACKGROUND = 2;

/** Lets a few calls through at a time, people first. */
export type Lanes = { readonly enter: (urgency: Urgency) => Promise<() => void> };

export function createLanes(): Lanes {
  const waiting: Record<Urgency, (() => void)[]> = { person: [], background: [] };
  const busy: Record<Urgency, number> = { person: 0, background: 0 };

  const isFree = (urgency: Urgency): boolean =>
    busy.person + busy.background < MOST_AT_ONCE &&
    (urgency === 'person' || busy.background < MOST_BACKGROUND);

  function admitNext(): void {
    for (const urgency of ['person', 'background'] as const) {
      while (waiting[urgency].length > 0 && isFree(urgency)) {
        busy[urgency] += 1;
        waiting[urgency].shift()?.();
      }
    }
  }

  return {
    enter: async (urgency) => {
      await new Promise<void>((admitted) => {
        waiting[urgency].push(admitted);
        admitNext();
      });
      let left = false;
      return () => {
        if (left) return;
        left = true;
        busy[urgency] -= 1;
        admitNext();
      };
    },
  };
}
