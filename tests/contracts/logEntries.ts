import type { AppendResult, EventLog, LogEntry, LogRow, StoredEvent } from '../../bot/app/ports/index.ts';

/** An entry whose events do not matter; the operation tells entries apart. */
export const entry = (operationId: string, facts: Record<string, unknown> = {}): LogEntry => ({
  operationId,
  actor: '00000000-0000-4000-8000-00000000000a',
  at: '2026-03-02T09:00:00.000Z',
  events: [event('Noted', { by: operationId, ...facts })],
});

export const event = (type: string, facts: Record<string, unknown> = {}): StoredEvent => ({ type, ...facts });

type Written = Exclude<AppendResult, { outcome: 'conflict' }>;

/** Appends after whatever the stream holds, as a use case does: a lost race is tried again. */
export async function appendAtEnd(
  log: EventLog,
  stream: string,
  what: LogEntry,
  seen?: number,
): Promise<Written> {
  let version = seen ?? (await log.read(stream)).length;
  for (;;) {
    const result = await log.append(stream, version, what);
    if (result.outcome !== 'conflict') return result;
    version = result.actualVersion;
  }
}

/** The row an append wrote or found; fails the test when there was a conflict. */
export async function written(result: Promise<AppendResult>): Promise<LogRow> {
  const answer = await result;
  if (answer.outcome === 'conflict') throw new Error(`conflict with version ${answer.actualVersion}`);
  return answer.row;
}

/** The whole log in pages, as a server that starts reads it. */
export async function readAll(log: EventLog, page = 500): Promise<readonly LogRow[]> {
  const rows: LogRow[] = [];
  for (;;) {
    const next = await log.readAfter(rows.at(-1)?.position ?? 0, page);
    if (next.length === 0) return rows;
    rows.push(...next);
  }
}

/** `count` things made of 0, 1, 2 … */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
