import type { ClaimedDelivery, NoticeFilter } from '../../../app/ports/deliveries.ts';
import type { Patience } from '../graph/graph.ts';
import type { KeyedRows } from '../lists/keyedRows.ts';
import type { CopiedRow, Mirror } from '../mirror/mirror.ts';
import { moment, toDelivery } from './fields.ts';

export type ClaimsParts = {
  readonly mirror: Mirror;
  readonly rows: KeyedRows;
  readonly newId: () => string;
  readonly patience: () => Patience;
};

export type Claims = {
  readonly claim: (
    now: string,
    leaseUntil: string,
    limit: number,
    notices?: NoticeFilter,
  ) => Promise<readonly ClaimedDelivery[]>;
  /** Claims of ours that nobody here has heard the answer of: what they claimed was not begun, and is free to us. */
  readonly lose: (claims: readonly string[]) => void;
};

/** Others may take what was seen as free, so it is looked again; but a list that refuses every claim is left alone. */
const MOST_ROUNDS = 8;
/** Claims whose answer never came are remembered, but not all for ever. */
const MOST_LOST = 1_000;

/**
 * Claims messages by changing their rows with the tags they were seen with. `ClaimedBy` stands in a row for as long as
 * nobody has said what came of the claim, so claiming is also the note that the message may be on its way.
 */
export function createClaims({ mirror, rows, newId, patience }: ClaimsParts): Claims {
  const due = mirror.select(
    `status = 'due' AND (due_at <= ? OR fields ->> '$.ClaimedBy' IN (SELECT value FROM json_each(?)))
     AND (fields ->> '$.Delivery' ->> '$.content.notice' IN (SELECT value FROM json_each(?))) = ?`,
    'ORDER BY added, id LIMIT ?',
  );
  const lost = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  const isAbandoned = ({ fields }: CopiedRow): boolean =>
    fields.ClaimedBy !== undefined && !lost.has(String(fields.ClaimedBy));

  function lose(claims: readonly string[]): void {
    for (const claim of claims) {
      if (lost.size >= MOST_LOST) lost.delete(lost.values().next().value ?? '');
      lost.add(claim);
    }
  }

  async function claimRows(claim: string, candidates: readonly CopiedRow[], until: number) {
    const before = new Map(candidates.map((row) => [row.id, isAbandoned(row)]));
    const changes = candidates.map((row) => ({
      row,
      fields: { DueAt: until, Attempts: Number(row.fields.Attempts ?? 0) + 1, ClaimedBy: claim },
    }));
    const claimed = await rows.changeAll(changes, ({ fields }) => fields.ClaimedBy === claim, patience());
    return claimed.map((row): ClaimedRow => ({ row, isAbandoned: before.get(row.id) ?? true }));
  }

  async function claimAs(id: string, wanted: Wanted): Promise<readonly ClaimedDelivery[]> {
    const { limit, notices } = wanted;
    const [listed, among] = 'only' in notices ? [notices.only, 1] : [notices.except, 0];
    await rows.fresh(patience());
    const claimed: ClaimedRow[] = [];
    for (let round = 0; round < MOST_ROUNDS && claimed.length < limit; round += 1) {
      const ours = JSON.stringify([...lost]);
      const candidates = due(wanted.now, ours, JSON.stringify(listed), among, limit - claimed.length);
      if (candidates.length === 0) break;
      claimed.push(...(await claimRows(id, candidates, wanted.until)));
    }
    return claimed
      .sort((a, b) => byOrder(a.row, b.row))
      .map((one) => ({ ...toDelivery(one.row), isAbandoned: one.isAbandoned }));
  }

  const claim: Claims['claim'] = async (now, leaseUntil, limit, notices = { except: [] }) => {
    const id = newId();
    const wanted = { now: moment(now), until: moment(leaseUntil), limit, notices };
    try {
      return await claimAs(id, wanted);
    } catch (error) {
      lose([id]);
      throw error;
    }
  };

  return {
    // One after the other: two claims at once would want the same rows.
    claim: (...asked) => {
      const turn = last.then(
        () => claim(...asked),
        () => claim(...asked),
      );
      last = turn.catch(() => undefined);
      return turn;
    },
    lose,
  };
}

type Wanted = {
  readonly now: number;
  readonly until: number;
  readonly limit: number;
  readonly notices: NoticeFilter;
};
type ClaimedRow = { readonly row: CopiedRow; readonly isAbandoned: boolean };

const byOrder = (a: CopiedRow, b: CopiedRow): number =>
  Number(a.fields.AddedOrder) - Number(b.fields.AddedOrder) || a.id - b.id;
