import type { Role, UnitId } from '../../../../domain/organisation/organisation.ts';
import type { Alias } from '../people.ts';
import { MUNICIPALITY } from './units.ts';

/** Who holds which role, and where. A share is a share of full time. */
export type SampleHolder = {
  readonly role: Role;
  readonly unit: UnitId;
  readonly by: Alias;
  readonly share?: number;
};

const holder = (role: Role, unit: UnitId, by: Alias, share?: number): SampleHolder => ({
  role,
  unit,
  by,
  ...(share !== undefined && { share }),
});

const municipal = (role: Role, ...people: Alias[]): SampleHolder[] =>
  people.map((by) => holder(role, MUNICIPALITY, by));

const DIRECTORS = [
  'direktor.vof',
  'direktor.sof',
  'direktor.buf',
  'samhallsbyggnadschef.sbf',
  'kultur-och-fritidschef.kff',
  'kanslichef.ofk',
] as const satisfies readonly Alias[];

/** The council decides on suitability and priority; the preparation group is put together by competence. */
const WHOLE_MUNICIPALITY: readonly SampleHolder[] = [
  ...municipal('municipalDirector', 'kommundirektor.klk'),
  ...municipal('headOfDigitalisation', 'digitaliseringschef.klk'),
  ...municipal('councilChair', 'kommundirektor.klk'),
  ...municipal('councilMember', 'digitaliseringschef.klk', ...DIRECTORS),
  ...municipal('preparationChair', 'it-arkitekt.klk.it'),
  ...municipal(
    'preparationMember',
    'it-arkitekt.klk.it',
    'informationssakerhet.klk.it',
    'dataskyddsombud.klk.kansli',
    'controller.klk',
    'tjanstedesigner.klk',
    'innovationsledare.klk',
    'kommunjurist.klk',
    'upphandlare.klk.ekonomi',
  ),
  ...municipal('securityOfficer', 'informationssakerhet.klk.it'),
  ...municipal('dpo', 'dataskyddsombud.klk.kansli'),
  ...municipal('lawyer', 'kommunjurist.klk'),
  ...municipal('controller', 'controller.klk'),
  ...municipal('procurement', 'upphandlare.klk.ekonomi'),
  ...municipal('registrar', 'registrator.klk.kansli'),
  ...municipal('auditor', 'sakkunnig.revisionen'),
  ...municipal('toolAdmin', 'verktygsadministrator.klk'),
];

const LINE: readonly SampleHolder[] = [
  holder('director', 'klk', 'kommundirektor.klk'),
  holder('manager', 'klk-kontaktcenter', 'enhetschef.klk.kontaktcenter'),
  holder('manager', 'klk-digitalisering', 'digitaliseringschef.klk'),
  holder('manager', 'klk-it', 'it-chef.klk.it'),
  holder('manager', 'klk-kansli', 'kanslichef.klk.kansli'),
  holder('manager', 'klk-ekonomi', 'ekonomichef.klk.ekonomi'),

  holder('director', 'vof', 'direktor.vof'),
  holder('manager', 'vof-ordinart-boende', 'verksamhetschef.vof.ordinart-boende'),
  holder('manager', 'vof-hemtjanst-norr', 'enhetschef.vof.hemtjanst-norr'),
  holder('manager', 'vof-hemtjanst-soder', 'enhetschef.vof.hemtjanst-soder'),
  holder('manager', 'vof-hemsjukvard', 'enhetschef.vof.hemsjukvard'),
  holder('manager', 'vof-sarskilt-boende', 'verksamhetschef.vof.sarskilt-boende'),
  holder('manager', 'vof-ekbacken', 'enhetschef.vof.ekbacken'),
  holder('manager', 'vof-bistand', 'enhetschef.vof.bistand'),

  holder('director', 'sof', 'direktor.sof'),
  holder('manager', 'sof-individ-familj', 'verksamhetschef.sof.individ-familj'),
  holder('manager', 'sof-ekonomiskt-bistand', 'enhetschef.sof.ekonomiskt-bistand'),
  holder('manager', 'sof-barn-familj', 'enhetschef.sof.barn-familj'),
  holder('manager', 'sof-lss', 'verksamhetschef.sof.lss'),
  holder('manager', 'sof-boendestod', 'enhetschef.sof.boendestod'),
  holder('manager', 'sof-gruppbostader', 'enhetschef.sof.gruppbostader'),

  holder('director', 'buf', 'direktor.buf'),
  holder('manager', 'buf-grundskola', 'verksamhetschef.buf.grundskola'),
  holder('manager', 'buf-ekskolan', 'rektor.buf.ekskolan'),
  holder('manager', 'buf-sjoskolan', 'rektor.buf.sjoskolan'),
  holder('manager', 'buf-forskola', 'verksamhetschef.buf.forskola'),
  holder('manager', 'buf-forskolor-ost', 'rektor.buf.forskolor-ost'),
  holder('manager', 'buf-forskolor-vast', 'rektor.buf.forskolor-vast'),

  holder('director', 'sbf', 'samhallsbyggnadschef.sbf'),
  holder('manager', 'sbf-bygglov', 'enhetschef.sbf.bygglov'),
  holder('manager', 'sbf-drift', 'enhetschef.sbf.drift'),
  holder('manager', 'sbf-kart', 'enhetschef.sbf.kart'),
  holder('manager', 'sbf-fastighet', 'enhetschef.sbf.fastighet'),

  holder('director', 'kff', 'kultur-och-fritidschef.kff'),
  holder('manager', 'kff-bibliotek', 'bibliotekschef.kff.bibliotek'),
  holder('manager', 'kff-lokalbokning', 'enhetschef.kff.lokalbokning'),
  holder('manager', 'kff-kulturskola', 'enhetschef.kff.kulturskola'),
  holder('manager', 'kff-ung-fritid', 'enhetschef.kff.ung-fritid'),

  holder('director', 'ofk', 'kanslichef.ofk'),
  holder('manager', 'ofk-kansliet', 'kanslichef.ofk'),
];

