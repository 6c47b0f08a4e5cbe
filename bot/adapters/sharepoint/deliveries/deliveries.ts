import type { Deliveries, Delivery, DeliveryRow, NoticeFilter } from '../../../app/ports/deliveries.ts';
import { createKeyedRows, type KeyedRowsParts } from '../lists/keyedRows.ts';
import type { CopiedRow } from '../mirror/mirror.ts';
import { addRows, createOrder, toNewRow } from './add.ts';
import { createCheckpoint } from './checkpoint.ts';
import { AGAIN, landedFields, moment, recipientOf, sentChange, toDelivery } from './fields.ts';

export type DeliveriesParts = KeyedRowsParts & {
  readonly newId: () => string;
  /** How often the place in the log is written down. */
  readonly checkpointMs: number;
  /** Milliseconds since 1970, to say which message was added first. */
  readonly wallClock: () => number;
};

/**
 * Deliveries on a SharePoint list. The unique key makes a message exist once; a change carries the tag of the row it
 * was decided on, so of two instances that claim a message one learns that it was second.
 * Source: docs/adr/0007-deliveries.md
 */
export function createSharePointDeliveries(parts: DeliveriesParts): Deliveries {
  const { graph, mirror, newId } = parts;
  const rows = createKeyedRows(parts);
  const checkpoint = createCheckpoint({ ...parts, rows, everyMs: parts.checkpointMs });
  const nextOrder = createOrder(parts.wallClock);
  const due = mirror.select(
    `status = 'due' AND due_at <= ?
     AND (fields ->> '$.Delivery' ->> '$.content.notice' IN (SELECT value FROM json_each(?))) = ?`,
    'ORDER BY added, id LIMIT ?',
  );
  const ofInitiative = mirror.select('initiative = ?', 'ORDER BY added, id');
  const failed = mirror.select("status = 'failed'", 'ORDER BY settled_at DESC, added DESC, id DESC LIMIT ?');
  const failedFor = mirror.select("status = 'failed' AND recipient = ? AND reason = ?", 'ORDER BY added, id');
  const first = mirror.select("status = 'due'", 'ORDER BY due_at LIMIT 1');
  let claiming: Promise<unknown> = Promise.resolve();

  const background = () => graph.patience('background');
  const statusOf = (row: CopiedRow): unknown => row.fields.DeliveryStatus;

  async function add(deliveries: readonly Delivery[]): Promise<readonly string[]> {
    const patience = background();
    await rows.fresh(patience);
    const known = new Set<string>();
    const fresh: Delivery[] = [];
    for (const delivery of deliveries) {
      if (known.has(delivery.key) || rows.inCopy(delivery.key)) continue;
      known.add(delivery.key);
      fresh.push(delivery);
    }
    return addRows(
      parts,
      fresh.map((delivery) => toNewRow(delivery, nextOrder(), newId())),
      patience,
    );
  }

  async function claim(
    now: string,
    leaseUntil: string,
    limit: number,
    notices: NoticeFilter = { except: [] },
  ): Promise<readonly DeliveryRow[]> {
    const [from, until] = [moment(now), moment(leaseUntil)];
    const [listed, among] = 'only' in notices ? [notices.only, 1] : [notices.except, 0];
    const patience = background();
    await rows.fresh(patience);
    const claimed: CopiedRow[] = [];
    while (claimed.length < limit) {
      const candidates = due(from, JSON.stringify(listed), among, limit - claimed.length);
      if (candidates.length === 0) break;
      const claim = newId();
      const changes = candidates.map((row) => ({
        row,
        fields: { DueAt: until, Attempts: Number(row.fields.Attempts ?? 0) + 1, ClaimedBy: claim },
      }));
      claimed.push(...(await rows.changeAll(changes, ({ fields }) => fields.ClaimedBy === claim, patience)));
    }
    return claimed.sort(byOrder).map(toDelivery);
  }

  return {
    add,
    claim: (...asked) => {
      const turn = claiming.then(
        () => claim(...asked),
        () => claim(...asked),
      );
      claiming = turn.catch(() => undefined);
      return turn;
    },
    sent: async (key, landed) =>
      void (await rows.change(
        key,
        (row) => (statusOf(row) === 'sent' ? undefined : sentChange(landed)),
        background(),
      )),
    postpone: async (key, notBefore, reason) => {
      const change = { DueAt: moment(notBefore), NotBefore: notBefore, Reason: reason };
      const isSo = ({ fields }: CopiedRow): boolean =>
        fields.DueAt === change.DueAt && fields.NotBefore === notBefore && fields.Reason === reason;
      await rows.change(
        key,
        (row) => (statusOf(row) !== 'due' || isSo(row) ? undefined : change),
        background(),
      );
    },
    failed: async (key, reason, at) =>
      void (await rows.change(
        key,
        (row) =>
          statusOf(row) === 'due' ? { DeliveryStatus: 'failed', Reason: reason, SettledAt: at } : undefined,
        background(),
      )),
    adopt: async (delivery, landed) => {
      const patience = background();
      if (!rows.inCopy(delivery.key)) {
        const row = toNewRow(delivery, nextOrder(), newId());
        const fields = { ...row.fields, ...landedFields(landed) };
        if ((await addRows(parts, [{ ...row, fields }], patience)).length > 0) return;
      }
      await rows.change(
        delivery.key,
        (row) => (statusOf(row) === 'sent' ? undefined : sentChange(landed)),
        patience,
      );
    },
    retryFailed: async (to, reason) => {
      const patience = background();
      await rows.fresh(patience);
      const again = failedFor(recipientOf(to), reason).map(toDelivery);
      const isFailed = (row: CopiedRow): boolean =>
        statusOf(row) === 'failed' && row.fields.Reason === reason;
      const changed = await Promise.all(
        again.map(({ key }) => rows.change(key, (row) => (isFailed(row) ? AGAIN : undefined), patience)),
      );
      return changed.filter((row) => row !== undefined).length;
    },
    get: async (key) => {
      const patience = graph.patience('person');
      await rows.fresh(patience);
      const row = await rows.find(key, patience);
      return row && toDelivery(row);
    },
    forInitiative: async (initiative) => {
      // Of the list itself: what another instance has sent a moment ago is to be kept up to date too.
      const patience = background();
      await rows.fresh(patience);
      parts.sync.take(await parts.list.find('Initiative', initiative, patience));
      return ofInitiative(initiative).map(toDelivery);
    },
    failures: async (limit) => {
      await rows.fresh(graph.patience('person'));
      return failed(limit).map(toDelivery);
    },
    nextDue: async () => {
      await rows.fresh(background());
      const row = first()[0];
      return row && new Date(Number(row.fields.DueAt ?? 0)).toISOString();
    },
    checkpoint: checkpoint.read,
    moveCheckpoint: checkpoint.move,
  };
}

const byOrder = (a: CopiedRow, b: CopiedRow): number =>
  Number(a.fields.AddedOrder) - Number(b.fields.AddedOrder) || a.id - b.id;
