/** Enough for what is shown in a day. */
const MOST = 2_000;

/**
 * A function of one value that keeps its answers, at most `most` of them: beyond that all are forgotten, so that
 * neither hostile input nor a large portfolio fills the memory.
 */
export function remembering<Key, Answer>(
  make: (key: Key) => Answer,
  most: number = MOST,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
