import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFileOf, lockHolder, takeLock } from '../../../bot/local/lockFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporaryFolder.ts';

describe('the lock of a data folder', () => {
  afterEach(removeTemporaryFolders);

  it('makes the folder, holds the pid and goes when released', () => {
    const folder = join(temporaryFolder(), 'new');
    const lock = takeLock(folder);
    if ('heldBy' in lock) throw new Error('held');
    expect(readFileSync(lockFileOf(folder), 'utf8')).toBe(String(process.pid));
    expect(readdirSync(folder)).toEqual(['server.lock']);
    lock.release();
    expect(existsSync(lockFileOf(folder))).toBe(false);
  });

  it('is refused while another process lives, and taken over when it is gone', async () => {
    const folder = temporaryFolder();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    writeFileSync(lockFileOf(folder), String(other.pid));
    expect(takeLock(folder)).toEqual({ heldBy: other.pid });
    expect(lockHolder(folder)).toBe(other.pid);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(lockHolder(folder)).toBeUndefined();
    expect(takeLock(folder)).toEqual({ release: expect.any(Function) });
  });

  it.each(['', 'not a pid', '-1', '0'])('is taken over when it holds %j', (text) => {
    const folder = temporaryFolder();
    writeFileSync(lockFileOf(folder), text);
    expect(takeLock(folder)).toEqual({ release: expect.any(Function) });
  });
});
