import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const BOT = path.join(import.meta.dirname, '..', '..');

/** Everything that says what a row makes of the state, and how the state is kept. */
const FOLDING = [
  path.join(BOT, '..', 'domain'),
  path.join(BOT, 'app', 'casebook.ts'),
  path.join(BOT, 'app', 'casebookMemory.ts'),
  path.join(BOT, 'app', 'streams.ts'),
  import.meta.dirname,
];

/**
 * Names the rules this program folds by: a digest of their source. A number somebody must remember to raise would one
 * day not be raised, and old conclusions would live on in a snapshot. Takes some five milliseconds.
 * @param places files, and folders with all that is below them.
 */
export function programVersion(places: readonly string[] = FOLDING): string {
  const sources = places
    .flatMap(sourcesIn)
    .map((file) => `${path.basename(file)}\0${readFileSync(file, 'utf8')}`);
  return hash('sha256', sources.join('\0'));
}

function sourcesIn(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .map((file) => path.join(place, file));
}
