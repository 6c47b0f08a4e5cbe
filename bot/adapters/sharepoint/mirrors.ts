import type { DatabaseSync } from 'node:sqlite';
import { createMirror, type Mirror } from './mirror/mirror.ts';

/** Copies of the three lists of the closed site, with what is searched by. */

export const logMirror = (db: DatabaseSync, placeLate: (id: number) => number): Mirror =>
  createMirror(
    db,
    {
      name: 'log',
      key: 'EventKey',
      columns: { stream: 'Stream', sequence: 'Sequence', hash: 'Hash' },
      indexes: ['stream, sequence'],
      immutable: true,
    },
    placeLate,
  );

export const deliveryMirror = (db: DatabaseSync): Mirror =>
  createMirror(db, {
    name: 'deliveries',
    key: 'RowKey',
    columns: {
      status: 'DeliveryStatus',
      due_at: 'DueAt',
      added: 'AddedOrder',
      initiative: 'Initiative',
      recipient: 'Recipient',
      reason: 'Reason',
      settled_at: 'SettledAt',
    },
    indexes: ['status, due_at', 'initiative', 'status, settled_at'],
    immutable: false,
  });

export const conversationMirror = (db: DatabaseSync): Mirror =>
  createMirror(db, {
    name: 'conversations',
    key: 'RowKey',
    columns: { person: 'Person', updated_at: 'UpdatedAt' },
    indexes: ['person, updated_at'],
    immutable: false,
  });
