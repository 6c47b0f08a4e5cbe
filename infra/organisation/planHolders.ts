import { own, type Period, type RoleHolder } from '../../domain/organisation/organisation.ts';
import type { Planning, Step } from './planning.ts';
import type { WantedHolder } from './readHolders.ts';

/** Which row of the file is which holder in the log, and the running holders that no row speaks of. */
export type Matched = {
  readonly pairs: readonly { readonly wanted: WantedHolder; readonly known: RoleHolder | undefined }[];
  readonly others: readonly RoleHolder[];
};

/**
 * A row is a holder with the same role, unit and person: the one from the same day, else one that has not ended, so
 * that a corrected day is a correction and not another person's turn.
 */
export function matchHolders({ organisation, holders, today }: Planning): Matched {
  const key = ({ role, unit, person }: RoleHolder | WantedHolder) => JSON.stringify([role, unit, person]);
  const known = Map.groupBy(Object.values(organisation.holders), key);
  const taken = new Set<RoleHolder>();
  const found = new Map<WantedHolder, RoleHolder>();
  const match = (wanted: WantedHolder, fits: (holder: RoleHolder) => boolean): void => {
    if (found.has(wanted)) return;
    const holder = known.get(key(wanted))?.find((each) => !taken.has(each) && fits(each));
    if (!holder) return;
    taken.add(holder);
    found.set(wanted, holder);
  };
  for (const wanted of holders) match(wanted, ({ from }) => from === wanted.from);
  for (const wanted of holders) match(wanted, (holder) => isRunning(holder, today));
  return {
    pairs: holders.map((wanted) => ({ wanted, known: found.get(wanted) })),
    others: Object.values(organisation.holders).filter((each) => isRunning(each, today) && !taken.has(each)),
  };
}

const isRunning = ({ to }: Period, today: string): boolean => to === undefined || to >= today;

/** Appointments, changes of them, and substitutes. What the file says nothing of (other substitutes) stays. */
export const holderSteps = ({ pairs }: Matched, planning: Planning): Step[] =>
  pairs.flatMap(({ wanted, known }) => [
    ...appointment(wanted, known, planning),
    ...substitute(wanted, known, planning),
  ]);

function appointment(wanted: WantedHolder, known: RoleHolder | undefined, planning: Planning): Step[] {
  const { role, unit, person, to, share } = wanted;
  const from = wanted.from ?? known?.from ?? planning.today;
  const about = described(wanted, planning);
  const id = known?.id ?? holderId(wanted, planning);
  if (known && known.from === from && known.share === share) {
    if (known.to === to) return [];
    if (to !== undefined) return [{ kind: 'ends', about, order: { type: 'EndRoleHolder', holder: id, to } }];
  }
  const holder: RoleHolder = {
    id,
    role,
    unit,
    person,
    from,
    ...(to !== undefined && { to }),
    ...(share !== undefined && { share }),
    substitutes: known?.substitutes ?? [],
  };
  return [{ kind: known ? 'changed' : 'new', about, order: { type: 'AppointRoleHolder', holder } }];
}

function substitute(wanted: WantedHolder, known: RoleHolder | undefined, planning: Planning): Step[] {
  const { substitute: acting } = wanted;
  if (!acting) return [];
  const isThere = known?.substitutes.some(
    ({ person, from, to }) => person === acting.person && from === acting.from && to === acting.to,
  );
  if (isThere) return [];
  return [
    {
      kind: 'changed',
      about: `ersättare för ${described(wanted, planning)}`,
      order: {
        type: 'SetSubstitute',
        holder: known?.id ?? holderId(wanted, planning),
        substitute: acting,
      },
    },
  ];
}

/** Who held it before keeps their own record: a second turn gets another id. */
const holderId = ({ role, unit, person, from }: WantedHolder, { today }: Planning): string =>
  `${role}/${unit}/${person}/${from ?? today}`;

/** Ends what the file no longer has. One that ends anyway needs no day. */
export function endingSteps(
  others: readonly RoleHolder[],
  planning: Planning,
): { readonly steps: readonly Step[]; readonly problems: readonly string[] } {
  const { end } = planning;
  if (end !== undefined)
    return {
      steps: others
        .filter(({ to }) => to === undefined || to > end)
        .map((holder) => ({
          kind: 'ends',
          about: described(holder, planning),
          order: { type: 'EndRoleHolder', holder: holder.id, to: end },
        })),
      problems: [],
    };
  const open = others.filter(({ to }) => to === undefined);
  return {
    steps: [],
    problems: open.map(
      (holder) =>
        `${described(holder, planning)} (${holder.person}) finns i Färdplan men inte i filen. ` +
        'Lägg till raden, eller säg vilken dag som är den sista för sådana: --end 2026-12-31',
    ),
  };
}

function described(
  { role, unit }: Pick<WantedHolder, 'role' | 'unit'>,
  { units, organisation, nameOf }: Planning,
): string {
  const name = units.find(({ id }) => id === unit)?.name ?? own(organisation.units, unit)?.name ?? unit;
  return `${nameOf(role)}, ${name}`;
}
