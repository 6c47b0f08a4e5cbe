import { classify } from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

/** Waits for its manager, who must answer that the contact centre proposes nearly the same (P05). */
export const P06: SampleProposal = {
  key: 'P06',
  proposer: 'bokningshandlaggare.kff.lokalbokning',
  drafted: '2026-10-27 15:50',
  submitted: '2026-10-28 08:10',
  content: {
    title: 'AI-chatt för frågor om lokalbokning och föreningsbidrag',
    problem:
      'Föreningar ringer och mejlar samma frågor om bokning, bidrag och öppettider. 9 000 kontakter per år, svar dröjer.',
    solution: 'En chatt på föreningssidan som svarar direkt och skickar svåra frågor vidare till oss.',
    effect: 'Föreningarna får svar samma dag och vi hinner med bidragen.',
    affectedGroups: ['associations', 'employees'],
    unit: 'kff-lokalbokning',
    changeType: 'innovation',
    category: 'ai',
    flags: { system: true, personalData: true, automation: true, acquisition: true },
    estimate: {
      volumePerYear: 3_150,
      minutesPerItem: 6,
      hourCost: 365,
      shareInMoney: 0,
      otherFinancialPerYear: 0,
      oneTimeCost: 280_000,
      yearlyCost: 120_000,
      adoption: [0.3, 0.5, 0.6],
    },
  },
  steps: [['2026-10-28 14:00', 'coach.kff.bibliotek-bokning', classify(1, 2, 1)]],
};
