import type { Deliveries, Delivery } from '../../../app/ports/deliveries.ts';
import { createKeyedRows, type KeyedRowsParts } from '../lists/keyedRows.ts';
import type { CopiedRow } from '../mirror/mirror.ts';
import { addRows, createOrder, toNewRow } from './add.ts';
import { createCheckpoint } from './checkpoint.ts';
import { createClaims } from './claims.ts';
import { AGAIN, landedFields, moment, recipientOf, toDelivery } from './fields.ts';
import { createNotes } from './notes.ts';

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
  const ofInitiative = mirror.select('initiative = ?', 'ORDER BY added, id');
  const failed = mirror.select("status = 'failed'", 'ORDER BY settled_at DESC, added DESC, id DESC LIMIT ?');
  const failedFor = mirror.select("status = 'failed' AND recipient = ? AND reason = ?", 'ORDER BY added, id');
  const first = mirror.select("status = 'due'", 'ORDER BY due_at LIMIT 1');

  const background = () => graph.patience('background');
  const claims = createClaims({ mirror, rows, newId, patience: background });
  const notes = createNotes(rows, background);
  const statusOf = (row: CopiedRow): unknown => row.fields.DeliveryStatus;

  async function add(deliveries: readonly Delivery[], claimedUntil?: string): Promise<readonly string[]> {
    const patience = background();
    const until = claimedUntil === undefined ? undefined : moment(claimedUntil);
    await rows.fresh(patience);
    const known = new Set<string>();
    const fresh: Delivery[] = [];
    for (const delivery of deliveries) {
      if (known.has(delivery.key) || rows.known(delivery.key)) continue;
      known.add(delivery.key);
      fresh.push(delivery);
    }
    const made = fresh.map((delivery) =>
      toNewRow(delivery, { order: nextOrder(), attempt: newId(), claimedUntil: until }),
    );
    try {
      return await addRows(parts, made, patience);
    } catch (error) {
      claims.lose(made.map(({ fields }) => fields.Attempt));
      throw error;
    }
  }

  return {
    add,
    claim: claims.claim,
    sent: notes.sent,
    postpone: async (key, notBefore, reason) => {
      const change = { DueAt: moment(notBefore), NotBefore: notBefore, Reason: reason, ClaimedBy: null };
      const isSo = ({ fields }: CopiedRow): boolean =>
        fields.DueAt === change.DueAt &&
        fields.NotBefore === notBefore &&
        fields.Reason === reason &&
        fields.ClaimedBy === undefined;
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
      if (!rows.known(delivery.key)) {
        const row = toNewRow(delivery, { order: nextOrder(), attempt: newId() });
        const fields = { ...row.fields, ...landedFields(landed) };
        if ((await addRows(parts, [{ ...row, fields }], patience)).length > 0) return;
      }
      await notes.sent(delivery.key, landed);
    },
    retryFailed: async (to, reason) => {
      const patience = background();
      await rows.fresh(patience);
      // Another instance may have given it up a moment ago, and nobody comes back to it later.
      await parts.sync.news(patience);
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
      const patience = background();
      await rows.fresh(patience);
      // Of the list itself: news is seconds late, and what another instance has just sent is to be kept up to date too.
      parts.sync.take(await parts.list.find('Initiative', initiative, patience));
      return ofInitiative(initiative).map(toDelivery);
    },
    failures: async (limit) => {
      // A person looks: from now on what another instance gives up shows soon.
      parts.sync.touch();
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
