import type { DatabaseSync } from 'node:sqlite';
import type { Deliveries, Delivery, NoticeFilter } from '../../app/ports/deliveries.ts';
import { DELIVERY_COLUMNS, moment, recipientOf, toDelivery } from './deliveryRow.ts';
import type { Read } from './reader.ts';
import type { Writer } from './writer.ts';

/**
 * Deliveries on SQLite. A lease is nothing but a later `due_at`: when it runs out, the message is due again.
 * Source: docs/adr/0007-deliveries.md
 */
export function createDeliveries(
  db: DatabaseSync,
  { read, writer: { write } }: { read: Read; writer: Writer },
): Deliveries {
  const insert = db.prepare(
    `INSERT INTO deliveries (key, recipient, initiative, delivery, status, due_at, attempts, claims)
     VALUES (?1, ?2, ?3, ?4, 'due', coalesce(?5, 0), ?5 IS NOT NULL, ?5 IS NOT NULL)
     ON CONFLICT (key) DO NOTHING`,
  );
  const claim = db.prepare(
    `UPDATE deliveries SET due_at = ?, attempts = attempts + 1, claims = claims + 1 WHERE added IN
       (SELECT added FROM deliveries WHERE status = 'due' AND due_at <= ?
          AND (delivery ->> '$.content.notice' IN (SELECT value FROM json_each(?))) = ? ORDER BY added LIMIT ?)
     RETURNING added, claims, ${DELIVERY_COLUMNS}`,
  );
  const land = db.prepare(
    `UPDATE deliveries SET status = 'sent', conversation = ?, activity = ?, settled_at = ?, reason = NULL
     WHERE key = ? AND status <> 'sent'`,
  );
  const putOff = db.prepare(
    `UPDATE deliveries SET due_at = ?, not_before = ?, reason = ?, claims = 0 WHERE key = ? AND status = 'due'`,
  );
  const giveUp = db.prepare(
    `UPDATE deliveries SET status = 'failed', reason = ?, settled_at = ? WHERE key = ? AND status = 'due'`,
  );
  const again = db.prepare(
    `UPDATE deliveries SET status = 'due', due_at = 0, attempts = 0, claims = 0, not_before = NULL, reason = NULL,
       settled_at = NULL
     WHERE recipient = ? AND reason = ? AND status = 'failed'`,
  );
  const move = db.prepare('UPDATE delivery_checkpoint SET position = ?1 WHERE position < ?1');
  const select = (rest: string) => db.prepare(`SELECT ${DELIVERY_COLUMNS} FROM deliveries ${rest}`);
  const ofKey = select('WHERE key = ?');
  const ofInitiative = select('WHERE initiative = ? ORDER BY added');
  const given = select("WHERE status = 'failed' ORDER BY settled_at DESC, added DESC LIMIT ?");
  const next = db.prepare("SELECT min(due_at) AS at FROM deliveries WHERE status = 'due'");
  const checkpoint = db.prepare('SELECT position FROM delivery_checkpoint');

  const addNow = (delivery: Delivery, claimedUntil: number | null = null): boolean => {
    const { key, to, content, updates } = delivery;
    const kept = JSON.stringify({ key, to, content, updates });
    const initiative = content.initiative ?? null;
    return insert.run(key, recipientOf(to), initiative, kept, claimedUntil).changes === 1;
  };

  return {
    async add(deliveries, claimedUntil) {
      const until = claimedUntil === undefined ? null : moment(claimedUntil);
      return write(() => deliveries.filter((one) => addNow(one, until)).map(({ key }) => key));
    },
    async claim(now, leaseUntil, limit, notices: NoticeFilter = { except: [] }) {
      const [from, until] = [moment(now), moment(leaseUntil)];
      const [listed, among] = 'only' in notices ? [notices.only, 1] : [notices.except, 0];
      const claimed = await write(() => claim.all(until, from, JSON.stringify(listed), among, limit));
      return claimed
        .sort((a, b) => Number(a.added) - Number(b.added))
        .map((row) => ({ ...toDelivery(row), isAbandoned: Number(row.claims) > 1 }));
    },
    sent: (key, { conversation, activity, at }) =>
      write(() => void land.run(conversation, activity, at, key)),
    async postpone(key, notBefore, reason) {
      const due = moment(notBefore);
      await write(() => putOff.run(due, notBefore, reason, key));
    },
    failed: (key, reason, at) => write(() => void giveUp.run(reason, at, key)),
    adopt: (delivery, { conversation, activity, at }) =>
      write(() => {
        addNow(delivery);
        land.run(conversation, activity, at, delivery.key);
      }),
    retryFailed: (to, reason) => write(() => Number(again.run(recipientOf(to), reason).changes)),
    get: (key) => read(() => ofKey.all(key).map(toDelivery)[0]),
    forInitiative: (initiative) => read(() => ofInitiative.all(initiative).map(toDelivery)),
    failures: (limit) => read(() => given.all(limit).map(toDelivery)),
    nextDue: () =>
      read(() => {
        const at = next.get()?.at;
        return typeof at === 'number' ? new Date(at).toISOString() : undefined;
      }),
    checkpoint: () => read(() => Number(checkpoint.get()?.position)),
    moveCheckpoint: (position) => write(() => void move.run(position)),
  };
}
