import type { Authenticate } from '../api/deps.ts';
import { isLoopbackHost } from '../teams/guard/serviceUrls.ts';
import { PEOPLE } from './sample/people.ts';

const HEADER = /^Persona ([0-9a-f-]{36})$/i;

/**
 * Local mode's way to say who one is: `Authorization: Persona <id>`, for anybody in Ekhamra. The server listens on
 * loopback only; the host name is checked too, so that a web page that renames itself gets nowhere.
 */
export function createPersonaAuth(): Authenticate {
  const known = new Set(PEOPLE.map(({ id }) => id));
  return async ({ headers }) => {
    if (!isLoopbackHost(headers.host ?? '')) return undefined;
    const person = HEADER.exec(headers.authorization ?? '')?.[1]?.toLowerCase();
    return person !== undefined && known.has(person) ? { person } : undefined;
  };
}
