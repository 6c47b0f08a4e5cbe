import {
  decideOnDeviation,
  followUp,
  learnLesson,
  measure,
  reported,
  reportOutcome,
  retire,
} from '../../../builders/commands.ts';
import {
  approved,
  closed,
  decidedInCouncil,
  drafted,
  handedOver,
  IN_STATE,
  paused,
  started,
  submitted,
  wentLive,
  withGoal,
} from '../../../builders/histories.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { NOW, on } from '../../../builders/rules.ts';
import { given } from '../../../builders/scenario.ts';

const MEASURED = { goal: 'minutes', day: '2026-03-02', value: 12, source: 'Tidmätning' } as const;

/** After the first tertial of a handover on 2 March 2026, when nothing says that it pays back. */
const LATER_TERTIALS = [
  '2026-08-31',
  '2026-12-31',
  '2027-04-30',
  '2027-08-31',
  '2027-12-31',
  '2028-04-30',
].map((due) => ({ kind: 'tertial', due }));

describe('following up', () => {
  it('records status and text', () =>
    given(decidedInCouncil())
      .when(followUp({ status: 'yellow', text: 'Leveransen dröjer.' }))
      .then({ type: 'FollowedUp', by: PEOPLE.coach, at: NOW, status: 'yellow', text: 'Leveransen dröjer.' }));
  it('settles the item whose day is near, and plans the next month', () =>
    given(started())
      .when(followUp({ at: on('2026-03-30') }))
      .then({
        type: 'FollowedUp',
        item: 'monthly-2026-04-02',
        next: { id: 'monthly-2026-05-02', kind: 'monthly', due: '2026-05-02' },
      }));
  it('settles an item that is late, and skips the months that were missed', () =>
    given(started())
      .when(followUp({ at: on('2026-06-15') }))
      .thenState({ schedule: [{ id: 'monthly-2026-07-02' }] }));
  it.each([
    ['2026-03-18', undefined],
    ['2026-03-19', 'monthly-2026-04-02'],
  ])('counts as the planned one from two weeks before: %s', (day, item) =>
    given(started())
      .when(followUp({ at: on(day) }))
      .thenState({ followUps: [{ item }] }),
  );
  it('settles the item that is named, also early', () =>
    given(wentLive())
      .when(followUp({ item: 'afterGoLive90-2026-05-31' }))
      .thenState({ schedule: [{ kind: 'afterGoLive30' }] }));
  it('plans nothing new after 30 and 90 days and after a tertial', () => {
    given(wentLive())
      .when(followUp({ at: on('2026-04-01') }))
      .thenState({ schedule: [{ id: 'afterGoLive90-2026-05-31' }] });
    given(handedOver())
      .when(followUp({ at: on('2026-04-30') }))
      .thenState({ schedule: LATER_TERTIALS });
  });
  it.each(['monthly-2026-05-02', 'preparation-2026-04-02'])('refuses an item that is not open: %s', (item) =>
    given(started()).when(followUp({ item })).thenRefused('unknown-follow-up', 'item'),
  );
  it('records a measurement with date and source', () =>
    given(withGoal())
      .when(followUp({ measurement: MEASURED }))
      .thenState({ measurements: [MEASURED], followUps: [{ measurement: MEASURED }] }));
  it('refuses a measurement of a goal that is not set', () =>
    given(approved())
      .when(followUp({ measurement: MEASURED }))
      .thenRefused('unknown-goal', 'goal'));
  it('refuses a measurement from tomorrow', () =>
    given(withGoal())
      .when(followUp({ measurement: { ...MEASURED, day: '2026-03-03' } }))
      .thenRefused('future-date', 'day'));
  it('stays quiet when the same person says the same thing on the same day', () =>
    given(started(), followUp({ at: on('2026-03-03') }))
      .when(followUp({ at: '2026-03-03T09:00:04.000Z' }))
      .thenNothing());
  it('records the same words on another day', () =>
    given(started(), followUp())
      .when(followUp({ at: on('2026-03-03') }))
      .then({ type: 'FollowedUp' }));
  it.each(['MANAGER_REVIEW', 'RETURNED', 'FORWARDED', 'PAUSED', 'CLOSED', 'CANCELLED'] as const)(
    'refuses in %s',
    (state) =>
      given(IN_STATE[state])
        .when(followUp({ by: state === 'FORWARDED' ? PEOPLE.otherCoach : PEOPLE.coach }))
        .thenRefused('wrong-state'),
  );
});

