import type { Context } from '../initiatives/decision.ts';
import {
  decidingUnit,
  type Initiative,
  isSubmitted,
  type Submitted,
  workStateOf,
} from '../initiatives/initiative.ts';
import { coachesOf } from '../initiatives/permissions.ts';
import type { StateCode } from '../initiatives/states.ts';
import { acquires } from '../initiatives/tracks.ts';
import { actsAs, actsAsAnywhere } from '../organisation/lookup.ts';
import type { PersonId, Role } from '../organisation/organisation.ts';

/** Who is looking, and when; `day` is the local day of `at`. */
export type Viewer = {
  readonly person: PersonId;
  readonly at: string;
  readonly day: string;
  /** What is shown is read by others too, as in a channel: nobody's insight counts there. */
  readonly amongOthers?: boolean;
};

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

/**
 * Must its documents be kept to those who work with protected cases? A protected case, and a purchase that is under way:
 * what is asked for, the bids and how they are judged are nobody else's until it has been awarded (OSL 19:3, domain §13).
 */
export const hasClosedDocuments = (initiative: Submitted, context: Pick<Context, 'model'>): boolean =>
  isProtected(initiative, context) || workStateOf(initiative) === 'PROCUREMENT';

/** Where what has been bought is put to use. */
const AFTER_AWARD: readonly StateCode[] = ['EXECUTION', 'INTRODUCTION', 'BENEFIT', 'CLOSED'];

/**
 * Is a purchase ahead or under way? Those who are to bid must not read what the municipality reckons with. A case that
 * was brought in from an older list has no contract recorded; there the state it came in tells.
 */
export function awaitsAward(initiative: Submitted): boolean {
  const { content, decisions } = initiative;
  return (
    (acquires(content) || workStateOf(initiative) === 'PROCUREMENT') &&
    !decisions.some(
      ({ type, to }) =>
        type === 'Contracted' || type === 'WentLive' || (type === 'Imported' && AFTER_AWARD.includes(to)),
    )
  );
}

/** What a person may see of an initiative. The portfolio is open to all employees, apart from drafts and protected cases. */
export function sightOf(initiative: Initiative, viewer: Viewer, context: Context): Sight {
  if (!isSubmitted(initiative)) return initiative.proposer === viewer.person ? 'all' : 'none';
  if (!isProtected(initiative, context)) return 'all';
  return insightOf(viewer, context)(initiative) ? 'all' : 'hidden-details';
}

/**
 * May the person read what a purchase is reckoned to cost and give, and what is written by those who decide on it?
 * Until it has been awarded only with insight, and never where others read along.
 */
export const maySeeFigures = (initiative: Submitted, viewer: Viewer, context: Context): boolean =>
  !awaitsAward(initiative) || (!viewer.amongOthers && insightOf(viewer, context)(initiative));

/**
 * Has the person insight in a case? Those who may do something to it, and those whose office it is to look. Worked out
 * once for a viewer, so that thousands of cases may be asked about.
 */
export function insightOf(viewer: Viewer, context: Context): (initiative: Submitted) => boolean {
  const { person, day } = viewer;
  const { organisation } = context;
  let everywhere: boolean | undefined;
  const seesAll = () => {
    everywhere ??= INSIGHT.some((role) => actsAsAnywhere(organisation, person, role, day));
    return everywhere;
  };
  const units = new Map<string, boolean>();
  const seesUnit = (unit: string) => {
    const known =
      units.get(unit) ?? UNIT_INSIGHT.some((role) => actsAs(organisation, person, role, unit, day));
    units.set(unit, known);
    return known;
  };
  return (initiative) =>
    [initiative.proposer, initiative.coach, initiative.projectManager].includes(person) ||
    seesAll() ||
    seesUnit(decidingUnit(initiative)) ||
    coachesOf(initiative, day, context).includes(person);
}
