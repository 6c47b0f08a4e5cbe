import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Texts } from '../texts/texts.ts';
import type { Problem } from './problem.ts';

/** A proposal with every field at its limit is about 40 KB. */
const MOST_BYTES = 128 * 1024;
const MOST_ERRORS = 20;

export type Body =
  | { readonly value: unknown }
  | { readonly failure: readonly [Problem['status'], string, Partial<Problem>?] };

/** The request's JSON, checked; what is wrong with it is said by field. */
export async function bodyOf(
  schema: z.ZodType | undefined,
  req: IncomingMessage,
  texts: Texts,
): Promise<Body> {
  if (!schema) return { value: undefined };
  const bytes = await collect(req);
  if (bytes === 'too-large') return { failure: [413, 'too-large'] };
  const json = parse(bytes);
  if (json === undefined) return { failure: [400, 'bad-json'] };
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { value: parsed.data }
    : { failure: [400, 'invalid', invalid(parsed.error, json, texts)] };
}

/** Resolves early when it is too much; the rest is not kept, and the answer closes the connection. */
function collect(req: IncomingMessage): Promise<Buffer | 'too-large'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BYTES) chunks.push(chunk);
      else resolve('too-large');
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('close', () => resolve(Buffer.concat(chunks)));
  });
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function invalid(error: z.ZodError, json: unknown, texts: Texts): Partial<Problem> {
  const issues = error.issues.slice(0, MOST_ERRORS);
  const errors = issues.map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue) }));
  const about = [...new Set(issues.map(({ path }) => String(path.at(-1) ?? '')).filter(Boolean))];
  const said = [...new Set(issues.map((issue) => sentence(issue, json, texts)).filter(Boolean))];
  return {
    errors,
    about,
    ...(said.length > 0 && { detail: [texts.t('refusals.invalid.text'), ...said].join(' ') }),
  };
}

/** Codes of ours are the message of the issue; the schema library's own sentences are not for people. */
const codeOf = ({ code, message }: z.core.$ZodIssue): string =>
  /^[a-z]+(-[a-z]+)*$/.test(message) ? message : code.replaceAll('_', '-');

/** What to do about it, with the field as people call it; nothing where we have no words. */
function sentence(issue: z.core.$ZodIssue, json: unknown, texts: Texts): string {
  const code = codeOf(issue);
  const field = texts.t(`fields.${String(issue.path.at(-1) ?? '')}`, { defaultValue: '' });
  const limit = 'maximum' in issue ? Number(issue.maximum) : 0;
  const length = lengthAt(json, issue.path);
  const text =
    code === 'too-long'
      ? texts.t('refusals.too-long.field', { limit, length })
      : texts.t(`refusals.${code}.text`, { defaultValue: field && texts.t('refusals.invalid.field') });
  return text && field ? `${field}: ${text}` : text;
}

function lengthAt(json: unknown, path: readonly PropertyKey[]): number {
  const value = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Record<PropertyKey, unknown>)[name]
        : undefined,
    json,
  );
  return typeof value === 'string' ? value.trim().length : 0;
}
