import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Strong: the same bytes, the same tag. */
export const etagOf = (body: string | Buffer): string =>
  `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;

/** Does the client already have it? Proxies may have weakened the tag, and clients may name several. */
export const isKnown = ({ headers }: IncomingMessage, etag: string): boolean =>
  (headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
