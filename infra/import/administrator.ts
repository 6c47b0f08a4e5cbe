import { actingForAll, actsAsAnywhere, holdersAnywhere } from '../../domain/organisation/lookup.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';

/** The file, the place or the person stands in the way; nothing was written (in Swedish). */
export class CannotCarryOut extends Error {
  readonly code = 'cannot-carry-out';
}

export type WhoAsks = {
  /** Address or Entra id, when it was said. */
  readonly as: string | undefined;
  readonly day: string;
  readonly findPerson: (address: string) => Promise<string | undefined>;
};

/** In whose name the history is written: the one who is given, or the only administrator there is. @throws CannotCarryOut */
export async function administratorOf(
  organisation: Organisation,
  { as, day, findPerson }: WhoAsks,
): Promise<string> {
  const named = as?.includes('@') ? await findPerson(as.toLowerCase()) : as;
  if (as !== undefined) {
    if (named !== undefined && actsAsAnywhere(organisation, named, 'toolAdmin', day)) return named;
    throw new CannotCarryOut(
      'Den som anges med --as är inte Administratör för Färdplan. Ge personen rollen först: npm run organisation.',
    );
  }
  const [actor, ...others] = actingForAll(holdersAnywhere(organisation, 'toolAdmin', day), day);
  if (actor === undefined)
    throw new CannotCarryOut(
      'Ingen är Administratör för Färdplan. Ge någon rollen först (npm run organisation); den personens namn står i historiken.',
    );
  if (others.length > 0)
    throw new CannotCarryOut('Flera är Administratör för Färdplan. Säg vem med --as ADRESS.');
  return actor;
}
