import type { Directory } from './ports/index.ts';

/** Nobody waits longer than this for the directory. */
const PATIENCE_MS = 2_000;

export type IsGuest = (person: string) => Promise<boolean>;

/**
 * Whether somebody is a guest of the tenant: from another organisation, though with an id in ours. Färdplan is for the
 * municipality's own people, in the chat as in the tab. Whom the directory cannot tell about counts as our own: they
 * have come through Teams or Entra of an allowed tenant, and hold no role by that. Never rejects.
 */
export function createIsGuest(directory: Pick<Directory, 'person'>, patienceMs = PATIENCE_MS): IsGuest {
  return async (person) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<undefined>((done) => {
      timer = setTimeout(done, patienceMs, undefined);
    });
    try {
      const found = await Promise.race([directory.person(person), tooLong]);
      return found?.guest === true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  };
}
