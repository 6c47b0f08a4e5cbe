import { createSwedishCalendar } from '../../../../bot/adapters/calendar/swedishCalendar.ts';
import { instantOf, moved, REFERENCE_DAY, shiftTo } from '../../../../bot/local/sample/script.ts';

describe('moving the script to another day', () => {
  it.each([
    [REFERENCE_DAY, 0],
    ['2026-11-08', 0],
    ['2026-11-09', 7],
    ['2026-11-22', 14],
    ['2026-11-01', -7],
    ['2025-11-03', -364],
  ])('%s moves it %d days', (today, days) => expect(shiftTo(today)).toBe(days));

  const calendar = createSwedishCalendar();
  it.each([
    ['2026-01-15 09:30', 0, '2026-01-15T08:30:00.000Z'],
    ['2026-07-15 09:30', 0, '2026-07-15T07:30:00.000Z'],
    ['2026-03-27 09:30', 7, '2026-04-03T07:30:00.000Z'],
  ] as const)('%s moved %d days is %s', (moment, shift, instant) =>
    expect(instantOf(moment, shift, calendar)).toBe(instant),
  );

  it('moves every day in an order, however deep, and gives registry numbers the year', () =>
    expect(
      moved(
        {
          goal: { due: '2026-12-28' },
          days: ['2026-11-02'],
          registryNumber: 'VON 2026/31',
          volume: 20_260_101,
        },
        7,
        '2027',
      ),
    ).toEqual({
      goal: { due: '2027-01-04' },
      days: ['2026-11-09'],
      registryNumber: 'VON 2027/31',
      volume: 20_260_101,
    }));

  it('leaves texts and promised dates alone', () => {
    const order = { text: 'Avtalet går ut 2027-06-30 och måste bytas.', vacancy: { target: '2026-09-01' } };
    expect(moved(order, 700, '2028')).toEqual(order);
  });
});
