import type {
  Delivery,
  DeliveryAddress,
  DeliveryFailure,
  DeliveryRow,
  DeliveryStatus,
} from '../../app/ports/deliveries.ts';

/** What is read of a row of the table `deliveries`. `delivery` is the Delivery as JSON. */
type DeliveryColumns = {
  readonly delivery: string;
  readonly status: DeliveryStatus['status'];
  readonly attempts: number;
  readonly not_before: string | null;
  readonly reason: string | null;
  readonly conversation: string | null;
  readonly activity: string | null;
  readonly settled_at: string | null;
};

export const DELIVERY_COLUMNS =
  'delivery, status, attempts, not_before, reason, conversation, activity, settled_at';

export const toDelivery = (row: unknown): DeliveryRow => {
  const columns = row as DeliveryColumns;
  return { ...(JSON.parse(columns.delivery) as Delivery), state: stateOf(columns) };
};

/** A recipient as one text, to find what has failed for somebody. */
export const recipientOf = (to: DeliveryAddress): string =>
  to.kind === 'person' ? `person ${to.person}` : `channel ${to.channel}`;

/** ISO 8601 to milliseconds, so that moments compare whatever their number of decimals. @throws RangeError */
export function moment(iso: string): number {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new RangeError(`${JSON.stringify(iso)} is not a time`);
  return milliseconds;
}

function stateOf(row: DeliveryColumns): DeliveryStatus {
  const at = row.settled_at ?? '';
  if (row.status === 'sent')
    return { status: 'sent', conversation: row.conversation ?? '', activity: row.activity ?? '', at };
  if (row.status === 'failed') return { status: 'failed', reason: row.reason as DeliveryFailure, at };
  return {
    status: 'due',
    attempts: row.attempts,
    ...(row.not_before !== null && { notBefore: row.not_before }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}
