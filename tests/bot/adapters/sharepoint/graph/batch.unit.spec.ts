import { callAll, callInTurn } from '../../../../../bot/adapters/sharepoint/graph/batch.ts';
import { GraphBusy, GraphUnclear } from '../../../../../bot/adapters/sharepoint/graph/errors.ts';
import type { GraphCall } from '../../../../../bot/adapters/sharepoint/graph/graph.ts';
import { type Answer, server } from './scriptedServer.ts';

type Part = { readonly id: string; readonly status: number; readonly headers?: Record<string, string> };

const batch = (...responses: readonly Part[]): Answer => ({ status: 200, body: { responses } });
const done = (id: number, status = 200): Part => ({ id: String(id), status });
const throttled = (id: number, seconds: number): Part => ({
  id: String(id),
  status: 429,
  headers: { 'Retry-After': String(seconds) },
});
const calls = (method: 'GET' | 'POST', count: number): GraphCall[] =>
  Array.from({ length: count }, (_, i) => ({
    method,
    path: `/sites/s/${i}`,
    units: 1,
    ...(method === 'POST' && { body: {} }),
  }));
const idsIn = (body: string) =>
  (JSON.parse(body) as { requests: { id: string }[] }).requests.map(({ id }) => id);

describe('parts of a batch that did not go through', () => {
  it('go again by themselves, when the longest of the waits they were told is over', async () => {
    const { asked, graph } = server([
      batch(done(1), throttled(0, 30), throttled(2, 300)),
      batch(done(0), done(2)),
    ]);
    const answers = await callAll(graph, calls('POST', 3), graph.patience('background', 1_000_000));
    expect(answers.map((one) => (one instanceof Error ? one : one.status))).toEqual([200, 200, 200]);
    expect(asked.map(({ at }) => at)).toEqual([0, 300_000]);
    expect(idsIn(asked[1]?.body ?? '')).toEqual(['0', '2']);
  });

  it('do the same when they go in turn, from the throttled one on', async () => {
    const { asked, graph } = server([
      batch(done(0, 201), throttled(1, 90), done(2, 424)),
      batch(done(1, 201), done(2, 201)),
    ]);
    const answers = await callInTurn(graph, calls('POST', 3), graph.patience('person', 1_000_000));
    expect(answers.map((one) => (one instanceof Error ? one : one.status))).toEqual([201, 201, 201]);
    expect(asked.map(({ at }) => at)).toEqual([0, 90_000]);
    expect(idsIn(asked[1]?.body ?? '')).toEqual(['1', '2']);
  });

  it('are asked again when they only ask, and never when they write', async () => {
    const reading = server([batch(done(0, 503), done(1)), batch(done(0))]);
    const read = await callAll(reading.graph, calls('GET', 2), reading.graph.patience('background'));
    expect(read.map((one) => (one instanceof Error ? one : one.status))).toEqual([200, 200]);
    const writing = server([batch(done(0, 504), done(1, 201))]);
    const written = await callAll(writing.graph, calls('POST', 2), writing.graph.patience('background'));
    expect(written[0]).toBeInstanceOf(GraphUnclear);
    expect(writing.asked).toHaveLength(1);
  });

  it('are given up after a few rounds, as not carried out, and make everybody else wait', async () => {
    const { asked, graph, call } = server(
      Array.from({ length: 6 }, () => batch(throttled(0, 10), done(1, 201))),
    );
    const [first] = await callAll(graph, calls('POST', 2), graph.patience('background', 1_000_000));
    expect(first).toBeInstanceOf(GraphBusy);
    await call('GET');
    expect(asked.map(({ at }) => at / 10_000)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('are unclear when the answer does not speak of them', async () => {
    const { graph } = server([batch(done(1, 201))]);
    const [first] = await callAll(graph, calls('POST', 2), graph.patience('background'));
    expect(first).toBeInstanceOf(GraphUnclear);
  });
});
