import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { CasebookMemory, Entries, Seen } from '../../app/casebookMemory.ts';
import type { FrozenEntries, Held } from './frozenEntries.ts';
import { type Index, type Part, sumOf, writeTail } from './layout.ts';

/** Values made into text between two breaths of the event loop: one or two milliseconds. */
const SLICE = 50;

/**
 * Writes what is remembered now, beside the old file, and puts it in its place when it is whole. It goes on while
 * turns are answered; what they change meanwhile is not in it. Not synced to disk: a machine that loses power loses
 * at most a snapshot.
 * @throws what the disk says; the old file is then still there.
 */
export async function writeSnapshot(file: string, version: string, memory: CasebookMemory): Promise<void> {
  const { position, stream, hash, organisation } = memory;
  // Everything that may change is taken before the first wait.
  const initiatives = heldIn(memory.initiatives);
  const streams = heldIn(memory.streams).map(([key, held]) => [key, copyOf(held)] as const);
  const provisional = [...memory.provisional];
  const numbers = [...memory.numbers];
  const languages = [...memory.languages];

  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    const output = createOutput(handle);
    const parts = {
      initiatives: await writePart(initiatives, output),
      streams: await writePart(streams, output),
    };
    const last = { position, stream, hash };
    const rest = { organisation, provisional, numbers, languages };
    const index: Index = { version, ...last, ...rest, ...parts };
    const indexBytes = await output.write(Buffer.from(JSON.stringify(index)));
    await output.write(writeTail({ indexBytes, sum: output.sum() }));
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

const heldIn = <Value>(entries: Entries<Value>): readonly (readonly [string, Held<Value>])[] => {
  if ('held' in entries) return (entries as FrozenEntries<Value>).held();
  return [...entries.keys()].map((key) => [key, entries.get(key) as Value]);
};

/** Rows are added to what has been seen of a stream; states of initiatives never change. */
const copyOf = (seen: Held<Seen>): Held<Seen> =>
  Buffer.isBuffer(seen) ? seen : { operations: [...seen.operations], actors: [...seen.actors] };

type Output = { readonly write: (bytes: Buffer) => Promise<number>; readonly sum: () => number };

function createOutput(handle: FileHandle): Output {
  let sum = 0;
  return {
    write: async (bytes) => {
      sum = sumOf(bytes, sum);
      await handle.writeFile(bytes);
      return bytes.length;
    },
    sum: () => sum,
  };
}

async function writePart(
  entries: readonly (readonly [string, Held<object>])[],
  output: Output,
): Promise<Part> {
  const lengths: number[] = [];
  for (let from = 0; from < entries.length; from += SLICE) {
    const values = entries
      .slice(from, from + SLICE)
      .map(([, held]) => (Buffer.isBuffer(held) ? held : Buffer.from(JSON.stringify(held))));
    for (const { length } of values) lengths.push(length);
    await output.write(Buffer.concat(values));
  }
  return { keys: entries.map(([key]) => key), lengths };
}
