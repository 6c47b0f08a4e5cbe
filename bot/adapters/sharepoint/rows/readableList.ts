import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import type { Graph, Patience } from '../graph/graph.ts';
import type { Fields } from '../lists/item.ts';
import { createList, type FieldChange } from '../lists/list.ts';
import { type CopiedRow, createMirror } from '../mirror/mirror.ts';
import { createSync } from '../mirror/sync.ts';
import type { ListSpec } from '../schema/list.ts';
import { type Cells, sumOf, toFields } from './values.ts';

/** What a person did in a list that only the program writes. `key` is empty for a row the program never made. */
export type ByHand = {
  readonly kind: 'edited' | 'removed' | 'added';
  readonly list: string;
  readonly key: string;
};

export type RowsDone = { readonly written: number; readonly changed: number; readonly removed: number };

/** Rows of one initiative: how they should be, at a version of the log. */
export type Wanted = {
  readonly initiative: string;
  readonly version: number;
  readonly rows: ReadonlyMap<string, Cells>;
};

/** What rows are compared with. */
export type Against = 'list' | 'copy';

export type ReadableList = ReturnType<typeof createReadableList>;

type Parts = {
  readonly graph: Graph;
  readonly db: DatabaseSync;
  readonly site: string;
  readonly list: string;
  readonly spec: ListSpec;
  readonly newId: () => string;
  readonly everyMs: number;
  readonly onByHand: (what: ByHand) => void;
};

/**
 * One readable list: compares this instance's copy with how the rows should be, and writes what differs. It needs no
 * memory of what it had done, so a crash in the middle, a removed row and an edited cell are all put right alike.
 */
