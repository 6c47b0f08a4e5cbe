import type { Unit, UnitId } from '../../domain/organisation/organisation.ts';
import type { Persona } from './personas.ts';
import { UNITS } from './sample/organisation/units.ts';
import { PEOPLE, type SamplePerson, sampleGuid } from './sample/people.ts';

/** Numbers of `sampleGuid` that are not people's. */
const TENANT = 1;
const BOT = 2;
const TEAMS_FROM = 10_000;
/** As many as the Playground demands besides the one who is signed in. */
const COLLEAGUES = 5;

type PlaygroundUser = {
  readonly id: string;
  readonly name: string;
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
};

const TENANT_ID = sampleGuid(TENANT);
const BOT_NAME = 'Färdplan';

/**
 * The world a persona's Playground shows: a chat with the bot, a group of colleagues and the department's team with
 * General and the channel Digitalisering. Ids of chats are the persona's own, since chats are not shared between
 * Playgrounds; people are the same everywhere.
 * Source: schema 0.1.1 of Microsoft 365 Agents Playground 0.2.28, checked strictly.
 */
export function playgroundConfig(persona: Persona) {
  const department = departmentOf(persona.unit);
  const team = `19:${persona.alias}.team@thread.tacv2`;
  return {
    version: '0.1.1',
    tenantId: TENANT_ID,
    bot: { id: `28:${sampleGuid(BOT)}`, name: BOT_NAME },
    currentUser: userOf(persona),
    users: colleaguesOf(persona).map(userOf),
    personalChat: { id: `a:${persona.alias}` },
    groupChat: { id: `19:${persona.alias}.group@thread.v2`, name: `Arbetsgrupp ${department.name}` },
    team: {
      id: team,
      name: department.name,
      aadGroupId: sampleGuid(TEAMS_FROM + persona.number),
      channels: [{ id: `19:${persona.alias}.digitalisering@thread.tacv2`, name: 'Digitalisering' }],
    },
  };
}

/** The Playground reads YAML, and JSON is YAML. */
export const playgroundConfigText = (persona: Persona): string =>
  `${JSON.stringify(playgroundConfig(persona), null, 2)}\n`;

function userOf({ id, alias, name, title, mail }: SamplePerson): PlaygroundUser {
  const place = name.split(', ')[1] ?? 'Ekhamra kommun';
  return {
    id: `29:${alias}`,
    name,
    userPrincipleName: mail,
    aadObjectId: id,
    givenName: title,
    surname: place,
    email: mail,
  };
}

/** Those nearest: the same unit, then the same department, then the rest. */
function colleaguesOf(persona: SamplePerson): readonly SamplePerson[] {
  const department = departmentOf(persona.unit);
  const distance = ({ unit }: SamplePerson): number => {
    if (unit === persona.unit) return 0;
    return departmentOf(unit) === department ? 1 : 2;
  };
  return PEOPLE.filter(({ id }) => id !== persona.id)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, COLLEAGUES);
}

/** The department a unit belongs to, or the municipality for what belongs to none. */
function departmentOf(id: UnitId): Unit {
  const unit = UNITS.find((one) => one.id === id);
  if (!unit) throw new Error(`no unit ${id} in Ekhamra`);
  return unit.kind === 'department' || unit.parent === undefined ? unit : departmentOf(unit.parent);
}
