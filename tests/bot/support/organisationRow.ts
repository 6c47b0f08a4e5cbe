import type { EventLog } from '../../../bot/app/ports/index.ts';
import { ORGANISATION_STREAM } from '../../../bot/app/streams.ts';
import {
  decideOrganisation,
  type OrganisationCommand,
  SYSTEM,
} from '../../../domain/organisation/commands.ts';
import type { OrganisationEvent } from '../../../domain/organisation/events.ts';
import { EMPTY_ORGANISATION, evolveOrganisation } from '../../../domain/organisation/evolve.ts';
import type { RoleHolder, Unit } from '../../../domain/organisation/organisation.ts';
import { HOLDERS, UNITS } from '../../builders/municipality.ts';

const PROVISIONED = { actor: SYSTEM, at: '2024-01-01T08:00:00.000Z', day: '2024-01-01' } as const;

/** Writes the test municipality in one row, by the real rules. */
export async function provision(
  log: EventLog,
  { units = UNITS, holders = HOLDERS }: { units?: readonly Unit[]; holders?: readonly RoleHolder[] } = {},
): Promise<void> {
  const commands: OrganisationCommand[] = [
    ...units.map((unit) => ({ ...PROVISIONED, type: 'PlaceUnit', unit }) as const),
    ...holders.map((holder) => ({ ...PROVISIONED, type: 'AppointRoleHolder', holder }) as const),
  ];
  let organisation = EMPTY_ORGANISATION;
  const events: OrganisationEvent[] = [];
  for (const command of commands) {
    const decided = decideOrganisation(command, organisation);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal}`);
    organisation = decided.events.reduce(evolveOrganisation, organisation);
    events.push(...decided.events);
  }
  const { actor, at } = PROVISIONED;
  await log.append(ORGANISATION_STREAM, 0, { operationId: 'provisioning', actor, at, events });
}
