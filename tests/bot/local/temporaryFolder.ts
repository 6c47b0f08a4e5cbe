import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A folder for one test; `removeTemporaryFolders` belongs in an afterAll or afterEach. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fardplan-local-'));
  made.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
