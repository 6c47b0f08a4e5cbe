/** Answers kept for a while; "nobody" is an answer too. */
export type Kept<T> = {
  /** From what is kept, else from `ask`; asked once by many at a time. An old answer is better than an error. */
  readonly get: (id: string, ask: () => Promise<T | undefined>) => Promise<T | undefined>;
  /** What is kept, however old. */
  readonly known: (id: string) => T | undefined;
  readonly forget: (id: string) => void;
};

/** @param most the oldest make room when there are more; without it all are kept. */
export function createKept<T>(ms: number, now: () => number, most = Number.POSITIVE_INFINITY): Kept<T> {
  const kept = new Map<string, { readonly answer: T | undefined; readonly until: number }>();
  const asking = new Map<string, Promise<T | undefined>>();

  async function askNow(id: string, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    try {
      const answer = await ask();
      kept.delete(id);
      kept.set(id, { answer, until: now() + ms });
      const oldest = kept.size > most ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return answer;
    } catch (error) {
      const old = kept.get(id);
      if (!old) throw error;
      return old.answer;
    } finally {
      asking.delete(id);
    }
  }

  return {
    get: async (id, ask) => {
      const known = kept.get(id);
      if (known && known.until > now()) return known.answer;
      const running = asking.get(id) ?? askNow(id, ask);
      asking.set(id, running);
      return running;
    },
    known: (id) => kept.get(id)?.answer,
    forget: (id) => void kept.delete(id),
  };
}
