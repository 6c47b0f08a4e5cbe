import { completeImport } from '../../domain/initiatives/decide/importing.ts';
import { type Committed, commit } from './commit.ts';
import type { HandleDeps, Refused } from './handle.ts';
import { importStream } from './streams.ts';

/** All rows of a file, each of them written; the same file is the same operation. */
export type WholeImport = {
  readonly initiatives: readonly string[];
  readonly operationId: string;
  readonly actor: string;
};

export type CompleteImport = (whole: WholeImport) => Promise<Committed<Refused>>;

/** Makes cases of a file's rows: one row of the log, so everybody sees all of them or none. @throws StoreUnavailable */
export const createCompleteImport =
  (deps: Pick<HandleDeps, 'log' | 'casebook' | 'clock' | 'calendar'>): CompleteImport =>
  ({ initiatives, operationId, actor }) => {
    const { casebook, clock, calendar } = deps;
    const at = clock();
    const asked = { initiatives, actor, at, day: calendar.localDate(at) };
    const isThere = (id: string) => casebook.provisional(id) !== undefined;
    return commit<Refused>(
      deps,
      importStream(operationId),
      { operationId, actor, at },
      () => completeImport(asked, isThere, { organisation: casebook.organisation() }),
      { code: 'foreign-operation' },
    );
  };
