import { renumber } from '../../../../domain/initiatives/decide/drafting.ts';
import { evolveRow } from '../../../../domain/initiatives/evolve.ts';
import { changeContent, followUp, resubmit, startDraft, submit } from '../../../builders/commands.ts';
import {
  approved,
  assessed,
  decidedInCouncil,
  drafted,
  IN_STATE,
  lightWork,
  returned,
  smallPurchase,
  submitted,
} from '../../../builders/histories.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { PROPOSAL, PURCHASE, SMALL } from '../../../builders/proposals.ts';
import { NOW } from '../../../builders/rules.ts';
import { given, lived } from '../../../builders/scenario.ts';

const HIT = { id: 'I-0002', score: 0.7, words: ['lås', 'nycklar'] };

describe('starting a draft', () => {
  it('records who writes it and what', () =>
    given()
      .when(startDraft({ by: PEOPLE.employee, content: { problem: 'Nycklar tar tid.' } }))
      .then({
        type: 'DraftStarted',
        by: PEOPLE.employee,
        at: NOW,
        proposer: PEOPLE.employee,
        content: { problem: 'Nycklar tar tid.' },
      }));
  it('may hold nothing yet', () =>
    given()
      .when(startDraft({ content: {} }))
      .then({ type: 'DraftStarted' }));
  it('refuses a unit that does not exist', () =>
    given()
      .when(startDraft({ content: { unit: 'nowhere' } }))
      .thenRefused('unknown-unit', 'unit'));
  it.each(['constructor', '__proto__', 'toString'])('does not take %s for a unit', (unit) =>
    given()
      .when(startDraft({ content: { unit } }))
      .thenRefused('unknown-unit', 'unit'),
  );
  it('refuses a second start', () => given(drafted()).when(startDraft()).thenRefused('already-exists'));
});

describe('any order on a case that does not exist', () => {
  it('is refused', () => given().when(submit()).thenRefused('unknown-initiative'));
});

describe('changing the content', () => {
  it('records the whole content as it is then', () =>
    given(drafted({ content: { problem: 'Nycklar tar tid.' } }))
      .when(changeContent({ content: { title: 'Lås' } }))
      .then({ type: 'ContentChanged', content: { problem: 'Nycklar tar tid.', title: 'Lås' } }));
  it('may empty a field of a draft', () =>
    given(drafted())
      .when(changeContent({ content: { title: '' } }))
      .then({ type: 'ContentChanged' }));
  it('takes an estimate away', () => {
    const { estimate: _taken, ...rest } = SMALL;
    given(drafted({ content: SMALL }))
      .when(changeContent({ content: { estimate: null } }))
      .then({ type: 'ContentChanged', content: rest });
  });
  it('leaves the estimate alone when nothing is said of it', () =>
    given(drafted({ content: SMALL }))
      .when(changeContent({ content: { effect: '' } }))
      .then({ type: 'ContentChanged', content: { ...SMALL, effect: '' } }));
  it('stays quiet when there is no estimate to take away', () =>
    given(drafted())
      .when(changeContent({ content: { estimate: null } }))
      .thenNothing());
  it('stays quiet when nothing is different', () =>
    given(drafted())
      .when(changeContent({ content: { title: PROPOSAL.title } }))
      .thenNothing());
  it('refuses a unit that does not exist', () =>
    given(drafted())
      .when(changeContent({ content: { unit: 'nowhere' } }))
      .thenRefused('unknown-unit', 'unit'));
  it("refuses somebody else's draft", () =>
    given(drafted())
      .when(changeContent({ by: PEOPLE.coach, content: { title: 'Min' } }))
      .thenRefused('not-allowed'));
  it('refuses to leave a returned proposal incomplete', () =>
    given(returned())
      .when(changeContent({ content: { title: '…' } }))
      .thenRefused('incomplete', 'title'));
  it('lets the coach help with a returned proposal', () =>
    given(returned())
      .when(changeContent({ by: PEOPLE.coach, content: { effect: 'Tio minuter mindre per pass.' } }))
      .then({ type: 'ContentChanged', by: PEOPLE.coach }));
  it.each(['FORWARDED', 'MANAGER_REVIEW', 'PAUSED', 'CLOSED', 'REJECTED', 'MERGED'] as const)(
    'waits while the case is %s',
    (state) =>
      given(IN_STATE[state])
        .when(changeContent({ by: PEOPLE.head, content: { title: 'Nytt' } }))
        .thenRefused('wrong-state'),
  );
});

