import { createClient } from '../../../tab/src/api/client.ts';
import { problemOf } from '../../../tab/src/api/problems.ts';

/** Answers every request with the same thing and remembers how it was asked. */
function answering(answer: () => Response | Promise<Response>): Request[] {
  const asked: Request[] = [];
  globalThis.fetch = async (path, init) => {
    const { signal: _signal, ...plain } = init ?? {};
    asked.push(new Request(new URL(String(path), 'http://tab'), plain));
    return answer();
  };
  return asked;
}

const client = createClient(async () => 'Bearer token', 'en');
const problem = (work: Promise<unknown>) => work.then(() => undefined, problemOf);

describe('asking the server', () => {
  it('says who is asking and in what language, and lets the ETag decide', async () => {
    const asked = answering(() => Response.json({ fine: true }));
    expect(await client.get('/api/me')).toEqual({ fine: true });
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer token');
    expect(asked[0]?.headers.get('accept-language')).toBe('en');
    expect(asked[0]?.cache).toBe('no-cache');
  });

  it('says what it has heard of, the newest of each, so that no instance shows what was before', async () => {
    const asked = answering(() => Response.json({}));
    const listener = createClient(async () => 'Bearer token', 'sv');
    await listener.get('/api/portfolio');
    for (const [id, version] of [
      ['I-1', 2],
      ['I-2', 5],
      ['I-1', 4],
      ['I-1', 3],
    ] as const)
      listener.hear({ id, version });
    await listener.get('/api/portfolio');
    for (let i = 3; i <= 10; i += 1) listener.hear({ id: `I-${i}`, version: 1 });
    listener.hear({ id: 'ORGANISATION', version: 1 });
    await listener.get('/api/portfolio');
    expect(asked.map(({ headers }) => headers.get('fardplan-heard'))).toEqual([
      null,
      'I-1@4,I-2@5',
      'ORGANISATION@1,I-10@1,I-9@1,I-8@1,I-7@1,I-6@1,I-5@1,I-4@1,I-3@1,I-1@4',
    ]);
  });

  it('sends JSON', async () => {
    const asked = answering(() => Response.json({}));
    await client.send('PUT', '/api/me/language', { language: 'sv' });
    expect(asked[0]?.method).toBe('PUT');
    expect(await asked[0]?.json()).toEqual({ language: 'sv' });
  });

  it('gives a problem for every answer that is not well', async () => {
    answering(() => Response.json({ code: 'stale', detail: 'Ändrat.' }, { status: 409 }));
    expect(await problem(client.get('/api/x'))).toEqual({ status: 409, code: 'stale', detail: 'Ändrat.' });
    answering(() => new Response('<html>', { status: 502 }));
    expect(await problem(client.get('/api/x'))).toEqual({ status: 502, code: 'store-unavailable' });
  });

  it('tells a dead network, and an answer that broke off, from a refusal', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await problem(client.get('/api/x'))).toEqual({ status: 0, code: 'offline' });
    answering(() => new Response('{"half":'));
    expect(await problem(client.get('/api/x'))).toEqual({ status: 0, code: 'offline' });
  });

  it('asks nothing when nobody can say who is asking', async () => {
    const asked = answering(() => Response.json({}));
    const nobody = createClient(() => Promise.reject(new Error('consent')), 'sv');
    expect(await problem(nobody.get('/api/me'))).toEqual({ status: 401, code: 'unauthorised' });
    expect(asked).toEqual([]);
  });
});
