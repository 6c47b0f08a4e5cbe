import { isDeepStrictEqual } from 'node:util';
import { linkHash } from '../../bot/adapters/chain/link.ts';
import { readRecord, splitKey } from '../../bot/adapters/chain/record.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import type { Initiative } from '../../domain/initiatives/initiative.ts';
import { type LogLine, type LogRows, logLines, logOf } from './evolveLog.ts';
import { median } from './median.ts';
import { type MutableInitiative, mutateRow } from './mutateInPlace.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 9;
const EVENTS = 250_000;
const INITIATIVES = 10_000;

/**
 * Folding the log: 250,000 events of 10,000 initiatives in the order a log has them, made by real commands.
 * The pure fold against one that mutates in place, and a cold start (parse, check the chain, fold) against bare
 * `JSON.parse` of the same lines. Takes about half a minute.
 */
export async function benchEvolve(): Promise<BenchRow[]> {
  const rows = logOf(INITIATIVES);
  const count = rows.reduce((sum, { events }) => sum + events.length, 0);
  if (count !== EVENTS) throw new Error(`the log has ${count} events`);
  const folded = foldPure(rows);
  checkSame(folded, foldInPlace(rows));
  return [evolveSpeed(rows), coldRebuild(logLines(rows), folded.size)];
}

function evolveSpeed(rows: LogRows): BenchRow {
  const pure: number[] = [];
  const inPlace: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    inPlace.push(seconds(() => foldInPlace(rows)));
    pure.push(seconds(() => foldPure(rows)));
  }
  const ratio = median(pure.map((time, round) => (inPlace[round] ?? Number.NaN) / time));
  const value = EVENTS / median(pure);
  return {
    name: 'evolve',
    value,
    unit: 'events/s',
    yardstick: `mutate in place, ${Math.round(EVENTS / median(inPlace))} events/s`,
    ratio,
    goal: '≥ 0.5 × and ≥ 3 million events/s',
    pass: ratio >= 0.5 && value >= 3_000_000,
  };
}

function coldRebuild(lines: readonly LogLine[], initiatives: number): BenchRow {
  const bare: number[] = [];
  const rebuild: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(seconds(() => parseOnly(lines)));
    rebuild.push(seconds(() => expectSize(foldLines(lines), initiatives)));
  }
  const ratio = median(rebuild.map((time, round) => time / (bare[round] ?? Number.NaN)));
  return {
    name: `cold rebuild of ${EVENTS} events in ${lines.length} rows`,
    value: median(rebuild) * 1_000,
    unit: 'ms',
    yardstick: `bare JSON.parse of the lines, ${Math.round(median(bare) * 1_000)} ms`,
    ratio,
    goal: '≤ 5 ×',
    pass: ratio <= 5,
  };
}

function foldPure(rows: LogRows): Map<string, Initiative> {
  const initiatives = new Map<string, Initiative>();
  for (const { stream, events } of rows) {
    const next = evolveRow(stream, initiatives.get(stream), events);
    if (next) initiatives.set(stream, next);
  }
  return initiatives;
}

function foldInPlace(rows: LogRows): Map<string, MutableInitiative> {
  const initiatives = new Map<string, MutableInitiative>();
  for (const { stream, events } of rows) {
    const next = mutateRow(stream, initiatives.get(stream), events);
    if (next) initiatives.set(stream, next);
  }
  return initiatives;
}

/** What a server does at its start: every line parsed, tied to the one before it and folded. */
function foldLines(lines: readonly LogLine[]): Map<string, Initiative> {
  const initiatives = new Map<string, Initiative>();
  for (const { record, previousHash, hash } of lines) {
    if (linkHash(previousHash, record) !== hash) throw new Error('the chain is broken');
    const { key, events } = readRecord(record);
    const { stream } = splitKey(key);
    const next = evolveRow(stream, initiatives.get(stream), events as readonly InitiativeEvent[]);
    if (next) initiatives.set(stream, next);
  }
  return initiatives;
}

function parseOnly(lines: readonly LogLine[]): void {
  let count = 0;
  for (const { record } of lines) count += (JSON.parse(record) as { events: unknown[] }).events.length;
  if (count !== EVENTS) throw new Error(`parsed ${count} events`);
}

/** The yardstick is only worth something when it does the same work. */
function checkSame(pure: Map<string, Initiative>, inPlace: Map<string, MutableInitiative>): void {
  for (const [id, initiative] of pure) {
    const other = inPlace.get(id);
    if (!isDeepStrictEqual(plain(other), plain(initiative))) throw new Error(`the folds differ for ${id}`);
  }
}

/** Without fields that are there but empty. */
const plain = (state: object | undefined): unknown => JSON.parse(JSON.stringify(state ?? null));

function expectSize(map: Map<string, unknown>, size: number): void {
  if (map.size !== size) throw new Error(`folded ${map.size} initiatives of ${size}`);
}

/** CPU time of all threads, the collector's too: on a busy machine the clock on the wall measures the others. */
function seconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
