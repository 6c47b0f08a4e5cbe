import {
  approve,
  assignCoach,
  completePreparation,
  forward,
  handOver,
  reject,
  resubmit,
  returnIt,
  submit,
} from '../../../builders/commands.ts';
import {
  approved,
  assessed,
  drafted,
  forwarded,
  recommended,
  rejected,
  returned,
  submitted,
} from '../../../builders/histories.ts';
import { MUNICIPALITY, without } from '../../../builders/municipality.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { PROPOSAL, SMALL } from '../../../builders/proposals.ts';
import { contextWith, NOW, on } from '../../../builders/rules.ts';
import { given } from '../../../builders/scenario.ts';

const HIT = { id: 'I-0002', score: 0.7, words: ['lås'] };

describe('approving as manager (G2)', () => {
  it('records who, when and the evidence, assigns the coach and schedules the first follow-up', () =>
    given(submitted())
      .when(approve({ by: PEOPLE.manager, note: 'Bra idé.', preparationHours: 24 }))
      .then(
        {
          type: 'ApprovedByManager',
          by: PEOPLE.manager,
          at: NOW,
          from: 'MANAGER_REVIEW',
          to: 'PREPARATION',
          as: 'approver',
          note: 'Bra idé.',
          evidence: {
            needIsReal: true,
            fitsGoals: true,
            preparationHours: 24,
            fundingIdea: 'own-budget',
            similarAnswers: [],
          },
        },
        { type: 'CoachAssigned', coach: PEOPLE.coach },
        {
          type: 'FollowUpsScheduled',
          items: [{ id: 'preparation-2026-04-02', kind: 'preparation', due: '2026-04-02' }],
        },
      ));
  it('starts the work at once on the light track', () =>
    given(submitted({ content: SMALL }))
      .when(approve())
      .then(
        { type: 'ApprovedByManager', to: 'EXECUTION' },
        { type: 'CoachAssigned' },
        {
          type: 'FollowUpsScheduled',
          items: [{ id: 'monthly-2026-04-02', kind: 'monthly', due: '2026-04-02' }],
        },
      ));
  it('refuses the author', () =>
    given(submitted({ by: PEOPLE.manager }))
      .when(approve({ by: PEOPLE.manager }))
      .thenRefused('own-proposal'));
  it('goes one level up for the author who is a manager', () =>
    given(submitted({ by: PEOPLE.manager }))
      .when(approve({ by: PEOPLE.areaManager }))
      .thenState({ state: 'PREPARATION' }));
  it('refuses a manager of another unit', () =>
    given(submitted())
      .when(approve({ by: PEOPLE.otherManager }))
      .thenRefused('not-allowed'));
  it('refuses the next level while there is time', () =>
    given(submitted())
      .when(approve({ by: PEOPLE.areaManager, at: on('2026-03-20') }))
      .thenRefused('not-allowed'));
  it('lets the next level when it has taken too long', () =>
    given(submitted())
      .when(approve({ by: PEOPLE.areaManager, at: on('2026-03-23') }))
      .thenState({ state: 'PREPARATION' }));
  it('lets the substitute of the day', () =>
    given(submitted({ at: on('2026-07-06') }))
      .when(approve({ by: PEOPLE.substituteManager, at: on('2026-07-07') }))
      .thenState({ state: 'PREPARATION' }));
  it.each([
    ['the need is not real', { needIsReal: false }, ['needIsReal']],
    ['it does not fit the goals', { fitsGoals: false }, ['fitsGoals']],
    ['neither', { needIsReal: false, fitsGoals: false }, ['needIsReal', 'fitsGoals']],
  ])('refuses when %s', (_why, evidence, about) =>
    given(submitted())
      .when(approve(evidence))
      .thenRefused('need-not-confirmed', ...about),
  );
  it('refuses while a similar case is not answered', () =>
    given(drafted(), submitWith()).when(approve()).thenRefused('similar-not-answered', HIT.id));
  it('refuses to let a similar case stand alone without a reason', () =>
    given(drafted(), submitWith())
      .when(approve({ similarAnswers: [{ id: HIT.id, answer: 'separate' }] }))
      .thenRefused('similar-not-answered', HIT.id));
  it.each([
    { id: HIT.id, answer: 'coordinate' },
    { id: HIT.id, answer: 'merge' },
    { id: HIT.id, answer: 'separate', reason: 'Andra dörrar.' },
  ] as const)('accepts the answer $answer', (answer) =>
    given(drafted(), submitWith())
      .when(approve({ similarAnswers: [answer] }))
      .thenState({ evidence: { similarAnswers: [answer] } }),
  );
  it('stays quiet when the same manager taps twice', () => given(approved()).when(approve()).thenNothing());
  it('stays quiet for a stand-in who decided and is not the one any more', () =>
    given(approved({}, { by: PEOPLE.areaManager, at: on('2026-03-23') }))
      .when(approve({ by: PEOPLE.areaManager, at: on('2026-03-24') }))
      .thenNothing());
  it('tells another manager that it is decided', () =>
    given(approved({ at: on('2026-07-06') }, { by: PEOPLE.substituteManager, at: on('2026-07-07') }))
      .when(approve({ by: PEOPLE.manager, at: on('2026-07-08') }))
      .thenRefused('already-decided'));
});

