import { z } from 'zod';
import { GraphRefused } from './errors.ts';
import type { GraphAnswer } from './graph.ts';

const errorSchema = z.object({
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
});

/** The only way SharePoint has of saying that a unique column has the value already, on a site in English. */
const DUPLICATE = /unique constraints? already has the provided value/i;

/** The row was not written, because another has its key. */
export function isDuplicate({ status, body }: GraphAnswer): boolean {
  const parsed = errorSchema.safeParse(body);
  return status === 400 && parsed.success && DUPLICATE.test(parsed.data.error.message ?? '');
}

/** Whatever Graph said that nobody can do anything about here. `what` names the call in our words. */
export function refusalOf(what: string, { status, body }: GraphAnswer): GraphRefused {
  const parsed = errorSchema.safeParse(body);
  return new GraphRefused(what, status, parsed.success ? (parsed.data.error.code ?? undefined) : undefined);
}
