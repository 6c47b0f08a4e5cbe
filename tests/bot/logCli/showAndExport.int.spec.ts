import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linkHash } from '../../../bot/adapters/chain/link.ts';
import { rowFrom } from '../../../bot/adapters/chain/record.ts';
import { entry, readAll, times, written } from '../../contracts/logEntries.ts';
import { aLog } from './aLog.ts';

const LOG = path.join(import.meta.dirname, '../../../bot/log.ts');

let log: Awaited<ReturnType<typeof aLog>>;
beforeEach(async () => {
  log = await aLog();
});
afterEach(() => log.dispose());

describe('log show', () => {
  it.each(['I-B', 'i-b', 'VOF-2026-0012', 'vof-2026-0012'])('shows the rows of %s', async (id) => {
    const { code, lines } = await log.run('show', id);
    expect(lines[0]).toBe('I-B, 5 rows');
    expect(lines).toContain('I-B#000001  2026-03-02T09:01:00.000Z  00000000-0000-4000-8000-00000000000a');
    expect(lines).toContain('  Submitted  [operation op-1, position 2]');
    expect(lines).toContain('        "title": "Åtgärd"');
    expect(lines.filter((line) => line.startsWith('I-B#')).length).toBe(5);
    expect(lines.at(-1)).toBe('The chain is intact.');
    expect(code).toBe(0);
  });

  it('says that there is no such stream or case', async () => {
    const { code, errors, text } = await log.run('show', 'VOF-2026-0099');
    expect([code, text, errors]).toEqual([1, '', 'Nothing in the log is called VOF-2026-0099\n']);
  });

  it('shows a broken stream with what is wrong', async () => {
    log.tamper("UPDATE events SET record = 'gone' WHERE key = 'I-B#000003'");
    const { lines } = await log.run('show', 'I-B');
    expect(lines).toContain('  (unreadable)  [operation op-3, position 8]');
    expect(lines.at(-1)).toBe('Broken: I-B#000003: the record cannot be read');
  });

  it('lets no text from users control the terminal', async () => {
    await written(log.store.log.append('I-D', 0, entry('op-1', { text: '\u001b[2J\u009b2J\u202eabc' })));
    const { text } = await log.run('show', 'I-D');
    expect(text).toContain('\\u001b[2J\\u009b2J\\u202eabc');
    expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
  });
});

describe('log export', () => {
  it('writes every row as a line of JSON with all columns', async () => {
    const { code, lines } = await log.run('export');
    const rows = lines.map((line) => JSON.parse(line));
    expect(rows.map((row) => rowFrom(row.position, row.record, row.previousHash, row.hash))).toEqual(
      await readAll(log.store.log),
    );
    expect(Object.keys(rows[0]).sort()).toEqual(
      [
        'actor',
        'at',
        'hash',
        'key',
        'operationId',
        'position',
        'previousHash',
        'record',
        'sequence',
        'stream',
      ].sort(),
    );
    for (const row of rows) expect(linkHash(row.previousHash, row.record)).toBe(row.hash);
    expect(code).toBe(0);
  });

  it('writes a new file, and never over an old one', async () => {
    const out = path.join(log.folder, 'log.jsonl');
    expect(await log.run('export', '--out', out)).toMatchObject({ code: 0, text: '' });
    expect(readFileSync(out, 'utf8')).toBe((await log.run('export')).text);
    const { code, errors } = await log.run('export', '--out', out);
    expect([code, errors]).toEqual([2, expect.stringContaining('EEXIST')]);
  });

  it('takes more rows than fit in a page', async () => {
    await Promise.all(times(1_500, (i) => log.store.log.append(`I-${i}`, 0, entry('op-1'))));
    const { lines } = await log.run('export');
    expect(lines.map((line) => JSON.parse(line).position)).toEqual(times(1_515, (i) => i + 1));
  });
});

describe('the command line', () => {
  it.each([
    [],
    ['look'],
    ['show'],
    ['show', 'I-A', 'I-B'],
    ['verify', 'I-A'],
    ['verify', '--fast'],
    ['verify', '--anchor', '7'],
  ])('explains itself when it cannot read %j %j %j', async (...words) => {
    const { code, text, errors } = await log.run(...words.filter((word) => typeof word === 'string'));
    expect([code, text]).toEqual([2, '']);
    expect(errors).toContain('npm run log -- verify');
  });

  it('explains itself when asked', async () => {
    const { code, text } = await log.run('--help');
    expect([code, text]).toEqual([0, expect.stringContaining('npm run log -- verify')]);
  });

  it('says when there is no store', () => {
    const none = path.join(log.folder, 'none');
    const { status, stderr } = spawnSync(process.execPath, [LOG, 'verify', '--data', none], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^cannot open the store .*unable to open/)]);
  });

  it('ends with the exit code of the check, and without a fuss when the reader has seen enough', async () => {
    const verify = () =>
      spawnSync(process.execPath, [LOG, 'verify', '--data', log.folder], { encoding: 'utf8' });
    expect(verify()).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('all chains are intact'),
    });
    await Promise.all(times(3_000, (i) => log.store.log.append(`I-${i}`, 0, entry('op-1'))));
    const head = spawnSync(
      'sh',
      ['-c', '"$0" "$1" export --data "$2" | head -n 1', process.execPath, LOG, log.folder],
      {
        encoding: 'utf8',
      },
    );
    expect(head).toMatchObject({ status: 0, stderr: '' });
    expect(head.stdout.split('\n').length).toBe(2);
    log.tamper("UPDATE events SET actor = 'x' WHERE position = 1");
    expect(verify().status).toBe(1);
  });
});
