import type { InitiativeCommand } from '../../../domain/initiatives/commands.ts';
import {
  approve,
  approveInCouncil,
  cancel,
  close,
  completePreparation,
  decideOnDeviation,
  forward,
  goLive,
  handOver,
  learnLesson,
  merge,
  pause,
  recommend,
  recordContract,
  reject,
  reported,
  resubmit,
  resume,
  returnIt,
  start,
  submit,
} from '../../builders/commands.ts';
import {
  approved,
  assessed,
  closed,
  decidedInCouncil,
  drafted,
  handedOver,
  paused,
  procuring,
  recommended,
  returned,
  started,
  submitted,
  wentLive,
} from '../../builders/histories.ts';
import { PEOPLE } from '../../builders/people.ts';
import { given, type History } from '../../builders/scenario.ts';

type Order = InitiativeCommand;
const OTHER = { reason: 'Det gäller något helt annat.' };
const NOTE = { note: 'Se bilagan.' };
const RED_TWICE = [started(), reported('red'), reported('red', { text: 'Fortfarande rött.' })];

/** What was said, and the same order with something else in it. */
const SAID: readonly (readonly [string, History, Order, Order, string])[] = [
  ['a submission', drafted(), submit(), submit({ content: { title: 'En annan rubrik' } }), 'wrong-state'],
  ['the list of changes', returned(), resubmit(), resubmit({ changes: 'Något annat.' }), 'wrong-state'],
  [
    'the changes',
    returned(),
    resubmit(),
    resubmit({ content: { effect: 'Märks på tiden.' } }),
    'wrong-state',
  ],
  ['a note to an approval', submitted(), approve(), approve(NOTE), 'already-decided'],
  [
    'hours for the preparation',
    submitted(),
    approve(),
    approve({ preparationHours: 999 }),
    'already-decided',
  ],
  ['why it goes back', submitted(), returnIt(), returnIt(OTHER), 'already-decided'],
  ['why it is rejected', submitted(), reject(), reject(OTHER), 'already-decided'],
  ['why it is forwarded', submitted(), forward(), forward(OTHER), 'not-allowed'],
  [
    'a note to the preparation',
    approved(),
    completePreparation(),
    completePreparation(NOTE),
    'already-decided',
  ],
  ['why it is merged', approved(), merge(), merge(OTHER), 'already-decided'],
  ['why it is recommended', assessed(), recommend(), recommend(OTHER), 'already-decided'],
  [
    'the recommendation',
    assessed(),
    recommend(),
    recommend({ recommendation: 'advise-against' }),
    'already-decided',
  ],
  ['the council’s reason', recommended(), approveInCouncil(), approveInCouncil(OTHER), 'already-decided'],
  [
    'the council’s conditions',
    recommended(),
    approveInCouncil(),
    approveInCouncil({ conditions: 'Bara i norr.' }),
    'already-decided',
  ],
  [
    'a registry number',
    recommended(),
    approveInCouncil(),
    approveInCouncil({ registryNumber: 'VON 2026/12' }),
    'already-decided',
  ],
  [
    'another project manager',
    decidedInCouncil(),
    start(),
    start({ projectManager: PEOPLE.colleague }),
    'already-decided',
  ],
  ['a note to the contract', procuring(), recordContract(), recordContract(NOTE), 'already-decided'],
  ['a note to going live', started(), goLive(), goLive(NOTE), 'already-decided'],
  [
    'the lesson of a handover',
    wentLive(),
    handOver(),
    handOver({ lesson: { text: 'Börja med utbildningen.' } }),
    'already-decided',
  ],
  ['a note to the closing', handedOver(), close(), close(NOTE), 'already-decided'],
  ['why it is paused', started(), pause(), pause(OTHER), 'already-decided'],
  ['a note to going on', paused(), resume(), resume(NOTE), 'wrong-state'],
  ['why it is cancelled', started(), cancel(), cancel(OTHER), 'already-decided'],
  ['what it has cost', started(), cancel(), cancel({ costSoFar: 1 }), 'already-decided'],
  ['the lesson of it', started(), cancel(), cancel({ lesson: 'Räkna en gång till.' }), 'already-decided'],
  [
    'what was chosen',
    RED_TWICE,
    decideOnDeviation(),
    decideOnDeviation({ choice: 'change' }),
    'no-deviation',
  ],
  ['why it goes on', RED_TWICE, decideOnDeviation(), decideOnDeviation(OTHER), 'no-deviation'],
];

describe('the same person asking once more', () => {
  it.each(SAID)('is answered quietly when nothing else is said: %s', (_what, before, order) =>
    given(before, order).when(order).thenNothing(),
  );
  it.each(SAID)(
    'is told that it is decided when something else is said: %s',
    (_what, before, order, other, code) => given(before, order).when(other).thenRefused(code),
  );
  it('keeps advice that is added to a lesson', () =>
    given(closed(), learnLesson({ lesson: { text: 'Mät först.' } }))
      .when(learnLesson({ lesson: { text: 'Mät först.', advice: 'Be coachen om hjälp.' } }))
      .then({ type: 'LessonLearned', lesson: { text: 'Mät först.', advice: 'Be coachen om hjälp.' } }));
});
