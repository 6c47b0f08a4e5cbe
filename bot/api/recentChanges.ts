import type { Casebook, Change } from '../app/casebook.ts';
import { ORGANISATION_STREAM } from '../app/streams.ts';

/** The other instance hears of a change within this time, if the log answers it. */
const RECENT_MS = 60_000;
/** As many as a page may say that it has heard of. */
const MOST = 10;

/** The latest changes of the last minute, one of each case and of the organisation; the oldest first. */
export type RecentChanges = () => readonly Change[];

/** @param now in milliseconds, from anywhere */
export function createRecentChanges(
  { onChange }: Pick<Casebook, 'onChange'>,
  now: () => number = () => performance.now(),
): RecentChanges {
  const latest = new Map<string, { readonly change: Change; readonly at: number }>();
  onChange((change) => {
    const what = change.initiative?.id ?? change.row.stream;
    if (!change.initiative && what !== ORGANISATION_STREAM) return;
    latest.delete(what);
    latest.set(what, { change, at: now() });
    for (const oldest of [...latest.keys()].slice(0, -MOST)) latest.delete(oldest);
  });
  return () => [...latest.values()].filter(({ at }) => now() - at < RECENT_MS).map(({ change }) => change);
}
