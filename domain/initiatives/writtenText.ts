import { z } from 'zod';

/** Control characters but line feed and tab, and marks that turn the reading direction: nobody types them. */
const UNWRITABLE = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** Something that says something: a letter or a digit, in any script. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '').toWellFormed();

/** Text as a person writes it: trimmed, without what cannot be seen, at most `limit` UTF-16 code units. May be empty. */
export const writtenText = (limit: number) =>
  z.string().overwrite(clean).trim().max(limit, { error: 'too-long' });

/** Text that must be there; dots and dashes alone are not a reason. `missing` is the code when it is not. */
export const requiredText = (limit: number, missing: string) =>
  z
    .string({ error: missing })
    .overwrite(clean)
    .trim()
    .regex(SAYS_SOMETHING, { error: missing })
    .max(limit, { error: 'too-long' });

export const saysSomething = (text: string | undefined): text is string =>
  text !== undefined && SAYS_SOMETHING.test(text);

/** The name of a person, unit, case or goal in our own data: short, without spaces. */
export const idText = z.string().regex(/^[^\s\p{C}]{1,100}$/u, { error: 'invalid' });

/** A local day that people live in. */
export const dayText = z.iso
  .date({ error: 'bad-date', abort: true })
  .regex(/^(?:19|20|21)/, { error: 'bad-date' });
