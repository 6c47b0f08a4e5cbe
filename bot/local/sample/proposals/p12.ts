import { classify } from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

/** Returned with a reason; nobody is coach at Överförmyndarkansliet, which is a gap to find. */
export const P12: SampleProposal = {
  key: 'P12',
  proposer: 'handlaggare.ofk',
  drafted: '2026-10-02 14:40',
  submitted: '2026-10-05 08:35',
  content: {
    title: 'Digitala årsräkningar för överförmyndaren',
    problem: '780 årsräkningar lämnas på papper och granskas manuellt. Gode män ringer om status.',
    solution:
      'Gode män lämnar in och följer sin räkning på webben. Granskningen får stöd, en människa beslutar.',
    effect: 'Kortare granskning och färre samtal om hur långt den har kommit.',
    affectedGroups: ['residents', 'relatives', 'employees'],
    unit: 'ofk-kansliet',
    changeType: 'acquisition',
    category: 'eService',
    flags: { system: true, personalData: true, automation: false, acquisition: true },
    estimate: {
      volumePerYear: 780,
      minutesPerItem: 70,
      hourCost: 410,
      shareInMoney: 0.2,
      otherFinancialPerYear: 18_000,
      oneTimeCost: 320_000,
      yearlyCost: 115_000,
      adoption: [0.5, 0.75, 0.85],
    },
  },
  steps: [
    ['2026-10-08 10:30', 'informationssakerhet.klk.it', classify(3, 3, 1)],
    [
      '2026-10-13 13:45',
      'kanslichef.ofk',
      {
        type: 'Return',
        reason:
          'Behovet är verkligt. Beskriv hur gode män utan e-legitimation lämnar in, och fråga grannkommunen hur de gör.',
      },
    ],
  ],
};
