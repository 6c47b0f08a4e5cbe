import { DatabaseSync, StatementSync } from 'node:sqlite';
import { createWriter } from '../../../../bot/adapters/sqlite/writer.ts';

/** A child without a parent is noticed only at the commit. */
const TABLES = `
  CREATE TABLE parent (id INTEGER PRIMARY KEY);
  CREATE TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
`;

function aWriter() {
  const db = new DatabaseSync(':memory:');
  db.exec(TABLES);
  const undone = jest.fn();
  const { write, idle } = createWriter(db, 1_000, undone);
  const add = (parent: number) => write(() => db.prepare('INSERT INTO child VALUES (?)').run(parent).changes);
  const children = () => db.prepare('SELECT count(*) AS n FROM child').get()?.n;
  return { db, write, idle, undone, add, children };
}

describe('a commit that fails', () => {
  it('answers everybody with the error, undoes it and tells so', async () => {
    const { add, children, undone } = aWriter();
    const results = await Promise.allSettled([add(1), add(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(children()).toBe(0);
    expect(undone).toHaveBeenCalledTimes(1);
  });

  it('does not stop the next one', async () => {
    const { db, add, write, children } = aWriter();
    await expect(add(1)).rejects.toThrow(/FOREIGN KEY/);
    await write(() => db.exec('INSERT INTO parent VALUES (1)'));
    expect(await add(1)).toBe(1);
    expect(children()).toBe(1);
  });
});

describe('work asked for at the same moment', () => {
  it('is one transaction', async () => {
    const { db, write } = aWriter();
    const run = jest.spyOn(StatementSync.prototype, 'run');
    await Promise.all([1, 2, 3].map((n) => write(() => n)));
    const statements = run.mock.contexts.map((statement) => (statement as StatementSync).sourceSQL);
    run.mockRestore();
    expect(statements).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
    expect(db.isTransaction).toBe(false);
  });

  it('is answered in the order it was asked for, and idle waits for all of it', async () => {
    const { write, idle } = aWriter();
    const answers: number[] = [];
    const all = [1, 2, 3].map((n) => write(() => n).then((answer) => answers.push(answer)));
    await idle();
    await Promise.all(all);
    expect(answers).toEqual([1, 2, 3]);
  });

  it('runs again alone when another one failed, so that it is done once', async () => {
    const { db, write, children, undone } = aWriter();
    db.exec('INSERT INTO parent VALUES (1)');
    const insert = () => write(() => db.prepare('INSERT INTO child VALUES (1)').run());
    const fail = () =>
      write(() => {
        throw new TypeError('a bug');
      });
    const results = await Promise.allSettled([insert(), fail(), insert()]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: expect.any(TypeError) });
    expect(children()).toBe(2);
    expect(undone).toHaveBeenCalled();
  });
});
