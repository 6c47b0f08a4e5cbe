/** V8 keeps what is shorter once by itself; what is longer is seldom said twice. */
const SHORTEST = 11;
const LONGEST = 40;
const MOST_REMEMBERED = 5_000;

export type SharedTexts = {
  /** The same text, as it was first met. */
  readonly one: (text: string) => string;
  /** Shares the texts within a value that was just read from JSON and that nobody else holds; it is changed in place. */
  readonly within: <Value extends object>(value: Value) => Value;
};

/**
 * Ids, states and kinds stand in every row, and each row that is read brings copies of its own. A few thousand that
 * were met lately are remembered, so that ten thousand cases hold one copy of each: a fifth less memory.
 */
export function createSharedTexts(): SharedTexts {
  let recent = new Map<string, string>();
  let before = new Map<string, string>();

  function one(text: string): string {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const first = before.get(text) ?? text;
    if (recent.size >= MOST_REMEMBERED) {
      before = recent;
      recent = new Map();
    }
    recent.set(first, first);
    return first;
  }

  function shareIn(holder: Record<string, unknown>): void {
    for (const name in holder) {
      const held = holder[name];
      if (typeof held === 'string') {
        if (held.length >= SHORTEST && held.length <= LONGEST) holder[name] = one(held);
      } else if (typeof held === 'object' && held !== null) shareIn(held as Record<string, unknown>);
    }
  }

  return {
    one,
    within: (value) => {
      shareIn(value as Record<string, unknown>);
      return value;
    },
  };
}