export function createReadableList({ graph, db, site, list: id, spec, newId, everyMs, onByHand }: Parts) {
  const list = createList(graph, { site, list: id, spec });
  const mirror = createMirror(db, {
    name: `rows_${id.replace(/[^A-Za-z0-9]/g, '')}`,
    key: 'RowKey',
    columns: { initiative: 'Initiative' },
    indexes: ['initiative'],
    immutable: false,
  });
  const ofInitiative = mirror.select('initiative = ?', 'ORDER BY id');
  const ofKey = mirror.select('key = ?', 'ORDER BY id');
  const foreign = mirror.select('key IS NULL', 'ORDER BY id');
  const told = new Set<string>();
  let ours = false;
  const sync = createSync({
    graph,
    list,
    mirror,
    every: { busyMs: everyMs, idleMs: everyMs },
    onApplied: ({ removed }) => {
      if (!ours) for (const { fields } of removed) tell('removed', fields, '');
    },
    onProgress: () => undefined,
  });

  function tell(kind: ByHand['kind'], fields: Fields, etag: string): void {
    const key = String(fields.RowKey ?? '');
    const name = `${kind} ${key} ${etag}`;
    if (kind !== 'removed' && told.has(name)) return;
    told.add(name);
    onByHand({ kind, list: spec.title, key });
  }

  function take(...changes: Parameters<typeof sync.take>): void {
    ours = true;
    sync.take(...changes);
    ours = false;
  }

  type Work = {
    readonly inserts: Fields[];
    readonly changes: { readonly row: CopiedRow; readonly fields: Fields }[];
    readonly removals: CopiedRow[];
  };

  /** @param found told of rows that a person has had hands on. */
  function compareAll(wanted: readonly Wanted[], found: typeof tell = () => undefined): Work {
    const work: Work = { inserts: [], changes: [], removals: [] };
    for (const one of wanted) compare(one, work, found);
    return work;
  }

  function compare({ initiative, version, rows }: Wanted, work: Work, found: typeof tell): void {
    const there = ofInitiative(initiative);
    // Another instance knows more of the initiative than this one: it will see to the rows.
    if (there.some(({ fields }) => isAsWritten(fields) && Number(fields.LogVersion ?? 0) > version)) return;
    for (const row of there) {
      if (!isAsWritten(row.fields)) found('edited', row.fields, row.etag);
      if (!rows.has(String(row.fields.RowKey))) work.removals.push(row);
    }
    for (const [key, cells] of rows) {
      const wanted = toFields(spec, { ...cells, RowKey: key, Initiative: initiative, LogVersion: version });
      const row = there.find(({ fields }) => fields.RowKey === key) ?? strayed(key, found);
      if (!row) work.inserts.push({ ...wanted, Attempt: newId() });
      else if (takesAway(row.fields, wanted)) {
        // The version history of a changed row would still show what must not be seen.
        work.removals.push(row);
        work.inserts.push({ ...wanted, Attempt: newId() });
      } else if (!saysTheSame(row.fields, wanted)) work.changes.push({ row, fields: wanted });
    }
  }

  /** A row that a person has moved to another initiative still has the key, which no second row can get. */
  function strayed(key: string, found: typeof tell): CopiedRow | undefined {
    const [row] = ofKey(key);
    if (row) found('edited', row.fields, row.etag);
    return row;
  }

  /** A person's edit does not change the digest; what such a row says of itself is not believed. */
  const isAsWritten = (row: Fields): boolean => row.RowSum === sumOf(spec, row);

  /** A case becomes protected, or a figure or a text is not to be read any more. */
  const takesAway = (row: Fields, wanted: Fields): boolean =>
    (wanted.Protection !== row.Protection && row.Protection !== undefined) ||
    spec.columns.some(
      ({ name, type }) =>
        (type.kind === 'number' || type.kind === 'note') &&
        row[name] !== undefined &&
        wanted[name] === undefined,
    );

  /** The version alone is no reason to write: most rows of a case stay as they are when it moves. */
  const saysTheSame = (row: Fields, wanted: Fields): boolean =>
    sumOf(spec, { ...row, LogVersion: 0 }) === sumOf(spec, { ...wanted, LogVersion: 0 }) && isAsWritten(row);

  /** What could not be written, and whether others were first: their rows are in the copy then. */
  type Came = { readonly failures: readonly Error[]; readonly isOvertaken: boolean };

  async function insert(inserts: Work['inserts'], patience: Patience): Promise<Came> {
    const made = inserts.length > 0 ? await list.insertAll(inserts, patience) : [];
    let isOvertaken = false;
    for (const [i, answer] of made.entries()) {
      if (answer instanceof Error) continue;
      if (answer.outcome === 'written') take([answer.item]);
      else {
        isOvertaken = true;
        take(await list.find('RowKey', String(inserts[i]?.RowKey), patience));
      }
    }
    return { failures: made.filter((answer) => answer instanceof Error), isOvertaken };
  }

  async function change(changes: Work['changes'], patience: Patience): Promise<Came> {
    const edits = changes.map(({ row, fields }) => ({ ...row, fields: emptied(row.fields, fields) }));
    const made = await list.changeAll(edits, patience);
    let isOvertaken = false;
    for (const [i, answer] of made.entries()) {
      const wanted = changes[i];
      if (answer instanceof Error || !wanted) continue;
      const { row, fields } = wanted;
      if (answer.outcome === 'changed' && answer.etag) take([{ id: row.id, etag: answer.etag, fields }]);
      else if (answer.outcome !== 'changed') {
        isOvertaken = true;
        const now = await list.get(row.id, patience);
        if (now) take([now]);
      }
    }
    return { failures: made.filter((answer) => answer instanceof Error), isOvertaken };
  }

  async function carryOut({ inserts, changes, removals }: Work, patience: Patience): Promise<Came> {
    for (const row of removals) {
      await list.remove(row.id, patience);
      take([{ id: row.id, deleted: true }]);
    }
    const [added, edited] = [await insert(inserts, patience), await change(changes, patience)];
    return {
      failures: [...added.failures, ...edited.failures],
      isOvertaken: added.isOvertaken || edited.isOvertaken,
    };
  }

  /** What another instance or a person wrote at the same moment may be older than what should stand there. */
  async function settleAnew(wanted: readonly Wanted[], patience: Patience): Promise<RowsDone> {
    let done = NO_WORK;
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      await sync.news(patience);
      const work = compareAll(wanted, tell);
      if (isEmpty(work)) return done;
      const { failures, isOvertaken } = await carryOut(work, patience);
      if (failures.length > 0)
        throw new StoreUnavailable(`${failures.length} rows of ${spec.title} could not be written`, {
          cause: failures[0],
        });
      const { inserts, changes, removals } = work;
      done = addDone(done, { written: inserts.length, changed: changes.length, removed: removals.length });
      if (!isOvertaken) return done;
    }
    throw new StoreUnavailable(`others keep writing the same rows of ${spec.title}`);
  }

  return {
    title: spec.title,
    /**
     * Makes the rows of these initiatives as they should be. @throws StoreUnavailable; asking again goes on.
     * @param against the list itself is asked for news now and then; the copy shows what this server has left undone.
     */
    settle: async (wanted: readonly Wanted[], patience: Patience, against: Against): Promise<RowsDone> => {
      if (against === 'list' || !sync.state().complete) await sync.fresh(patience);
      return isEmpty(compareAll(wanted)) ? NO_WORK : settleAnew(wanted, patience);
    },
    /** Rows in the list that the program never made are left alone, and told of. */
    tellOfForeign: (): void => {
      for (const { fields, etag } of foreign()) tell('added', fields, etag);
    },
    close: () => sync.stop(),
  };
}

/** Two who see to the same rows come to an end by the versions; more rounds than this are something else. */
const MOST_ROUNDS = 4;

export const NO_WORK: RowsDone = { written: 0, changed: 0, removed: 0 };
export const addDone = (one: RowsDone, other: RowsDone): RowsDone => ({
  written: one.written + other.written,
  changed: one.changed + other.changed,
  removed: one.removed + other.removed,
});
const isEmpty = ({
  inserts,
  changes,
  removals,
}: Record<'inserts' | 'changes' | 'removals', readonly unknown[]>) =>
  inserts.length + changes.length + removals.length === 0;

/** What the row has and should not have is emptied, not left. */
const emptied = (row: Fields, wanted: Fields): FieldChange => ({
  ...Object.fromEntries(
    Object.keys(row)
      .filter((name) => !(name in wanted) && name !== 'Attempt')
      .map((name) => [name, null]),
  ),
  ...wanted,
});
