/**
 * The people of the test municipality, named by what they do; the id says it all. Substitutes act in July 2026 only.
 * `employee` works in home care north (unit `norr`), which the line norr → hemtjanst → vof → kommunen leads.
 */
export const PEOPLE = {
  employee: 'employee.norr',
  colleague: 'colleague.norr',
  manager: 'manager.norr',
  substituteManager: 'substitute-manager.norr',
  areaManager: 'area-manager.hemtjanst',
  director: 'director.vof',
  substituteDirector: 'substitute-director.vof',
  municipalDirector: 'municipal-director',
  coach: 'coach.norr',
  substituteCoach: 'substitute-coach.norr',
  developmentLead: 'development-lead.vof',
  objectOwner: 'object-owner.vof',
  objectManager: 'object-manager.vof',
  projectManager: 'project-manager',
  head: 'head-of-digitalisation',
  preparationChair: 'preparation-chair',
  preparationMember: 'preparation-member',
  councilChair: 'council-chair',
  councilMember: 'council-member',
  securityOfficer: 'security-officer',
  dpo: 'data-protection-officer',
  lawyer: 'lawyer',
  controller: 'controller',
  procurement: 'procurement-officer',
  registrar: 'registrar',
  auditor: 'auditor',
  toolAdmin: 'tool-admin',
  /** The other department. */
  otherEmployee: 'employee.bistand',
  otherManager: 'manager.bistand',
  otherCoach: 'coach.bistand',
  otherDirector: 'director.sof',
  /** A small office where nobody but its director holds any role. */
  officeEmployee: 'employee.ofk',
  officeDirector: 'director.ofk',
} as const;

export type PersonName = keyof typeof PEOPLE;
export const EVERYBODY: readonly string[] = Object.values(PEOPLE);
