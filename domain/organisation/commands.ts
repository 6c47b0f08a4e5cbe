import type { OrganisationEvent } from './events.ts';
import { actsAs, actsAsAnywhere, isWithin } from './lookup.ts';
import type { Organisation, PersonId, RoleHolder, Substitute, Unit, UnitId, Vacancy } from './organisation.ts';

type Order = { readonly actor: PersonId; readonly at: string; /** local day of `at` */ readonly day: string };

export type OrganisationCommand =
  | (Order & { readonly type: 'PlaceUnit'; readonly unit: Unit })
  | (Order & { readonly type: 'AppointRoleHolder'; readonly holder: RoleHolder })
  | (Order & { readonly type: 'EndRoleHolder'; readonly holder: string; readonly to: string })
  | (Order & { readonly type: 'SetSubstitute'; readonly holder: string; readonly substitute: Substitute })
  | (Order & { readonly type: 'NoteVacancy'; readonly vacancy: Vacancy })
  | (Order & { readonly type: 'LinkChannel'; readonly channel: string; readonly unit: UnitId; readonly name?: string })
  | (Order & { readonly type: 'UnlinkChannel'; readonly channel: string });

export type OrganisationRefusal =
  | 'not-allowed'
  | 'unknown-unit'
  | 'unknown-holder'
  | 'own-substitute'
  | 'unit-loop'
  | 'channel-not-linked';

export type OrganisationDecision =
  | { readonly ok: true; readonly events: readonly OrganisationEvent[] }
  | { readonly ok: false; readonly refusal: OrganisationRefusal };

/** Set while the municipality has no tool administrator yet, and by provisioning. */
export const SYSTEM: PersonId = 'system';

/**
 * Decides on a change of the organisation. Tool administrators keep roles and units; a coach, development lead,
 * manager or director of the department ties a channel to it; a holder names the own substitute.
 */
export function decideOrganisation(command: OrganisationCommand, organisation: Organisation): OrganisationDecision {
  const { actor, at, day } = command;
  const isAdmin = actor === SYSTEM || actsAsAnywhere(organisation, actor, 'toolAdmin', day);
  const fact = { by: actor, at };
  switch (command.type) {
    case 'PlaceUnit':
      if (!isAdmin) return refuse('not-allowed');
      if (command.unit.parent === command.unit.id) return refuse('unit-loop');
      if (command.unit.parent && !organisation.units[command.unit.parent]) return refuse('unknown-unit');
      if (command.unit.parent && isWithin(organisation, command.unit.parent, command.unit.id)) return refuse('unit-loop');
      return accept({ type: 'UnitPlaced', ...fact, unit: command.unit });
    case 'AppointRoleHolder':
      if (!isAdmin) return refuse('not-allowed');
      if (!organisation.units[command.holder.unit]) return refuse('unknown-unit');
      return accept({ type: 'RoleHolderAppointed', ...fact, holder: command.holder });
    case 'EndRoleHolder':
      if (!isAdmin) return refuse('not-allowed');
      if (!organisation.holders[command.holder]) return refuse('unknown-holder');
      return accept({ type: 'RoleHolderEnded', ...fact, holder: command.holder, to: command.to });
    case 'SetSubstitute': {
      const holder = organisation.holders[command.holder];
      if (!holder) return refuse('unknown-holder');
      if (!isAdmin && holder.person !== actor) return refuse('not-allowed');
      if (holder.person === command.substitute.person) return refuse('own-substitute');
      return accept({ type: 'SubstituteSet', ...fact, holder: holder.id, substitute: command.substitute });
    }
    case 'NoteVacancy':
      if (!isAdmin) return refuse('not-allowed');
      if (!organisation.units[command.vacancy.unit]) return refuse('unknown-unit');
      return accept({ type: 'VacancyNoted', ...fact, vacancy: command.vacancy });
    case 'LinkChannel': {
      const { channel, unit, name } = command;
      if (!organisation.units[unit]) return refuse('unknown-unit');
      if (!isAdmin && !mayTieChannel(organisation, actor, unit, day)) return refuse('not-allowed');
      if (organisation.channels[channel]?.unit === unit) return accept();
      const link = { channel, unit, linkedBy: actor, at, ...(name !== undefined && { name }) };
      return accept({ type: 'ChannelLinked', ...fact, link });
    }
    case 'UnlinkChannel': {
      const link = organisation.channels[command.channel];
      if (!link) return refuse('channel-not-linked');
      if (!isAdmin && !mayTieChannel(organisation, actor, link.unit, day)) return refuse('not-allowed');
      return accept({ type: 'ChannelUnlinked', ...fact, channel: command.channel });
    }
  }
}

/** Anybody who leads or supports digitalisation in the unit: a coach of any part of it, or a leader over it. */
function mayTieChannel(organisation: Organisation, actor: PersonId, unit: UnitId, day: string): boolean {
  const leads = (['coach', 'developmentLead', 'manager', 'director', 'headOfDigitalisation'] as const).some((role) =>
    actsAs(organisation, actor, role, unit, day),
  );
  return leads || isCoachBelow(organisation, actor, unit, day);
}

const isCoachBelow = (organisation: Organisation, actor: PersonId, unit: UnitId, day: string): boolean =>
  Object.values(organisation.units).some(
    ({ id, parent }) =>
      parent === unit && (actsAs(organisation, actor, 'coach', id, day) || isCoachBelow(organisation, actor, id, day)),
  );

const accept = (...events: OrganisationEvent[]): OrganisationDecision => ({ ok: true, events });
const refuse = (refusal: OrganisationRefusal): OrganisationDecision => ({ ok: false, refusal });
