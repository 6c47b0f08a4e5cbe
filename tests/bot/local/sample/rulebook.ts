import type { SampleKey } from '../../../../bot/local/sample/proposal.ts';
import type { ChangeType } from '../../../../domain/initiatives/content.ts';
import type { StateCode } from '../../../../domain/initiatives/states.ts';

/** The sample proposals as the domain reference writes them down, copied by hand; what the sample must be. */
export type WrittenProposal = {
  readonly key: SampleKey;
  readonly title: string;
  readonly prefix: string;
  readonly problem: string;
  readonly changeType: ChangeType;
  readonly category: string;
  readonly classification: readonly [c: number, i: number, a: number];
  readonly state: StateCode;
  readonly number: string;
};

type Row = readonly [
  key: SampleKey,
  title: string,
  prefix: string,
  problem: string,
  changeType: ChangeType,
  category: string,
  classification: readonly [number, number, number],
  state: StateCode,
  number: string,
];

const ROWS: readonly Row[] = [
  [
    'P01',
    'Digitala lås i hemtjänsten',
    'VOF',
    'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass. Det tar tid, nycklar kommer bort och larm besvaras sent. 620 brukare har hemtjänst.',
    'acquisition',
    'welfareTechnology',
    [2, 2, 3],
    'EXECUTION',
    'VOF-2025-0002',
  ],
  [
    'P02',
    'Nyckelfria lås för boendestöd och LSS',
    'SOF',
    'Boendestödjare kör till kontoret för att hämta nycklar till brukarnas dörrar. Nycklar förväxlas och besök blir försenade. 140 adresser.',
    'acquisition',
    'welfareTechnology',
    [2, 2, 2],
    'PREPARATION',
    'SOF-2026-0002',
  ],
  [
    'P03',
    'Medicinrobot i hemsjukvården',
    'VOF',
    'Personal åker ut enbart för att lämna läkemedel på klockslag. Glömda doser ger oro. 60 brukare kan klara sig med läkemedelsautomat.',
    'acquisition',
    'welfareTechnology',
    [3, 3, 3],
    'BENEFIT',
    'VOF-2025-0001',
  ],
  [
    'P04',
    'Robotstöd vid återansökan om ekonomiskt bistånd',
    'SOF',
    'Handläggare skriver in samma uppgifter i tre system vid 9 600 återansökningar per år. Kötiden är elva dagar.',
    'acquisition',
    'automation',
    [3, 3, 2],
    'ASSESSMENT',
    'SOF-2026-0001',
  ],
  [
    'P05',
    'AI-assistent som svarar på vanliga frågor i kontaktcenter',
    'KLK',
    '62 000 kontakter per år, 30 procent är enkla frågor om öppettider, avgifter och bygglov. Telefonköerna är långa på måndagar.',
    'innovation',
    'ai',
    [1, 2, 2],
    'COUNCIL',
    'KLK-2026-0002',
  ],
  [
    'P06',
    'AI-chatt för frågor om lokalbokning och föreningsbidrag',
    'KFF',
    'Föreningar ringer och mejlar samma frågor om bokning, bidrag och öppettider. 9 000 kontakter per år, svar dröjer.',
    'innovation',
    'ai',
    [1, 2, 1],
    'MANAGER_REVIEW',
    'KFF-2026-0001',
  ],
  [
    'P07',
    'Kommungemensamt e-arkiv',
    'KLK',
    'Handlingar ligger i tio avställda system som fortfarande betalas. Gallring görs för hand och utlämnande tar lång tid.',
    'acquisition',
    'archive',
    [3, 3, 1],
    'APPROVED',
    'KLK-2026-0001',
  ],
  [
    'P08',
    'E-tjänst för bygglov med stöd för komplettering',
    'SBF',
    'Åtta av tio ansökningar saknar handlingar. Handläggare begär kompletteringar per brev. 850 ärenden per år.',
    'enhancement',
    'eService',
    [1, 2, 2],
    'CLOSED',
    'SBF-2025-0001',
  ],
  [
    'P09',
    'Ersättning av lärplattform',
    'BUF',
    'Avtalet går ut 2027-06-30 och systemet klarar inte tillgänglighetskraven. Lärare dubbelregistrerar frånvaro och omdömen.',
    'replacement',
    'school',
    [2, 3, 2],
    'PROCUREMENT',
    'BUF-2025-0001',
  ],
  [
    'P10',
    'App för vikarieanskaffning i förskola och skola',
    'BUF',
    'Rektorer ringer runt på morgonen. 11 500 bokningar per år och dyra bemanningsföretag.',
    'acquisition',
    'scheduling',
    [1, 2, 2],
    'INTRODUCTION',
    'BUF-2026-0001',
  ],
  [
    'P11',
    'Halksensorer för vinterväghållning',
    'SBF',
    'Vi rycker ut på prognos i stället för på mätning. Onödiga utryckningar och missade halkor på gång- och cykelvägar.',
    'innovation',
    'infrastructure',
    [1, 2, 2],
    'EXECUTION',
    'SBF-2025-0002',
  ],
  [
    'P12',
    'Digitala årsräkningar för överförmyndaren',
    'ÖFK',
    '780 årsräkningar lämnas på papper och granskas manuellt. Gode män ringer om status.',
    'acquisition',
    'eService',
    [3, 3, 1],
    'RETURNED',
    'ÖFK-2026-0001',
  ],
];

export const WRITTEN: readonly WrittenProposal[] = ROWS.map(
  ([key, title, prefix, problem, changeType, category, classification, state, number]) => ({
    key,
    title,
    prefix,
    problem,
    changeType,
    category,
    classification,
    state,
    number,
  }),
);
