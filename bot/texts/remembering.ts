/** Enough for what is shown in a day; beyond it everything is forgotten, so that hostile input cannot fill the memory. */
const MOST = 2_000;

/** A function of a string or number that keeps its answers. */
export function remembering<Key extends string | number, Answer>(
  make: (key: Key) => Answer,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
