import {
  approve,
  approveInCouncil,
  classify,
  completePreparation,
  effectGoal,
  followUp,
  projectGoal,
  recommend,
  start,
} from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

/** In procurement: the contract ends, so payback is not the only reason. */
export const P09: SampleProposal = {
  key: 'P09',
  proposer: 'larare.buf.ekskolan',
  drafted: '2025-11-07 16:10',
  submitted: '2025-11-10 07:50',
  content: {
    title: 'Ersättning av lärplattform',
    problem:
      'Avtalet går ut 2027-06-30 och systemet klarar inte tillgänglighetskraven. Lärare dubbelregistrerar frånvaro och omdömen.',
    solution: 'En ny plattform som delar uppgifter med elevregistret. Den gamla stängs när läsåret är slut.',
    effect: 'Lärarna skriver varje uppgift en gång och vårdnadshavare hittar rätt.',
    affectedGroups: ['pupils', 'guardians', 'employees'],
    unit: 'buf-ekskolan',
    changeType: 'replacement',
    category: 'school',
    flags: { system: true, personalData: true, automation: false, acquisition: true },
    severalUnits: true,
    estimate: {
      volumePerYear: 18_240,
      minutesPerItem: 6,
      hourCost: 445,
      shareInMoney: 0,
      otherFinancialPerYear: 720_000,
      oneTimeCost: 1_900_000,
      yearlyCost: 640_000,
      adoption: [0.9, 1, 1],
    },
  },
  steps: [
    [
      '2025-11-17 15:00',
      'rektor.buf.ekskolan',
      approve({
        hours: 160,
        funding: 'own-budget',
        note: 'Berör alla skolor. Elevråden och vårdnadshavarna ska vara med.',
      }),
    ],
    ['2025-11-26 13:00', 'coach.buf.grundskola', classify(2, 3, 2)],
    [
      '2025-12-03 09:00',
      'coach.buf.grundskola',
      effectGoal({
        id: 'dubbelregistrering',
        text: 'Lärarna slipper skriva samma uppgift två gånger.',
        measure: 'Minuter per lärare och vecka för dubbla registreringar',
        unit: 'minuter',
        baseline: 48,
        target: 0,
        due: '2028-06-30',
      }),
    ],
    [
      '2025-12-03 09:10',
      'coach.buf.grundskola',
      projectGoal({
        id: 'skolor-i-drift',
        text: 'Alla skolor har bytt plattform innan avtalet går ut.',
        measure: 'Skolor i drift',
        unit: 'skolor',
        baseline: 0,
        target: 9,
        due: '2027-06-30',
      }),
    ],
    [
      '2025-12-16 15:00',
      'coach.buf.grundskola',
      followUp('green', 'Behoven är samlade från alla skolor. Elevråden har svarat.'),
    ],
    [
      '2026-01-15 15:00',
      'coach.buf.grundskola',
      followUp(
        'yellow',
        'Prövningen av barnets bästa är inte klar. Den väntar på svar från specialpedagogerna.',
      ),
    ],
    [
      '2026-02-11 11:00',
      'utvecklingsledare.buf',
      completePreparation(
        'Konsekvensbedömning enligt kriterium 5 och 7 är gjord. Barnets bästa är prövat. Avvecklingsplan finns.',
      ),
    ],
    [
      '2026-03-05 13:30',
      'it-arkitekt.klk.it',
      recommend(
        'recommend-with-conditions',
        'Avtalet tar slut och tillgängligheten brister. Villkor: öppna gränssnitt och en väg ut ur avtalet.',
      ),
    ],
    [
      '2026-03-26 15:00',
      'kommundirektor.klk',
      approveInCouncil({
        reason: 'Nödvändigt på grund av avtalet och tillgänglighetskraven.',
        conditions: 'Det gamla systemet ska vara avvecklat inom tre månader efter bytet.',
        registryNumber: 'BUN 2026/87',
      }),
    ],
    [
      '2026-04-14 09:00',
      'direktor.buf',
      start('PROCUREMENT', 'projektledare.buf', 'Annonserad upphandling enligt tidplan.'),
    ],
    [
      '2026-06-10 14:00',
      'projektledare.buf',
      followUp('green', 'Kraven är annonserade. Fem frågor från leverantörer är besvarade.'),
    ],
    [
      '2026-09-15 14:00',
      'projektledare.buf',
      followUp(
        'yellow',
        'Utvärderingen tar tre veckor längre. Marginalen till avtalets slut är fortfarande god.',
      ),
    ],
  ],
};