describe('content and track', () => {
  const grows = (content: object) => changeContent({ by: PEOPLE.coach, content });

  it.each([
    ['new personal data', { flags: { ...SMALL.flags, personalData: true } }, 'new-personal-data'],
    ['a robot', { flags: { ...SMALL.flags, automation: true } }, 'automates-decisions'],
    ['several units', { severalUnits: true }, 'several-units'],
    ['a cost at the limit', { estimate: { ...SMALL.estimate, oneTimeCost: 45_000 } }, 'cost-above-limit'],
  ])('sends light work back to preparation on the full track: %s', (_what, content, reason) =>
    given(lightWork())
      .when(grows(content))
      .then(
        { type: 'ContentChanged' },
        { type: 'MovedToFullTrack', from: 'EXECUTION', to: 'PREPARATION', reason, as: 'coach' },
        {
          type: 'FollowUpsScheduled',
          items: [{ id: 'preparation-2026-04-02', kind: 'preparation', due: '2026-04-02' }],
        },
      ),
  );
  it('says so when what has grown is a small acquisition', () =>
    given(lightWork())
      .when(grows({ changeType: 'acquisition' }))
      .then(
        { type: 'ContentChanged' },
        { type: 'MovedToFullTrack' },
        { type: 'TrackSet', track: 'acquisition' },
        { type: 'FollowUpsScheduled' },
      ));
  it('leaves light work alone while it stays small', () =>
    given(lightWork())
      .when(grows({ solution: 'En lista på plattan.' }))
      .then({ type: 'ContentChanged' }));
  it('takes the delegation away when an acquisition grows before the decision', () =>
    given(smallPurchase())
      .when(grows({ estimate: { ...PURCHASE.estimate, yearlyCost: 500_000 } }))
      .then({ type: 'ContentChanged' }, { type: 'TrackSet', track: 'full' }));
  it('never makes a prepared case light', () =>
    given(approved())
      .when(grows({ ...SMALL }))
      .then({ type: 'ContentChanged' }));
  it('lets the track stand once the council has decided', () =>
    given(decidedInCouncil({ content: PURCHASE }))
      .when(grows({ estimate: { ...PURCHASE.estimate, yearlyCost: 900_000 } }))
      .then({ type: 'ContentChanged' }));
});

describe('submitting (G1)', () => {
  it('records number, content, similar cases and track', () =>
    given(drafted())
      .when(submit({ number: 'VOF-2026-0012', similar: [HIT] }))
      .then(
        {
          type: 'Submitted',
          by: PEOPLE.employee,
          at: NOW,
          from: 'DRAFT',
          to: 'MANAGER_REVIEW',
          as: 'proposer',
          number: 'VOF-2026-0012',
          content: PROPOSAL,
          similar: [HIT],
        },
        { type: 'TrackSet', track: 'full' },
      ));
  it('takes along what was typed last, in the same row', () =>
    given(drafted({ content: { ...PROPOSAL, title: '' } }))
      .when(submit({ content: { title: 'Lås med mobilen', severalUnits: true } }))
      .then(
        { type: 'Submitted', content: { ...PROPOSAL, title: 'Lås med mobilen', severalUnits: true } },
        { type: 'TrackSet' },
      ));
  it('asks for what is missing after that, and takes nothing', () =>
    given(drafted())
      .when(submit({ content: { title: '' } }))
      .thenRefused('incomplete', 'title'));
  it('refuses a personal number in what was typed last', () =>
    given(drafted())
      .when(submit({ content: { solution: 'Fråga 19121212-1212.' } }))
      .thenRefused('personal-number', 'content.solution'));
  it.each([
    ['full', PROPOSAL],
    ['light', SMALL],
    ['acquisition', PURCHASE],
    ['innovation', { ...PROPOSAL, changeType: 'innovation' as const }],
  ] as const)('puts it on the %s track by what it says', (track, content) =>
    given(drafted({ content })).when(submit()).thenState({ track }),
  );
  it.each(['title', 'problem', 'affectedGroups', 'unit', 'changeType', 'category', 'flags'] as const)(
    'refuses a proposal without %s',
    (field) =>
      given(drafted({ content: { ...PROPOSAL, [field]: undefined } }))
        .when(submit())
        .thenRefused('incomplete', field),
  );
  it('names all that is missing, in the order it is asked', () =>
    given(drafted({ content: {} }))
      .when(submit())
      .thenRefused(
        'incomplete',
        'problem',
        'title',
        'affectedGroups',
        'unit',
        'changeType',
        'category',
        'flags',
      ));
  it('refuses when nobody looked for similar cases', () =>
    given(drafted())
      .when({ ...submit(), similar: undefined })
      .thenRefused('similar-not-looked-up'));
  it('refuses without a number', () =>
    given(drafted())
      .when({ ...submit(), number: undefined })
      .thenRefused('number-missing'));
  it("refuses somebody else's draft", () =>
    given(drafted())
      .when(submit({ by: PEOPLE.manager }))
      .thenRefused('not-allowed'));
  it('stays quiet when it is submitted already', () => given(submitted()).when(submit()).thenNothing());
  it('keeps the first number', () =>
    given(submitted())
      .when(submit({ number: 'VOF-2026-0099' }))
      .thenState({ number: 'VOF-2026-0012' }));
});

