const AFTER_MS = 200;

/**
 * Does pieces of work one by one while the browser has nothing better to do. Safari does not say when that is, so there
 * they only wait their turn.
 * @returns stops what is left of it.
 */
export function whenIdle(pieces: readonly (() => void)[]): () => void {
  let handle = 0;
  const idle = 'requestIdleCallback' in window;
  const later = (work: () => void): number =>
    idle ? requestIdleCallback(work) : (setTimeout(work, AFTER_MS) as unknown as number);
  const from = (at: number): void => {
    const piece = pieces[at];
    if (!piece) return;
    handle = later(() => {
      piece();
      from(at + 1);
    });
  };
  from(0);
  return () => (idle ? cancelIdleCallback(handle) : clearTimeout(handle));
}
