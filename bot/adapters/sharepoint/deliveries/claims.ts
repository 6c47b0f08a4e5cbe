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

type Claim = (
  now: string,
  leaseUntil: string,
  limit: number,
  notices?: NoticeFilter,
) => Promise<readonly ClaimedDelivery[]>;

/** Claims whose answer never came are remembered, but not all for ever. */
const MOST_LOST = 1_000;

/**
 * Claims messages by changing their rows with the tags they were seen with. `ClaimedBy` stands in a row for as long as
 * nobody has said what came of the claim, so claiming is also the note that the message may be on its way.
 */
export function createClaims({ mirror, rows, newId, patience }: ClaimsParts): Claim {
  const due = mirror.select(
    `status = 'due' AND due_at <= ?
     AND (fields ->> '$.Delivery' ->> '$.content.notice' IN (SELECT value FROM json_each(?))) = ?`,
    'ORDER BY added, id LIMIT ?',
  );
  /** Our own claims that nobody here has heard the answer of: what they claimed was not begun. */
  const lost = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  const isAbandoned = ({ fields }: CopiedRow): boolean =>
    fields.ClaimedBy !== undefined && !lost.has(String(fields.ClaimedBy));

  async function claimRows(candidates: readonly CopiedRow[], until: number): Promise<ClaimedRow[]> {
    const claim = newId();
    const before = new Map(candidates.map((row) => [row.id, isAbandoned(row)]));
    const changes = candidates.map((row) => ({
      row,
      fields: { DueAt: until, Attempts: Number(row.fields.Attempts ?? 0) + 1, ClaimedBy: claim },
    }));
    if (lost.size >= MOST_LOST) lost.delete(lost.values().next().value ?? '');
    lost.add(claim);
    const claimed = await rows.changeAll(changes, ({ fields }) => fields.ClaimedBy === claim, patience());
    lost.delete(claim);
    return claimed.map((row) => ({ row, isAbandoned: before.get(row.id) ?? true }));
  }

  const claim: Claim = async (now, leaseUntil, limit, notices = { except: [] }) => {
    const [from, until] = [moment(now), moment(leaseUntil)];
    const [listed, among] = 'only' in notices ? [notices.only, 1] : [notices.except, 0];
    await rows.fresh(patience());
    const claimed: ClaimedRow[] = [];
    while (claimed.length < limit) {
      const candidates = due(from, JSON.stringify(listed), among, limit - claimed.length);
      if (candidates.length === 0) break;
      claimed.push(...(await claimRows(candidates, until)));
    }
    return claimed
      .sort((a, b) => byOrder(a.row, b.row))
      .map((one) => ({ ...toDelivery(one.row), isAbandoned: one.isAbandoned }));
  };

  // One after the other: two claims at once would want the same rows.
  return (...asked) => {
    const turn = last.then(
      () => claim(...asked),
      () => claim(...asked),
    );
    last = turn.catch(() => undefined);
    return turn;
  };
}

type ClaimedRow = { readonly row: CopiedRow; readonly isAbandoned: boolean };

const byOrder = (a: CopiedRow, b: CopiedRow): number =>
  Number(a.fields.AddedOrder) - Number(b.fields.AddedOrder) || a.id - b.id;
