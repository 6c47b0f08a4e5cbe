import type { Seed, SeedUser } from './seed.ts';

/** People come, change and leave while the tenant runs. */
export type PeopleChanges = {
  readonly join: (user: SeedUser) => void;
  readonly change: (id: string, changes: Partial<SeedUser>) => void;
  /** From now on Graph answers 404 for the person. */
  readonly leave: (id: string) => void;
};

/** The seed with a list of people that can change, and what changes it. */
export function changeablePeople(given: Seed): { readonly seed: Seed; readonly people: PeopleChanges } {
  const users = [...given.users];
  const placeOf = (id: string): number => {
    const at = users.findIndex((user) => user.id === id);
    if (at < 0) throw new Error(`The tenant has no person ${id}`);
    return at;
  };
  return {
    seed: { ...given, users },
    people: {
      join: (user) => void users.push(user),
      change: (id, changes) => {
        const at = placeOf(id);
        users[at] = { ...users[at]!, ...changes };
      },
      leave: (id) => void users.splice(placeOf(id), 1),
    },
  };
}