const submitWith = () => submit({ similar: [HIT] });

describe('the coach that comes with an approval', () => {
  it('is the holder, also during a leave', () =>
    given(submitted({ at: on('2026-07-06') }))
      .when(approve({ at: on('2026-07-07') }))
      .thenState({ coach: PEOPLE.coach }));
  it('is missed in plain sight when the unit has none', () =>
    given(submitted())
      .under(contextWith(without(MUNICIPALITY, 'coach')))
      .when(approve())
      .then(
        { type: 'ApprovedByManager' },
        { type: 'CoachMissing', unit: 'norr' },
        { type: 'FollowUpsScheduled' },
      ));
  it('is looked for in the unit that received the case', () =>
    given(forwarded())
      .when(approve({ by: PEOPLE.otherManager }))
      .thenState({ coach: PEOPLE.otherCoach }));
  const secondRound = [returnIt({ by: PEOPLE.preparationChair }), resubmit()];
  it('stays the same the second time round', () =>
    given(assessed(), secondRound)
      .when(approve())
      .then({ type: 'ApprovedByManager' }, { type: 'FollowUpsScheduled' }));
  it('becomes the unit’s own again when another had it', () =>
    given(approved(), assignCoach(), completePreparation(), secondRound)
      .when(approve())
      .then(
        { type: 'ApprovedByManager' },
        { type: 'CoachAssigned', coach: PEOPLE.coach },
        { type: 'FollowUpsScheduled' },
      ));
});

describe('returning', () => {
  it('records the reason and by whom', () =>
    given(submitted())
      .when(returnIt({ reason: 'Hur många nycklar?' }))
      .then({
        type: 'Returned',
        from: 'MANAGER_REVIEW',
        to: 'RETURNED',
        reason: 'Hur många nycklar?',
        as: 'approver',
      }));
  it.each([
    ['the preparation group', assessed(), PEOPLE.preparationChair, 'ASSESSMENT', 'preparationGroup'],
    ['the council', recommended(), PEOPLE.councilChair, 'COUNCIL', 'council'],
  ] as const)('is also for %s', (_who, history, by, from, as) =>
    given(history).when(returnIt({ by })).then({ type: 'Returned', from, to: 'RETURNED', as }),
  );
  it('refuses the author', () =>
    given(submitted({ by: PEOPLE.manager }))
      .when(returnIt())
      .thenRefused('own-proposal'));
  it('stays quiet the second time', () => given(returned()).when(returnIt()).thenNothing());
  it('tells another approver that it is decided', () =>
    given(returned())
      .when(returnIt({ by: PEOPLE.substituteManager, at: on('2026-07-07') }))
      .thenRefused('already-decided'));
  it('tells whoever comes after an approval', () =>
    given(approved()).when(returnIt()).thenRefused('already-decided'));
});

