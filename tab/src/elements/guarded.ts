/** Uses the browser's own store. A browser may close it to frames; the tab must work all the same. */
export function guarded<Value>(use: () => Value): Value | null {
  try {
    return use();
  } catch {
    return null;
  }
}
