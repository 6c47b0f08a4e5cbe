import type { Described } from '../../../domain/similarity/profile.ts';

/** The twelve proposals of the sample municipality. P01–P02 and P05–P06 are planted pairs. */
export const SAMPLES: readonly (Described & { id: string })[] = [
  {
    id: 'P01',
    title: 'Digitala lås i hemtjänsten',
    problem:
      'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass. Det tar tid, nycklar kommer bort och larm besvaras sent. 620 brukare har hemtjänst.',
  },
  {
    id: 'P02',
    title: 'Nyckelfria lås för boendestöd och LSS',
    problem:
      'Boendestödjare kör till kontoret för att hämta nycklar till brukarnas dörrar. Nycklar förväxlas och besök blir försenade. 140 adresser.',
  },
  {
    id: 'P03',
    title: 'Medicinrobot i hemsjukvården',
    problem:
      'Personal åker ut enbart för att lämna läkemedel på klockslag. Glömda doser ger oro. 60 brukare kan klara sig med läkemedelsautomat.',
  },
  {
    id: 'P04',
    title: 'Robotstöd vid återansökan om ekonomiskt bistånd',
    problem:
      'Handläggare skriver in samma uppgifter i tre system vid 9 600 återansökningar per år. Kötiden är elva dagar.',
  },
  {
    id: 'P05',
    title: 'AI-assistent som svarar på vanliga frågor i kontaktcenter',
    problem:
      '62 000 kontakter per år, 30 procent är enkla frågor om öppettider, avgifter och bygglov. Telefonköerna är långa på måndagar.',
  },
  {
    id: 'P06',
    title: 'AI-chatt för frågor om lokalbokning och föreningsbidrag',
    problem:
      'Föreningar ringer och mejlar samma frågor om bokning, bidrag och öppettider. 9 000 kontakter per år, svar dröjer.',
  },
  {
    id: 'P07',
    title: 'Kommungemensamt e-arkiv',
    problem:
      'Handlingar ligger i tio avställda system som fortfarande betalas. Gallring görs för hand och utlämnande tar lång tid.',
  },
  {
    id: 'P08',
    title: 'E-tjänst för bygglov med stöd för komplettering',
    problem:
      'Åtta av tio ansökningar saknar handlingar. Handläggare begär kompletteringar per brev. 850 ärenden per år.',
  },
  {
    id: 'P09',
    title: 'Ersättning av lärplattform',
    problem:
      'Avtalet går ut 2027-06-30 och systemet klarar inte tillgänglighetskraven. Lärare dubbelregistrerar frånvaro och omdömen.',
  },
  {
    id: 'P10',
    title: 'App för vikarieanskaffning i förskola och skola',
    problem: 'Rektorer ringer runt på morgonen. 11 500 bokningar per år och dyra bemanningsföretag.',
  },
  {
    id: 'P11',
    title: 'Halksensorer för vinterväghållning',
    problem:
      'Vi rycker ut på prognos i stället för på mätning. Onödiga utryckningar och missade halkor på gång- och cykelvägar.',
  },
  {
    id: 'P12',
    title: 'Digitala årsräkningar för överförmyndaren',
    problem: '780 årsräkningar lämnas på papper och granskas manuellt. Gode män ringer om status.',
  },
];
