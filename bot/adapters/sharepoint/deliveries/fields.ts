import type {
  Delivery,
  DeliveryAddress,
  DeliveryFailure,
  DeliveryRow,
  DeliveryStatus,
} from '../../../app/ports/deliveries.ts';
import type { FieldChange } from '../lists/list.ts';
import type { CopiedRow } from '../mirror/mirror.ts';
import { digestKey } from '../rowKey.ts';
import { LONGEST_TEXT } from '../schema/list.ts';

/** A recipient as one text, to find what has failed for somebody. */
export const recipientOf = (to: DeliveryAddress): string =>
  (to.kind === 'person' ? `person ${to.person}` : `channel ${to.channel}`).slice(0, LONGEST_TEXT);

/** ISO 8601 to milliseconds, so that moments compare whatever their number of decimals. @throws RangeError */
export function moment(iso: string): number {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new RangeError(`${JSON.stringify(iso)} is not a time`);
  return milliseconds;
}

export type Making = {
  /** Says which of two was added first. */
  readonly order: number;
  readonly attempt: string;
  /** Milliseconds; undefined: nobody has it yet. */
  readonly claimedUntil?: number | undefined;
};

/** A new message as it is written to the list. */
export function newFields(delivery: Delivery, { order, attempt, claimedUntil }: Making) {
  const { key, to, content, updates } = delivery;
  return {
    Title: key.slice(0, LONGEST_TEXT),
    RowKey: digestKey(key),
    Recipient: recipientOf(to),
    ...(content.initiative && { Initiative: content.initiative.slice(0, LONGEST_TEXT) }),
    Delivery: JSON.stringify({ key, to, content, updates }),
    DeliveryStatus: 'due',
    DueAt: claimedUntil ?? 0,
    Attempts: claimedUntil === undefined ? 0 : 1,
    ...(claimedUntil !== undefined && { ClaimedBy: attempt }),
    AddedOrder: order,
    Attempt: attempt,
  };
}

export type Landed = { readonly conversation: string; readonly activity: string; readonly at: string };

/** Values of a row that has landed; `null` empties a column. */
export const landedFields = ({ conversation, activity, at }: Landed) => ({
  DeliveryStatus: 'sent',
  Conversation: conversation,
  Activity: activity,
  SettledAt: at,
});

export const sentChange = (landed: Landed): FieldChange => ({ ...landedFields(landed), Reason: null });

export const AGAIN: FieldChange = {
  DeliveryStatus: 'due',
  DueAt: 0,
  Attempts: 0,
  NotBefore: null,
  Reason: null,
  SettledAt: null,
  ClaimedBy: null,
};

export const toDelivery = (row: CopiedRow): DeliveryRow => ({
  ...(JSON.parse(text(row, 'Delivery')) as Delivery),
  state: stateOf(row),
});

function stateOf(row: CopiedRow): DeliveryStatus {
  const at = text(row, 'SettledAt');
  const status = text(row, 'DeliveryStatus');
  if (status === 'sent')
    return { status, conversation: text(row, 'Conversation'), activity: text(row, 'Activity'), at };
  if (status === 'failed') return { status, reason: text(row, 'Reason') as DeliveryFailure, at };
  const { NotBefore, Reason, Attempts } = row.fields;
  return {
    status: 'due',
    attempts: Number(Attempts ?? 0),
    ...(typeof NotBefore === 'string' && { notBefore: NotBefore }),
    ...(typeof Reason === 'string' && { reason: Reason }),
  };
}

const text = ({ fields }: CopiedRow, name: string): string => String(fields[name] ?? '');
