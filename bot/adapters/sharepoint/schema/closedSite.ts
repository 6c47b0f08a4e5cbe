import type { ColumnSpec, ColumnType, ListSpec } from './list.ts';

const TEXT: ColumnType = { kind: 'text' };
const NOTE: ColumnType = { kind: 'note' };
const WHOLE: ColumnType = { kind: 'number', decimals: 'none' };
const ANY_NUMBER: ColumnType = { kind: 'number', decimals: 'automatic' };

/** Tells one attempt to write a row from another: an answer may be lost, and then the row is looked for. */
const ATTEMPT: ColumnSpec = { name: 'Attempt', title: 'Försök', type: TEXT };

/**
 * The event log. `EventKey` (`STREAM#000017`) is the only lock. `Record` is the truth and is what `Hash` covers; the
 * other columns repeat parts of it for people who look in the list.
 * Source: docs/adr/0005-event-log.md
 */
export const LOG_LIST: ListSpec = {
  title: 'Händelselogg',
  description: 'Färdplans minne. Rader läggs till av programmet och får aldrig ändras eller tas bort.',
  heading: 'Rad',
  columns: [
    { name: 'EventKey', title: 'Nyckel', type: TEXT, unique: true },
    { name: 'Stream', title: 'Ström', type: TEXT, indexed: true },
    { name: 'Sequence', title: 'Nummer', type: WHOLE },
    { name: 'OperationId', title: 'Åtgärd', type: TEXT, indexed: true },
    { name: 'EventTypes', title: 'Händelser', type: NOTE },
    { name: 'Actor', title: 'Person', type: TEXT },
    { name: 'EventTime', title: 'Tidpunkt', type: TEXT },
    { name: 'PreviousHash', title: 'Föregående kontrollsumma', type: TEXT },
    { name: 'Hash', title: 'Kontrollsumma', type: TEXT },
    { name: 'Record', title: 'Innehåll', type: NOTE },
    ATTEMPT,
  ],
};

/** Messages that should exist. `RowKey` is a digest of the key, since SharePoint compares text without case. */
export const DELIVERY_LIST: ListSpec = {
  title: 'Leveranser',
  description: 'Meddelanden som Färdplan har skickat eller ska skicka. Ändras bara av programmet.',
  heading: 'Rad',
  columns: [
    { name: 'RowKey', title: 'Nyckel', type: TEXT, unique: true },
    { name: 'Recipient', title: 'Mottagare', type: TEXT },
    { name: 'Initiative', title: 'Initiativ', type: TEXT, indexed: true },
    { name: 'Delivery', title: 'Meddelande', type: NOTE },
    { name: 'DeliveryStatus', title: 'Status', type: TEXT, indexed: true },
    { name: 'DueAt', title: 'Skickas tidigast', type: WHOLE },
    { name: 'Attempts', title: 'Antal försök', type: WHOLE },
    { name: 'NotBefore', title: 'Uppskjutet till', type: TEXT },
    { name: 'Reason', title: 'Orsak', type: NOTE },
    { name: 'Conversation', title: 'Samtal', type: NOTE },
    { name: 'Activity', title: 'Aktivitet', type: NOTE },
    { name: 'SettledAt', title: 'Avslutat', type: TEXT },
    { name: 'AddedOrder', title: 'Ordning', type: ANY_NUMBER },
    { name: 'LogPosition', title: 'Läst till', type: ANY_NUMBER },
    { name: 'ClaimedBy', title: 'Tagen av', type: TEXT },
    ATTEMPT,
  ],
};

/** Where people and channels can be reached. */
export const CONVERSATION_LIST: ListSpec = {
  title: 'Samtal',
  description: 'Var Färdplan kan nå personer och kanaler i Teams. Ändras bara av programmet.',
  heading: 'Slag',
  columns: [
    { name: 'RowKey', title: 'Nyckel', type: TEXT, unique: true },
    { name: 'Person', title: 'Person', type: TEXT, indexed: true },
    { name: 'UpdatedAt', title: 'Uppdaterat', type: TEXT },
    { name: 'Conversation', title: 'Samtal', type: NOTE },
    ATTEMPT,
  ],
};

/** Lists of the closed site, where only named administrators are members. */
export const CLOSED_SITE_LISTS: readonly ListSpec[] = [LOG_LIST, DELIVERY_LIST, CONVERSATION_LIST];
