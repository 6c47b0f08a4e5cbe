import {
  approve,
  approveInCouncil,
  classify,
  completePreparation,
  effectGoal,
  followUp,
  goLive,
  projectGoal,
  recommend,
  recordContract,
  start,
} from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

const filled = (day: string, value: number) => ({
  goal: 'tillsatta-pass',
  day,
  value,
  source: 'Statistik ur vikarieappen',
});

/** Being introduced: pays back in money too. The proposer is a manager, so the next level approved. */
export const P10: SampleProposal = {
  key: 'P10',
  proposer: 'rektor.buf.forskolor-ost',
  drafted: '2026-01-09 15:30',
  submitted: '2026-01-12 08:00',
  content: {
    title: 'App för vikarieanskaffning i förskola och skola',
    problem: 'Rektorer ringer runt på morgonen. 11 500 bokningar per år och dyra bemanningsföretag.',
    solution: 'Vikarier ser lediga pass i sin telefon och tackar ja direkt.',
    effect: 'Passen är tillsatta innan barnen kommer och rektorerna kan börja dagen med annat.',
    affectedGroups: ['managers', 'employees', 'pupils'],
    unit: 'buf-forskolor-ost',
    changeType: 'acquisition',
    category: 'scheduling',
    flags: { system: true, personalData: true, automation: false, acquisition: true },
    severalUnits: true,
    estimate: {
      volumePerYear: 11_500,
      minutesPerItem: 9,
      hourCost: 375,
      shareInMoney: 0.4,
      otherFinancialPerYear: 310_000,
      oneTimeCost: 240_000,
      yearlyCost: 210_000,
      adoption: [0.6, 0.9, 1],
    },
  },
  steps: [
    [
      '2026-01-19 13:00',
      'verksamhetschef.buf.forskola',
      approve({ hours: 30, funding: 'own-budget', note: 'Grundskolan vill vara med från start.' }),
    ],
    ['2026-01-27 10:00', 'coach.buf.forskola', classify(1, 2, 2)],
    [
      '2026-02-03 09:00',
      'coach.buf.forskola',
      effectGoal({
        id: 'tillsatta-pass',
        text: 'Fler pass är tillsatta tidigt på morgonen.',
        measure: 'Pass tillsatta före klockan 7',
        unit: 'procent',
        baseline: 58,
        target: 90,
        due: '2027-08-31',
      }),
    ],
    [
      '2026-02-03 09:10',
      'coach.buf.forskola',
      projectGoal({
        id: 'enheter-med-app',
        text: 'Alla förskolor och skolor bokar i appen.',
        measure: 'Enheter som bokar i appen',
        unit: 'enheter',
        baseline: 0,
        target: 31,
        due: '2026-12-31',
      }),
    ],
    [
      '2026-02-18 15:00',
      'coach.buf.forskola',
      followUp('green', 'Två appar är provade av tolv vikarier. Facken är informerade.'),
    ],
    [
      '2026-02-20 11:00',
      'utvecklingsledare.buf',
      completePreparation(
        'Ingen konsekvensbedömning behövs, skälen är dokumenterade. Koppling till lönesystemet krävs.',
      ),
    ],
    [
      '2026-03-05 14:00',
      'it-arkitekt.klk.it',
      recommend('recommend', 'Snabb återbetalning även i pengar och låg risk.'),
    ],
    [
      '2026-03-12 10:00',
      'digitaliseringschef.klk',
      approveInCouncil({
        reason: 'Ryms i delegationen. Alla bedömningar är godkända.',
        registryNumber: 'BUN 2026/71',
      }),
    ],
    [
      '2026-03-17 09:00',
      'direktor.buf',
      start('PROCUREMENT', 'projektledare.buf', 'Direktupphandling med tre tillfrågade.'),
    ],
    [
      '2026-05-06 10:00',
      'upphandlare.klk.ekonomi',
      recordContract('Avtal tecknat på två år med förlängning.'),
    ],
    [
      '2026-06-04 14:00',
      'projektledare.buf',
      followUp('green', 'Kopplingen till lönesystemet är testad. Tvåhundra vikarier är inlagda.'),
    ],
    [
      '2026-07-03 11:00',
      'projektledare.buf',
      followUp('yellow', 'Leverantörens utbildare slutar. Ny utbildning bokas i augusti.'),
    ],
    [
      '2026-08-05 10:00',
      'projektledare.buf',
      followUp('green', 'Utbildningarna är bokade och guiden är tryckt.'),
    ],
    [
      '2026-08-31 08:00',
      'verksamhetschef.buf.grundskola',
      goLive('Driftgodkänd. Startar i förskolor öst, övriga följer vecka för vecka.'),
    ],
    [
      '2026-09-29 14:30',
      'projektledare.buf',
      followUp(
        'green',
        'Arton enheter bokar i appen. Rektorerna ringer nästan inga samtal.',
        filled('2026-09-25', 81),
      ),
    ],
  ],
};
