import { hash } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { linkHash } from '../../bot/adapters/chain/link.ts';
import { openDatabase } from '../../bot/adapters/sqlite/database.ts';
import { openStore, type Store } from '../../bot/adapters/sqlite/index.ts';
import { type LogEntry, rowKey } from '../../bot/app/ports/eventLog.ts';
import { median } from './median.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 7;
const COMMITS_A_ROUND = 400;
const STREAMS = 1_000;
/** At 6 KB each they fill the write-ahead file's 16 MB once. */
const COMMITS_FOR_A_CHECKPOINT = 4_000;
const ROWS = 250_000;

/**
 * The embedded store against the disk and against bare library calls, in alternation, in a temporary folder.
 * Takes about a minute and 250 MB of disk. Yardsticks: issue on speed and scale, durable command and hash link.
 */
export async function benchStore(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-store-'));
  try {
    return [...(await durableCommand(folder)), hashLink(), await coldRead(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The write-ahead file has been through a checkpoint before the rounds: it grows only once in a server's life. Beside
 * ours the same row by bare SQLite, which tells what of the distance to the disk is SQLite's own.
 */
async function durableCommand(folder: string): Promise<BenchRow[]> {
  const store = openStore(path.join(folder, 'durable.sqlite'));
  const disk = openSync(path.join(folder, 'raw.bin'), 'w');
  const page = Buffer.alloc(4_096, 7);
  const commands = commandsOn(store);
  const bare = bareSqlite(path.join(folder, 'bare.sqlite'));
  await commands(COMMITS_FOR_A_CHECKPOINT, 1);
  bare.insert(COMMITS_FOR_A_CHECKPOINT);
  const raw: number[] = [];
  const sqlite: number[] = [];
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push(
      await rate(COMMITS_A_ROUND, () => {
        for (let i = 0; i < COMMITS_A_ROUND; i += 1) {
          writeSync(disk, page, 0, page.length, 0);
          fdatasyncSync(disk);
        }
      }),
    );
    alone.push(await rate(COMMITS_A_ROUND, () => commands(COMMITS_A_ROUND, 1)));
    sqlite.push(await rate(COMMITS_A_ROUND, () => bare.insert(COMMITS_A_ROUND)));
    together.push(await rate(COMMITS_A_ROUND, () => commands(COMMITS_A_ROUND, 10)));
  }
  closeSync(disk);
  bare.close();
  await store.close();
  const ratioOf = (rates: readonly number[]): number =>
    median(rates.map((value, round) => value / (raw[round] ?? Number.NaN)));
  const row = (name: string, rates: readonly number[], least: number): BenchRow => {
    const ratio = ratioOf(rates);
    return {
      name,
      value: median(rates),
      unit: 'commands/s',
      yardstick: `raw 4 KiB overwrite + fdatasync, ${Math.round(median(raw))}/s`,
      ratio,
      goal: `≥ ${least} ×`,
      pass: ratio >= least,
    };
  };
  return [
    row('durable command, ten people at once', together, 0.75),
    // Nothing to share a sync with, and Node's SQLite syncs by fsync: a row, its key and the counter are three pages.
    row(`durable command, one after the other (bare SQLite ${ratioOf(sqlite).toFixed(2)} ×)`, alone, 0.75),
  ];
}

/** The table and the settings of the store, and ready rows: what is left of a command when nothing is decided or checked. */
function bareSqlite(file: string) {
  const db = openDatabase(file);
  const insert = db.prepare(
    `INSERT INTO events (key, stream, sequence, operation_id, actor, at, previous_hash, hash, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let made = 0;
  return {
    insert(count: number): void {
      for (let i = 0; i < count; i += 1, made += 1) {
        const stream = streamOf((made * 7_919) % STREAMS);
        const sequence = Math.floor(made / STREAMS) + 1;
        const { operationId, actor, at } = entryOf(made);
        const hashes = ['0'.repeat(64), 'f'.repeat(64)] as const;
        insert.run(
          rowKey(stream, sequence),
          stream,
          sequence,
          operationId,
          actor,
          at,
          ...hashes,
          recordOf(made),
        );
      }
    },
    close: () => db.close(),
  };
}

/** Appends to many streams in turn, with so many callers that each waits for its answer before the next command. */
function commandsOn({ log }: Store): (count: number, callers: number) => Promise<void> {
  const versions = Array.from({ length: STREAMS }, () => 0);
  let made = 0;
  const one = async () => {
    const index = (made * 7_919) % STREAMS;
    const entry = entryOf(made);
    made += 1;
    const version = versions[index] ?? 0;
    versions[index] = version + 1;
    const { outcome } = await log.append(streamOf(index), version, entry);
    if (outcome !== 'appended') throw new Error(`append answered ${outcome}`);
  };
  return async (count, callers) => {
    const caller = async () => {
      for (let i = 0; i < count / callers; i += 1) await one();
    };
    await Promise.all(Array.from({ length: callers }, caller));
  };
}

function hashLink(): BenchRow {
  const records = Array.from({ length: 20_000 }, (_, i) => recordOf(i));
  const link: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    bare.push(microseconds(records.length, () => records.reduce((_, record) => hash('sha256', record), '')));
    link.push(
      microseconds(records.length, () =>
        records.reduce((previous, record) => linkHash(previous, record), '0'.repeat(64)),
      ),
    );
  }
  const ratio = median(link.map((value, round) => value / (bare[round] ?? Number.NaN)));
  return {
    name: 'hash link',
    value: median(link),
    unit: 'µs',
    yardstick: `crypto.hash of the stored text (${records[0]?.length} characters), ${median(bare).toFixed(2)} µs`,
    ratio,
    goal: '≤ 1.5 ×',
    pass: ratio <= 1.5,
  };
}

/** The file is opened anew for each round; its pages stay in the machine's memory, as after a restart. */
async function coldRead(folder: string): Promise<BenchRow> {
  const file = path.join(folder, 'cold.sqlite');
  const filling = openStore(file);
  for (let i = 0; i < ROWS; i += STREAMS) {
    const batch = Array.from({ length: STREAMS }, (_, s) =>
      filling.log.append(streamOf(s), i / STREAMS, entryOf(i + s)),
    );
    await Promise.all(batch);
  }
  await filling.close();
  const lines = Array.from({ length: ROWS }, (_, i) => recordOf(i));
  const read: number[] = [];
  const parse: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    parse.push(await milliseconds(() => lines.reduce((_, line) => JSON.parse(line), {})));
    read.push(await milliseconds(() => readAll(file)));
  }
  const ratio = median(read.map((value, round) => value / (parse[round] ?? Number.NaN)));
  return {
    name: 'read 250,000 rows after a restart',
    value: median(read),
    unit: 'ms',
    yardstick: `bare JSON.parse of as many records, ${Math.round(median(parse))} ms`,
    ratio,
    goal: '≤ 4 × (leaves one for folding)',
    pass: ratio <= 4,
  };
}

async function readAll(file: string): Promise<void> {
  const store = openStore(file);
  let position = 0;
  let rows = 0;
  for (;;) {
    const page = await store.log.readAfter(position, 5_000);
    if (page.length === 0) break;
    rows += page.length;
    position = page.at(-1)?.position ?? position;
  }
  await store.close();
  if (rows !== ROWS) throw new Error(`read ${rows} rows of ${ROWS}`);
}

const streamOf = (index: number): string => `I-${String(index).padStart(32, '0')}`;

const entryOf = (number: number): LogEntry => ({
  operationId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  actor: '00000000-0000-4000-8000-00000000000a',
  at: '2026-03-02T09:00:00.000Z',
  events: [
    {
      type: 'FollowUpRecorded',
      ...{ status: 'green', text: 'Går enligt plan, nästa steg är bokat', due: '2026-04-01', number },
    },
  ],
});

const recordOf = (number: number): string =>
  JSON.stringify({ key: `${streamOf(number % STREAMS)}#000001`, ...entryOf(number) });

const milliseconds = async (work: () => unknown): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

const rate = async (count: number, work: () => unknown): Promise<number> =>
  (count * 1_000) / (await milliseconds(work));

const microseconds = (count: number, work: () => unknown): number => {
  const before = performance.now();
  work();
  return ((performance.now() - before) * 1_000) / count;
};
