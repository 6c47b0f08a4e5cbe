import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programVersion } from '../../../../bot/adapters/snapshot/programVersion.ts';

describe('the version of the rules that fold the log', () => {
  it('is the same as long as nothing has changed', () => {
    expect(programVersion()).toMatch(/^[0-9a-f]{64}$/);
    expect(programVersion()).toBe(programVersion());
  });

  it('is another as soon as a source does, wherever it lies, and only a source', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
    const seen = new Set<string>();
    const version = () => programVersion([folder]);
    try {
      mkdirSync(path.join(folder, 'deep'));
      writeFileSync(path.join(folder, 'deep', 'a.ts'), 'one');
      seen.add(version());
      writeFileSync(path.join(folder, 'deep', 'a.ts'), 'two');
      seen.add(version());
      writeFileSync(path.join(folder, 'b.ts'), '');
      seen.add(version());
      renameSync(path.join(folder, 'b.ts'), path.join(folder, 'c.ts'));
      seen.add(version());
      expect(seen.size).toBe(4);
      writeFileSync(path.join(folder, 'notes.md'), 'read me');
      seen.add(version());
      expect(seen.size).toBe(4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
