/**
 * On what ground somebody may do a thing; also written in every move, so that the log says in what role it was made.
 * `approver` is the manager whose turn it is, `manager` leads the unit (and stands in for the benefit owner),
 * `sponsor` is the department's director or the head of digitalisation, `council` and `preparationGroup` are their
 * chairs. Source: docs/adr/0009-permissions.md
 */
export const GROUNDS = [
  'anyone',
  'proposer',
  'approver',
  'coach',
  'developmentLead',
  'manager',
  'sponsor',
  'headOfDigitalisation',
  'preparationGroup',
  'council',
  'councilChair',
  'projectManager',
  'objectOwner',
  'objectManager',
  'security',
  'controller',
  'procurement',
] as const;
export type Ground = (typeof GROUNDS)[number];
