import { type LogRow, StoreUnavailable } from '../../bot/app/ports/index.ts';
import { eventLogContract } from '../contracts/eventLog.contract.ts';
import { entry } from '../contracts/logEntries.ts';
import { memoryEventLog } from './memoryEventLog.ts';

eventLogContract('memory', () => {
  const rows: LogRow[] = [];
  return { open: async () => memoryEventLog(rows), dispose: async () => undefined };
});

describe('faults of the memory event log', () => {
  it('fails before writing once, then works', async () => {
    const log = memoryEventLog();
    log.failNext('before');
    await expect(log.append('I-A', 0, entry('op-1'))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(log.rows).toEqual([]);
    expect((await log.append('I-A', 0, entry('op-1'))).outcome).toBe('appended');
  });

  it('loses the answer after writing, so that a retry is a replay', async () => {
    const log = memoryEventLog();
    log.failNext('after');
    await expect(log.append('I-A', 0, entry('op-1'))).rejects.toBeInstanceOf(StoreUnavailable);
    expect((await log.append('I-A', 0, entry('op-1'))).outcome).toBe('replayed');
    expect(log.rows.length).toBe(1);
  });
});
