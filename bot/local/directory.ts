import type { Directory } from '../app/ports/index.ts';
import { PEOPLE } from './sample/people.ts';

/** What the program itself has done is signed with this actor. */
const SYSTEM_PERSON = { id: 'system', name: 'Färdplan' } as const;

/** The people of Ekhamra as a directory; somebody else's id gives nobody. */
export function createSampleDirectory(): Directory & { unitOf(id: string): string | undefined } {
  const addresses = new Map(PEOPLE.map(({ id, mail }) => [mail, id]));
  const people = new Map(PEOPLE.map(({ id, name, title, unit }) => [id, { id, name, title, unit }]));
  return {
    person: async (id) => (id === SYSTEM_PERSON.id ? SYSTEM_PERSON : people.get(addresses.get(id) ?? id)),
    nameOf: (id) => (id === SYSTEM_PERSON.id ? SYSTEM_PERSON.name : people.get(id)?.name),
    unitOf: (id) => people.get(id)?.unit,
  };
}
