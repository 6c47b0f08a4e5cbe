import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says which process uses a data folder; holds its pid. */
export const lockFileOf = (dataDir: string): string => join(dataDir, 'server.lock');

export type Lock = { readonly release: () => void };

/**
 * Takes the data folder for this process, and makes it when missing. A lock left by a killed process is taken over.
 * @returns the pid of the process that has the folder, when another one does.
 */
export function takeLock(dataDir: string): Lock | { readonly heldBy: number } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = lockFileOf(dataDir);
  // Linked into place with its content: nobody ever sees a lock without a pid.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      if (linked(own, file)) return { release: () => rmSync(file, { force: true }) };
      const heldBy = lockHolder(dataDir);
      if (heldBy !== undefined) return { heldBy };
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** The other living process that uses the folder, if any. */
export function lockHolder(dataDir: string): number | undefined {
  const pid = Number(readText(lockFileOf(dataDir)));
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** EPERM: it lives, but is somebody else's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
