import {
  dayAtShare,
  deadlineOf,
  isEscalated,
  workingDaysFor,
} from '../../../domain/initiatives/timeLimits.ts';
import { forward } from '../../builders/commands.ts';
import { IN_STATE, submitted } from '../../builders/histories.ts';
import { CONTEXT, on } from '../../builders/rules.ts';
import { lived } from '../../builders/scenario.ts';
import { weekdayCalendar } from '../calendar/weekdayCalendar.ts';

describe('time limits', () => {
  it.each([
    ['MANAGER_REVIEW', 10],
    ['FORWARDED', 10],
    ['PREPARATION', 40],
    ['ASSESSMENT', 15],
    ['COUNCIL', undefined],
    ['RETURNED', undefined],
    ['EXECUTION', undefined],
    ['PAUSED', undefined],
    ['CLOSED', undefined],
  ] as const)('%s may take %s working days', (state, days) => {
    expect(workingDaysFor(lived(IN_STATE[state]), CONTEXT)).toBe(days);
  });

  it.each([
    [0.5, '2026-03-09'],
    [1, '2026-03-16'],
    [1.5, '2026-03-23'],
  ])('of a proposal from Monday 2 March are used to %d on %s', (share, day) => {
    expect(dayAtShare(lived(submitted()), share, CONTEXT)).toBe(day);
  });

  it('round a half day up', () => {
    // Half of fifteen is eight.
    expect(dayAtShare(lived(IN_STATE.ASSESSMENT), 0.5, CONTEXT)).toBe('2026-03-12');
  });

  it('do not count holidays', () => {
    const calendar = weekdayCalendar('2026-03-10', '2026-03-11');
    expect(deadlineOf(lived(submitted()), { ...CONTEXT, calendar })).toBe('2026-03-18');
  });

  it('begin with the state', () => {
    expect(deadlineOf(lived(submitted(), forward({ at: on('2026-03-10') })), CONTEXT)).toBe('2026-03-24');
  });

  it('do not exist where there is no limit', () => {
    expect(deadlineOf(lived(IN_STATE.COUNCIL), CONTEXT)).toBeUndefined();
    expect(isEscalated(lived(IN_STATE.COUNCIL), on('2036-01-01'), CONTEXT)).toBe(false);
  });

  it.each([
    ['2026-03-22T23:59:59.000Z', false],
    ['2026-03-23T00:00:00.000Z', true],
  ])('open the next level at one and a half: %s', (at, escalated) => {
    expect(isEscalated(lived(submitted()), at, CONTEXT)).toBe(escalated);
  });

  it('go by the local day', () => {
    const eastward = {
      ...weekdayCalendar(),
      localDate: (at: string) => new Date(Date.parse(at) + 7_200_000).toISOString().slice(0, 10),
    };
    expect(
      isEscalated(lived(submitted()), '2026-03-22T22:30:00.000Z', { ...CONTEXT, calendar: eastward }),
    ).toBe(true);
  });
});
