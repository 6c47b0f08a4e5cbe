import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import { holdersOf } from '../../domain/organisation/lookup.ts';
import type { Organisation, Unit } from '../../domain/organisation/organisation.ts';
import type { PlaceDirectory } from '../import/place.ts';

const LEADING = ['manager', 'director', 'municipalDirector'] as const;
/** So many of a unit's people are asked about: the same answer comes soon. */
const ENOUGH = 12;

/**
 * Who leads the units that nobody leads in the file, as far as Entra knows the people who work there: those with a role
 * in the unit and those who have sent in proposals from it. Advice in words (Swedish): proposals go to whoever the file
 * names, never to whom a directory happens to say.
 * @throws whatever the directory does when it cannot be asked.
 */
export async function suggestManagers(
  organisation: Organisation,
  cases: Iterable<Initiative>,
  today: string,
  manager: NonNullable<PlaceDirectory['manager']>,
): Promise<string[]> {
  const people = peopleByUnit(organisation, cases);
  const advice: string[] = [];
  for (const unit of Object.values(organisation.units)) {
    const there = [...(people.get(unit.id) ?? [])].slice(0, ENOUGH);
    if (unit.kind === 'municipality' || isLed(organisation, unit, today) || there.length === 0) continue;
    const found = (await Promise.all(there.map(manager))).flatMap((one) =>
      one && !one.left && !one.guest ? [one] : [],
    );
    const [most] = [...Map.groupBy(found, ({ id }) => id).values()].sort((a, b) => b.length - a.length);
    const [leader] = most ?? [];
    if (!most || !leader) continue;
    const title = leader.title ? `, ${leader.title}` : '';
    advice.push(
      `${unit.name} har ingen chef i filen. Enligt Entra är ${leader.name}${title} (${leader.id}) chef för ` +
        `${most.length} av ${there.length} som har en roll där eller har lämnat förslag därifrån.`,
    );
  }
  return advice;
}

const isLed = (organisation: Organisation, { id }: Unit, today: string): boolean =>
  LEADING.some((role) => holdersOf(organisation, role, id, today).length > 0);

function peopleByUnit(
  { holders }: Organisation,
  cases: Iterable<Initiative>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const people = new Map<string, Set<string>>();
  const add = (unit: string, person: string) => {
    const known = people.get(unit) ?? new Set();
    people.set(unit, known.add(person));
  };
  for (const { unit, person } of Object.values(holders)) add(unit, person);
  for (const initiative of cases)
    if (isSubmitted(initiative)) add(initiative.content.unit, initiative.proposer);
  return people;
}
