import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createMeta, emptyCopy, openCopy } from '../../../../../bot/adapters/sharepoint/mirror/database.ts';

const SITE = 'host,1,1';

describe('the file an instance keeps its copy in', () => {
  let folder: string;
  const open: DatabaseSync[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'copy-'));
  });
  afterEach(() => {
    for (const db of open.splice(0)) if (db.isOpen) db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const opened = (owner = SITE): DatabaseSync => {
    const db = openCopy(folder, owner);
    open.push(db);
    return db;
  };
  const noteIn = (db: DatabaseSync): string | undefined => createMeta(db).get('note');
  const writeNote = (note: string): void => {
    const db = opened();
    createMeta(db).set('note', note);
    db.close();
  };
  const file = (): string => path.join(folder, readdirSync(folder).find((name) => name.endsWith('.sqlite'))!);

  it('still has what was written in it, and nobody else on the machine may read it', () => {
    const inside = path.join(folder, 'new');
    const db = openCopy(inside, SITE);
    open.push(db);
    expect(statSync(inside).mode & 0o077).toBe(0);
    writeNote('kept');
    expect(noteIn(opened())).toBe('kept');
  });

  it('is emptied when it is of another site', () => {
    writeNote('of the one');
    expect(noteIn(opened('host,2,2'))).toBeUndefined();
  });

  it('is emptied when a program of another version wrote it', () => {
    writeNote('in another way');
    const other = new DatabaseSync(file());
    other.exec('PRAGMA user_version = 99');
    other.close();
    expect(noteIn(opened())).toBeUndefined();
  });

  it('is emptied when it is damaged', () => {
    writeNote('lost');
    writeFileSync(file(), 'this is no database');
    expect(noteIn(opened())).toBeUndefined();
  });

  it('is left alone by a second instance, which works from memory', () => {
    writeNote('of the first');
    const first = opened();
    const second = opened();
    expect(noteIn(second)).toBeUndefined();
    createMeta(second).set('note', 'of the second');
    first.close();
    expect(noteIn(opened())).toBe('of the first');
  });

  it('is in memory when nothing can be kept in the folder, and says why', () => {
    const inTheWay = path.join(folder, 'a-file');
    writeFileSync(inTheWay, 'no folder');
    const why: unknown[] = [];
    const db = openCopy(path.join(inTheWay, 'lists'), SITE, (error) => why.push(error));
    open.push(db);
    createMeta(db).set('note', 'kept while it runs');
    expect(noteIn(db)).toBe('kept while it runs');
    expect(why).toEqual([expect.objectContaining({ code: 'ENOTDIR' })]);
  });

  it('can be used at once when it has been emptied', () => {
    const db = opened();
    db.exec('CREATE TABLE rows_1 (id INTEGER PRIMARY KEY)');
    createMeta(db).set('note', 'of the old lists');
    emptyCopy(db, SITE);
    expect(noteIn(db)).toBeUndefined();
    createMeta(db).set('note', 'of the new');
    db.close();
    expect(noteIn(opened())).toBe('of the new');
  });
});
