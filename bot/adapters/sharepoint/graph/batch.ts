import { z } from 'zod';
import type { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import { GraphBusy, GraphUnclear } from './errors.ts';
import type { Graph, GraphAnswer, GraphCall, Patience } from './graph.ts';
import { refusalOf } from './refusal.ts';
import { backoffMs, waitAskedFor } from './waits.ts';

/** Graph's limit. */
export const MOST_IN_A_BATCH = 20;
const MOST_ROUNDS = 6;

const batchSchema = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/** A part was not run, because the one before it had failed. */
const DEPENDENCY_FAILED = 424;
const NOT_ANSWERED = new GraphUnclear('a part of a batch was not answered');

/** Each part's own answer, or why there is none. */
export type PartAnswer = GraphAnswer | StoreUnavailable;

export const isAnswer = (part: PartAnswer): part is GraphAnswer => !(part instanceof Error);

/**
 * Many calls in few round trips, twenty at a time; answers in the order of the calls. The parts stand for
 * themselves: some may succeed and others not. A throttled part is tried again when the server allows it; a write
 * whose answer is unclear is not, and comes back as GraphUnclear.
 * Source: Microsoft Graph v1.0, "Combine multiple HTTP requests using JSON batching".
 */
export async function callAll(
  graph: Graph,
  calls: readonly GraphCall[],
  patience: Patience,
): Promise<readonly PartAnswer[]> {
  const batches: Promise<readonly PartAnswer[]>[] = [];
  for (let first = 0; first < calls.length; first += MOST_IN_A_BATCH)
    batches.push(oneBatch(graph, calls.slice(first, first + MOST_IN_A_BATCH), patience));
  // How many are under way at once is the transport's business. All are waited for, so that none is left running.
  const ended = await Promise.allSettled(batches);
  return ended.flatMap((batch) => {
    if (batch.status === 'rejected') throw batch.reason;
    return batch.value;
  });
}

/**
 * Up to twenty calls in one round trip (a single one by itself), each only after the one before it has succeeded. A throttled call and those
 * behind it are tried again when the server allows it.
 * @returns answers up to and with the first that was refused or is unclear; all are unclear when the whole was lost.
 */
export async function callInTurn(
  graph: Graph,
  calls: readonly GraphCall[],
  patience: Patience,
): Promise<readonly PartAnswer[]> {
  const [only] = calls;
  if (only && calls.length === 1) return [await alone(graph, only, patience)];
  const answers: PartAnswer[] = [];
  for (let round = 1; ; round += 1) {
    const open = calls.map((_, index) => index).slice(answers.length);
    const parts = await sendParts(graph, calls, open, patience, 'in turn');
    closeGate(graph, [...parts.values()], round);
    const throttled = open.find((index) => isThrottled(parts.get(index) ?? NOT_ANSWERED));
    const mayGoOn = throttled !== undefined && round < MOST_ROUNDS;
    for (const index of mayGoOn ? open.slice(0, open.indexOf(throttled)) : open) {
      const answer = parts.get(index) ?? NOT_ANSWERED;
      if (isAnswer(answer) && answer.status === DEPENDENCY_FAILED) break;
      answers.push(clear(answer));
    }
    if (!mayGoOn) return answers;
  }
}

const alone = (graph: Graph, call: GraphCall, patience: Patience): Promise<PartAnswer> =>
  graph.call(call, patience).catch((error: unknown) => {
    if (error instanceof GraphUnclear) return error;
    throw error;
  });

async function oneBatch(
  graph: Graph,
  calls: readonly GraphCall[],
  patience: Patience,
): Promise<readonly PartAnswer[]> {
  const answers = new Map<number, PartAnswer>();
  let open = calls.map((_, index) => index);
  for (let round = 1; open.length > 0; round += 1) {
    const parts = await sendParts(graph, calls, open, patience);
    const again: number[] = [];
    for (const index of open) {
      const answer = parts.get(index) ?? NOT_ANSWERED;
      if (mayRepeat(answer, calls[index]) && round < MOST_ROUNDS) again.push(index);
      else answers.set(index, clear(answer));
    }
    closeGate(graph, [...parts.values()], round);
    open = again;
  }
  return calls.map((_, index) => answers.get(index) ?? NOT_ANSWERED);
}

async function sendParts(
  graph: Graph,
  calls: readonly GraphCall[],
  open: readonly number[],
  patience: Patience,
  order: 'at once' | 'in turn' = 'at once',
): Promise<ReadonlyMap<number, PartAnswer>> {
  const requests = open.map((index, i) => ({
    ...partOf(index, calls[index]),
    ...(order === 'in turn' && i > 0 && { dependsOn: [String(open[i - 1])] }),
  }));
  const units = open.reduce((sum, index) => sum + (calls[index]?.units ?? 0), 0);
  try {
    const answer = await graph.call({ method: 'POST', path: '/$batch', body: { requests }, units }, patience);
    if (answer.status !== 200) throw refusalOf('batch', answer);
    return new Map(
      batchSchema.parse(answer.body).responses.map(({ id, status, headers, body }) => {
        const lower = new Map(
          Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
        );
        return [Number(id), { status, body, header: (name) => lower.get(name.toLowerCase()) ?? null }];
      }),
    );
  } catch (error) {
    if (!(error instanceof GraphUnclear)) throw error;
    return new Map(open.map((index) => [index, error]));
  }
}

function partOf(index: number, call: GraphCall | undefined): Readonly<Record<string, unknown>> {
  const { method, path, body, headers } = call ?? { method: 'GET', path: '/' };
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return {
    id: String(index),
    method,
    url: path,
    headers: { ...json, ...headers },
    ...(body !== undefined && { body }),
  };
}

const isThrottled = (answer: PartAnswer): boolean => isAnswer(answer) && answer.status === 429;
const isFault = (answer: PartAnswer): boolean => !isAnswer(answer) || answer.status >= 500;

const mayRepeat = (answer: PartAnswer, call: GraphCall | undefined): boolean =>
  isThrottled(answer) || (isFault(answer) && call?.method === 'GET');

function clear(answer: PartAnswer): PartAnswer {
  if (isThrottled(answer)) return new GraphBusy('Graph throttles');
  return isAnswer(answer) && isFault(answer) ? new GraphUnclear(`Graph answered ${answer.status}`) : answer;
}

function closeGate(graph: Graph, answers: readonly PartAnswer[], round: number): void {
  for (const answer of answers) {
    if (!isAnswer(answer) || !(isThrottled(answer) || isFault(answer))) continue;
    graph.transport.gate.closeFor(waitAskedFor({ get: answer.header }, Date.now()) ?? backoffMs(round));
  }
}
