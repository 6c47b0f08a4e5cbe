import type { FieldErrors, RawValues } from '../cards/model.ts';

/** What a card with inputs is shown again with, so that an error loses nothing: same operation, what was typed, what is wrong. */
export type Typed = { readonly op?: string; readonly values?: RawValues; readonly errors?: FieldErrors };
