import {
  approveInCouncil,
  close,
  completePreparation,
  followUp,
  goLive,
  handOver,
  recommend,
  recordContract,
  reported,
  reportOutcome,
  start,
} from '../../../builders/commands.ts';
import {
  approved,
  assessed,
  closed,
  contracted,
  decidedInCouncil,
  handedOver,
  lightWork,
  procuring,
  recommended,
  smallPurchase,
  started,
  wentLive,
} from '../../../builders/histories.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { on } from '../../../builders/rules.ts';
import { given, type History } from '../../../builders/scenario.ts';

const twiceRed = (before: History): History => [
  before,
  reported('red'),
  reported('red', { text: 'Fortfarande rött.' }),
];

describe('recommending (G4)', () => {
  it('records the recommendation and why', () =>
    given(assessed())
      .when(recommend({ recommendation: 'recommend-with-conditions', reason: 'Prova i norr först.' }))
      .then({
        type: 'Recommended',
        from: 'ASSESSMENT',
        to: 'COUNCIL',
        recommendation: 'recommend-with-conditions',
        reason: 'Prova i norr först.',
        as: 'preparationGroup',
      }));
  it('goes to the council also when it is advised against', () =>
    given(assessed())
      .when(recommend({ recommendation: 'advise-against' }))
      .thenState({ state: 'COUNCIL', recommendation: { recommendation: 'advise-against' } }));
  it('refuses the author', () =>
    given(approved({ by: PEOPLE.preparationChair }), completePreparation())
      .when(recommend())
      .thenRefused('own-proposal'));
  it('stays quiet the second time', () => given(recommended()).when(recommend()).thenNothing());
  it('refuses a case that is not assessed', () =>
    given(approved()).when(recommend()).thenRefused('wrong-state'));
});

describe('deciding in the council (G5)', () => {
  it('records reason, conditions and registry number', () =>
    given(recommended())
      .when(
        approveInCouncil({
          reason: 'Stor nytta.',
          conditions: 'Pensionärsrådet hörs.',
          registryNumber: 'VON 2026/123',
        }),
      )
      .then({
        type: 'CouncilApproved',
        from: 'COUNCIL',
        to: 'APPROVED',
        reason: 'Stor nytta.',
        conditions: 'Pensionärsrådet hörs.',
        registryNumber: 'VON 2026/123',
        as: 'council',
      }));
  it('is delegated for a small acquisition, and says so', () =>
    given(smallPurchase())
      .when(approveInCouncil({ by: PEOPLE.head }))
      .then({ type: 'CouncilApproved', as: 'headOfDigitalisation' }));
  it('is not delegated otherwise', () =>
    given(recommended())
      .when(approveInCouncil({ by: PEOPLE.head }))
      .thenRefused('not-allowed'));
  it('refuses the author who chairs the council', () =>
    given(recommended({ by: PEOPLE.councilChair }))
      .when(approveInCouncil())
      .thenRefused('own-proposal'));
  it('stays quiet the second time', () => given(decidedInCouncil()).when(approveInCouncil()).thenNothing());
  it('refuses before the recommendation', () =>
    given(assessed()).when(approveInCouncil()).thenRefused('wrong-state'));
});

describe('starting (G6)', () => {
  it('goes to work, with a project manager and monthly follow-ups', () =>
    given(decidedInCouncil())
      .when(start({ next: 'EXECUTION', projectManager: PEOPLE.projectManager, note: 'Medel finns.' }))
      .then(
        {
          type: 'Started',
          from: 'APPROVED',
          to: 'EXECUTION',
          projectManager: PEOPLE.projectManager,
          note: 'Medel finns.',
          as: 'sponsor',
        },
        {
          type: 'FollowUpsScheduled',
          items: [{ id: 'monthly-2026-04-02', kind: 'monthly', due: '2026-04-02' }],
        },
      ));
  it('goes to procurement first when something is bought', () =>
    given(decidedInCouncil())
      .when(start({ next: 'PROCUREMENT' }))
      .then({ type: 'Started', to: 'PROCUREMENT' }));
  it('stays quiet when it went there already', () => {
    given(started()).when(start()).thenNothing();
    given(started())
      .when(start({ by: PEOPLE.head }))
      .thenNothing();
  });
  it('refuses the other way when it is chosen', () =>
    given(procuring())
      .when(start({ next: 'EXECUTION' }))
      .thenRefused('wrong-state'));
  it('has no road to work or purchase without the council (R-34)', () => {
    for (const history of [approved(), assessed(), recommended()])
      for (const next of ['PROCUREMENT', 'EXECUTION'] as const)
        given(history).when(start({ next })).thenRefused('wrong-state');
  });
});

