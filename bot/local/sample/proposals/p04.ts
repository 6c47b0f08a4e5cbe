import { approve, classify, completePreparation, effectGoal, followUp, projectGoal } from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

/** Before the preparation group: decision support first, automated decisions only by the committee's delegation. */
export const P04: SampleProposal = {
  key: 'P04',
  proposer: 'handlaggare.sof.ekonomiskt-bistand',
  drafted: '2026-08-14 09:10',
  submitted: '2026-08-17 08:45',
  content: {
    title: 'Robotstöd vid återansökan om ekonomiskt bistånd',
    problem:
      'Handläggare skriver in samma uppgifter i tre system vid 9 600 återansökningar per år. Kötiden är elva dagar.',
    solution:
      'En programrobot hämtar och för in uppgifterna. Handläggaren granskar förslaget och fattar beslutet.',
    effect: 'Kortare väntan för den som söker och mer tid för samtal.',
    affectedGroups: ['residents', 'employees'],
    unit: 'sof-ekonomiskt-bistand',
    changeType: 'acquisition',
    category: 'automation',
    flags: { system: true, personalData: true, automation: true, acquisition: true },
    estimate: {
      volumePerYear: 9_600,
      minutesPerItem: 22,
      hourCost: 425,
      shareInMoney: 0.2,
      otherFinancialPerYear: 0,
      oneTimeCost: 900_000,
      yearlyCost: 390_000,
      adoption: [0.35, 0.7, 0.8],
    },
  },
  steps: [
    [
      '2026-08-24 13:20',
      'enhetschef.sof.ekonomiskt-bistand',
      approve({
        hours: 120,
        funding: 'central-funds',
        note: 'Först beslutsstöd. Beslut utan handläggare prövas tidigast när nämnden har tagit ställning.',
      }),
    ],
    ['2026-09-02 10:00', 'coach.sof.ekonomiskt-bistand', classify(3, 3, 2)],
    [
      '2026-09-10 09:30',
      'coach.sof.ekonomiskt-bistand',
      effectGoal({
        id: 'kotid',
        text: 'Den som återansöker får besked snabbare.',
        measure: 'Dagar från ansökan till besked, median',
        unit: 'dagar',
        baseline: 11,
        target: 3,
        due: '2028-06-30',
      }),
    ],
    [
      '2026-09-10 09:40',
      'coach.sof.ekonomiskt-bistand',
      projectGoal({
        id: 'andel-med-stod',
        text: 'Fyra av fem återansökningar förs in med robotstöd.',
        measure: 'Återansökningar med robotstöd',
        unit: 'procent',
        baseline: 0,
        target: 80,
        due: '2028-03-31',
      }),
    ],
    [
      '2026-09-22 15:15',
      'coach.sof.ekonomiskt-bistand',
      followUp(
        'green',
        'Arbetsflödet är kartlagt med fyra handläggare. Juristen har fått frågorna om automatisering.',
      ),
    ],
    [
      '2026-10-16 11:10',
      'coach.sof.ekonomiskt-bistand',
      completePreparation(
        'Konsekvensbedömning behövs enligt kriterium 2, 4 och 7. Förslaget gäller beslutsstöd, en människa beslutar.',
      ),
    ],
  ],
};
