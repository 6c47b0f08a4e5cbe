import {
  approve,
  cancel,
  decideOnDeviation,
  followUp,
  pause,
  reported,
  resubmit,
  resume,
  returnIt,
} from '../../../builders/commands.ts';
import {
  approved,
  assessed,
  cancelled,
  closed,
  drafted,
  forwarded,
  handedOver,
  paused,
  procuring,
  returned,
  started,
  submitted,
  wentLive,
} from '../../../builders/histories.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { on } from '../../../builders/rules.ts';
import { given } from '../../../builders/scenario.ts';

const RED_AGAIN = [reported('red'), reported('red', { text: 'Fortfarande rött.' })];

describe('pausing', () => {
  it('records the reason and until when', () =>
    given(started())
      .when(pause({ reason: 'Upphandlingen överklagas.', until: '2026-09-01' }))
      .then({
        type: 'Paused',
        from: 'EXECUTION',
        to: 'PAUSED',
        reason: 'Upphandlingen överklagas.',
        until: '2026-09-01',
        as: 'sponsor',
      }));
  it.each(['2026-03-02', '2026-03-01'])('refuses a day that is not ahead: %s', (until) =>
    given(started()).when(pause({ until })).thenRefused('past-date', 'until'),
  );
  it('decides on a deviation with that', () =>
    given(started(), RED_AGAIN)
      .when(pause({ reason: 'Vi väntar.' }))
      .then({ type: 'DeviationDecided', choice: 'pause', reason: 'Vi väntar.' }, { type: 'Paused' }));
  it('stays quiet when it is paused until then already', () => given(paused()).when(pause()).thenNothing());
  it('refuses another day while it is paused', () =>
    given(paused())
      .when(pause({ until: '2026-10-01' }))
      .thenRefused('already-decided'));
  it.each([
    ['in review', submitted()],
    ['returned', returned()],
    ['forwarded', forwarded()],
    ['closed', closed()],
  ])('refuses a case that is %s', (_what, history) =>
    given(history)
      .when(pause({ by: PEOPLE.head }))
      .thenRefused('wrong-state'),
  );
});

describe('resuming', () => {
  it('goes back to where it was paused, with what was open', () =>
    given(paused())
      .when(resume({ at: on('2026-03-09'), note: 'Nu går det.' }))
      .then(
        { type: 'Resumed', from: 'PAUSED', to: 'EXECUTION', note: 'Nu går det.', as: 'sponsor' },
        {
          type: 'FollowUpsScheduled',
          items: [{ id: 'monthly-2026-04-02', kind: 'monthly', due: '2026-04-02' }],
        },
      ));
  it('gives a new day to what fell due meanwhile', () =>
    given(paused())
      .when(resume({ at: on('2026-09-01') }))
      .thenState({ schedule: [{ kind: 'monthly', due: '2026-10-01' }] }));
  it('does not ask for a follow-up that is made', () =>
    given(
      wentLive({ at: on('2026-03-02') }),
      followUp({ at: on('2026-04-01') }),
      pause({ at: on('2026-04-02'), until: '2026-05-04' }),
    )
      .when(resume({ at: on('2026-05-04') }))
      .thenState({ schedule: [{ kind: 'afterGoLive90', due: '2026-05-31' }] }));
  it('has nothing to follow up where nothing was', () =>
    given(paused(assessed())).when(resume()).then({ type: 'Resumed', to: 'ASSESSMENT' }));
  it('refuses any other state than the one it was paused in', () =>
    given(paused())
      .when(resume({ to: 'BENEFIT' }))
      .thenRefused('not-paused-there'));
  it('may name the state it was paused in', () =>
    given(paused())
      .when(resume({ to: 'EXECUTION' }))
      .thenState({ state: 'EXECUTION', paused: undefined }));
  it('stays quiet when the work goes on already', () => given(started()).when(resume()).thenNothing());
  it('refuses what never began', () => given(submitted()).when(resume()).thenRefused('wrong-state'));
});

describe('cancelling', () => {
  it('records reason, cost so far and lesson, and keeps the lesson', () => {
    const asked = given(started()).when(
      cancel({ reason: 'Leverantören gick i konkurs.', costSoFar: 40_000, lesson: 'Kontrollera ekonomin.' }),
    );
    asked.then({
      type: 'Cancelled',
      from: 'EXECUTION',
      to: 'CANCELLED',
      reason: 'Leverantören gick i konkurs.',
      costSoFar: 40_000,
      lesson: 'Kontrollera ekonomin.',
      as: 'sponsor',
    });
    asked.thenState({ lessons: [{ text: 'Kontrollera ekonomin.' }], schedule: [] });
  });
  it.each([
    ['at work', started()],
    ['paused', paused()],
  ])('demands a lesson of a case that is %s', (_what, history) =>
    given(history)
      .when(cancel({ lesson: undefined }))
      .thenRefused('lesson-needed', 'lesson'),
  );
  it.each([
    ['at work', started()],
    ['being introduced', wentLive()],
    ['paused', paused()],
  ])('demands what it has cost of a case that is %s', (_what, history) =>
    given(history)
      .when(cancel({ costSoFar: undefined }))
      .thenRefused('cost-needed', 'costSoFar'),
  );
  it('asks for no cost before the work itself begins, and takes nothing for an answer', () => {
    given(procuring())
      .when(cancel({ costSoFar: undefined }))
      .then({ type: 'Cancelled' });
    given(started())
      .when(cancel({ costSoFar: 0 }))
      .then({ type: 'Cancelled', costSoFar: 0 });
  });
  it.each([
    ['in review', submitted()],
    ['returned', returned()],
  ])('demands none of a case that is %s: no work has begun', (_what, history) =>
    given(history)
      .when(cancel({ lesson: undefined }))
      .then({ type: 'Cancelled' }),
  );
  it('throws a draft away, by its author', () =>
    given(drafted())
      .when(cancel({ by: PEOPLE.employee, lesson: undefined }))
      .then({ type: 'Cancelled', from: 'DRAFT', as: 'proposer' }));
  it('is not for the author any more once it is submitted', () =>
    given(submitted())
      .when(cancel({ by: PEOPLE.employee }))
      .thenRefused('not-allowed'));
  it('decides on a deviation with that', () =>
    given(started(), RED_AGAIN)
      .when(cancel())
      .then({ type: 'DeviationDecided', choice: 'cancel' }, { type: 'Cancelled' }));
  it.each([
    ['handed over', handedOver()],
    ['paused after the handover', paused(handedOver())],
    ['closed', closed()],
  ])('refuses a case that is %s', (_what, history) =>
    given(history).when(cancel()).thenRefused('wrong-state'),
  );
  it('stays quiet the second time', () => given(cancelled()).when(cancel()).thenNothing());
});

describe('what went wrong', () => {
  it('is over when the case goes back to the proposer', () =>
    given(assessed(), RED_AGAIN)
      .when(returnIt({ by: PEOPLE.preparationChair }))
      .thenState({ state: 'RETURNED', deviationSince: undefined }));
  it('does not come back with the case', () =>
    given(assessed(), RED_AGAIN, returnIt({ by: PEOPLE.preparationChair }), resubmit())
      .when(approve())
      .thenState({ state: 'PREPARATION', deviationSince: undefined }));
  it('is undecided while the work goes on', () =>
    given(approved(), RED_AGAIN)
      .when(decideOnDeviation())
      .thenState({ state: 'PREPARATION', deviationSince: undefined }));
});
