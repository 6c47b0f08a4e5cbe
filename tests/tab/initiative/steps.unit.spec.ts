import type { StateCode } from '../../../domain/initiatives/states.ts';
import type { Track } from '../../../domain/initiatives/tracks.ts';
import { stepsOf } from '../../../tab/src/initiative/steps.ts';

const road = (state: StateCode, track: Track | null, ...moves: [StateCode, StateCode][]): string =>
  stepsOf({ state, track, decisions: moves.map(([from, to]) => ({ from, to })) })
    .map((step) => `${step.state}:${step.place}`)
    .join(' ');

describe('the steps of a case', () => {
  it('are those of the light track, with what is done, now and ahead', () =>
    expect(road('EXECUTION', 'light', ['DRAFT', 'MANAGER_REVIEW'], ['MANAGER_REVIEW', 'EXECUTION'])).toBe(
      'DRAFT:done MANAGER_REVIEW:done EXECUTION:current BENEFIT:ahead CLOSED:ahead',
    ));

  it('say which step of the full track was never taken', () => {
    const steps = road(
      'EXECUTION',
      'full',
      ['DRAFT', 'MANAGER_REVIEW'],
      ['MANAGER_REVIEW', 'PREPARATION'],
      ['PREPARATION', 'ASSESSMENT'],
      ['ASSESSMENT', 'COUNCIL'],
      ['COUNCIL', 'APPROVED'],
      ['APPROVED', 'EXECUTION'],
    );
    expect(steps).toContain('PROCUREMENT:skipped EXECUTION:current INTRODUCTION:ahead');
  });

  it('show a side state beside the step where the case left the road', () => {
    expect(road('RETURNED', 'full', ['DRAFT', 'MANAGER_REVIEW'], ['MANAGER_REVIEW', 'RETURNED'])).toContain(
      'DRAFT:done MANAGER_REVIEW:left RETURNED:side PREPARATION:ahead',
    );
    expect(
      road(
        'PAUSED',
        'light',
        ['DRAFT', 'MANAGER_REVIEW'],
        ['MANAGER_REVIEW', 'EXECUTION'],
        ['EXECUTION', 'PAUSED'],
      ),
    ).toContain('EXECUTION:left PAUSED:side BENEFIT:ahead');
  });

  it.each(['REJECTED', 'CANCELLED', 'MERGED'] as const)('end with %s: nothing is ahead of it', (end) =>
    expect(road(end, 'full', ['DRAFT', 'MANAGER_REVIEW'], ['MANAGER_REVIEW', end])).toBe(
      `DRAFT:done MANAGER_REVIEW:left ${end}:side`,
    ),
  );

  it('find the step that was left when one side state follows another', () =>
    expect(
      road(
        'CANCELLED',
        'full',
        ['DRAFT', 'MANAGER_REVIEW'],
        ['MANAGER_REVIEW', 'RETURNED'],
        ['RETURNED', 'CANCELLED'],
      ),
    ).toContain('MANAGER_REVIEW:left CANCELLED:side'));

  it('begin with a draft, and a draft that was thrown away', () => {
    expect(road('DRAFT', null)).toMatch(/^DRAFT:current MANAGER_REVIEW:ahead/);
    expect(road('CANCELLED', null)).toMatch(/^DRAFT:left CANCELLED:side/);
  });

  it('take what lies behind as done when decisions are hidden', () =>
    expect(road('PREPARATION', 'full')).toMatch(/^DRAFT:done MANAGER_REVIEW:done PREPARATION:current/));
});
