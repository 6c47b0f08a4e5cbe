import { type Alias, PEOPLE, personCalled, type SamplePerson } from './sample/people.ts';

/** Somebody one can be in local mode, and what there is to try as that person. */
export type Persona = SamplePerson & { readonly tryThis: string };

const TO_TRY: readonly (readonly [Alias, string])[] = [
  ['underskoterska.vof.hemtjanst-norr', 'Skriv "hej" och föreslå något som kunde göras smartare.'],
  ['enhetschef.vof.hemtjanst-norr', 'Du får förslaget som ett kort. Godkänn det, eller skicka tillbaka det.'],
  [
    'coach.vof.hemtjanst-norr',
    'Skriv "följ upp", eller "@Färdplan koppla till vård och omsorg" i kanalen Digitalisering.',
  ],
  [
    'enhetschef.kff.lokalbokning',
    'Skriv "vad ska jag göra nu?". Ett förslag väntar, och det liknar ett annat.',
  ],
  ['handlaggare.ofk', 'Skriv "mina utkast". Ditt förslag har kommit tillbaka med en fråga.'],
  ['coach.sbf.drift', 'En uppföljning är sen. Skriv "vad ska jag göra nu?".'],
  ['coach.sof.lss', 'Samordna låsen med hemtjänsten.'],
  ['utvecklingsledare.vof', 'Se förvaltningens ärenden och lämna ett till bedömning.'],
  ['it-arkitekt.klk.it', 'Leder beredningsgruppen. Ett ärende väntar på bedömning.'],
  ['kommundirektor.klk', 'Leder rådet. Ett ärende väntar på beslut.'],
  ['digitaliseringschef.klk', 'Se hela portföljen, också det som är skyddat.'],
  ['direktor.vof', 'Förvaltningens beställare: starta, pausa och avsluta.'],
  ['upphandlare.klk.ekonomi', 'Lärplattformen är i upphandling.'],
  ['controller.klk', 'Bekräfta utfallet av en nytta.'],
  ['kommunvagledare.klk.kontaktcenter', 'Följ ditt förslag på väg till rådet.'],
  ['sakkunnig.revisionen', 'Läs allt, ändra inget.'],
];

/** Those the tab lets one choose between, most natural first. Anybody else in Ekhamra works too. */
export const PERSONAS: readonly Persona[] = TO_TRY.map(([alias, tryThis]) => ({
  ...personCalled(alias),
  tryThis,
}));

/** Their chats always start: the one who proposes, the one who decides and the one who follows up. */
export const FIRST_PERSONAS: readonly Persona[] = PERSONAS.slice(0, 3);

/**
 * Whom somebody means: an id, a mail address, an alias, or a part of an alias or name that fits one person only.
 * @returns otherwise everybody it could be, perhaps nobody.
 */
export function findPersona(text: string): { persona: Persona } | { candidates: readonly Persona[] } {
  const wanted = text.trim().toLowerCase();
  const exact = PEOPLE.find(({ id, alias, mail, name }) =>
    [id, alias, mail, name.toLowerCase()].includes(wanted),
  );
  if (exact) return { persona: toPersona(exact) };
  const fits = wanted === '' ? [] : PEOPLE.filter((person) => isPart(wanted, person));
  const [only] = fits;
  return only && fits.length === 1 ? { persona: toPersona(only) } : { candidates: fits.map(toPersona) };
}

const isPart = (wanted: string, { alias, name }: SamplePerson): boolean =>
  beginsAWord(alias, wanted) || beginsAWord(name.toLowerCase(), wanted);

const beginsAWord = (text: string, wanted: string): boolean =>
  text.startsWith(wanted) || ['.', '-', ' '].some((gap) => text.includes(`${gap}${wanted}`));

const toPersona = (person: SamplePerson): Persona =>
  PERSONAS.find(({ id }) => id === person.id) ?? { ...person, tryThis: 'Skriv "hej".' };
