import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storeFile } from '../../../bot/adapters/sqlite/index.ts';
import { runLogCli } from '../../../bot/logCli/index.ts';
import { logDoors } from '../../../bot/municipality/logDoors.ts';
import { entry, readAll, written } from '../../contracts/logEntries.ts';
import { temporaryStore } from '../adapters/sqlite/temporaryStore.ts';
import { textOf } from '../adapters/sqlite/textOf.ts';
import { aLog } from './aLog.ts';

let log: Awaited<ReturnType<typeof aLog>>;
let other: ReturnType<typeof temporaryStore>;
let file: string;
beforeEach(async () => {
  log = await aLog();
  other = temporaryStore();
  file = path.join(log.folder, 'log.jsonl');
  await log.run('export', '--out', file);
});
afterEach(async () => {
  await other.dispose();
  await log.dispose();
});

const restore = async (from = file) => {
  const [stdout, stderr] = [textOf(), textOf()];
  const output = { stdout: stdout.stream, stderr: stderr.stream };
  const code = await runLogCli(['restore', from, '--data', other.folder], output, logDoors({}));
  return { code, text: stdout.text(), errors: stderr.text() };
};
const lines = (): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');
const changed = (change: (lines: string[]) => readonly string[]): string => {
  const copy = path.join(log.folder, 'changed.jsonl');
  writeFileSync(copy, `${change(lines()).join('\n')}\n`);
  return copy;
};
const rowsIn = (): unknown => {
  const db = new DatabaseSync(storeFile(other.folder), { readOnly: true });
  const rows = db.prepare('SELECT key, hash FROM events ORDER BY position').all();
  db.close();
  return rows.map(({ key, hash }) => `${key} ${hash}`);
};
const rowsOfExport = (): string[] =>
  lines().map((line) => {
    const { key, hash } = JSON.parse(line);
    return `${key} ${hash}`;
  });

describe('log restore', () => {
  it('writes the log as it was: rows, hashes, order, positions and anchor', async () => {
    const { code, text } = await restore();
    expect(code).toBe(0);
    expect(text).toContain('The export is whole: 15 rows in 3 streams.');
    expect(await readAll(other.open().log)).toEqual(await readAll(log.store.log));
    const anchor = /^Anchor of the export (\S+)$/m.exec(text)?.[1];
    expect((await log.run('verify')).text).toContain(`Anchor ${anchor}`);
  });

  it('lets nobody be told of old rows again', async () => {
    await restore();
    expect(await other.open().deliveries.checkpoint()).toBe(15);
  });

  it('does nothing the second time', async () => {
    await restore();
    const before = rowsIn();
    const { code, text } = await restore();
    expect([code, rowsIn()]).toEqual([0, before]);
    expect(text).toContain('15 of them are there already.');
  });

  it('goes on where it was broken off', async () => {
    await restore(changed((all) => all.slice(0, 7)));
    const { code, text } = await restore();
    expect(code).toBe(0);
    expect(text).toContain('7 of them are there already.');
    expect(rowsIn()).toEqual(rowsOfExport());
  });

  it('takes a file that an editor has put a mark before', async () => {
    expect((await restore(changed(([first, ...rest]) => [`\uFEFF${first}`, ...rest]))).code).toBe(0);
  });

  it('leaves a log alone that holds something else', async () => {
    await written(other.open().log.append('I-X', 0, entry('op-1')));
    const { code, errors } = await restore();
    expect(code).toBe(1);
    expect(errors).toContain('The log is not empty: it holds I-X#000001, which is not in the export.');
    expect(errors).toContain('Nothing was written.');
    expect(await readAll(other.open().log)).toHaveLength(1);
  });

  it('leaves a store alone whose messages come from another log', async () => {
    await other.open().deliveries.moveCheckpoint(40);
    const { code, errors } = await restore();
    expect([code, errors]).toEqual([1, expect.stringContaining('up to position 40')]);
    expect(rowsIn()).toEqual([]);
  });

  it.each<[string, (lines: string[]) => readonly string[], string]>([
    ['a row was taken out', (all) => all.filter((_, i) => i !== 3), 'The export is broken: I-A#000002'],
    [
      'a record was changed',
      (all) => all.map((line) => line.replace('Noted', 'Liked')),
      'The export is broken: I-A#000001: the record and its hash differ',
    ],
    ['a column was changed', (all) => all.map((line) => line.replace('"actor":"0', '"actor":"1')), 'actor'],
    ['there are no rows', () => [], 'The export holds no rows.'],
  ])('writes nothing when %s', async (_, change, reason) => {
    const { code, errors } = await restore(changed(change));
    expect([code, errors]).toEqual([1, expect.stringContaining(reason)]);
  });

  it('says which line cannot be read', async () => {
    const cut = changed((all) => [...all.slice(0, 4), (all[4] ?? '').slice(0, 50)]);
    const { code, errors } = await restore(cut);
    expect([code, errors]).toEqual([2, expect.stringContaining('Line 5 is not a row of an export.')]);
  });

  it('says that there is no such file', async () => {
    expect(await restore(path.join(log.folder, 'none.jsonl'))).toMatchObject({
      code: 2,
      errors: expect.stringContaining('ENOENT'),
    });
  });
});
