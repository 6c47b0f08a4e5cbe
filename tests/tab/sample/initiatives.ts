import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import type { DraftContent } from '../../../domain/initiatives/content.ts';
import type { FakeStore } from '../fakeStore.ts';

const FLAGS = { system: true, personalData: true, automation: false, acquisition: true };

const LOCKS: DraftContent = {
  title: 'Digitala lås i hemtjänsten',
  problem:
    'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass. Det tar tid, nycklar kommer bort och larm besvaras sent. 620 brukare har hemtjänst.',
  solution: 'Lås som öppnas med telefonen.',
  effect: 'Ingen kör till nyckelskåpet.',
  affectedGroups: ['employees', 'serviceUsers', 'relatives'],
  unit: 'hemtjanst-norr',
  changeType: 'acquisition',
  category: 'welfareTechnology',
  flags: FLAGS,
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
};

const KEYS: DraftContent = {
  title: 'Nyckelfria lås för boendestöd och LSS',
  problem:
    'Boendestödjare kör till kontoret för att hämta nycklar till brukarnas dörrar. Nycklar förväxlas och besök blir försenade. 140 adresser.',
  affectedGroups: ['employees', 'serviceUsers'],
  unit: 'lss',
  changeType: 'acquisition',
  category: 'digitalLocks',
  flags: FLAGS,
  estimate: {
    volumePerYear: 3_285,
    minutesPerItem: 18,
    hourCost: 350,
    shareInMoney: 0.1,
    otherFinancialPerYear: 25_000,
    oneTimeCost: 516_000,
    yearlyCost: 119_000,
    adoption: [0.6, 0.95, 1],
  },
};

const MEDICINE: DraftContent = {
  title: 'Medicinrobot i hemsjukvården för läkemedelsöverlämning på klockslag',
  problem:
    'Personal åker ut enbart för att lämna läkemedel på klockslag. Glömda doser ger oro. 60 brukare kan klara sig med läkemedelsautomat.',
  affectedGroups: ['serviceUsers'],
  unit: 'hemtjanst-norr',
  changeType: 'acquisition',
  category: 'welfareTechnology',
  flags: FLAGS,
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
};

const ICE: DraftContent = {
  title: 'Halksensorer för vinterväghållning',
  problem:
    'Vi rycker ut på prognos i stället för på mätning. Onödiga utryckningar och missade halkor på gång- och cykelvägar.',
  affectedGroups: ['residents'],
  unit: 'gata',
  changeType: 'innovation',
  category: 'infrastructure',
  flags: { system: true, personalData: false, automation: false, acquisition: false },
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
};

const CHAT: DraftContent = {
  title: 'AI-chatt för frågor om lokalbokning och föreningsbidrag',
  problem:
    'Föreningar ringer och mejlar samma frågor om bokning, bidrag och öppettider. 9 000 kontakter per år, svar dröjer.',
  affectedGroups: ['associations'],
  unit: 'kontaktcenter',
  changeType: 'innovation',
  category: 'ai',
  flags: { system: true, personalData: false, automation: true, acquisition: false },
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
};

const HANDOVER: DraftContent = {
  title: 'Digital överrapportering mellan arbetspass',
  problem:
    'Vi skriver överrapporten på papper och läser upp den. Det tar femton minuter varje pass och viktiga saker glöms bort.',
  affectedGroups: ['employees'],
  unit: 'hemtjanst-norr',
  changeType: 'improvement',
  category: 'workingMethod',
  flags: { system: false, personalData: false, automation: false, acquisition: false },
};

type ManagerEvidenceOrder = Extract<InitiativeOrder, { type: 'ApproveAsManager' }>['evidence'];

const EVIDENCE = {
  needIsReal: true,
  fitsGoals: true,
  preparationHours: 40,
  fundingIdea: 'own-budget',
  similarAnswers: [],
} satisfies ManagerEvidenceOrder;

