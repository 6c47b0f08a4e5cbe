import { decideOrganisation, type OrganisationCommand, SYSTEM } from '../../domain/organisation/commands.ts';
import { evolveOrganisation } from '../../domain/organisation/evolve.ts';
import { holdersAnywhere, holdersOf } from '../../domain/organisation/lookup.ts';
import type { Organisation, Unit } from '../../domain/organisation/organisation.ts';
import { HOLDERS } from './columns.ts';
import { endingSteps, holderSteps, matchHolders } from './planHolders.ts';
import type { Planning, Step } from './planning.ts';
import { vacancySteps } from './vacancies.ts';

export type Plan = {
  readonly steps: readonly Step[];
  /** What stands in the way of the whole file (in Swedish). */
  readonly problems: readonly string[];
  /** What somebody ought to see to (in Swedish). */
  readonly notes: readonly string[];
  /** The organisation once the plan has been carried out. */
  readonly after: Organisation;
};

/**
 * What would make the organisation like the file. Nothing is taken away: a unit that is missing stays, a role that is
 * missing ends on a day. Tried against the rules of the domain before anything is written.
 */
export function planOrganisation(planning: Planning): Plan {
  const { organisation, today } = planning;
  const matched = matchHolders(planning);
  const ending = endingSteps(matched.others, planning);
  const steps = [
    ...unitSteps(planning),
    ...holderSteps(matched, planning),
    ...ending.steps,
    ...vacancySteps(planning),
  ];
  const { after, problems } = tried(organisation, steps, today);
  const admins = holdersAnywhere(after, 'toolAdmin', today);
  if (problems.length === 0 && admins.length === 0)
    problems.push(
      `Ingen skulle vara ${planning.nameOf('toolAdmin')} i dag. Lägg till en rad för det i fliken Roller.`,
    );
  for (const { role, unit, row } of planning.vacancies)
    if (holdersOf(after, role, unit, today).length > 0)
      problems.push(
        `${HOLDERS.name}, rad ${row}: rollen är vakant i filen, men någon har den. Ta bort den ena raden, eller säg sista dagen med --end.`,
      );
  return { steps, problems: [...ending.problems, ...problems], notes: [...gone(planning)], after };
}

/** From the top down: what a unit belongs to is in place before the unit is. */
function unitSteps({ organisation, units }: Planning): Step[] {
  const below = Map.groupBy(units, ({ parent }) => parent);
  const inOrder: Unit[] = [];
  const walk = (parent: string | undefined): void => {
    for (const unit of below.get(parent) ?? []) {
      inOrder.push(unit);
      walk(unit.id);
    }
  };
  walk(undefined);
  return inOrder.flatMap((unit): Step[] => {
    const known = organisation.units[unit.id];
    if (known && isSame(known, unit)) return [];
    return [
      { kind: known ? 'changed' : 'new', about: `enheten ${unit.name}`, order: { type: 'PlaceUnit', unit } },
    ];
  });
}

const isSame = (one: Unit, other: Unit): boolean => described(one) === described(other);
const described = ({ id, kind, name, alsoCalled = [], parent, prefix, committee }: Unit): string =>
  JSON.stringify([id, kind, name, alsoCalled, parent, prefix, committee?.name, committee?.prefix]);

/** Units that the file does not have: cases may belong to them. */
function gone({ organisation, units }: Planning): string[] {
  const wanted = new Set(units.map(({ id }) => id));
  return Object.values(organisation.units)
    .filter(({ id }) => !wanted.has(id))
    .map(
      ({ name }) =>
        `Enheten ${name} finns inte i filen. Den ligger kvar, eftersom ärenden kan höra till den.`,
    );
}

/** Carries the plan out in memory. A refusal here is one that would have come halfway through. */
function tried(
  organisation: Organisation,
  steps: readonly Step[],
  today: string,
): { readonly after: Organisation; readonly problems: string[] } {
  const problems: string[] = [];
  let after = organisation;
  for (const { order, about } of steps) {
    // The instant does not matter to any rule; the day does.
    const command = {
      ...order,
      actor: SYSTEM,
      at: `${today}T12:00:00.000Z`,
      day: today,
    } as OrganisationCommand;
    const decision = decideOrganisation(command, after);
    if (decision.ok) after = decision.events.reduce(evolveOrganisation, after);
    else problems.push(`${REFUSED[decision.refusal] ?? decision.refusal}: ${about}.`);
  }
  return { after, problems };
}

const REFUSED: Readonly<Record<string, string>> = {
  'unknown-unit': 'Enheten finns inte',
  'unit-loop': 'Enheten skulle höra till sig själv',
  'own-substitute': 'Ersättaren är samma person som har rollen',
  'period-reversed': 'Ersättarens sista dag är före den första',
};
