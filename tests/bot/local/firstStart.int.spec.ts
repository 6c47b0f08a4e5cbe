import { createSwedishCalendar } from '../../../bot/adapters/calendar/swedishCalendar.ts';
import type { AppendResult, EventLog, LogRow } from '../../../bot/app/ports/index.ts';
import { fillOnFirstStart } from '../../../bot/local/firstStart.ts';
import { memoryDeliveries } from '../../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporaryFolder.ts';

const calendar = createSwedishCalendar();

/** The whole sample is written, several times over, and the machine may be busy. */
jest.setTimeout(60_000);

describe('the first start', () => {
  afterEach(removeTemporaryFolders);

  function machine() {
    const rows: LogRow[] = [];
    const deliveries = memoryDeliveries();
    const dataDir = temporaryFolder();
    const start = async ({ now = '2026-11-22T10:00:00.000Z', empty = false, log }: Partial<Start> = {}) => {
      const progress: number[] = [];
      const store = { log: log ?? memoryEventLog(rows), deliveries };
      const onProgress = (done: number, total: number) => progress.push(done / total);
      const filled = await fillOnFirstStart({ dataDir, store, calendar, now, empty, onProgress });
      return { filled, progress, rows: rows.length };
    };
    return { rows, deliveries, start };
  }
  type Start = { now: string; empty: boolean; log: EventLog };

  it('fills the store, tells how it goes, and calls for no messages', async () => {
    const { start, deliveries, rows } = machine();
    const { filled, progress } = await start();
    expect([filled, progress.at(-1)]).toEqual(['all', 1]);
    expect(await deliveries.checkpoint()).toBe(rows.length);
    expect(rows.filter(({ stream }) => stream.startsWith('I-SAMPLE-')).length).toBeGreaterThan(100);
  });

  it('is followed by starts that keep what there is', async () => {
    const { start } = machine();
    const { rows } = await start();
    expect(await start({ now: '2027-03-01T10:00:00.000Z' })).toMatchObject({ filled: 'kept', rows });
    expect(await start({ empty: true })).toMatchObject({ filled: 'kept', rows });
  });

  it('gives only the organisation with --empty, and stays so', async () => {
    const { start, rows } = machine();
    expect((await start({ empty: true })).filled).toBe('organisation');
    expect(rows.filter(({ stream }) => stream !== 'ORGANISATION')).toEqual([]);
    expect((await start()).filled).toBe('kept');
  });

  it('is completed as it was begun when it was cut off, whatever day that is', async () => {
    const whole = machine();
    await whole.start();
    const { start, rows } = machine();
    const dying = dieAfter(250, memoryEventLog(rows));
    await expect(start({ log: dying })).rejects.toThrow('the power went out');
    expect(rows).toHaveLength(250);
    expect((await start({ now: '2026-12-24T10:00:00.000Z', empty: true })).filled).toBe('all');
    expect(rows).toEqual(whole.rows);
  });

  it('leaves a store alone that somebody else has filled', async () => {
    const { start, rows } = machine();
    await memoryEventLog(rows).append('PERSON-X', 0, {
      operationId: 'o',
      actor: 'x',
      at: '2026-01-01T00:00:00.000Z',
      events: [{ type: 'LanguageChosen' }],
    });
    expect(await start()).toMatchObject({ filled: 'kept', rows: 1 });
  });
});

/** Also between rows that were asked for together. */
function dieAfter(rows: number, log: EventLog): EventLog {
  let left = rows;
  const append: EventLog['append'] = (...entry) => {
    left -= 1;
    if (left < 0) throw new Error('the power went out');
    return log.append(...entry);
  };
  const appendAll: EventLog['appendAll'] = async (wanted) => {
    const results: AppendResult[] = [];
    for (const { stream, expectedVersion, entry } of wanted)
      results.push(await append(stream, expectedVersion, entry));
    return results;
  };
  return { ...log, append, appendAll };
}