describe('red twice in a row', () => {
  it('raises a deviation in the same row', () =>
    given(started(), reported('red'))
      .when(reported('red', { text: 'Fortfarande rött.' }))
      .then({ type: 'FollowedUp' }, { type: 'DeviationRaised', by: PEOPLE.coach, at: NOW }));
  it('does not when there was something else between', () =>
    given(started(), reported('red'), reported('yellow')).when(reported('red')).then({ type: 'FollowedUp' }));
  it('raises it once, however often it is red', () =>
    given(started(), reported('red'), reported('red', { text: 'Ja, rött.' }))
      .when(reported('red', { text: 'Ännu rödare.' }))
      .then({ type: 'FollowedUp' }));
  it('asks again when it is red after the decision to go on', () =>
    given(started(), reported('red'), reported('red', { text: 'Ja, rött.' }), decideOnDeviation())
      .when(reported('red', { text: 'Ännu rödare.' }))
      .then({ type: 'FollowedUp' }, { type: 'DeviationRaised' }));
});

describe('deciding on a deviation', () => {
  const deviating = [started(), reported('red'), reported('red', { text: 'Ja, rött.' })];
  it.each(['continue', 'change'] as const)('records the choice to %s and lets the work go on', (choice) => {
    const asked = given(deviating).when(
      decideOnDeviation({ by: PEOPLE.manager, choice, reason: 'Ny plan finns.' }),
    );
    asked.then({ type: 'DeviationDecided', choice, reason: 'Ny plan finns.' });
    asked.thenState({ state: 'EXECUTION', deviationSince: undefined });
  });
  it('pauses in the same row', () =>
    given(deviating)
      .when(decideOnDeviation({ choice: 'pause', until: '2026-09-01' }))
      .then(
        { type: 'DeviationDecided', choice: 'pause' },
        { type: 'Paused', until: '2026-09-01', as: 'sponsor' },
      ));
  it.each([undefined, '2026-03-02'])('needs a day ahead to pause: %s', (until) =>
    given(deviating)
      .when(decideOnDeviation({ choice: 'pause', until }))
      .thenRefused('past-date', 'until'),
  );
  it('cancels in the same row, and the reason is the lesson', () =>
    given(deviating)
      .when(decideOnDeviation({ choice: 'cancel', reason: 'Tekniken håller inte.', costSoFar: 90_000 }))
      .then(
        { type: 'DeviationDecided', choice: 'cancel' },
        {
          type: 'Cancelled',
          reason: 'Tekniken håller inte.',
          lesson: 'Tekniken håller inte.',
          costSoFar: 90_000,
        },
      ));
  it('keeps a lesson of its own when one is given', () =>
    given(deviating)
      .when(decideOnDeviation({ choice: 'cancel', costSoFar: 0, lesson: 'Prova med tre dörrar först.' }))
      .then({ type: 'DeviationDecided' }, { type: 'Cancelled', lesson: 'Prova med tre dörrar först.' }));
  it('asks what it has cost before it cancels work that has begun', () =>
    given(deviating)
      .when(decideOnDeviation({ choice: 'cancel' }))
      .thenRefused('cost-needed', 'costSoFar'));
  it.each(['pause', 'cancel'] as const)('does not let the manager %s: that is the sponsor’s', (choice) =>
    given(deviating)
      .when(decideOnDeviation({ by: PEOPLE.manager, choice, until: '2026-09-01' }))
      .thenRefused('not-allowed', 'choice'),
  );
  it('refuses to cancel what is handed over', () =>
    given(handedOver(), reported('red'), reported('red', { text: 'Ja, rött.' }))
      .when(decideOnDeviation({ choice: 'cancel' }))
      .thenRefused('wrong-state'));
  it('refuses when nothing deviates', () =>
    given(started()).when(decideOnDeviation()).thenRefused('no-deviation'));
  it.each([
    ['continue', decideOnDeviation({ choice: 'continue' })],
    ['pause', decideOnDeviation({ choice: 'pause', until: '2026-09-01' })],
    ['cancel', decideOnDeviation({ choice: 'cancel', costSoFar: 90_000 })],
  ] as const)('stays quiet when the same person taps twice: %s', (_choice, command) =>
    given(deviating, command).when(command).thenNothing(),
  );
});

