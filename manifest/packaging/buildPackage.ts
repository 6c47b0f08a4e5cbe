import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { checkSchema } from './checkSchema.ts';
import { fillIn } from './fillIn.ts';
import type { PackageSettings } from './settings.ts';

/** All that goes into the package, by their names in it. */
export const PACKAGE_FILES = ['manifest.json', 'en.json', 'color.png', 'outline.png'] as const;

/**
 * Makes the app package of a municipality: the templates filled in, held against Microsoft's schemas and zipped.
 * The same settings give the same bytes.
 * @param folder where the templates and icons are
 * @throws with every broken rule when what came out is no valid manifest
 */
export function buildPackage(folder: string, settings: PackageSettings): Uint8Array {
  const manifest = fillIn(readFileSync(join(folder, 'manifest.json'), 'utf8'), settings);
  const english = fillIn(readFileSync(join(folder, 'en.json'), 'utf8'), settings);
  const broken = [
    ...checkSchema('manifest', JSON.parse(manifest)).map((rule) => `manifest.json ${rule}`),
    ...checkSchema('localisation', JSON.parse(english)).map((rule) => `en.json ${rule}`),
  ];
  if (broken.length > 0) throw new Error(`Paketet följer inte Microsofts schema:\n${broken.join('\n')}`);
  const text = new TextEncoder();
  return zipSync(
    {
      'manifest.json': text.encode(manifest),
      'en.json': text.encode(english),
      'color.png': readFileSync(join(folder, 'color.png')),
      'outline.png': readFileSync(join(folder, 'outline.png')),
    },
    // The oldest date a zip can hold, so that the bytes do not depend on the day.
    { level: 9, mtime: new Date(1980, 0, 1) },
  );
}