describe('rejecting', () => {
  it('records the reason and is final', () =>
    given(submitted())
      .when(reject({ reason: 'Finns redan.' }))
      .then({ type: 'Rejected', from: 'MANAGER_REVIEW', to: 'REJECTED', reason: 'Finns redan.' }));
  it('is also for the council', () =>
    given(recommended())
      .when(reject({ by: PEOPLE.councilChair }))
      .thenState({ state: 'REJECTED' }));
  it('is not for the preparation group, which only advises', () =>
    given(assessed())
      .when(reject({ by: PEOPLE.preparationChair }))
      .thenRefused('not-allowed'));
  it('stays quiet the second time', () => given(rejected()).when(reject()).thenNothing());
  it('cannot be approved afterwards', () => given(rejected()).when(approve()).thenRefused('already-decided'));
});

describe('forwarding', () => {
  it('records the receiving unit and the reason', () =>
    given(submitted())
      .when(forward({ unit: 'bistand', reason: 'Gäller dem.' }))
      .then({
        type: 'Forwarded',
        from: 'MANAGER_REVIEW',
        to: 'FORWARDED',
        unit: 'bistand',
        reason: 'Gäller dem.',
      }));
  it.each([
    ['approves', approve({ by: PEOPLE.otherManager }), 'ApprovedByManager'],
    ['returns', returnIt({ by: PEOPLE.otherManager }), 'Returned'],
    ['rejects', reject({ by: PEOPLE.otherManager }), 'Rejected'],
    ['forwards on', forward({ by: PEOPLE.otherManager, unit: 'soder' }), 'Forwarded'],
  ] as const)('is received in the same row by whoever %s', (_how, decision, type) => {
    const received = {
      type: 'ForwardReceived',
      from: 'FORWARDED',
      to: 'MANAGER_REVIEW',
      as: 'approver',
    } as const;
    const asked = given(forwarded()).when(decision);
    asked.thenState({ content: { unit: 'bistand' }, number: 'VOF-2026-0012' });
    if (type === 'ApprovedByManager')
      asked.then(received, { type }, { type: 'CoachAssigned' }, { type: 'FollowUpsScheduled' });
    else asked.then(received, { type, from: 'MANAGER_REVIEW' });
  });
  it('refuses a unit that does not exist', () =>
    given(submitted())
      .when(forward({ unit: 'constructor' }))
      .thenRefused('unknown-unit', 'unit'));
  it('refuses the unit where it already is', () =>
    given(submitted())
      .when(forward({ unit: 'norr' }))
      .thenRefused('same-unit', 'unit'));
  it('refuses the manager who sent it away', () =>
    given(forwarded()).when(approve()).thenRefused('not-allowed'));
  it('stays quiet when it was just sent there', () => given(forwarded()).when(forward()).thenNothing());
  it('refuses to change the address afterwards', () =>
    given(forwarded())
      .when(forward({ unit: 'soder' }))
      .thenRefused('not-allowed'));
  it('lets the receiver send it back', () =>
    given(forwarded())
      .when(forward({ by: PEOPLE.otherManager, unit: 'norr' }))
      .thenState({ state: 'FORWARDED', forwarded: { unit: 'norr', by: PEOPLE.otherManager } }));
});

describe('light work that is handed over', () => {
  it('goes from execution straight to benefit', () =>
    given(approved({ content: SMALL }))
      .when(handOver({ by: PEOPLE.manager }))
      .then(
        { type: 'HandedOver', from: 'EXECUTION', to: 'BENEFIT', as: 'manager' },
        { type: 'FollowUpsScheduled' },
      ));
  it('keeps what was proposed', () =>
    given(approved({ content: SMALL }))
      .when(handOver({ by: PEOPLE.coach }))
      .thenState({ content: { unit: PROPOSAL.unit } }));
});