describe('measuring', () => {
  it('records value, day and source', () =>
    given(withGoal())
      .when(measure({ measurement: MEASURED }))
      .then({ type: 'Measured', measurement: MEASURED }));
  it('stays quiet when it is recorded already', () =>
    given(withGoal(), measure()).when(measure()).thenNothing());
  it('refuses an unknown goal and a day ahead', () => {
    given(approved()).when(measure()).thenRefused('unknown-goal', 'goal');
    given(withGoal())
      .when(measure({ measurement: { ...MEASURED, day: '2026-03-03' } }))
      .thenRefused('future-date', 'day');
  });
  it('refuses when the work rests', () =>
    given(paused(withGoal())).when(measure()).thenRefused('wrong-state'));
});

describe('reporting the outcome of a year', () => {
  const outcome = { year: 1, amount: 78_000, expected: 100_000, source: 'Ekonomisystemet' };
  it('records kronor, expectation and source', () =>
    given(handedOver())
      .when(reportOutcome(outcome))
      .then({ type: 'OutcomeReported', ...outcome }));
  it('replaces the earlier report of the year', () =>
    given(handedOver(), reportOutcome(outcome), reportOutcome({ ...outcome, year: 2 }))
      .when(reportOutcome({ ...outcome, amount: 80_000 }))
      .thenState({ outcomes: [{ year: 2 }, { year: 1, amount: 80_000 }] }));
  it('stays quiet when it is the same', () =>
    given(handedOver(), reportOutcome(outcome)).when(reportOutcome(outcome)).thenNothing());
  it('waits for the handover', () =>
    given(wentLive())
      .when(reportOutcome({ by: PEOPLE.controller }))
      .thenRefused('wrong-state'));
});

describe('learning', () => {
  it('keeps the lesson, also when the case is closed', () =>
    given(closed())
      .when(learnLesson({ lesson: { text: 'Prova först.', advice: 'I ett område.' } }))
      .then({ type: 'LessonLearned', lesson: { text: 'Prova först.', advice: 'I ett område.' } }));
  it('may be done by whoever proposed it', () =>
    given(closed())
      .when(learnLesson({ by: PEOPLE.employee }))
      .then({ type: 'LessonLearned' }));
  it('stays quiet when it is learned already', () =>
    given(closed(), learnLesson()).when(learnLesson()).thenNothing());
  it('has nothing to learn from a draft', () =>
    given(drafted())
      .when(learnLesson({ by: PEOPLE.employee }))
      .thenRefused('wrong-state'));
});

describe('retiring what is replaced', () => {
  it('records what and when', () =>
    given(handedOver())
      .when(retire({ what: 'Nyckelskåpen', on: '2026-03-02' }))
      .then({ type: 'Retired', what: 'Nyckelskåpen', day: '2026-03-02' }));
  it('stays quiet when it is retired already', () =>
    given(handedOver(), retire()).when(retire()).thenNothing());
  it('refuses a day ahead', () =>
    given(handedOver())
      .when(retire({ on: '2026-03-03' }))
      .thenRefused('future-date', 'on'));
  it('refuses before the approval', () => given(submitted()).when(retire()).thenRefused('wrong-state'));
});
