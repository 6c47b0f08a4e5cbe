import {
  approve,
  approveInCouncil,
  classify,
  completePreparation,
  effectGoal,
  followUp,
  projectGoal,
  recommend,
  recordContract,
  start,
} from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

const locks = (day: string, value: number) => ({
  goal: 'monterade-las',
  day,
  value,
  source: 'Monteringslistan från leverantören',
});

/** In execution: called off from a framework agreement, late delivery in the summer, back on track. */
export const P01: SampleProposal = {
  key: 'P01',
  proposer: 'underskoterska.vof.hemtjanst-norr',
  drafted: '2025-09-15 07:40',
  submitted: '2025-09-15 07:55',
  content: {
    title: 'Digitala lås i hemtjänsten',
    problem:
      'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass. Det tar tid, nycklar kommer bort och larm besvaras sent. 620 brukare har hemtjänst.',
    solution:
      'Lås som öppnas med personalens mobil hemma hos brukarna. Behörigheten följer passet och varje öppning loggas.',
    effect: 'Färre resor till kontoret under passet och larm som besvaras snabbare.',
    affectedGroups: ['employees', 'serviceUsers', 'relatives'],
    unit: 'vof-hemtjanst-norr',
    changeType: 'acquisition',
    category: 'welfareTechnology',
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
  steps: [
    [
      '2025-09-18 13:05',
      'enhetschef.vof.hemtjanst-norr',
      approve({
        hours: 80,
        funding: 'central-funds',
        note: 'Nycklarna är vår största tidstjuv. Hemtjänst söder är med från början.',
      }),
    ],
    ['2025-09-29 10:20', 'coach.vof.hemtjanst-norr', classify(2, 2, 3)],
    [
      '2025-10-08 09:15',
      'coach.vof.hemtjanst-norr',
      effectGoal({
        id: 'nyckeltid',
        text: 'Personalen lägger mindre tid på att hämta och lämna nycklar.',
        measure: 'Minuter för nycklar per pass',
        unit: 'minuter',
        baseline: 20,
        target: 2,
        due: '2027-06-30',
      }),
    ],
    [
      '2025-10-08 09:25',
      'coach.vof.hemtjanst-norr',
      projectGoal({
        id: 'monterade-las',
        text: 'Alla brukare som vill ha ett digitalt lås har fått det monterat.',
        measure: 'Monterade lås',
        unit: 'lås',
        baseline: 0,
        target: 620,
        due: '2027-03-31',
      }),
    ],
    [
      '2025-10-17 15:10',
      'coach.vof.hemtjanst-norr',
      followUp('green', 'Två grannkommuner har visat sina lås. Behoven från norr och söder är samlade.'),
    ],
    [
      '2025-11-17 15:30',
      'coach.vof.hemtjanst-norr',
      followUp(
        'yellow',
        'Konsekvensbedömningen drar ut på tiden. Dataskyddsombudet behöver svar om loggarna.',
      ),
    ],
    [
      '2025-12-02 11:00',
      'utvecklingsledare.vof',
      completePreparation(
        'Konsekvensbedömning enligt kriterium 4 och 7 är påbörjad. Avrop från ramavtal föreslås.',
      ),
    ],
    [
      '2025-12-16 13:30',
      'it-arkitekt.klk.it',
      recommend(
        'recommend-with-conditions',
        'Stor och säker nytta. Villkor: reservnycklar för strömavbrott och klar konsekvensbedömning.',
      ),
    ],
    [
      '2026-01-29 14:45',
      'kommundirektor.klk',
      approveInCouncil({
        reason: 'Nyttan är tydlig, och fler förvaltningar kan använda samma lås.',
        conditions: 'Pensionärsrådet hörs före avropet. Socialförvaltningen bjuds in.',
        registryNumber: 'VON 2026/31',
      }),
    ],
    [
      '2026-02-10 09:00',
      'direktor.vof',
      start('PROCUREMENT', 'projektledare.vof', 'Pensionärsrådet är hört och positivt.'),
    ],
    [
      '2026-05-20 10:15',
      'upphandlare.klk.ekonomi',
      recordContract('Avrop från ramavtal klart. Personuppgiftsbiträdesavtal är tecknat.'),
    ],
    [
      '2026-06-17 14:00',
      'projektledare.vof',
      followUp('green', 'Startmöte hållet. Monteringen börjar i hemtjänst norr i augusti.'),
    ],
    [
      '2026-07-16 10:30',
      'projektledare.vof',
      followUp('yellow', 'Leverantören flaggar för komponentbrist. Ny leveransplan väntas i augusti.'),
    ],
    [
      '2026-08-19 13:40',
      'projektledare.vof',
      followUp(
        'red',
        'Leveransen är sex veckor sen. Monteringen flyttas till september och vitet tas upp med leverantören.',
      ),
    ],
    [
      '2026-09-17 15:20',
      'coach.vof.hemtjanst-norr',
      followUp(
        'yellow',
        'De första låsen sitter. Personalen har gått utbildningen, men två portar saknar mottagning.',
        locks('2026-09-17', 84),
      ),
    ],
    [
      '2026-10-19 15:00',
      'coach.vof.hemtjanst-norr',
      followUp(
        'green',
        'Monteringen går i den nya takten. Planerarna ser över ordningen så att nattpatrullen får lås tidigt.',
        locks('2026-10-16', 231),
      ),
    ],
  ],
};
