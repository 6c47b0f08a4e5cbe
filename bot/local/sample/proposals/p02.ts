import { approve, classify, effectGoal, followUp, projectGoal } from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

/** In preparation, to be coordinated with the home care's locks (P01). */
export const P02: SampleProposal = {
  key: 'P02',
  proposer: 'boendestodjare.sof.boendestod',
  drafted: '2026-09-11 15:35',
  submitted: '2026-09-14 08:20',
  content: {
    title: 'Nyckelfria lås för boendestöd och LSS',
    problem:
      'Boendestödjare kör till kontoret för att hämta nycklar till brukarnas dörrar. Nycklar förväxlas och besök blir försenade. 140 adresser.',
    solution: 'Samma slags lås som hemtjänsten inför, med egna behörigheter för boendestödet.',
    effect: 'Besöken börjar i tid och ingen kör omvägar för nycklarnas skull.',
    affectedGroups: ['employees', 'serviceUsers'],
    unit: 'sof-boendestod',
    changeType: 'acquisition',
    category: 'welfareTechnology',
    flags: { system: true, personalData: true, automation: false, acquisition: true },
    severalUnits: true,
    estimate: {
      volumePerYear: 3_285,
      minutesPerItem: 18,
      hourCost: 350,
      shareInMoney: 0.1,
      otherFinancialPerYear: 25_000,
      oneTimeCost: 516_000,
      yearlyCost: 119_000,
      adoption: [0.6, 0.95, 1],
    },
  },
  steps: [
    [
      '2026-09-21 10:10',
      'enhetschef.sof.boendestod',
      approve({
        hours: 40,
        funding: 'own-budget',
        note: 'Vi vill använda samma lås och samma avtal som hemtjänsten.',
        answers: {
          P01: {
            answer: 'coordinate',
            reason: 'Samma behov. Vi går med i hemtjänstens avtal och tar del av deras erfarenheter.',
          },
        },
      }),
    ],
    ['2026-09-29 13:30', 'coach.sof.lss', classify(2, 2, 2)],
    [
      '2026-10-08 10:00',
      'coach.sof.lss',
      effectGoal({
        id: 'besok-i-tid',
        text: 'Fler besök börjar på utsatt tid.',
        measure: 'Besök som börjar inom tio minuter',
        unit: 'procent',
        baseline: 72,
        target: 95,
        due: '2027-12-31',
      }),
    ],
    [
      '2026-10-08 10:10',
      'coach.sof.lss',
      projectGoal({
        id: 'adresser-med-las',
        text: 'Alla adresser där brukaren tackar ja har ett nyckelfritt lås.',
        measure: 'Adresser med lås',
        unit: 'adresser',
        baseline: 0,
        target: 140,
        due: '2027-09-30',
      }),
    ],
    [
      '2026-10-20 14:30',
      'coach.sof.lss',
      followUp(
        'green',
        'Möte hållet med hemtjänstens projektledare. Avtalet rymmer våra adresser som tilläggsbeställning.',
      ),
    ],
  ],
};
