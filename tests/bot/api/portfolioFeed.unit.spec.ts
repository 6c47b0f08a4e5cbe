import { gunzipSync } from 'node:zlib';
import { createPortfolioFeed } from '../../../bot/api/portfolioFeed.ts';
import type { Columns } from '../../../domain/portfolio/views.ts';
import { PEOPLE } from '../../builders/people.ts';
import { rowsIn } from '../../builders/portfolioRows.ts';
import { SMALL } from '../../builders/proposals.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { approved, done, submitted } from '../support/life.ts';

const feedOf = ({ casebook, context }: TestHouse) =>
  createPortfolioFeed(casebook, context, () => '2026-03-02');
const rowsOf = (gzip: Buffer) => rowsIn(JSON.parse(gunzipSync(gzip).toString()) as Columns);

describe('the feed of the portfolio', () => {
  it('is compressed once and served as it is until something changes', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const feed = feedOf(house);
    const [first, beside] = await Promise.all([feed.current(), feed.current()]);
    expect(beside).toBe(first);
    expect(await feed.current()).toBe(first);
    const order = { type: 'FollowUp', status: 'green', text: 'Det går.' } as const;
    await done(house, order, { by: PEOPLE.coach, initiative: id });
    const next = await feed.current();
    expect(next.etag).not.toBe(first.etag);
    expect(rowsOf(next.gzip)[0]).toMatchObject({ id, status: 'green' });
  });

  it('gives whoever asks after a change that change, also while an older feed is in the making', async () => {
    const house = await testHouse();
    await submitted(house);
    const feed = feedOf(house);
    const older = feed.current();
    const { id } = await submitted(house, { by: PEOPLE.colleague });
    expect(rowsOf((await feed.current()).gzip).map((row) => row.id)).toContain(id);
    await older;
  });

  it('carries kronor, hundredths of a year and seconds, not what lies beyond', async () => {
    const house = await testHouse({ now: '2026-03-02T09:00:00.123Z' });
    const estimate = { ...SMALL.estimate, volumePerYear: 1_234, minutesPerItem: 7 } as typeof SMALL.estimate;
    await submitted(house, { content: { ...SMALL, ...(estimate && { estimate }) } });
    const [row] = rowsOf((await feedOf(house).current()).gzip);
    expect(row?.submittedAt).toBe('2026-03-02T09:00:00Z');
    expect(row?.changedAt).toBe('2026-03-02T09:00:00Z');
    const figures = [row?.valuePerYear, row?.npv, row?.paybackYears].map(String);
    expect(figures).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^-?\d+$/),
      expect.stringMatching(/^\d+(\.\d\d?)?$/),
    ]);
  });
});
