import {
  approve,
  classify,
  completePreparation,
  effectGoal,
  followUp,
  projectGoal,
  recommend,
} from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

/** On the council's agenda; worth more together with the leisure department's like proposal (P06). */
export const P05: SampleProposal = {
  key: 'P05',
  proposer: 'kommunvagledare.klk.kontaktcenter',
  drafted: '2026-06-01 16:05',
  submitted: '2026-06-02 08:15',
  content: {
    title: 'AI-assistent som svarar på vanliga frågor i kontaktcenter',
    problem:
      '62 000 kontakter per år, 30 procent är enkla frågor om öppettider, avgifter och bygglov. Telefonköerna är långa på måndagar.',
    solution:
      'En assistent på webben som svarar ur kommunens egna sidor, säger att den är en maskin och lämnar över till en vägledare.',
    effect: 'Kortare köer, svar även på kvällar och mer tid för den som behöver hjälp.',
    affectedGroups: ['residents', 'employees', 'businesses'],
    unit: 'klk-kontaktcenter',
    changeType: 'innovation',
    category: 'ai',
    flags: { system: true, personalData: true, automation: true, acquisition: true },
    severalUnits: true,
    estimate: {
      volumePerYear: 18_600,
      minutesPerItem: 5,
      hourCost: 370,
      shareInMoney: 0,
      otherFinancialPerYear: 0,
      oneTimeCost: 450_000,
      yearlyCost: 180_000,
      adoption: [0.3, 0.5, 0.6],
    },
  },
  steps: [
    [
      '2026-06-09 10:30',
      'enhetschef.klk.kontaktcenter',
      approve({
        hours: 60,
        funding: 'central-funds',
        note: 'Bra att börja med frågor där svaret redan finns på webben.',
      }),
    ],
    ['2026-06-16 13:00', 'coach.klk.kontaktcenter', classify(1, 2, 2)],
    [
      '2026-06-24 09:00',
      'coach.klk.kontaktcenter',
      effectGoal({
        id: 'vantetid-mandagar',
        text: 'Väntetiden i telefon på måndagar blir kortare.',
        measure: 'Väntetid på måndagar, median',
        unit: 'minuter',
        baseline: 9,
        target: 4,
        due: '2027-12-31',
      }),
    ],
    [
      '2026-06-24 09:10',
      'coach.klk.kontaktcenter',
      projectGoal({
        id: 'ratt-svar',
        text: 'Assistenten svarar rätt i ett prov med verkliga frågor.',
        measure: 'Rätta svar i provet',
        unit: 'procent',
        baseline: 0,
        target: 95,
        due: '2027-04-30',
      }),
    ],
    [
      '2026-07-07 14:00',
      'coach.klk.kontaktcenter',
      followUp('green', 'De tvåhundra vanligaste frågorna är samlade och sorterade.'),
    ],
    [
      '2026-08-11 14:00',
      'coach.klk.kontaktcenter',
      followUp(
        'yellow',
        'Flera svar på webben är inaktuella. Redaktörerna behöver tid innan ett test är rättvist.',
      ),
    ],
    [
      '2026-09-04 11:00',
      'utvecklingsledare.klk',
      completePreparation(
        'Hypotes, testperiod på fyra månader och stoppkriterier finns. Kriterium 8 är bedömt, konsekvensbedömning behövs inte.',
      ),
    ],
    [
      '2026-10-08 14:30',
      'it-arkitekt.klk.it',
      recommend(
        'recommend-with-conditions',
        'Värd att pröva. Villkor: tydligt att det är en maskin som svarar, och en plan för breddinförande.',
      ),
    ],
  ],
};
