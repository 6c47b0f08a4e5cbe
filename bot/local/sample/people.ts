import type { Person } from '../../app/ports/index.ts';

/** The people of Ekhamra, named by what they do. Fixed ids: the log is written with them. */

type Row = readonly [number: number, alias: string, name: string];

/** By unit. The number becomes the id; the alias is the mail address; what stands before the comma is the title. */
const ROWS = {
  ekhamra: [[118, 'sakkunnig.revisionen', 'Sakkunnig, kommunrevisionen']],
  klk: [
    [101, 'kommundirektor.klk', 'Kommundirektör'],
    [107, 'utvecklingsledare.klk', 'Utvecklingsledare, kommunledningskontoret'],
    [112, 'controller.klk', 'Controller, kommunledningskontoret'],
    [115, 'kommunjurist.klk', 'Kommunjurist'],
  ],
  'klk-kontaktcenter': [
    [103, 'enhetschef.klk.kontaktcenter', 'Enhetschef, kontaktcenter'],
    [104, 'kommunvagledare.klk.kontaktcenter', 'Kommunvägledare, kontaktcenter'],
    [105, 'receptionist.klk.kontaktcenter', 'Receptionist, kontaktcenter'],
    [106, 'coach.klk.kontaktcenter', 'Digitaliseringscoach, kontaktcenter'],
  ],
  'klk-digitalisering': [
    [102, 'digitaliseringschef.klk', 'Digitaliseringschef'],
    [113, 'tjanstedesigner.klk', 'Tjänstedesigner, digitaliseringsavdelningen'],
    [114, 'innovationsledare.klk', 'Innovationsledare, digitaliseringsavdelningen'],
    [119, 'verktygsadministrator.klk', 'Verktygsadministratör, digitaliseringsavdelningen'],
    [124, 'projektledare.klk', 'Projektledare, digitaliseringsavdelningen'],
  ],
  'klk-it': [
    [108, 'it-chef.klk.it', 'It-chef'],
    [109, 'it-arkitekt.klk.it', 'It-arkitekt'],
    [110, 'informationssakerhet.klk.it', 'Informationssäkerhetssamordnare'],
    [125, 'forvaltningsledare.klk.it', 'Förvaltningsledare, digital arbetsplats'],
    [126, 'supporttekniker.klk.it', 'Supporttekniker, it-enheten'],
  ],
  'klk-kansli': [
    [111, 'dataskyddsombud.klk.kansli', 'Dataskyddsombud'],
    [117, 'registrator.klk.kansli', 'Registrator, kansli och arkiv'],
    [120, 'kanslichef.klk.kansli', 'Kanslichef, kansli och arkiv'],
    [121, 'kommunarkivarie.klk.kansli', 'Kommunarkivarie'],
  ],
  'klk-ekonomi': [
    [116, 'upphandlare.klk.ekonomi', 'Upphandlare, ekonomi och upphandling'],
    [122, 'ekonomichef.klk.ekonomi', 'Ekonomichef'],
    [127, 'forvaltningsledare.klk.ekonomi', 'Förvaltningsledare, ledning och stöd'],
    [128, 'ekonomiassistent.klk.ekonomi', 'Ekonomiassistent, ekonomi och upphandling'],
  ],
  vof: [
    [201, 'direktor.vof', 'Vård- och omsorgsdirektör'],
    [224, 'utvecklingsledare.vof', 'Utvecklingsledare, vård och omsorg'],
    [225, 'forvaltningsledare.vof', 'Förvaltningsledare, vård och omsorg'],
    [226, 'projektledare.vof', 'Projektledare, vård och omsorg'],
  ],
  'vof-ordinart-boende': [[202, 'verksamhetschef.vof.ordinart-boende', 'Verksamhetschef, ordinärt boende']],
  'vof-hemtjanst-norr': [
    [204, 'enhetschef.vof.hemtjanst-norr', 'Enhetschef, hemtjänst norr'],
    [211, 'underskoterska.vof.hemtjanst-norr', 'Undersköterska, hemtjänst norr'],
    [212, 'vardbitrade.vof.hemtjanst-norr', 'Vårdbiträde, hemtjänst norr'],
    [216, 'planerare.vof.hemtjanst-norr', 'Planerare, hemtjänst norr'],
    [221, 'coach.vof.hemtjanst-norr', 'Digitaliseringscoach, hemtjänst norr'],
  ],
  'vof-hemtjanst-soder': [
    [205, 'enhetschef.vof.hemtjanst-soder', 'Enhetschef, hemtjänst söder'],
    [213, 'underskoterska.vof.hemtjanst-soder', 'Undersköterska, hemtjänst söder'],
    [222, 'coach.vof.hemtjanst-soder', 'Digitaliseringscoach, hemtjänst söder'],
  ],
  'vof-hemsjukvard': [
    [206, 'enhetschef.vof.hemsjukvard', 'Enhetschef, hemsjukvården'],
    [214, 'sjukskoterska.vof.hemsjukvard', 'Sjuksköterska, hemsjukvården'],
  ],
  'vof-sarskilt-boende': [
    [203, 'verksamhetschef.vof.sarskilt-boende', 'Verksamhetschef, särskilt boende'],
    [223, 'coach.vof.sarskilt-boende', 'Digitaliseringscoach, särskilt boende'],
  ],
  'vof-ekbacken': [
    [207, 'enhetschef.vof.ekbacken', 'Enhetschef, Ekbackens särskilda boende'],
    [215, 'underskoterska.vof.ekbacken', 'Undersköterska, Ekbackens särskilda boende'],
  ],
  'vof-bistand': [
    [209, 'enhetschef.vof.bistand', 'Enhetschef, biståndsenheten'],
    [217, 'bistandshandlaggare.vof.bistand', 'Biståndshandläggare, biståndsenheten'],
  ],
  sof: [
    [301, 'direktor.sof', 'Socialdirektör'],
    [323, 'forvaltningsledare.sof', 'Förvaltningsledare, socialtjänst'],
    [325, 'tidigare-utvecklingsledare.sof', 'Tidigare utvecklingsledare, socialförvaltningen'],
  ],
  'sof-individ-familj': [[324, 'verksamhetschef.sof.individ-familj', 'Verksamhetschef, individ och familj']],
  'sof-ekonomiskt-bistand': [
    [303, 'enhetschef.sof.ekonomiskt-bistand', 'Enhetschef, ekonomiskt bistånd'],
    [311, 'handlaggare.sof.ekonomiskt-bistand', 'Handläggare, ekonomiskt bistånd'],
    [321, 'coach.sof.ekonomiskt-bistand', 'Digitaliseringscoach, ekonomiskt bistånd'],
  ],
  'sof-barn-familj': [
    [306, 'enhetschef.sof.barn-familj', 'Enhetschef, barn och familj'],
    [313, 'socialsekreterare.sof.barn-familj', 'Socialsekreterare, barn och familj'],
  ],
  'sof-lss': [
    [302, 'verksamhetschef.sof.lss', 'Verksamhetschef, LSS och boendestöd'],
    [322, 'coach.sof.lss', 'Digitaliseringscoach, LSS och boendestöd'],
  ],
  'sof-boendestod': [
    [304, 'enhetschef.sof.boendestod', 'Enhetschef, boendestöd'],
    [312, 'boendestodjare.sof.boendestod', 'Boendestödjare, boendestöd'],
  ],
  'sof-gruppbostader': [
    [305, 'enhetschef.sof.gruppbostader', 'Enhetschef, gruppbostäder LSS'],
    [314, 'stodassistent.sof.gruppbostader', 'Stödassistent, gruppbostäder LSS'],
  ],
  buf: [
    [401, 'direktor.buf', 'Skoldirektör'],
    [423, 'utvecklingsledare.buf', 'Utvecklingsledare, barn och utbildning'],
    [424, 'forvaltningsledare.buf', 'Förvaltningsledare, utbildning'],
    [425, 'projektledare.buf', 'Projektledare, barn och utbildning'],
  ],
  'buf-grundskola': [
    [402, 'verksamhetschef.buf.grundskola', 'Verksamhetschef, grundskola'],
    [421, 'coach.buf.grundskola', 'Digitaliseringscoach, grundskola'],
  ],
  'buf-ekskolan': [
    [404, 'rektor.buf.ekskolan', 'Rektor, Ekskolan'],
    [411, 'larare.buf.ekskolan', 'Lärare, Ekskolan'],
  ],
  'buf-sjoskolan': [
    [405, 'rektor.buf.sjoskolan', 'Rektor, Sjöskolan'],
    [412, 'larare.buf.sjoskolan', 'Lärare, Sjöskolan'],
  ],
  'buf-forskola': [
    [403, 'verksamhetschef.buf.forskola', 'Verksamhetschef, förskola'],
    [422, 'coach.buf.forskola', 'Digitaliseringscoach, förskola'],
  ],
  'buf-forskolor-ost': [
    [406, 'rektor.buf.forskolor-ost', 'Rektor, förskolor öst'],
    [413, 'forskollarare.buf.forskolor-ost', 'Förskollärare, förskolor öst'],
  ],
  'buf-forskolor-vast': [
    [407, 'rektor.buf.forskolor-vast', 'Rektor, förskolor väst'],
    [414, 'barnskotare.buf.forskolor-vast', 'Barnskötare, förskolor väst'],
  ],
  sbf: [
    [501, 'samhallsbyggnadschef.sbf', 'Samhällsbyggnadschef'],
    [523, 'utvecklingsledare.sbf', 'Utvecklingsledare, samhällsbyggnad'],
    [524, 'forvaltningsledare.sbf', 'Förvaltningsledare, plan, bygg och geodata'],
    [525, 'projektledare.sbf', 'Projektledare, samhällsbyggnad'],
  ],
  'sbf-bygglov': [
    [503, 'enhetschef.sbf.bygglov', 'Enhetschef, bygglov'],
    [508, 'bitradande-enhetschef.sbf.bygglov', 'Biträdande enhetschef, bygglov'],
    [511, 'bygglovshandlaggare.sbf.bygglov', 'Bygglovshandläggare, bygglov'],
    [521, 'coach.sbf.bygglov', 'Digitaliseringscoach, bygglov'],
  ],
  'sbf-drift': [
    [504, 'enhetschef.sbf.drift', 'Enhetschef, drift'],
    [507, 'arbetsledare.sbf.drift', 'Arbetsledare, drift'],
    [512, 'driftstekniker.sbf.drift', 'Driftstekniker, drift'],
    [522, 'coach.sbf.drift', 'Digitaliseringscoach, drift'],
  ],
  'sbf-kart': [
    [505, 'enhetschef.sbf.kart', 'Enhetschef, kart och gis'],
    [513, 'gis-ingenjor.sbf.kart', 'Gis-ingenjör, kart och gis'],
  ],
  'sbf-fastighet': [
    [506, 'enhetschef.sbf.fastighet', 'Enhetschef, fastighet'],
    [514, 'fastighetsskotare.sbf.fastighet', 'Fastighetsskötare, fastighet'],
  ],
  kff: [
    [601, 'kultur-och-fritidschef.kff', 'Kultur- och fritidschef'],
    [622, 'forvaltningsledare.kff', 'Förvaltningsledare, kultur och fritid'],
  ],
  'kff-bibliotek': [
    [602, 'bibliotekschef.kff.bibliotek', 'Bibliotekschef'],
    [611, 'bibliotekarie.kff.bibliotek', 'Bibliotekarie, biblioteken'],
    [621, 'coach.kff.bibliotek-bokning', 'Digitaliseringscoach, bibliotek och bokning'],
  ],
  'kff-lokalbokning': [
    [603, 'enhetschef.kff.lokalbokning', 'Enhetschef, lokalbokning och idrott'],
    [612, 'bokningshandlaggare.kff.lokalbokning', 'Bokningshandläggare, lokalbokning och idrott'],
    [613, 'vaktmastare.kff.lokalbokning', 'Idrottsvaktmästare, lokalbokning och idrott'],
  ],
  'kff-kulturskola': [
    [604, 'enhetschef.kff.kulturskola', 'Enhetschef, kulturskolan'],
    [615, 'musiklarare.kff.kulturskola', 'Musiklärare, kulturskolan'],
  ],
  'kff-ung-fritid': [
    [605, 'enhetschef.kff.ung-fritid', 'Enhetschef, ung fritid'],
    [614, 'fritidsledare.kff.ung-fritid', 'Fritidsledare, ung fritid'],
  ],
  'ofk-kansliet': [
    [701, 'kanslichef.ofk', 'Kanslichef, överförmyndarkansliet'],
    [711, 'handlaggare.ofk', 'Överförmyndarhandläggare, överförmyndarkansliet'],
    [712, 'assistent.ofk', 'Assistent, överförmyndarkansliet'],
    [713, 'forvaltningsledare.ofk', 'Förvaltningsledare, överförmyndare'],
  ],
} as const satisfies Readonly<Record<string, readonly Row[]>>;

/** What stands before @ in somebody's address, e.g. `coach.vof.hemtjanst-norr`. */
export type Alias = (typeof ROWS)[keyof typeof ROWS][number][1];

export type SamplePerson = Required<Omit<Person, 'guest'>> & {
  readonly number: number;
  readonly alias: Alias;
  readonly mail: string;
};

export const PEOPLE: readonly SamplePerson[] = Object.entries(ROWS).flatMap(([unit, rows]) =>
  rows.map(([number, alias, name]) => ({
    number,
    alias,
    name,
    unit,
    id: sampleGuid(number),
    title: name.split(',')[0] ?? name,
    mail: `${alias}@ekhamra.example`,
  })),
);

const BY_ALIAS = new Map(PEOPLE.map((person) => [person.alias, person]));

/** @throws when nobody has the alias, which the type already forbids. */
export function personCalled(alias: Alias): SamplePerson {
  const person = BY_ALIAS.get(alias);
  if (!person) throw new Error(`nobody in Ekhamra is called ${alias}`);
  return person;
}

export const idOf = (alias: Alias): string => personCalled(alias).id;

/** A valid GUID that says on sight that it belongs to the sample. */
export function sampleGuid(number: number): string {
  return `e4a00000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
