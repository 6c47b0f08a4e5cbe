import {
  approve,
  approveInCouncil,
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
  start,
} from '../orders.ts';
import type { SampleProposal } from '../proposal.ts';

const complete = (day: string, value: number) => ({
  goal: 'kompletta-ansokningar',
  day,
  value,
  source: 'Ärendesystemet för bygglov, kvartalsuttag',
});

/** Closed: twice red in the spring, changed by decision, then better than the old way. The paper form is gone. */
export const P08: SampleProposal = {
  key: 'P08',
  proposer: 'bygglovshandlaggare.sbf.bygglov',
  drafted: '2025-01-10 14:25',
  submitted: '2025-01-13 08:30',
  content: {
    title: 'E-tjänst för bygglov med stöd för komplettering',
    problem:
      'Åtta av tio ansökningar saknar handlingar. Handläggare begär kompletteringar per brev. 850 ärenden per år.',
    solution: 'Formuläret blir en e-tjänst som visar vad som saknas innan ansökan skickas.',
    effect: 'Fler kompletta ansökningar från början och snabbare besked.',
    affectedGroups: ['residents', 'businesses', 'employees'],
    unit: 'sbf-bygglov',
    changeType: 'enhancement',
    category: 'eService',
    flags: { system: true, personalData: false, automation: false, acquisition: false },
    estimate: {
      volumePerYear: 850,
      minutesPerItem: 95,
      hourCost: 430,
      shareInMoney: 0.15,
      otherFinancialPerYear: 0,
      oneTimeCost: 780_000,
      yearlyCost: 165_000,
      adoption: [0.4, 0.65, 0.8],
    },
  },
  steps: [
    [
      '2025-01-17 10:00',
      'enhetschef.sbf.bygglov',
      approve({ hours: 50, funding: 'own-budget', note: 'Systemet vi har räcker. Det här är nästa steg.' }),
    ],
    ['2025-01-24 09:00', 'coach.sbf.bygglov', classify(1, 2, 2)],
    [
      '2025-01-31 13:00',
      'coach.sbf.bygglov',
      effectGoal({
        id: 'kompletta-ansokningar',
        text: 'Fler ansökningar är kompletta när de kommer in.',
        measure: 'Ansökningar som är kompletta från början',
        unit: 'procent',
        baseline: 20,
        target: 60,
        due: '2026-08-31',
      }),
    ],
    [
      '2025-01-31 13:10',
      'coach.sbf.bygglov',
      projectGoal({
        id: 'e-tjanst-i-drift',
        text: 'E-tjänsten är öppen för alla ärendetyper.',
        measure: 'Ärendetyper i e-tjänsten',
        unit: 'ärendetyper',
        baseline: 0,
        target: 9,
        due: '2025-09-01',
      }),
    ],
    [
      '2025-02-14 11:00',
      'utvecklingsledare.sbf',
      completePreparation(
        'Krav på tillgänglighet är med. Ingen konsekvensbedömning behövs enligt dataskyddsombudet.',
      ),
    ],
    [
      '2025-02-27 13:30',
      'it-arkitekt.klk.it',
      recommend('recommend', 'Bygger vidare på ett system som redan är i drift.'),
    ],
    [
      '2025-03-26 15:20',
      'kommundirektor.klk',
      approveInCouncil({
        reason: 'Tydlig nytta för invånare och företag.',
        conditions: 'Tillgänglighetsredogörelse ska finnas från första dagen.',
        registryNumber: 'SBN 2025/64',
      }),
    ],
    [
      '2025-04-02 09:00',
      'samhallsbyggnadschef.sbf',
      start('EXECUTION', 'projektledare.sbf', 'Finansieras inom ram.'),
    ],
    [
      '2025-05-05 14:00',
      'projektledare.sbf',
      followUp('red', 'E-legitimation för ombud saknas i plattformen. Företagen kan inte söka.'),
    ],
    [
      '2025-06-03 14:00',
      'projektledare.sbf',
      followUp('red', 'Ombudsfrågan är inte löst och tidplanen håller inte för alla ärendetyper.'),
    ],
    [
      '2025-06-10 10:00',
      'samhallsbyggnadschef.sbf',
      {
        type: 'DecideOnDeviation',
        choice: 'change',
        reason: 'Privatpersoner först, företag genom ombud i steg två. Tidplanen för steg ett ligger fast.',
      },
    ],
    [
      '2025-07-03 13:00',
      'projektledare.sbf',
      followUp('yellow', 'Steg ett är byggt. Användartest med åtta sökande gav en lång men ofarlig lista.'),
    ],
    [
      '2025-08-14 13:00',
      'projektledare.sbf',
      followUp('green', 'Listan är åtgärdad och ombud kan ansöka. Handläggarna är utbildade.'),
    ],
    [
      '2025-09-01 08:00',
      'samhallsbyggnadschef.sbf',
      goLive('Driftgodkänd. Tillgänglighetsredogörelsen är publicerad.'),
    ],
    [
      '2025-10-01 14:00',
      'projektledare.sbf',
      followUp('green', 'Hälften av ansökningarna kommer genom e-tjänsten.', complete('2025-09-30', 41)),
    ],
    [
      '2025-12-01 14:00',
      'projektledare.sbf',
      followUp('green', 'Nittio dagar i drift utan allvarliga fel.', complete('2025-11-28', 47)),
    ],
    [
      '2025-12-08 10:00',
      'samhallsbyggnadschef.sbf',
      handOver(
        'Ombuden glömdes bort i kravarbetet och kostade oss en månad.',
        'Bjud in några företag som ofta söker redan när kraven skrivs.',
      ),
    ],
    [
      '2026-01-13 13:00',
      'coach.sbf.bygglov',
      followUp('green', 'Breven om komplettering har halverats.', complete('2025-12-31', 52)),
    ],
    [
      '2026-02-03 09:00',
      'forvaltningsledare.sbf',
      { type: 'Retire', what: 'Pappersblanketten för ansökan om bygglov', on: '2026-02-02' },
    ],
    [
      '2026-05-06 13:00',
      'coach.sbf.bygglov',
      followUp(
        'green',
        'Högsäsongen har gått bra. Frigjord tid används till förhandsbesked.',
        complete('2026-04-30', 58),
      ),
    ],
    [
      '2026-09-02 13:00',
      'coach.sbf.bygglov',
      followUp('green', 'Målet är nått.', complete('2026-08-31', 63)),
    ],
    [
      '2026-09-09 09:30',
      'controller.klk',
      outcomeOf(1, 0.96, 'Ärendesystemet för bygglov och tidredovisningen, bekräftat av controller'),
    ],
    [
      '2026-09-16 11:00',
      'coach.sbf.bygglov',
      learn(
        'Nyttan kom först när pappersblanketten togs bort.',
        'Sätt datum för när det gamla sättet slutar innan det nya startar.',
      ),
    ],
    [
      '2026-09-30 10:00',
      'enhetschef.sbf.bygglov',
      {
        type: 'Close',
        note: 'Effektmålet är nått, pappersblanketten är borta och nämnden är informerad.',
      },
    ],
  ],
};
