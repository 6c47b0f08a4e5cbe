import { DatabaseSync } from 'node:sqlite';
import { runLogCli } from '../../../bot/logCli/index.ts';
import { logDoors } from '../../../bot/municipality/logDoors.ts';
import { event, times, written } from '../../contracts/logEntries.ts';
import { temporaryStore } from '../adapters/sqlite/temporaryStore.ts';
import { textOf } from '../adapters/sqlite/textOf.ts';

const ACTOR = '00000000-0000-4000-8000-00000000000a';

/** The guards a careful forger would take away first and put back last. */
const GUARDS = ['changed', 'deleted'] as const;

/**
 * A store with five rows in each of the streams I-A, I-B and I-C, in turn: I-A has positions 1, 4, 7, 10 and 13.
 * I-B is the case VOF-2026-0012.
 */
export async function aLog() {
  const { folder, file, open, dispose } = temporaryStore();
  const store = open();
  for (const sequence of times(5, (i) => i + 1))
    for (const stream of ['I-A', 'I-B', 'I-C']) {
      const events = [
        sequence === 1 && stream === 'I-B'
          ? event('Submitted', { number: 'VOF-2026-0012', title: 'Åtgärd' })
          : event('Noted', { text: 'see VOF-2026-0012' }),
      ];
      const common = {
        operationId: `op-${sequence}`,
        actor: ACTOR,
        at: `2026-03-02T09:0${sequence}:00.000Z`,
      };
      await written(store.log.append(stream, sequence - 1, { ...common, events }));
    }

  /** Changes the file behind the program's back, leaving the guards as they were. */
  const tamper = (sql: string): void => {
    const db = new DatabaseSync(file);
    for (const guard of GUARDS) db.exec(`DROP TRIGGER events_are_not_${guard}`);
    db.exec(sql);
    for (const guard of GUARDS)
      db.exec(
        `CREATE TRIGGER events_are_not_${guard} BEFORE ${guard === 'changed' ? 'UPDATE' : 'DELETE'} ON events
         BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END`,
      );
    db.close();
  };

  const run = async (...args: string[]) => {
    const [stdout, stderr] = [textOf(), textOf()];
    const output = { stdout: stdout.stream, stderr: stderr.stream };
    const code = await runLogCli([...args, '--data', folder], output, logDoors({}));
    return { code, lines: stdout.lines(), text: stdout.text(), errors: stderr.text() };
  };

  return { folder, file, store, open, dispose, tamper, run };
}
