import { decideOrganisation, type OrganisationCommand, SYSTEM } from '../../domain/organisation/commands.ts';
import { EMPTY_ORGANISATION, evolveOrganisation } from '../../domain/organisation/evolve.ts';
import type {
  Organisation,
  Role,
  RoleHolder,
  Substitute,
  Unit,
} from '../../domain/organisation/organisation.ts';
import { PEOPLE } from './people.ts';

/** A small municipality: one department three levels deep, one with a vacancy, one office with almost nobody. */
export const UNITS: readonly Unit[] = [
  { id: 'kommunen', kind: 'municipality', name: 'Kommunen' },
  {
    id: 'vof',
    kind: 'department',
    name: 'Vård- och omsorgsförvaltningen',
    parent: 'kommunen',
    prefix: 'VOF',
    committee: { name: 'Vård- och omsorgsnämnden', prefix: 'VON' },
  },
  { id: 'hemtjanst', kind: 'area', name: 'Hemtjänsten', parent: 'vof' },
  { id: 'norr', kind: 'unit', name: 'Hemtjänst norr', parent: 'hemtjanst' },
  { id: 'soder', kind: 'unit', name: 'Hemtjänst söder', parent: 'hemtjanst' },
  { id: 'sof', kind: 'department', name: 'Socialförvaltningen', parent: 'kommunen', prefix: 'SOF' },
  { id: 'bistand', kind: 'unit', name: 'Ekonomiskt bistånd', parent: 'sof' },
  { id: 'klk', kind: 'department', name: 'Kommunledningskontoret', parent: 'kommunen', prefix: 'KLK' },
  { id: 'digital', kind: 'unit', name: 'Digitaliseringsavdelningen', parent: 'klk' },
  { id: 'ofk', kind: 'department', name: 'Överförmyndarkansliet', parent: 'kommunen', prefix: 'OFK' },
];

const JULY = { from: '2026-07-01', to: '2026-07-31' } as const;
const inJuly = (person: string): Substitute => ({ person, ...JULY });

const holder = (role: Role, unit: string, person: string, ...substitutes: Substitute[]): RoleHolder => ({
  id: `${role}/${unit}/${person}`,
  role,
  unit,
  person,
  from: '2024-01-01',
  substitutes,
});

export const HOLDERS: readonly RoleHolder[] = [
  holder('manager', 'norr', PEOPLE.manager, inJuly(PEOPLE.substituteManager)),
  holder('manager', 'hemtjanst', PEOPLE.areaManager),
  holder('director', 'vof', PEOPLE.director, inJuly(PEOPLE.substituteDirector)),
  holder('municipalDirector', 'kommunen', PEOPLE.municipalDirector),
  holder('coach', 'norr', PEOPLE.coach, inJuly(PEOPLE.substituteCoach)),
  holder('developmentLead', 'vof', PEOPLE.developmentLead),
  holder('objectOwner', 'vof', PEOPLE.objectOwner),
  holder('objectManager', 'vof', PEOPLE.objectManager),
  holder('headOfDigitalisation', 'digital', PEOPLE.head),
  holder('preparationChair', 'kommunen', PEOPLE.preparationChair),
  holder('preparationMember', 'kommunen', PEOPLE.preparationMember),
  holder('councilChair', 'kommunen', PEOPLE.councilChair),
  holder('councilMember', 'kommunen', PEOPLE.councilMember),
  holder('securityOfficer', 'digital', PEOPLE.securityOfficer),
  holder('dpo', 'klk', PEOPLE.dpo),
  holder('lawyer', 'klk', PEOPLE.lawyer),
  holder('controller', 'klk', PEOPLE.controller),
  holder('procurement', 'klk', PEOPLE.procurement),
  holder('registrar', 'klk', PEOPLE.registrar),
  holder('auditor', 'kommunen', PEOPLE.auditor),
  holder('toolAdmin', 'digital', PEOPLE.toolAdmin),
  holder('manager', 'bistand', PEOPLE.otherManager),
  holder('coach', 'bistand', PEOPLE.otherCoach),
  holder('director', 'sof', PEOPLE.otherDirector),
  holder('director', 'ofk', PEOPLE.officeDirector),
];

const PROVISIONED = { actor: SYSTEM, at: '2024-01-01T08:00:00.000Z', day: '2024-01-01' } as const;

/** Carries organisation commands out one after the other. @throws when one is refused. */
export function organised(
  commands: readonly OrganisationCommand[],
  from: Organisation = EMPTY_ORGANISATION,
): Organisation {
  return commands.reduce((organisation, command) => {
    const decided = decideOrganisation(command, organisation);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal}`);
    return decided.events.reduce(evolveOrganisation, organisation);
  }, from);
}

export const appointed = (organisation: Organisation, ...holders: readonly RoleHolder[]): Organisation =>
  organised(
    holders.map((each) => ({ ...PROVISIONED, type: 'AppointRoleHolder', holder: each })),
    organisation,
  );

/** The same organisation without some of its role holders. */
export const without = (organisation: Organisation, ...roles: readonly Role[]): Organisation => ({
  ...organisation,
  holders: Object.fromEntries(
    Object.entries(organisation.holders).filter(([, { role }]) => !roles.includes(role)),
  ),
});

export const held = holder;

export const MUNICIPALITY: Organisation = organised([
  ...UNITS.map((unit) => ({ ...PROVISIONED, type: 'PlaceUnit', unit }) as const),
  ...HOLDERS.map((each) => ({ ...PROVISIONED, type: 'AppointRoleHolder', holder: each }) as const),
  {
    ...PROVISIONED,
    type: 'NoteVacancy',
    vacancy: { role: 'developmentLead', unit: 'sof', target: '2026-09-01' },
  },
]);