/** Kultur och fritid shares a development lead with the schools; Överförmyndarkansliet has no coach, on purpose. */
const SUPPORT: readonly SampleHolder[] = [
  holder('developmentLead', 'klk', 'utvecklingsledare.klk'),
  holder('developmentLead', 'ofk', 'utvecklingsledare.klk'),
  holder('developmentLead', 'vof', 'utvecklingsledare.vof'),
  holder('developmentLead', 'sof', 'tidigare-utvecklingsledare.sof'),
  holder('developmentLead', 'buf', 'utvecklingsledare.buf', 0.6),
  holder('developmentLead', 'kff', 'utvecklingsledare.buf', 0.4),
  holder('developmentLead', 'sbf', 'utvecklingsledare.sbf'),
  holder('coach', 'klk-kontaktcenter', 'coach.klk.kontaktcenter', 0.2),
  holder('coach', 'vof-hemtjanst-norr', 'coach.vof.hemtjanst-norr', 0.5),
  holder('coach', 'vof-hemtjanst-soder', 'coach.vof.hemtjanst-soder', 0.5),
  holder('coach', 'vof-sarskilt-boende', 'coach.vof.sarskilt-boende', 0.3),
  holder('coach', 'sof-ekonomiskt-bistand', 'coach.sof.ekonomiskt-bistand', 0.3),
  holder('coach', 'sof-lss', 'coach.sof.lss', 0.4),
  holder('coach', 'buf-grundskola', 'coach.buf.grundskola', 0.4),
  holder('coach', 'buf-forskola', 'coach.buf.forskola', 0.3),
  holder('coach', 'sbf-bygglov', 'coach.sbf.bygglov', 0.2),
  holder('coach', 'sbf-drift', 'coach.sbf.drift', 0.2),
  holder('coach', 'kff-bibliotek', 'coach.kff.bibliotek-bokning', 0.1),
  holder('coach', 'kff-lokalbokning', 'coach.kff.bibliotek-bokning', 0.1),
];

/** One maintenance object per department, two at Kommunledningskontoret: Ledning och stöd, Digital arbetsplats. */
const OBJECTS: readonly SampleHolder[] = [
  holder('objectOwner', 'klk', 'ekonomichef.klk.ekonomi'),
  holder('objectManager', 'klk', 'forvaltningsledare.klk.ekonomi'),
  holder('objectOwner', 'klk-digitalisering', 'it-chef.klk.it'),
  holder('objectManager', 'klk-digitalisering', 'forvaltningsledare.klk.it'),
  holder('objectOwner', 'vof', 'verksamhetschef.vof.ordinart-boende'),
  holder('objectManager', 'vof', 'forvaltningsledare.vof'),
  holder('objectOwner', 'sof', 'verksamhetschef.sof.individ-familj'),
  holder('objectManager', 'sof', 'forvaltningsledare.sof'),
  holder('objectOwner', 'buf', 'verksamhetschef.buf.grundskola'),
  holder('objectManager', 'buf', 'forvaltningsledare.buf'),
  holder('objectOwner', 'sbf', 'samhallsbyggnadschef.sbf'),
  holder('objectManager', 'sbf', 'forvaltningsledare.sbf'),
  holder('objectOwner', 'kff', 'kultur-och-fritidschef.kff'),
  holder('objectManager', 'kff', 'forvaltningsledare.kff'),
  holder('objectOwner', 'ofk', 'kanslichef.ofk'),
  holder('objectManager', 'ofk', 'forvaltningsledare.ofk'),
];

export const HOLDERS: readonly SampleHolder[] = [...WHOLE_MUNICIPALITY, ...LINE, ...SUPPORT, ...OBJECTS];

/** Names a holder's record in the log. */
export const holderId = ({ role, unit, by }: Pick<SampleHolder, 'role' | 'unit' | 'by'>): string =>
  `${role}/${unit}/${by}`;
