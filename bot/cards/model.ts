import type { CardJson } from '../app/ports/index.ts';

export type { CardJson };

/** Where the card is shown. */
export type Scope = 'personal' | 'group' | 'channel';

/** Texts to show at inputs, by input id. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Raw inputs by id, as they were typed, so that an error loses nothing. */
export type RawValues = Readonly<Record<string, unknown>>;

export type UnitChoice = { readonly id: string; readonly name: string; readonly department: string };
