import type { Context } from '../initiatives/decision.ts';
import { decidingUnit, type Initiative, isSubmitted } from '../initiatives/initiative.ts';
import { approversOf, coachesOf } from '../initiatives/permissions.ts';
import { actsAs, actsAsAnywhere } from '../organisation/lookup.ts';
import type { PersonId, Role } from '../organisation/organisation.ts';

/** Who is looking, and when; `day` is the local day of `at`. */
export type Viewer = { readonly person: PersonId; readonly at: string; readonly day: string };

/** Open: everybody. Hidden details: number, state and unit only. None: a draft is the proposer's own. */
export type Sight = 'all' | 'hidden-details' | 'none';

const INSIGHT: readonly Role[] = [
  'headOfDigitalisation',
  'municipalDirector',
  'preparationChair',
  'preparationMember',
  'councilChair',
  'councilMember',
  'securityOfficer',
  'dpo',
  'lawyer',
  'controller',
  'procurement',
  'auditor',
  'registrar',
];

const UNIT_INSIGHT: readonly Role[] = [
  'manager',
  'director',
  'developmentLead',
  'coach',
  'objectOwner',
  'objectManager',
];

/** Must its details stay out of the open portfolio and out of every channel? (K ≥ 3, domain §8) */
export const isProtected = ({ classification }: Initiative, { model }: Pick<Context, 'model'>): boolean =>
  classification !== undefined && classification.c >= model.protectedFrom;

/** What a person may see of an initiative. The portfolio is open to all employees, apart from drafts and protected cases. */
export function sightOf(initiative: Initiative, viewer: Viewer, context: Context): Sight {
  if (!isSubmitted(initiative)) return initiative.proposer === viewer.person ? 'all' : 'none';
  if (!isProtected(initiative, context)) return 'all';
  return hasInsight(initiative, viewer, context) ? 'all' : 'hidden-details';
}

function hasInsight(initiative: Initiative, viewer: Viewer, context: Context): boolean {
  const { person, day } = viewer;
  if ([initiative.proposer, initiative.coach, initiative.projectManager].includes(person)) return true;
  if (coachesOf(initiative, day, context).includes(person)) return true;
  const { organisation } = context;
  if (INSIGHT.some((role) => actsAsAnywhere(organisation, person, role, day))) return true;
  if (!isSubmitted(initiative)) return false;
  const unit = decidingUnit(initiative);
  return (
    UNIT_INSIGHT.some((role) => actsAs(organisation, person, role, unit, day)) ||
    approversOf(initiative, viewer, context).includes(person)
  );
}
