import type { FieldErrors, RawValues } from '../cards/model.ts';

/**
 * What a card with inputs is shown again with, so that an error loses nothing: what was typed and what is wrong. With the
 * operation it had where a second press must be the same one; otherwise the next press is an operation of its own.
 */
export type Typed = { readonly op?: string; readonly values?: RawValues; readonly errors?: FieldErrors };
