import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LogSource } from '../adapters/chain/logSource.ts';
import { type Command, parseCommandLine, USAGE } from './commandLine.ts';
import type { LogDoors, Output } from './doors.ts';
import { findRows } from './findRows.ts';
import { restore } from './restore.ts';
import { showLines } from './show.ts';
import { verifyLog } from './verify.ts';
import { isGood, verificationLines } from './verifyText.ts';

const FINE = 0;
const BROKEN = 1;
const NOT_RUN = 2;

/** Runs one command line of `npm run log`. @returns exit code: 0 fine, 1 broken or not found, 2 not carried out. */
export async function runLogCli(args: readonly string[], output: Output, doors: LogDoors): Promise<number> {
  let command: Command;
  try {
    command = parseCommandLine(args);
  } catch (error) {
    output.stderr.write(`${messageOf(error)}\n\n${USAGE}`);
    return NOT_RUN;
  }
  if (command.name === 'help') {
    output.stdout.write(USAGE);
    return FINE;
  }
  try {
    if (command.name === 'restore') return await runRestore(command, output, doors);
    const source = await doors.toRead(command.data);
    return await run(command, source, output).finally(source.close);
  } catch (error) {
    output.stderr.write(`${messageOf(error)}\n`);
    return NOT_RUN;
  }
}

async function run(
  command: Exclude<Command, { name: 'help' | 'restore' }>,
  source: LogSource,
  { stdout, stderr }: Output,
): Promise<number> {
  if (command.name === 'export') {
    const target = command.out === undefined ? stdout : createWriteStream(command.out, { flags: 'wx' });
    await write(jsonLines(source), target, command.out !== undefined);
    return FINE;
  }
  if (command.name === 'verify') {
    const found = await verifyLog(source, command.anchor);
    await write(verificationLines(found), stdout);
    return isGood(found) ? FINE : BROKEN;
  }
  const rows = findRows(source, command.id);
  if (rows.length > 0) await write(showLines(rows), stdout);
  else stderr.write(`Nothing in the log is called ${command.id}\n`);
  return rows.length > 0 ? FINE : BROKEN;
}

async function runRestore(
  { file, data }: Extract<Command, { name: 'restore' }>,
  { stdout, stderr }: Output,
  doors: LogDoors,
): Promise<number> {
  const found = await restore(file, {
    open: () => doors.toWrite(data),
    say: (line) => void stdout.write(`${line}\n`),
  });
  if (found.outcome === 'done') return FINE;
  stderr.write(`${found.reason}\nNothing was written.\n`);
  return BROKEN;
}

function* jsonLines(source: LogSource): Generator<string> {
  for (const row of source.rows()) yield JSON.stringify(row);
}

/** Waits for slow readers, and is content when one such as `head` has seen enough. */
async function write(lines: Iterable<string>, target: Writable, end = false): Promise<void> {
  try {
    await pipeline(Readable.from(withNewlines(lines)), target, { end });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function* withNewlines(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
