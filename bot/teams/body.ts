import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { type Fields, isFields } from './inbound/values.ts';

export const MOST_BYTES = 256 * 1024;

export type Body =
  | { readonly ok: true; readonly value: Fields }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly why: string };

/** Reads a JSON object of at most 256 KB in UTF-8. Nothing wrong with it throws. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type) || encoding !== 'identity')
    return bad(415, 'not-utf8-json');
  if (declaredLength(request) > MOST_BYTES) return bad(413, 'too-large');
  const bytes = await collect(request);
  if (bytes === 'too-large') return bad(413, bytes);
  if (bytes === 'hung-up') return bad(400, bytes);
  if (!isUtf8(bytes)) return bad(400, 'not-utf8');
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    return isFields(value) ? { ok: true, value } : bad(400, 'not-an-object');
  } catch {
    return bad(400, 'malformed-json');
  }
}

/** Bytes the caller says it sends; chunked bodies do not say. */
export const declaredLength = ({ headers }: IncomingMessage): number =>
  Number(headers['content-length'] ?? 0);

const bad = (status: 400 | 413 | 415, why: string): Body => ({ ok: false, status, why });

function collect(request: IncomingMessage): Promise<Buffer | 'too-large' | 'hung-up'> {
  if (request.readableEnded)
    throw new Error('The body was read already: mount the endpoint before any body parser.');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BYTES) chunks.push(chunk);
      else resolve('too-large');
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('hung-up'));
    request.on('close', () => resolve('hung-up'));
  });
}
