import {
  approve,
  approveInCouncil,
  assignCoach,
  classify,
  completePreparation,
  effectGoal,
  followUp,
  projectGoal,
  recommend,
} from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

/** Approved with central funds, at the second try: the council first sent it back for the committees' costs. */
export const P07: SampleProposal = {
  key: 'P07',
  proposer: 'kommunarkivarie.klk.kansli',
  drafted: '2026-02-06 13:15',
  submitted: '2026-02-09 09:20',
  content: {
    title: 'Kommungemensamt e-arkiv',
    problem:
      'Handlingar ligger i tio avställda system som fortfarande betalas. Gallring görs för hand och utlämnande tar lång tid.',
    solution: 'Ett gemensamt slutarkiv för alla nämnder. Tre system kan stängas redan det första året.',
    effect: 'Handlingar lämnas ut samma dag och de gamla systemen slutar kosta.',
    affectedGroups: ['employees', 'residents', 'otherDepartments'],
    unit: 'klk-kansli',
    changeType: 'acquisition',
    category: 'archive',
    flags: { system: true, personalData: true, automation: false, acquisition: true },
    severalUnits: true,
    estimate: {
      volumePerYear: 1_200,
      minutesPerItem: 60,
      hourCost: 390,
      shareInMoney: 0.3,
      otherFinancialPerYear: 570_000,
      oneTimeCost: 1_400_000,
      yearlyCost: 280_000,
      adoption: [0.3, 0.6, 0.9],
    },
  },
  steps: [
    [
      '2026-02-16 11:00',
      'kanslichef.klk.kansli',
      approve({
        hours: 100,
        funding: 'central-funds',
        note: 'Gäller alla nämnder. Centrala medel behövs.',
      }),
    ],
    ['2026-02-17 09:00', 'utvecklingsledare.klk', assignCoach('coach.klk.kontaktcenter')],
    ['2026-02-25 10:00', 'informationssakerhet.klk.it', classify(3, 3, 1)],
    [
      '2026-03-04 13:00',
      'utvecklingsledare.klk',
      effectGoal({
        id: 'utlamnande',
        text: 'Den som begär ut en handling får den snabbare.',
        measure: 'Arbetsdagar till utlämnande, median',
        unit: 'dagar',
        baseline: 6,
        target: 1,
        due: '2028-12-31',
      }),
    ],
    [
      '2026-03-04 13:10',
      'utvecklingsledare.klk',
      projectGoal({
        id: 'stangda-system',
        text: 'Avställda system är tömda och uppsagda.',
        measure: 'Stängda system',
        unit: 'system',
        baseline: 0,
        target: 3,
        due: '2027-12-31',
      }),
    ],
    [
      '2026-03-13 14:00',
      'coach.klk.kontaktcenter',
      followUp('green', 'De tio systemen är listade med kostnad, avtal och ägare.'),
    ],
    [
      '2026-04-15 11:00',
      'utvecklingsledare.klk',
      completePreparation(
        'Konsekvensbedömning enligt kriterium 4 och 5 är planerad. Gallringsbeslut ses över.',
      ),
    ],
    [
      '2026-05-05 13:30',
      'it-arkitekt.klk.it',
      recommend('recommend', 'Behövs för att kunna avveckla. Lösningen stöder öppna format.'),
    ],
    [
      '2026-05-21 15:00',
      'kommundirektor.klk',
      {
        type: 'Return',
        reason: 'Nämndernas egna kostnader för leveranser till arkivet saknas. Komplettera och kom tillbaka.',
      },
    ],
    [
      '2026-08-20 10:00',
      'kommunarkivarie.klk.kansli',
      {
        type: 'Resubmit',
        changes:
          'Varje nämnds arbete med leveranser är beräknat och ryms i engångskostnaden. Turordning för systemen finns.',
      },
    ],
    [
      '2026-08-26 09:30',
      'kanslichef.klk.kansli',
      approve({ hours: 20, funding: 'central-funds', note: 'Kompletteringen svarar på rådets fråga.' }),
    ],
    [
      '2026-09-09 11:00',
      'utvecklingsledare.klk',
      completePreparation('Kostnaderna per nämnd är med. I övrigt samma underlag som i våras.'),
    ],
    [
      '2026-09-24 13:30',
      'it-arkitekt.klk.it',
      recommend('recommend', 'Samma bedömning som tidigare, nu med full kostnadsbild.'),
    ],
    [
      '2026-10-15 15:10',
      'kommundirektor.klk',
      approveInCouncil({
        reason: '1 400 000 kr ur de centrala medlen. Besparingen i avställda system återförs till nämnderna.',
        conditions: 'Tre system ska vara stängda inom ett år från start.',
        registryNumber: 'KS 2026/412',
      }),
    ],
  ],
};
