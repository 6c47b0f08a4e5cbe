import { dateOfDay, dayNumber, isPlainDate } from '../../../domain/calendar/plainDate.ts';
import {
  comingSubstitutes,
  departmentOf,
  heldBy,
  isWithin,
  unitOf,
} from '../../../domain/organisation/lookup.ts';
import type { RoleHolder, Substitute } from '../../../domain/organisation/organisation.ts';
import { hearNews } from '../../app/lookAnew.ts';
import type { Reply } from '../../app/turn.ts';
import type { FieldErrors } from '../../cards/model.ts';
import {
  ALL_ROLES,
  type HeldRole,
  periodText,
  type SubstituteModel,
  substituteCard,
} from '../../cards/substituteCard.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { idOf, operationFor, textOf } from '../inputs.ts';
import { notice, refusalReply } from '../look.ts';

/** "Min ersättare": who stands in for one's roles, and a form for more. Roles are nothing to show among others. */
export const substituteOpen: Handler = async (ask, deps) => {
  await hearNews(deps.casebook);
  return shown(ask, deps, {});
};

type Shown = Pick<SubstituteModel, 'done' | 'values' | 'errors'>;

function shown(ask: Ask, deps: Deps, { values, ...rest }: Shown): Reply {
  const { turn, texts, viewer } = ask;
  if (turn.scope !== 'personal') return notice('only-in-own-chat', texts, deps);
  const held = rolesOf(ask, deps);
  if (held.length === 0) return notice('no-role', texts, deps);
  const model = {
    op: deps.newId(),
    roles: held.map((holder) => asHeld(holder, ask, deps)),
    near: near(held, ask, deps),
    values: { holder: ALL_ROLES, from: viewer.day, ...values },
    ...rest,
  };
  return { card: substituteCard(model, texts), summary: rest.done ?? texts.t('cards.substitute.summary') };
}

/** For one role or for all of them; what is wrong is said at the input, and nothing typed is lost. */
export const substituteSet: Handler = async (ask, deps) => {
  const { data, texts } = ask;
  const again = (errors: FieldErrors) => shown(ask, deps, { values: data, errors });
  const wanted = await substituteIn(ask, deps);
  if ('errors' in wanted) return again(wanted.errors);
  for (const { id: holder } of chosenRoles(ask, deps)) {
    const refusal = await save(holder, wanted, ask, deps);
    if (refusal === undefined) continue;
    const input = INPUT_OF[refusal];
    return input
      ? again({ [input]: texts.t(`refusals.${refusal}.text`) })
      : refusalReply({ code: refusal }, texts, deps);
  }
  const name = deps.sources().nameOf(wanted.person);
  return shown(ask, deps, { done: periodText({ ...wanted, name }, texts) });
};

/** From today on, also what has not begun yet. */
export const substituteEnd: Handler = async (ask, deps) => {
  const { data, texts, viewer } = ask;
  const person = textOf(data, 'person');
  const to = dateOfDay(dayNumber(viewer.day) - 1);
  for (const holder of rolesOf(ask, deps).filter(({ id }) => id === textOf(data, 'holder')))
    for (const known of comingSubstitutes(holder, viewer.day).filter((each) => each.person === person)) {
      const refusal = await save(holder.id, { ...known, to }, ask, deps);
      if (refusal !== undefined) return refusalReply({ code: refusal }, texts, deps);
    }
  if (person === undefined) return shown(ask, deps, {});
  return shown(ask, deps, {
    done: texts.t('cards.substitute.ended', { name: deps.sources().nameOf(person) }),
  });
};

const INPUT_OF: Readonly<Record<string, string>> = { 'own-substitute': 'person', 'period-reversed': 'to' };

const rolesOf = ({ actor, viewer }: Ask, { casebook }: Deps): RoleHolder[] =>
  heldBy(casebook.organisation(), actor, viewer.day);

function chosenRoles(ask: Ask, deps: Deps): RoleHolder[] {
  const held = rolesOf(ask, deps);
  const chosen = held.filter(({ id }) => id === textOf(ask.data, 'holder'));
  return chosen.length > 0 ? chosen : held;
}

async function save(
  holder: string,
  substitute: Substitute,
  { actor, data }: Ask,
  deps: Deps,
): Promise<string | undefined> {
  const order = { type: 'SetSubstitute', holder, substitute } as const;
  const op = idOf(data, 'op') ?? deps.newId();
  const outcome = await deps.handleOrganisation(order, operationFor(op, order), actor);
  return outcome.ok ? undefined : outcome.refusal;
}

/** Whom and when, if the card says it in a way that can be. The id comes from the client: it must be one of ours. */
async function substituteIn(
  { data, texts }: Ask,
  deps: Deps,
): Promise<Substitute | { readonly errors: FieldErrors }> {
  const [found, from, to] = [textOf(data, 'person'), textOf(data, 'from'), textOf(data, 'to')];
  const person = found ?? textOf(data, 'near');
  const errors: Record<string, string> = {};
  const needed = (input: string) => texts.t(`cards.substitute.needed.${input}`);
  if (person === undefined || !(await isOneOfUs(person, deps)))
    errors[found === undefined && 'near' in data ? 'near' : 'person'] = needed('person');
  if (from === undefined || !isPlainDate(from)) errors.from = needed('from');
  if (to !== undefined && !isPlainDate(to)) errors.to = needed('to');
  if (person === undefined || from === undefined || Object.keys(errors).length > 0) return { errors };
  return { person, from, ...(to !== undefined && { to }) };
}

const isOneOfUs = async (id: string, { person }: Deps): Promise<boolean> => {
  const found = await person(id);
  return found !== undefined && found.guest !== true;
};

function asHeld({ id, role, unit, ...holder }: RoleHolder, { texts, viewer }: Ask, deps: Deps): HeldRole {
  const { nameOf } = deps.sources();
  const where = unitOf(deps.casebook.organisation(), unit)?.name ?? unit;
  return {
    holder: id,
    name: texts.t('cards.substitute.role-in', { role: texts.t(`roles.${role}`), unit: where }),
    substitutes: comingSubstitutes({ id, role, unit, ...holder }, viewer.day).map(
      ({ person, ...period }) => ({
        id: person,
        name: nameOf(person),
        ...period,
      }),
    ),
  };
}

const MOST_NEAR = 15;

/** Those who hold a role in the same department; everybody else is found by name. */
function near(held: readonly RoleHolder[], { actor, viewer }: Ask, deps: Deps): SubstituteModel['near'] {
  const organisation = deps.casebook.organisation();
  const departments = held.map(({ unit }) => departmentOf(organisation, unit)?.id ?? unit);
  const people = Object.values(organisation.holders)
    .filter(({ unit }) => departments.some((department) => isWithin(organisation, unit, department)))
    .filter(({ to }) => to === undefined || viewer.day <= to)
    .map(({ person }) => person);
  const { nameOf } = deps.sources();
  return [...new Set(people)]
    .filter((person) => person !== actor)
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
    .slice(0, MOST_NEAR);
}
