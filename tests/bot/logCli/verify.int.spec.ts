import { readFileSync, statSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { linkHash } from '../../../bot/adapters/chain/link.ts';
import { entry, times, written } from '../../contracts/logEntries.ts';
import { aLog } from './aLog.ts';

let log: Awaited<ReturnType<typeof aLog>>;
beforeEach(async () => {
  log = await aLog();
});
afterEach(() => log.dispose());

const ROW_B3 = "WHERE key = 'I-B#000003'";
const anchorIn = (text: string): string => /^Anchor (\S+)$/m.exec(text)?.[1] ?? '';

describe('log verify', () => {
  it('tells how much it has checked, and gives an anchor', async () => {
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toBe('Checked 15 rows in 3 streams: all chains are intact.');
    expect(lines[1]).toMatch(/^Anchor 15:[0-9a-f]{64}$/);
    expect([code, lines.length]).toEqual([0, 2]);
  });

  it('changes nothing in the file', async () => {
    await log.store.close();
    const before = readFileSync(log.file);
    await log.run('verify');
    expect(readFileSync(log.file).equals(before)).toBe(true);
  });

  it('checks one moment of a log that is written to', async () => {
    const writing = Promise.all(times(300, (i) => log.store.log.append(`I-${i}`, 0, entry('op'))));
    const during = await log.run('verify');
    await writing;
    expect([during.code, (await log.run('verify')).code]).toEqual([0, 0]);
    expect((await log.run('verify')).text).toContain('Checked 315 rows');
  });

  it.each<[string, string, string]>([
    [
      'an edited record',
      `UPDATE events SET record = replace(record, 'Noted', 'Liked') ${ROW_B3}`,
      'the record and its hash differ',
    ],
    ['an unreadable record', `UPDATE events SET record = 'gone' ${ROW_B3}`, 'the record cannot be read'],
    ['an edited hash', `UPDATE events SET hash = upper(hash) ${ROW_B3}`, 'the record and its hash differ'],
    ['an edited stream', `UPDATE events SET stream = 'I-X' ${ROW_B3}`, 'the column stream was changed'],
    ['an edited number', `UPDATE events SET sequence = 9 ${ROW_B3}`, 'the column sequence was changed'],
    [
      'an edited operation',
      `UPDATE events SET operation_id = 'x' ${ROW_B3}`,
      'the column operationId was changed',
    ],
    ['an edited actor', `UPDATE events SET actor = 'x' ${ROW_B3}`, 'the column actor was changed'],
    ['an edited time', `UPDATE events SET at = 'x' ${ROW_B3}`, 'the column at was changed'],
    [
      'an edited previous hash',
      `UPDATE events SET previous_hash = 'x' ${ROW_B3}`,
      'the column previousHash was changed',
    ],
    ['an edited key', `UPDATE events SET key = 'I-B#000009' ${ROW_B3}`, 'the column key was changed'],
  ])('names the row and exits with 1 after %s', async (_, sql, problem) => {
    log.tamper(sql);
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toContain(`Broken: I-B#000003 (position 8): ${problem}`);
    expect(lines[1]).toBe('Checked 15 rows in 3 streams: 1 broken stream, 0 other problems.');
    expect([code, lines.length]).toEqual([1, 3]);
  });

  it('names the row after one whose record and hash were both replaced', async () => {
    forge('I-B#000003');
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toBe(
      'Broken: I-B#000004 (position 11): the link is broken: this row or the one before it was replaced',
    );
    expect(code).toBe(1);
  });

  it('names a deleted row of the middle, by its number and by its position', async () => {
    log.tamper(`DELETE FROM events ${ROW_B3}`);
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toBe('Broken: I-B#000003: row 3 is missing before position 11');
    expect(lines[1]).toBe('Problem: rows were deleted: positions 8 are missing');
    expect(code).toBe(1);
  });

  it('sees that the last row of a stream was deleted', async () => {
    log.tamper("DELETE FROM events WHERE key = 'I-A#000005'");
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toBe('Problem: rows were deleted: positions 13 are missing');
    expect(code).toBe(1);
  });

  it('sees that a whole stream was deleted', async () => {
    log.tamper("DELETE FROM events WHERE stream = 'I-C'");
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toBe('Problem: rows were deleted: positions 3, 6, 9, 12, 15 are missing');
    expect(code).toBe(1);
  });

  it('sees that the end of the log was cut off, also when it has grown again since', async () => {
    log.tamper('DELETE FROM events WHERE position > 12');
    expect((await log.run('verify')).lines[0]).toBe(
      'Problem: rows were deleted: positions 13–15 are missing',
    );
    await log.store.close();
    await written(log.open().log.append('I-NEW', 0, entry('op-1')));
    expect((await log.run('verify')).lines[0]).toBe(
      'Problem: rows were deleted: positions 13–15 are missing',
    );
  });

  it('sees it by the messages when the counter was set back too', async () => {
    await log.store.deliveries.moveCheckpoint(15);
    log.tamper(
      "DELETE FROM events WHERE position > 12; UPDATE sqlite_sequence SET seq = 12 WHERE name = 'events'",
    );
    expect((await log.run('verify')).lines[0]).toBe(
      'Problem: rows were deleted: positions 13–15 are missing',
    );
  });

  it('sees moved positions', async () => {
    log.tamper('UPDATE events SET position = 40 WHERE position = 7');
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toBe('Broken: I-A#000003: row 3 is missing before position 10');
    expect(lines[1]).toBe('Problem: rows were deleted: positions 7, 16–39 are missing');
    expect(code).toBe(1);
  });

  it('sees that the guards were taken away', async () => {
    const db = new DatabaseSync(log.file);
    db.exec('DROP TRIGGER events_are_not_changed');
    db.close();
    const { code, lines } = await log.run('verify');
    expect(lines[0]).toBe('Problem: the guard against changing and deleting rows was taken away');
    expect(code).toBe(1);
  });

  it('sees a damaged file', async () => {
    await log.store.close();
    truncateSync(log.file, statSync(log.file).size - 8_192);
    const { code, text, errors } = await log.run('verify');
    expect(code).not.toBe(0);
    expect(text + errors).toMatch(/damaged|malformed|cannot be read/);
  });
});

describe('an anchor kept elsewhere', () => {
  it('holds while the log only grows', async () => {
    const anchor = anchorIn((await log.run('verify')).text);
    await written(log.store.log.append('I-A', 5, entry('op-6')));
    const { code, lines } = await log.run('verify', '--anchor', anchor);
    expect(code).toBe(0);
    expect(lines[1]).not.toBe(`Anchor ${anchor}`);
  });

  it.each<[string, () => void]>([
    [
      'an end cut off without a trace',
      () =>
        log.tamper(
          "DELETE FROM events WHERE position > 12; UPDATE sqlite_sequence SET seq = 12 WHERE name = 'events'",
        ),
    ],
    ['a last row written anew', () => forge('I-C#000005')],
    ['a stream written anew from a row on', () => ['I-B#000003', 'I-B#000004', 'I-B#000005'].forEach(forge)],
  ])('shows %s, which the file alone cannot show', async (_, change) => {
    const anchor = anchorIn((await log.run('verify')).text);
    change();
    expect((await log.run('verify')).code).toBe(0);
    const { code, lines } = await log.run('verify', '--anchor', anchor);
    expect(lines[0]).toBe('Problem: the log up to position 15 is not the one the anchor was made of');
    expect(code).toBe(1);
  });
});

/** Rewrites a row as somebody who knows how the chain is made. */
function forge(key: string): void {
  const db = new DatabaseSync(log.file);
  const rows = db
    .prepare('SELECT key, record, hash FROM events WHERE stream = ? ORDER BY key')
    .all(key.slice(0, 3));
  db.close();
  const index = rows.findIndex((row) => row.key === key);
  const record = String(rows[index]?.record).replace('Noted', 'Liked');
  const previousHash = String(rows[index - 1]?.hash);
  const hash = linkHash(previousHash, record);
  log.tamper(
    `UPDATE events SET record = '${record}', previous_hash = '${previousHash}', hash = '${hash}' WHERE key = '${key}'`,
  );
}
