import { hash } from 'node:crypto';
import { FIRST_PREVIOUS_HASH, linkHash } from '../../../../bot/adapters/chain/link.ts';
import { readRecord, rowFrom, splitKey, writeRecord } from '../../../../bot/adapters/chain/record.ts';
import { LogEntryTooLarge } from '../../../../bot/app/ports/index.ts';

const ENTRY = {
  operationId: 'op-1',
  actor: 'somebody',
  at: '2026-03-02T09:00:00.000Z',
  events: [{ type: 'Noted' }],
};

describe('the record of a row', () => {
  it('is this text: changing it would break every chain there is', () => {
    expect(writeRecord('I-A', 7, ENTRY)).toEqual({
      key: 'I-A#000007',
      record:
        '{"key":"I-A#000007","operationId":"op-1","actor":"somebody","at":"2026-03-02T09:00:00.000Z","events":[{"type":"Noted"}]}',
    });
  });

  it('gives the row back', () => {
    const { record } = writeRecord('I-A', 7, ENTRY);
    expect(rowFrom(3, record, 'before', 'own')).toEqual({
      ...ENTRY,
      ...{ key: 'I-A#000007', stream: 'I-A', sequence: 7, position: 3, previousHash: 'before', hash: 'own' },
    });
    expect(readRecord(record)).toEqual({ key: 'I-A#000007', ...ENTRY });
  });

  it('takes nothing along that is not asked for', () => {
    const more = { ...ENTRY, expectedVersion: 3, secret: 'x' };
    expect(writeRecord('I-A', 7, more)).toEqual(writeRecord('I-A', 7, ENTRY));
  });

  it('may be 60,000 characters long and no longer', () => {
    const withText = (length: number) => ({
      ...ENTRY,
      events: [{ type: 'Noted', text: 'x'.repeat(length) }],
    });
    const frame = writeRecord('I-A', 1, withText(0)).record.length;
    expect(writeRecord('I-A', 1, withText(60_000 - frame)).record.length).toBe(60_000);
    expect(() => writeRecord('I-A', 1, withText(60_001 - frame))).toThrow(LogEntryTooLarge);
  });

  it('is found under a key that sorts by number', () => {
    const keys = [1, 9, 10, 99, 1_000, 999_999].map((sequence) => writeRecord('I-A', sequence, ENTRY).key);
    expect([...keys].sort()).toEqual(keys);
    expect(keys.map((key) => splitKey(key).sequence)).toEqual([1, 9, 10, 99, 1_000, 999_999]);
  });
});

describe('the link to the row before', () => {
  it('is SHA-256 over the previous hash and the stored text', () => {
    const { record } = writeRecord('I-A', 1, ENTRY);
    expect(linkHash(FIRST_PREVIOUS_HASH, record)).toBe(hash('sha256', '0'.repeat(64) + record));
    expect(linkHash(FIRST_PREVIOUS_HASH, record)).toBe(
      '4e23af6e7acc9d6f29fe0e60270d4373f4c3d3c18a86cdc15b627ba7fd12b4c2',
    );
  });
});
