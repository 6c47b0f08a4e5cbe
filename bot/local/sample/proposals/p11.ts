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

/** A pilot on the innovation track, approved by the manager's substitute. Its October follow-up is late. */
export const P11: SampleProposal = {
  key: 'P11',
  proposer: 'driftstekniker.sbf.drift',
  drafted: '2025-11-05 06:50',
  submitted: '2025-11-05 07:10',
  content: {
    title: 'Halksensorer för vinterväghållning',
    problem:
      'Vi rycker ut på prognos i stället för på mätning. Onödiga utryckningar och missade halkor på gång- och cykelvägar.',
    solution: 'Givare i vägbanan på tolv platser som larmar vid isbildning. Vi prövar en vinter.',
    effect: 'Färre onödiga utryckningar och färre fallolyckor.',
    affectedGroups: ['residents', 'employees'],
    unit: 'sbf-drift',
    changeType: 'innovation',
    category: 'infrastructure',
    flags: { system: true, personalData: false, automation: false, acquisition: true },
    estimate: {
      volumePerYear: 260,
      minutesPerItem: 60,
      hourCost: 400,
      shareInMoney: 0.2,
      otherFinancialPerYear: 380_000,
      oneTimeCost: 690_000,
      yearlyCost: 140_000,
      adoption: [0.5, 0.8, 1],
    },
  },
  steps: [
    [
      '2025-11-12 09:00',
      'arbetsledare.sbf.drift',
      approve({
        hours: 40,
        funding: 'own-budget',
        note: 'Godkänt som ersättare för enhetschefen. Vi behöver bättre underlag än prognoser.',
      }),
    ],
    ['2025-11-20 13:00', 'coach.sbf.drift', classify(1, 2, 2)],
    [
      '2025-12-04 09:00',
      'coach.sbf.drift',
      effectGoal({
        id: 'onodiga-utryckningar',
        text: 'Vi rycker ut när det är halt och inte annars.',
        measure: 'Utryckningar utan halka per vinter',
        unit: 'utryckningar',
        baseline: 96,
        target: 30,
        due: '2028-04-30',
      }),
    ],
    [
      '2025-12-04 09:10',
      'coach.sbf.drift',
      projectGoal({
        id: 'givare-i-drift',
        text: 'Tolv platser mäts under en hel vinter.',
        measure: 'Platser med givare i drift',
        unit: 'platser',
        baseline: 0,
        target: 12,
        due: '2026-10-15',
      }),
    ],
    [
      '2025-12-11 14:00',
      'coach.sbf.drift',
      followUp('green', 'Platserna är valda efter olycksstatistik och driftens egna anteckningar.'),
    ],
    [
      '2026-01-14 11:00',
      'utvecklingsledare.sbf',
      completePreparation(
        'Hypotes, testperiod på sex månader och stoppkriterier finns. Radionätet är en öppen fråga.',
      ),
    ],
    [
      '2026-02-05 13:30',
      'it-arkitekt.klk.it',
      recommend('recommend', 'Avgränsad pilot. Svaret om radionät har värde för fler.'),
    ],
    [
      '2026-02-26 15:00',
      'kommundirektor.klk',
      approveInCouncil({
        reason: 'Pilot under en vinter. Beslut om breddinförande fattas när den är utvärderad.',
        conditions: 'Stoppa om färre än hälften av larmen stämmer efter två månader.',
        registryNumber: 'SBN 2026/29',
      }),
    ],
    [
      '2026-08-24 09:00',
      'samhallsbyggnadschef.sbf',
      start('EXECUTION', 'projektledare.sbf', 'Montering i september så att piloten täcker hela vintern.'),
    ],
    [
      '2026-09-23 14:00',
      'projektledare.sbf',
      followUp('yellow', 'Åtta av tolv givare sitter. Fyra väntar på grävtillstånd.', {
        goal: 'givare-i-drift',
        day: '2026-09-22',
        value: 8,
        source: 'Monteringsprotokollet',
      }),
    ],
  ],
};
