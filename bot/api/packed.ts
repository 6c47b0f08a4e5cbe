import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { etagOf, isKnown } from './etag.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Half a megabyte to look back over: compresses as well as the most there is, in a quarter of the memory. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 19 };

/** An answer in every encoding, made once and sent as it is: compressing per request costs a hundredfold. */
export type Packed = {
  readonly etag: string;
  readonly raw: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
};

export async function pack(raw: Buffer): Promise<Packed> {
  const [gzipped, brotli] = await Promise.all([toGzip(raw, { level: 6 }), toBrotli(raw, { params: BROTLI })]);
  return { etag: etagOf(raw), raw, gzip: gzipped, brotli };
}

/** Sends the ready bytes in the best encoding the client takes; 304 when it already has them. */
export function sendPacked(req: IncomingMessage, res: ServerResponse, packed: Packed): void {
  const headers = { etag: packed.etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' };
  if (isKnown(req, packed.etag)) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const [body, encoding] = bestOf(packed, String(req.headers['accept-encoding'] ?? ''));
  res.writeHead(200, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
  });
  res.end(body);
}

function bestOf(packed: Packed, accepts: string): [Buffer, 'br' | 'gzip' | undefined] {
  if (takes('br', accepts)) return [packed.brotli, 'br'];
  return takes('gzip', accepts) ? [packed.gzip, 'gzip'] : [packed.raw, undefined];
}

/** Named, and not with a weight of nothing. */
const takes = (encoding: string, accepts: string): boolean =>
  new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:$|,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:$|,)))`, 'i').test(accepts);
