import type { DatabaseSync } from 'node:sqlite';
import type { Conversation, Conversations } from '../../app/ports/conversations.ts';
import type { Read } from './reader.ts';
import type { Writer } from './writer.ts';

/** Conversations on SQLite: kept as JSON, found by id or by the person of a personal chat. */
export function createConversations(
  db: DatabaseSync,
  { read, writer: { write } }: { read: Read; writer: Writer },
): Conversations {
  const replace = db.prepare(
    'INSERT OR REPLACE INTO conversations (id, person, updated_at, conversation) VALUES (?, ?, ?, ?)',
  );
  const ofId = db.prepare('SELECT conversation FROM conversations WHERE id = ?');
  const ofPerson = db.prepare(
    'SELECT conversation FROM conversations WHERE person = ? ORDER BY updated_at DESC, id LIMIT 1',
  );
  const forget = db.prepare('DELETE FROM conversations WHERE id = ?');

  return {
    save: (conversation) => {
      const { id, kind, person, updatedAt } = conversation;
      const found = kind === 'personal' ? (person ?? null) : null;
      return write(() => void replace.run(id, found, updatedAt, JSON.stringify(conversation)));
    },
    get: (id) => read(() => toConversation(ofId.get(id))),
    personal: (person) => read(() => toConversation(ofPerson.get(person))),
    remove: (id) => write(() => void forget.run(id)),
  };
}

const toConversation = (row: Record<string, unknown> | undefined): Conversation | undefined =>
  row && (JSON.parse(String(row.conversation)) as Conversation);