/** Cases in different states, made by the real orders. Times are fixed; "today" is 2026-03-16. */
export function seed(store: FakeStore): void {
  let count = 0;
  const order = (
    actor: string,
    at: string,
    initiative: string | undefined,
    what: InitiativeOrder,
  ): string => {
    count += 1;
    const answer = store.ask({
      order: what,
      operationId: `seed-${count}`,
      actor,
      at,
      ...(initiative && { initiative }),
    });
    if (!answer.ok)
      throw new Error(`seed ${what.type}: ${answer.refusal.code} ${answer.refusal.about ?? ''}`);
    return answer.initiative.id;
  };
  const submitted = (actor: string, day: string, content: DraftContent): string => {
    const id = order(actor, `${day}T08:00:00.000Z`, undefined, { type: 'StartDraft', content });
    return order(actor, `${day}T08:20:00.000Z`, id, { type: 'Submit' });
  };
  const at = (day: string) => `${day}T09:30:00.000Z`;

  const locks = submitted('underskoterska', '2025-09-01', LOCKS);
  order('chef-norr', at('2025-09-04'), locks, {
    type: 'ApproveAsManager',
    evidence: EVIDENCE,
    note: 'Viktigt för arbetsmiljön.',
  });
  order('coach-norr', at('2025-09-20'), locks, {
    type: 'SetGoal',
    goal: {
      id: 'goal-1',
      kind: 'effect',
      text: 'Kortare tid för nyckelhantering',
      measure: 'Tid per pass enligt planeringssystemet',
      unit: 'minuter',
      baseline: 20,
      target: 2,
      due: '2026-12-31',
    },
  });
  order('coach-norr', at('2025-10-10'), locks, { type: 'CompletePreparation', note: 'Underlaget är klart.' });
  order('beredningsordforande', at('2025-10-25'), locks, {
    type: 'Recommend',
    recommendation: 'recommend-with-conditions',
    reason: 'Stor nytta. Samordna upphandlingen.',
  });
  order('kommundirektor', at('2025-11-12'), locks, {
    type: 'ApproveInCouncil',
    reason: 'Enligt beredningens förslag.',
  });
  order('direktor-vof', at('2025-12-01'), locks, {
    type: 'Start',
    next: 'EXECUTION',
    projectManager: 'utvecklingsledare-vof',
  });
  order('coach-norr', at('2026-01-07'), locks, {
    type: 'FollowUp',
    status: 'yellow',
    text: 'Leveransen av lås är två veckor sen. Utbildningen flyttas till februari.',
    measurement: { goal: 'goal-1', day: '2026-01-05', value: 14, source: 'Planeringssystemet, vecka 1' },
  });
  order('coach-norr', at('2026-01-20'), locks, {
    type: 'LearnLesson',
    lesson: { text: 'Mät dörrarna innan låsen beställs.', advice: 'Ta hjälp av fastighetsskötaren.' },
  });

  submitted('coach-lss', '2026-03-02', KEYS);

  const medicine = submitted('underskoterska', '2026-01-10', MEDICINE);
  order('chef-norr', at('2026-01-15'), medicine, { type: 'ApproveAsManager', evidence: EVIDENCE });
  order('coach-norr', at('2026-01-16'), medicine, { type: 'Classify', classification: { c: 3, i: 3, a: 3 } });

  submitted('vaktmastare', '2026-03-10', ICE);
  submitted('underskoterska', '2026-03-12', HANDOVER);

  const chat = submitted('underskoterska', '2026-02-20', CHAT);
  order('digitaliseringschef', at('2026-02-25'), chat, {
    type: 'Return',
    reason: 'Beskriv hur frågorna besvaras i dag.',
  });

  order('underskoterska', at('2026-03-13'), undefined, {
    type: 'StartDraft',
    content: { problem: 'Vi letar efter hjälpmedel i förrådet.', title: 'Ordning på hjälpmedel' },
  });
}
