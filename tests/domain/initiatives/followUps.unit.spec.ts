import {
  daysOverdue,
  type FollowUpItem,
  type FollowUpKind,
  itemSettledOn,
  openItems,
  repeatAfter,
  scheduleAgain,
  scheduleFrom,
} from '../../../domain/initiatives/followUps.ts';
import { STATES } from '../../../domain/initiatives/states.ts';

const item = (kind: FollowUpKind, due: string): FollowUpItem => ({ id: `${kind}-${due}`, kind, due });
const dues = (items: readonly FollowUpItem[]): string[] => items.map(({ due }) => due);

describe('the schedule of a state', () => {
  it('has a first look after a month in preparation and in execution', () => {
    expect(scheduleFrom('PREPARATION', '2026-03-02', null)).toEqual([item('preparation', '2026-04-02')]);
    expect(scheduleFrom('EXECUTION', '2026-01-31', null)).toEqual([item('monthly', '2026-02-28')]);
  });

  it('has looks 30 and 90 days after go-live', () => {
    expect(scheduleFrom('INTRODUCTION', '2026-03-02', null)).toEqual([
      item('afterGoLive30', '2026-04-01'),
      item('afterGoLive90', '2026-05-31'),
    ]);
  });

  it.each(STATES.filter((state) => !['PREPARATION', 'EXECUTION', 'INTRODUCTION', 'BENEFIT'].includes(state)))(
    'is empty in %s',
    (state) => {
      expect(scheduleFrom(state, '2026-03-02', 1)).toEqual([]);
    },
  );
});

describe('following benefits', () => {
  const tertials = (payback: number | null, day = '2026-03-02', live?: string) =>
    dues(scheduleFrom('BENEFIT', day, payback, live));

  it('goes on for twelve months however soon it pays back', () => {
    expect(tertials(0.3)).toEqual(['2026-04-30', '2026-08-31', '2026-12-31', '2027-04-30']);
    expect(tertials(1)).toEqual(tertials(0.3));
  });
  it('goes on until payback', () => {
    // 1.5 years: until 2 September 2027, which the tertial in December covers.
    expect(tertials(1.5).at(-1)).toBe('2027-12-31');
  });
  it('stops after 24 months, also when it never pays back', () => {
    expect(tertials(4.2).at(-1)).toBe('2028-04-30');
    expect(tertials(null)).toEqual(tertials(4.2));
  });
  it('counts from go-live, not from the handover three months later', () => {
    expect(tertials(0.5, '2026-06-01', '2026-02-27')).toEqual(['2026-08-31', '2026-12-31', '2027-04-30']);
  });
  it('looks at least once, also when the handover was late', () => {
    expect(tertials(0.5, '2028-01-10', '2026-02-27')).toEqual(['2028-04-30']);
  });
  it('ends on the day itself when that is a tertial end', () => {
    expect(tertials(1, '2025-12-31')).toEqual(['2026-04-30', '2026-08-31', '2026-12-31']);
  });
});

describe('the next of what repeats', () => {
  it.each([
    ['monthly', '2026-04-02', '2026-04-02', '2026-05-02'],
    ['monthly', '2026-04-02', '2026-03-25', '2026-05-02'],
    ['monthly', '2026-04-02', '2026-05-01', '2026-05-02'],
    ['monthly', '2026-04-02', '2026-05-02', '2026-06-02'],
    ['preparation', '2026-01-31', '2026-04-15', '2026-04-30'],
  ] as const)('%s due %s and done %s is due %s', (kind, due, done, next) => {
    expect(repeatAfter(item(kind, due), done)).toEqual(item(kind, next));
  });
  it.each(['afterGoLive30', 'afterGoLive90', 'tertial'] as const)('is nothing for %s', (kind) => {
    expect(repeatAfter(item(kind, '2026-04-30'), '2026-04-30')).toBeUndefined();
  });
});

describe('taking work up again', () => {
  it('keeps what is still ahead and moves what fell due', () => {
    expect(
      scheduleAgain([item('afterGoLive30', '2026-04-01'), item('afterGoLive90', '2026-05-31')], '2026-04-20'),
    ).toEqual([item('afterGoLive30', '2026-05-20'), item('afterGoLive90', '2026-05-31')]);
  });
  it('moves missed tertials to the next one, once', () => {
    expect(
      scheduleAgain(
        [item('tertial', '2026-04-30'), item('tertial', '2026-08-31'), item('tertial', '2026-12-31')],
        '2026-10-01',
      ),
    ).toEqual([item('tertial', '2026-12-31')]);
  });
  it('moves what falls due on the very day', () => {
    expect(scheduleAgain([item('monthly', '2026-04-02')], '2026-04-02')).toEqual([
      item('monthly', '2026-05-02'),
    ]);
  });
});

describe('open and overdue', () => {
  const schedule = [item('afterGoLive90', '2026-05-31'), item('afterGoLive30', '2026-04-01')];
  const at = { state: 'INTRODUCTION', schedule } as const;
  const resting = { ...at, state: 'PAUSED' } as const;

  it('are listed by day', () => expect(dues(openItems(at))).toEqual(['2026-04-01', '2026-05-31']));
  it('are none while the work rests', () => {
    expect(openItems(resting)).toEqual([]);
    expect(daysOverdue(resting, '2027-01-01')).toBe(0);
  });
  it.each([
    ['2026-03-31', 0],
    ['2026-04-01', 0],
    ['2026-04-02', 1],
    ['2026-04-15', 14],
  ])('count the days after the day: %s is %i late', (day, late) => {
    expect(daysOverdue(at, day)).toBe(late);
  });
  it('have nothing late when nothing is planned', () => {
    expect(daysOverdue({ state: 'COUNCIL', schedule: [] }, '2027-01-01')).toBe(0);
  });
  it.each([
    ['2026-03-17', undefined],
    ['2026-03-18', '2026-04-01'],
    ['2026-05-20', '2026-04-01'],
  ])('are settled by a follow-up from two weeks before: %s', (day, due) => {
    expect(itemSettledOn(at, day)?.due).toBe(due);
  });
});
