import {
  approve,
  approveInCouncil,
  assignCoach,
  classify,
  completePreparation,
  effectGoal,
  followUp,
  goLive,
  handOver,
  learn,
  outcomeOf,
  projectGoal,
  recommend,
  recordContract,
  start,
} from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

const hours = (day: string, value: number) => ({
  goal: 'lakemedelsbesok',
  day,
  value,
  source: 'Planeringssystemet, besök med enbart läkemedel',
});

/** Benefits are being taken home; the first year reached 78 per cent of what was expected. */
export const P03: SampleProposal = {
  key: 'P03',
  proposer: 'sjukskoterska.vof.hemsjukvard',
  drafted: '2025-01-08 10:20',
  submitted: '2025-01-09 08:05',
  content: {
    title: 'Medicinrobot i hemsjukvården',
    problem:
      'Personal åker ut enbart för att lämna läkemedel på klockslag. Glömda doser ger oro. 60 brukare kan klara sig med läkemedelsautomat.',
    solution:
      'En automat hemma hos patienten som påminner, lämnar ut rätt dos och larmar sjuksköterskan om dosen blir kvar.',
    effect: 'Färre resor enbart för medicin, färre missade doser och större självständighet.',
    affectedGroups: ['serviceUsers', 'relatives', 'employees'],
    unit: 'vof-hemsjukvard',
    changeType: 'acquisition',
    category: 'welfareTechnology',
    flags: { system: true, personalData: true, automation: false, acquisition: true },
    severalUnits: true,
    estimate: {
      volumePerYear: 720,
      minutesPerItem: 840,
      hourCost: 345,
      shareInMoney: 0.3,
      otherFinancialPerYear: 60_000,
      oneTimeCost: 420_000,
      yearlyCost: 1_272_000,
      adoption: [0.4, 0.8, 1],
    },
  },
  steps: [
    [
      '2025-01-15 14:00',
      'enhetschef.vof.hemsjukvard',
      approve({
        hours: 60,
        funding: 'own-budget',
        note: 'Vi börjar med dem som själva vill ha en automat.',
      }),
    ],
    ['2025-01-16 09:30', 'utvecklingsledare.vof', assignCoach('coach.vof.hemtjanst-norr')],
    ['2025-01-22 11:00', 'coach.vof.hemtjanst-norr', classify(3, 3, 3)],
    [
      '2025-02-05 13:00',
      'coach.vof.hemtjanst-norr',
      effectGoal({
        id: 'lakemedelsbesok',
        text: 'Mindre tid går till besök enbart för läkemedel.',
        measure: 'Timmar per månad för besök med enbart läkemedel',
        unit: 'timmar',
        baseline: 840,
        target: 120,
        due: '2027-08-31',
      }),
    ],
    [
      '2025-02-05 13:10',
      'coach.vof.hemtjanst-norr',
      projectGoal({
        id: 'automater',
        text: 'De som kan och vill har fått en läkemedelsautomat.',
        measure: 'Automater i drift',
        unit: 'automater',
        baseline: 0,
        target: 60,
        due: '2026-08-31',
      }),
    ],
    [
      '2025-02-12 15:00',
      'coach.vof.hemtjanst-norr',
      followUp('green', 'Tre leverantörer har visat sina automater. Riskanalysen är påbörjad.'),
    ],
    [
      '2025-02-28 10:00',
      'utvecklingsledare.vof',
      completePreparation(
        'Konsekvensbedömning enligt kriterium 4, 7 och 8 är gjord. Rutin finns för strömavbrott och utebliven dos.',
      ),
    ],
    [
      '2025-03-13 13:15',
      'it-arkitekt.klk.it',
      recommend('recommend', 'Nyttan är prövad i andra kommuner och riskerna har ägare.'),
    ],
    [
      '2025-03-26 15:00',
      'kommundirektor.klk',
      approveInCouncil({
        reason: 'Ger effekt för både verksamheten och patientsäkerheten.',
        conditions: 'Säkerhetsuppföljning varje månad det första året.',
        registryNumber: 'VON 2025/118',
      }),
    ],
    [
      '2025-04-07 09:00',
      'direktor.vof',
      start('PROCUREMENT', 'projektledare.vof', 'Finansieras inom förvaltningens ram.'),
    ],
    [
      '2025-05-14 10:00',
      'upphandlare.klk.ekonomi',
      recordContract('Direktupphandling dokumenterad. Biträdesavtal tecknat.'),
    ],
    [
      '2025-06-11 14:10',
      'projektledare.vof',
      followUp('yellow', 'Uppkopplingen fungerar inte i två trapphus. Leverantören testar annan antenn.'),
    ],
    [
      '2025-08-14 13:00',
      'projektledare.vof',
      followUp('green', 'Antennerna är bytta. Sexton automater är inställda och klara att lämnas ut.'),
    ],
    [
      '2025-08-25 08:30',
      'verksamhetschef.vof.ordinart-boende',
      goLive('Driftgodkänt. Larmvägen till sjuksköterskan är provad dygnet runt.'),
    ],
    [
      '2025-09-24 15:00',
      'projektledare.vof',
      followUp(
        'green',
        'Tjugo brukare är igång. Ingen dos har missats utan att larm gått.',
        hours('2025-09-22', 610),
      ),
    ],
    [
      '2025-11-20 14:20',
      'projektledare.vof',
      followUp(
        'green',
        'Nittio dagar i drift. Hemtjänsten har lagt om två rundor.',
        hours('2025-11-17', 575),
      ),
    ],
    [
      '2025-11-27 10:00',
      'direktor.vof',
      handOver(
        'Täckningen i trapphusen skulle ha mätts innan automaterna beställdes.',
        'Mät mobiltäckningen hemma hos brukaren redan i förstudien.',
      ),
    ],
    [
      '2026-01-12 14:00',
      'coach.vof.hemtjanst-norr',
      followUp(
        'yellow',
        'Fjorton av de tänkta tjugofyra har fått automat. Biståndsbesluten tar längre tid än planerat.',
        hours('2025-12-31', 540),
      ),
    ],
    [
      '2026-05-07 14:00',
      'coach.vof.hemtjanst-norr',
      followUp(
        'yellow',
        'Takten ökar sedan bedömningen görs redan vid hemgång från sjukhuset.',
        hours('2026-04-30', 460),
      ),
    ],
    [
      '2026-09-03 14:00',
      'coach.vof.hemtjanst-norr',
      followUp(
        'yellow',
        'Året slutade under det väntade. Den frigjorda tiden har gått till kvällspassen, enligt beslut i ledningsgruppen.',
        hours('2026-08-31', 395),
      ),
    ],
    [
      '2026-09-15 09:40',
      'controller.klk',
      outcomeOf(1, 0.78, 'Planeringssystemet och ekonomisystemet, bekräftat av controller'),
    ],
    [
      '2026-09-22 11:00',
      'coach.vof.hemtjanst-norr',
      learn(
        'Nyttan hängde på biståndsbesluten mer än på tekniken.',
        'Ta med biståndsenheten i projektet från första dagen.',
      ),
    ],
  ],
};
