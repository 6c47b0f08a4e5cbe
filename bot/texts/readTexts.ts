import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Language } from './language.ts';

/** Texts by the name of their file, folders within folders; the path in it is the key of a text. */
export type TextTree = { readonly [name: string]: unknown };

/** Every text of a language as it lies in the folder of that name: a new file needs to be told of nowhere else. */
export const readTexts = (language: Language): TextTree => readFolder(join(import.meta.dirname, language));

function readFolder(folder: string): TextTree {
  const texts: Record<string, unknown> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) texts[entry.name] = readFolder(path);
    else if (entry.name.endsWith('.json'))
      texts[parse(entry.name).name] = JSON.parse(readFileSync(path, 'utf8'));
  }
  return texts;
}