describe('submitting what was never saved', () => {
  const { employee } = PEOPLE;
  it('begins and sends in, in one row', () =>
    given()
      .when(submit({ content: PROPOSAL, similar: [HIT] }))
      .then(
        { type: 'DraftStarted', by: employee, at: NOW, proposer: employee, content: {} },
        { type: 'Submitted', as: 'proposer', content: PROPOSAL, similar: [HIT] },
        { type: 'TrackSet', track: 'full' },
      ));
  it('leads where a draft and its submission lead', () => {
    const apart = lived(drafted(), submit());
    expect(lived(submit({ content: PROPOSAL }))).toEqual({ ...apart, version: apart.version - 1 });
  });
  it('asks for what is missing', () =>
    given()
      .when(submit({ content: { ...PROPOSAL, title: '' } }))
      .thenRefused('incomplete', 'title'));
  it('refuses a personal number', () =>
    given()
      .when(submit({ content: { ...PROPOSAL, solution: 'Fråga 19121212-1212.' } }))
      .thenRefused('personal-number', 'content.solution'));
  it('refuses a unit that does not exist', () =>
    given()
      .when(submit({ content: { ...PROPOSAL, unit: 'nowhere' } }))
      .thenRefused('unknown-unit', 'unit'));
});

describe("a number that is another case's", () => {
  const initiative = lived(submitted());
  const asked = { actor: 'system', at: NOW };
  it('is exchanged for a new one, and nothing else changes', () => {
    const decided = renumber({ ...asked, number: 'VOF-2026-0013' }, initiative);
    const event = { type: 'Renumbered', by: 'system', at: NOW, number: 'VOF-2026-0013' } as const;
    expect(decided).toEqual({ ok: true, events: [{ ...event, instead: 'VOF-2026-0012' }] });
    const after = evolveRow(initiative.id, initiative, decided.ok ? decided.events : []);
    expect(after).toEqual({
      ...initiative,
      number: 'VOF-2026-0013',
      version: initiative.version + 1,
      changedAt: NOW,
    });
  });
  it('is not exchanged for itself', () =>
    expect(renumber({ ...asked, number: 'VOF-2026-0012' }, initiative)).toEqual({
      ok: true,
      events: [],
    }));
});

describe('submitting again', () => {
  it('lists the changes and looks anew for similar cases', () =>
    given(returned())
      .when(resubmit({ changes: 'Volymen är med.', similar: [HIT] }))
      .then(
        {
          type: 'Resubmitted',
          from: 'RETURNED',
          to: 'MANAGER_REVIEW',
          changes: 'Volymen är med.',
          similar: [HIT],
          content: PROPOSAL,
        },
        { type: 'TrackSet', track: 'full' },
      ));
  it('sets the track by what it says now', () =>
    given(returned({ content: SMALL }), changeContent({ content: { severalUnits: true } }))
      .when(resubmit())
      .thenState({ track: 'full', state: 'MANAGER_REVIEW' }));
  it('takes the changes along, in the same row', () =>
    given(returned({ content: SMALL }))
      .when(resubmit({ content: { severalUnits: true } }))
      .then(
        { type: 'Resubmitted', content: { ...SMALL, severalUnits: true } },
        { type: 'TrackSet', track: 'full' },
      ));
  it('asks for what is missing after them, and takes nothing', () =>
    given(returned())
      .when(resubmit({ content: { title: '' } }))
      .thenRefused('incomplete', 'title'));
  it('refuses a unit that does not exist', () =>
    given(returned())
      .when(resubmit({ content: { unit: 'nowhere' } }))
      .thenRefused('unknown-unit', 'unit'));
  it('may be done by the coach', () =>
    given(returned())
      .when(resubmit({ by: PEOPLE.coach }))
      .then({ type: 'Resubmitted', as: 'coach' }, { type: 'TrackSet' }));
  it('forgets why it was returned', () =>
    given(returned()).when(resubmit()).thenState({ returned: undefined }));
  it('refuses when nobody looked for similar cases', () =>
    given(returned())
      .when({ ...resubmit(), similar: undefined })
      .thenRefused('similar-not-looked-up'));
  it('stays quiet when it waits for the manager already', () =>
    given(returned(), resubmit()).when(resubmit()).thenNothing());
  it('refuses when it was not returned', () => given(assessed()).when(resubmit()).thenRefused('wrong-state'));
});

describe('following up a draft', () => {
  it('is nobody’s business', () =>
    given(drafted())
      .when(followUp({ by: PEOPLE.coach }))
      .thenRefused('wrong-state'));
});
