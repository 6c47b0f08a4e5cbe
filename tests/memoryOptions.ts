import { readFileSync } from 'node:fs';
import path from 'node:path';

const { scripts } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8'),
) as { scripts: { start: string } };

/** The options of Node that `npm start` runs the server with, e.g. how large its heap may grow before it is cleaned. */
export const MEMORY_OPTIONS: readonly string[] = scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'));
