import { writeFileSync } from 'node:fs';
import { CannotCarryOut } from '../administrator.ts';

/** Never over a file that is there: it may be the template of yesterday, filled in. @throws CannotCarryOut */
export function writeTemplate(path: string, workbook: Uint8Array): void {
  try {
    writeFileSync(path, workbook, { flag: 'wx' });
  } catch (cause) {
    const isThere = Reflect.get(Object(cause), 'code') === 'EEXIST';
    throw new CannotCarryOut(
      isThere
        ? `Filen ${path} finns redan, och skrivs inte över. Välj ett annat namn.`
        : `Det går inte att skriva filen ${path}.`,
      { cause },
    );
  }
}
