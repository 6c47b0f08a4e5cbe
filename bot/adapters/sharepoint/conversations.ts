import { createInTurn } from '../../app/inTurn.ts';
import type { Conversation, Conversations } from '../../app/ports/conversations.ts';
import type { Patience } from './graph/graph.ts';
import { insertOnce } from './lists/insertOnce.ts';
import { createKeyedRows, type KeyedRowsParts } from './lists/keyedRows.ts';
import type { CopiedRow } from './mirror/mirror.ts';
import { digestKey } from './rowKey.ts';

/** Every turn says again where it came from; only every so often is "it is still so" worth a write. */
const STILL_SO_MS = 60 * 60_000;

export type ConversationsParts = KeyedRowsParts & { readonly newId: () => string };

/** Conversations on a SharePoint list: kept as JSON, found by a digest of the id or by the person of a personal chat. */
export function createSharePointConversations(parts: ConversationsParts): Conversations {
  const { graph, list, mirror, sync, newId } = parts;
  const rows = createKeyedRows(parts);
  const inTurn = createInTurn();
  const ofPerson = mirror.select('person = ?', 'ORDER BY updated_at DESC, id LIMIT 1');

  /** As the copy has it; as the list has it now when another instance may have removed it a moment ago. */
  async function lookUp(id: string, installed: boolean, patience: Patience): Promise<CopiedRow | undefined> {
    const row = await rows.find(id, patience);
    return row && installed ? rows.refresh(row.id, patience) : row;
  }

  /** @returns false when the row is gone: another instance has removed it. */
  async function replace(conversation: Conversation, patience: Patience): Promise<boolean> {
    const values = valuesOf(conversation);
    await rows.change(
      conversation.id,
      ({ fields }) => (fields.Conversation === values.Conversation ? undefined : values),
      patience,
    );
    return rows.known(conversation.id) !== undefined;
  }

  async function save(conversation: Conversation, installed: boolean): Promise<void> {
    const patience = graph.patience('person');
    const known = await lookUp(conversation.id, installed, patience);
    if (known && isStillSo(conversationOf(known), conversation)) return;
    if (known && (await replace(conversation, patience))) return;
    const RowKey = digestKey(conversation.id);
    const values = withoutEmpty(valuesOf(conversation));
    const fields = { Title: conversation.kind, RowKey, Attempt: newId(), ...values };
    const answer = await insertOnce(list, { column: 'RowKey', key: RowKey, fields }, patience);
    sync.take(answer.outcome === 'written' ? [answer.item] : answer.rows);
    if (answer.outcome === 'taken') await replace(conversation, patience);
  }

  async function remove(id: string): Promise<void> {
    const patience = graph.patience('person');
    const found = await list.find('RowKey', digestKey(id), patience);
    for (const row of found) {
      await list.remove(row.id, patience);
      sync.take([{ id: row.id, deleted: true }]);
    }
  }

  return {
    save: (conversation, installed = false) => inTurn(conversation.id, () => save(conversation, installed)),
    get: async (id) => {
      const patience = graph.patience('person');
      await rows.fresh(patience);
      const row = await rows.find(id, patience);
      return row && conversationOf(row);
    },
    personal: async (person) => {
      const patience = graph.patience('person');
      await rows.fresh(patience);
      // Another instance may have met the person a moment ago; "nobody" would end a message for good.
      if (ofPerson(person).length === 0) sync.take(await list.find('Person', person, patience));
      const row = ofPerson(person)[0];
      return row && conversationOf(row);
    },
    remove: (id) => inTurn(id, () => remove(id)),
  };
}

const conversationOf = (row: CopiedRow): Conversation =>
  JSON.parse(String(row.fields.Conversation ?? '{}')) as Conversation;

const valuesOf = (conversation: Conversation) => ({
  Person: conversation.kind === 'personal' ? (conversation.person ?? null) : null,
  UpdatedAt: conversation.updatedAt,
  Conversation: JSON.stringify(conversation),
});

const withoutEmpty = ({ Person, ...values }: ReturnType<typeof valuesOf>) => ({
  ...values,
  ...(Person !== null && { Person }),
});

function isStillSo(known: Conversation, now: Conversation): boolean {
  const same = JSON.stringify({ ...known, updatedAt: '' }) === JSON.stringify({ ...now, updatedAt: '' });
  const age = Date.parse(now.updatedAt) - Date.parse(known.updatedAt);
  return same && age >= 0 && age < STILL_SO_MS;
}
