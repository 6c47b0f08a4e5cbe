import { connectGraph, type GraphConnectionSettings } from '../../../../../bot/adapters/sharepoint/index.ts';

export type Answer =
  | { status: number; headers?: Record<string, string>; body?: unknown; text?: string }
  | 'lost'
  | 'silent';

/** A server that answers as told, and a clock that only moves when somebody sleeps. */
export function server(answers: Answer[], settings: Partial<GraphConnectionSettings> = {}) {
  let now = 0;
  const asked: { at: number; method: string; url: string; headers: Headers; body: string }[] = [];
  const answering: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push({
      at: now,
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: await request.text(),
    });
    const answer = answers.shift() ?? { status: 200, body: {} };
    if (answer === 'lost') throw new TypeError('fetch failed');
    if (answer === 'silent')
      return new Promise((_, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason)),
      );
    return new Response(answer.text ?? JSON.stringify(answer.body ?? {}), {
      status: answer.status,
      headers: { 'content-type': 'application/json', ...answer.headers },
    });
  };
  const graph = connectGraph({
    tokens: { token: async () => 'a-token' },
    organisation: 'Lindbacka',
    version: '1.2',
    fetch: answering,
    timing: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
    ...settings,
  });
  const call = (method: 'GET' | 'POST' | 'PATCH', path = '/sites/s/lists/l/items', ms = 3_600_000) =>
    graph.call(
      { method, path, units: method === 'GET' ? 1 : 2, ...(method !== 'GET' && { body: { a: 1 } }) },
      graph.patience('person', ms),
    );
  return { asked, graph, call, now: () => now };
}