describe('recording the contract (G7)', () => {
  it('starts the work', () =>
    given(procuring())
      .when(recordContract())
      .then(
        { type: 'Contracted', from: 'PROCUREMENT', to: 'EXECUTION', as: 'procurement' },
        { type: 'FollowUpsScheduled' },
      ));
  it('stays quiet the second time', () => given(contracted()).when(recordContract()).thenNothing());
  it('refuses before the start', () =>
    given(decidedInCouncil()).when(recordContract()).thenRefused('wrong-state'));
});

describe('going live (G8)', () => {
  it('schedules the follow-ups after 30 and 90 days and remembers the day', () => {
    const asked = given(started()).when(goLive({ at: on('2026-05-04') }));
    asked.then(
      { type: 'WentLive', from: 'EXECUTION', to: 'INTRODUCTION', as: 'objectOwner' },
      {
        type: 'FollowUpsScheduled',
        items: [
          { id: 'afterGoLive30-2026-06-03', kind: 'afterGoLive30', due: '2026-06-03' },
          { id: 'afterGoLive90-2026-08-02', kind: 'afterGoLive90', due: '2026-08-02' },
        ],
      },
    );
    asked.thenState({ liveAt: on('2026-05-04') });
  });
  it('stays quiet the second time', () => given(wentLive()).when(goLive()).thenNothing());
  it('refuses on the light track, which has no introduction', () =>
    given(lightWork()).when(goLive()).thenRefused('wrong-state'));
});

describe('handing over (G9)', () => {
  it('records the lesson and follows the benefits by tertial from go-live', () =>
    given(wentLive({ at: on('2026-03-02') }))
      .when(
        handOver({ at: on('2026-06-08'), lesson: { text: 'Börja med dem som vill.', advice: 'Fråga dem.' } }),
      )
      .then(
        {
          type: 'HandedOver',
          from: 'INTRODUCTION',
          to: 'BENEFIT',
          lesson: { text: 'Börja med dem som vill.', advice: 'Fråga dem.' },
          as: 'sponsor',
        },
        {
          type: 'FollowUpsScheduled',
          // Nothing says that it ever pays back: 24 months from 2 March 2026.
          items: [
            { due: '2026-08-31' },
            { due: '2026-12-31' },
            { due: '2027-04-30' },
            { due: '2027-08-31' },
            { due: '2027-12-31' },
            { due: '2028-04-30' },
          ].map((item) => expect.objectContaining({ ...item, kind: 'tertial' })),
        },
      ));
  it('refuses before go-live on the full track', () =>
    given(started()).when(handOver()).thenRefused('wrong-state'));
  it('stays quiet the second time', () => given(handedOver()).when(handOver()).thenNothing());
});

describe('closing (G10)', () => {
  const outcome = (amount: number, year = 1) => reportOutcome({ year, amount, expected: 100_000 });
  it('is recorded', () =>
    given(handedOver())
      .when(close({ note: 'Målet är nått.' }))
      .then({ type: 'Closed', from: 'BENEFIT', to: 'CLOSED', note: 'Målet är nått.', as: 'manager' }));
  it('is for the head of digitalisation alone when more than a fifth of the benefits is missing', () => {
    given(handedOver(), outcome(79_999)).when(close()).thenRefused('benefits-missed');
    given(handedOver(), outcome(79_999))
      .when(close({ by: PEOPLE.head }))
      .then({ type: 'Closed', as: 'headOfDigitalisation' });
  });
  it('is for the manager when four fifths were reached, over all years', () => {
    given(handedOver(), outcome(80_000)).when(close()).then({ type: 'Closed' });
    given(handedOver(), outcome(60_000), outcome(100_000, 2)).when(close()).then({ type: 'Closed' });
    given(handedOver(), outcome(80_000))
      .when(close({ by: PEOPLE.head }))
      .thenRefused('not-allowed');
  });
  it('goes by the latest report of a year', () =>
    given(handedOver(), outcome(10_000), outcome(90_000)).when(close()).then({ type: 'Closed' }));
  it('stays quiet the second time', () => given(closed()).when(close()).thenNothing());
  it('refuses before the handover', () => given(wentLive()).when(close()).thenRefused('wrong-state'));
});

describe('red twice in a row', () => {
  it.each([
    ['preparation', approved(), completePreparation()],
    ['assessment', assessed(), recommend()],
    ['council', recommended(), approveInCouncil()],
    ['approved', decidedInCouncil(), start()],
    ['procurement', procuring(), recordContract()],
    ['execution', started(), goLive()],
    ['introduction', wentLive(), handOver()],
    ['benefit', handedOver(), close()],
  ])('stops the way on from %s until it is decided (R-144)', (_state, history, command) =>
    given(twiceRed(history)).when(command).thenRefused('deviation-undecided'),
  );
  it('does not stop what is only told', () => {
    given(twiceRed(started())).when(followUp()).then({ type: 'FollowedUp' });
  });
});
