/** Runs work on the same thing one after the other within this process. What fails does not stop the next. */
export type InTurn = <Result>(thing: string, work: () => Promise<Result>) => Promise<Result>;

/** Between processes the log's key decides; this only keeps our own requests from racing each other for it. */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (thing, work) => {
    const result = (last.get(thing) ?? Promise.resolve()).then(work, work);
    last.set(thing, result);
    const forget = () => {
      if (last.get(thing) === result) last.delete(thing);
    };
    result.then(forget, forget);
    return result;
  };
}
