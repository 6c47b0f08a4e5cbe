import type { Graph } from '../graph/graph.ts';
import type { Item } from '../lists/item.ts';
import type { List } from '../lists/list.ts';
import type { Mirror } from '../mirror/mirror.ts';

/** A late row gets a place between two ids; a thousand of them fit before anything could collide. */
const LATE_STEP = 1 / 1_024;
const LOOKED_UP_AT_ONCE = 20;
const SETTLED = 'settled';

export type Settled = {
  /** Readers may be given rows up to here: nothing will appear below. */
  readonly position: () => number;
  /** Where a row is put that has just come to light. */
  readonly place: (id: number) => number;
  /** The whole list has been read for the first time: what is missing in it was never used. */
  readonly begin: () => void;
  /** Moves on as far as can be vouched for. @throws StoreUnavailable */
  readonly advance: () => Promise<void>;
};

export type SettledParts = {
  readonly graph: Graph;
  readonly list: List;
  readonly mirror: () => Mirror;
  /** Takes in rows that were asked for by their ids. */
  readonly take: (items: readonly Item[]) => void;
  /** A missing id may still be being written for this long; after that it is taken for one that was never used. */
  readonly gapMs: number;
  readonly onLate: (item: number) => void;
};

/**
 * Decides up to which item id readers may be given rows. SharePoint does not promise that rows show in the order of
 * their ids, and news comes late; so every missing id is asked for by itself, which shows at once what has been
 * written, and is waited for a little while. Should a row come to light below all the same, it is placed after what
 * readers have seen, so that no reader misses it.
 */
export function createSettled({ graph, list, mirror, take, gapMs, onLate }: SettledParts): Settled {
  const missingSince = new Map<number, number>();
  let running: Promise<void> | undefined;
  let known: number | undefined;

  const position = (): number => {
    known ??= Number(mirror().meta.get(SETTLED) ?? 0);
    return known;
  };
  const moveTo = (next: number): void => {
    if (next === position()) return;
    known = next;
    mirror().meta.set(SETTLED, String(next));
  };

  async function advance(): Promise<void> {
    for (;;) {
      const missing = walk();
      if (missing.length === 0) return;
      const found = await list.getAll(missing, graph.patience('person'));
      for (const [i, item] of found.entries()) {
        if (item instanceof Error) throw item;
        if (item) take([item]);
        else missingSince.set(missing[i] ?? 0, missingSince.get(missing[i] ?? 0) ?? graph.timing.now());
      }
      if (missing.some((id) => !mirror().has(id) && !isNeverUsed(id))) {
        walk();
        return;
      }
    }
  }

  /** Moves over what is there and what was never used; gives the missing ids that must be asked for. */
  function walk(): readonly number[] {
    const highest = mirror().highestId();
    const missing: number[] = [];
    let reached = position();
    for (let id = Math.floor(reached) + 1; id <= highest && missing.length < LOOKED_UP_AT_ONCE; id += 1) {
      const passable = mirror().has(id) || isNeverUsed(id);
      if (!passable) missing.push(id);
      else if (missing.length === 0) reached = id;
    }
    moveTo(reached);
    for (const id of missingSince.keys()) if (id <= reached) missingSince.delete(id);
    return missing;
  }

  const isNeverUsed = (id: number): boolean => {
    const since = missingSince.get(id);
    return since !== undefined && graph.timing.now() - since >= gapMs;
  };

  return {
    position,
    place: (id) => {
      if (id > position()) return id;
      moveTo(position() + LATE_STEP);
      onLate(id);
      return position();
    },
    begin: () => {
      if (position() === 0) moveTo(mirror().highestId());
    },
    advance: () => {
      running ??= advance().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
