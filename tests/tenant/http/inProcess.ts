import type { Handle, Incoming, Outgoing } from './exchange.ts';

/**
 * `fetch` without a network: requests to the public addresses are answered in this process. Aborting works, and a
 * cut connection looks as it does with Node's own fetch (TypeError "fetch failed", cause ECONNRESET).
 */
export function createFetch(handle: Handle): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    aborted.catch(() => undefined);
    const answered = read(request).then(handle);
    const answer = await Promise.race([answered, aborted]);
    if (answer.lost === 'silence') return aborted;
    if (answer.lost === 'reset') throw connectionReset();
    return toResponse(answer);
  };
}

async function read(request: Request): Promise<Incoming> {
  const url = new URL(request.url);
  return {
    method: request.method,
    host: url.hostname,
    origin: url.origin,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    bytes: Buffer.from(await request.arrayBuffer()),
  };
}

function toResponse({ status, headers, body, text, bytes }: Outgoing): Response {
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  if (bytes) return new Response(new Uint8Array(bytes), { status, headers });
  if (body === undefined) return new Response(text ?? '', { status, headers });
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

function connectionReset(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  return new TypeError('fetch failed', { cause });
}
