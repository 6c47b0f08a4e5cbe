import { type PlaceDirectory, PlaceUnavailable } from '../import/place.ts';

/** A person as the directory knows them. */
export type Found = { readonly id: string; readonly left?: true; readonly guest?: true };
/** By sign-in address or Entra id; undefined for nobody. */
export type FindPerson = (written: string) => Promise<Found | undefined>;

/** Where no directory is, people are who they are written as. */
export const AS_WRITTEN: PlaceDirectory = {
  person: async (written) => ({ id: written, name: written }),
  nameOf: () => undefined,
};

/** Looks people up in Entra. @throws PlaceUnavailable when it does not answer or may not be asked. */
export const findIn =
  ({ person }: Pick<PlaceDirectory, 'person'>): FindPerson =>
  async (written) => {
    try {
      return await person(written);
    } catch (cause) {
      throw new PlaceUnavailable(
        'Det går inte att slå upp personer i Entra. Kontrollera att programmet har rätten User.Read.All, och försök igen.',
        { cause },
      );
    }
  };
