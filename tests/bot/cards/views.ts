import type { UnitChoice } from '../../../bot/cards/model.ts';
import type { InitiativeView, SimilarView } from '../../../domain/portfolio/views.ts';

/** People of the sample municipality, by function. */
/** What help shows as examples. */
export const EXAMPLES = {
  unit: 'Hemtjänst norr',
  department: 'Socialförvaltningen',
  number: 'VOF-2026-0012',
};

export const assistant = { id: 'p-assistant', name: 'Undersköterska hemtjänst norr' };
export const manager = { id: 'p-manager', name: 'Enhetschef hemtjänst norr' };
export const coach = { id: 'p-coach', name: 'Digitaliseringscoach hemtjänst norr' };

export const UNITS: readonly UnitChoice[] = [
  { id: 'vof', name: 'Vård- och omsorgsförvaltningen', department: 'Vård- och omsorgsförvaltningen' },
  { id: 'vof-hemtjanst-norr', name: 'Hemtjänst norr', department: 'Vård- och omsorgsförvaltningen' },
  { id: 'vof-hemtjanst-soder', name: 'Hemtjänst söder', department: 'Vård- och omsorgsförvaltningen' },
  { id: 'sof', name: 'Socialförvaltningen', department: 'Socialförvaltningen' },
  { id: 'sof-lss', name: 'LSS', department: 'Socialförvaltningen' },
  { id: 'kff', name: 'Kultur- och fritidsförvaltningen', department: 'Kultur- och fritidsförvaltningen' },
];

/** A proposal that waits for the manager; tests change what they are about. */
export function view(changes: Partial<InitiativeView> = {}): InitiativeView {
  return {
    id: 'I-1',
    number: 'VOF-2026-0012',
    version: 2,
    state: 'MANAGER_REVIEW',
    track: 'full',
    protected: false,
    detailsHidden: false,
    figuresHidden: false,
    content: {
      title: 'Digitala lås i hemtjänsten',
      problem:
        'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass. Det tar tid, nycklar kommer bort och larm besvaras sent. 620 brukare har hemtjänst.',
      solution: 'Lås som öppnas med mobilen hos dem som har hemtjänst.',
      effect: 'Ingen behöver åka till kontoret före passet.',
      affectedGroups: ['employees', 'serviceUsers', 'relatives'],
      unit: 'vof-hemtjanst-norr',
      changeType: 'acquisition',
      category: 'digitalLocks',
      flags: { system: true, personalData: true, automation: false, acquisition: true },
      severalUnits: true,
      estimate: {
        volumePerYear: 16_790,
        minutesPerItem: 20,
        hourCost: 345,
        shareInMoney: 0.25,
        otherFinancialPerYear: 260_000,
        oneTimeCost: 2_108_000,
        yearlyCost: 410_000,
        adoption: [0.6, 0.95, 1],
      },
    },
    department: 'vof',
    proposer: assistant,
    coach: null,
    projectManager: null,
    submittedAt: '2026-03-03T09:12:00.000Z',
    since: '2026-03-03T09:12:00.000Z',
    returnedReason: null,
    pausedUntil: null,
    mergedInto: null,
    classification: null,
    similar: [],
    next: { action: 'decide-as-manager', owners: [manager], role: 'manager', deadline: '2026-03-17' },
    may: [],
    schedule: [],
    overdueDays: 0,
    followUps: [],
    deviationSince: null,
    goals: [],
    measurements: [],
    decisions: [],
    lessons: [],
    outcomes: [],
    retired: [],
    history: [],
    ...changes,
  };
}

export const similar = (changes: Partial<SimilarView> = {}): SimilarView => ({
  id: 'I-2',
  number: 'SOF-2026-0003',
  title: 'Nyckelfria lås för boendestöd och LSS',
  state: 'PREPARATION',
  unit: 'sof-lss',
  score: 0.61,
  words: ['nyckel', 'lås', 'brukare'],
  lessons: [
    {
      text: 'Räkna med att dörrar måste bytas i äldre hus.',
      advice: 'Gå runt och mät innan avtalet skrivs.',
    },
  ],
  ...changes,
});

export const MAY_REVIEW = ['ApproveAsManager', 'Return', 'Reject', 'Forward'] as const;

/** Sent back by the manager. */
export const returned = (changes: Partial<InitiativeView> = {}): InitiativeView =>
  view({
    state: 'RETURNED',
    returnedReason:
      'Bra tänkt! Skriv hur många besök det gäller och hur ofta nycklar kommer bort, så att jag kan räkna på det.',
    next: { action: 'complete-and-resubmit', owners: [assistant], role: 'proposer', deadline: null },
    decisions: [
      {
        type: 'Returned',
        by: manager,
        at: '2026-03-05T14:30:00.000Z',
        from: 'MANAGER_REVIEW',
        to: 'RETURNED',
        reason:
          'Bra tänkt! Skriv hur många besök det gäller och hur ofta nycklar kommer bort, så att jag kan räkna på det.',
        details: null,
      },
    ],
    may: ['ChangeContent', 'Resubmit'],
    ...changes,
  });

/** Under way, followed by the coach, late and red twice. */
export const underWay = (changes: Partial<InitiativeView> = {}): InitiativeView =>
  view({
    state: 'EXECUTION',
    coach,
    next: {
      action: 'go-live',
      owners: [{ id: 'p-owner', name: 'Objektägare vård och omsorg' }],
      role: 'objectOwner',
      deadline: '2026-09-01',
    },
    schedule: [{ id: 'monthly-2026-08-15', kind: 'monthly', due: '2026-08-15' }],
    overdueDays: 9,
    goals: [
      {
        id: 'g-1',
        kind: 'effect',
        text: 'Tid för att hämta nycklar',
        measure: 'minuter per pass',
        unit: 'minuter',
        baseline: 20,
        target: 2,
        due: '2027-01-01',
      },
      {
        id: 'g-2',
        kind: 'project',
        text: 'Lås monterade',
        measure: 'antal',
        unit: 'lås',
        baseline: 0,
        target: 620,
        due: '2026-12-01',
      },
    ],
    followUps: [
      {
        by: coach,
        at: '2026-06-15T08:00:00.000Z',
        status: 'yellow',
        text: 'Leveransen av lås är försenad.',
        measurement: null,
      },
      {
        by: coach,
        at: '2026-07-15T08:00:00.000Z',
        status: 'red',
        text: 'Bara hälften av låsen har kommit. Montören är sjuk.',
        measurement: null,
      },
    ],
    may: ['FollowUp', 'Measure'],
    ...changes,
  });
