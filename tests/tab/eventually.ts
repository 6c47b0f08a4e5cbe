const EVERY_MS = 25;
const PATIENCE_MS = 15_000;

/** Looks again until the value is the wanted one; fails with what it was last. */
export async function eventually<Value>(look: () => Value | Promise<Value>, wanted: Value): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await look();
    if (JSON.stringify(value) === JSON.stringify(wanted) || performance.now() > end) {
      expect(value).toEqual(wanted);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
