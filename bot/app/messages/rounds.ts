export type Rounds = {
  /** Does the work, and once more when asked meanwhile; calls made meanwhile join in. Never rejects. */
  readonly run: () => Promise<void>;
  /** Resolves when nothing is under way any more. */
  readonly settled: () => Promise<void>;
};

/** Work that is asked for often and done by one at a time: nobody's asking is lost, and nothing is queued up. */
export function createRounds(work: () => Promise<void>, onError: (error: unknown) => void): Rounds {
  let running: Promise<void> | undefined;
  let again = false;

  async function rounds(): Promise<void> {
    try {
      while (again) {
        again = false;
        await work();
      }
    } catch (error) {
      onError(error);
    } finally {
      running = undefined;
    }
  }

  return {
    run: () => {
      again = true;
      running ??= Promise.resolve().then(rounds);
      return running;
    },
    settled: async () => running,
  };
}
