import { alike } from '../alike.ts';
import type { OrganisationEvent } from './events.ts';
import {
  actsAs,
  actsAsAnywhere,
  actsFor,
  holdersAnywhere,
  isWithin,
  looksAfterTheTool,
  unitOf,
} from './lookup.ts';
import {
  type ChannelLink,
  type FailedMessage,
  isAnonymous,
  isPutAway,
  type Organisation,
  own,
  type PersonId,
  type RoleHolder,
  type Substitute,
  type Unit,
  type UnitId,
  type Vacancy,
} from './organisation.ts';

type Order = { readonly actor: PersonId; readonly at: string /** local day of `at` */; readonly day: string };

export type OrganisationCommand =
  | (Order & { readonly type: 'PlaceUnit'; readonly unit: Unit })
  | (Order & { readonly type: 'AppointRoleHolder'; readonly holder: RoleHolder })
  | (Order & { readonly type: 'EndRoleHolder'; readonly holder: string; readonly to: string })
  | (Order & { readonly type: 'SetSubstitute'; readonly holder: string; readonly substitute: Substitute })
  | (Order & { readonly type: 'NoteVacancy'; readonly vacancy: Vacancy })
  | (Order & {
      readonly type: 'LinkChannel';
      readonly channel: string;
      readonly unit: UnitId;
      readonly name?: string;
    })
  | (Order & { readonly type: 'UnlinkChannel'; readonly channel: string })
  /** The name of somebody who has left is shown no more; the log has only ever had the id. */
  | (Order & { readonly type: 'AnonymisePerson'; readonly person: PersonId })
  /** Messages that did not arrive have been dealt with: they are shown no more, unless they fail again. */
  | (Order & { readonly type: 'PutAwayMessages'; readonly messages: readonly FailedMessage[] });

export type OrganisationRefusal =
  | 'not-allowed'
  | 'unknown-unit'
  | 'unknown-holder'
  | 'own-substitute'
  | 'period-reversed'
  | 'unit-loop'
  | 'channel-not-linked';

export type OrganisationDecision =
  | { readonly ok: true; readonly events: readonly OrganisationEvent[] }
  | { readonly ok: false; readonly refusal: OrganisationRefusal };

/** Set while the municipality has no tool administrator yet, and by provisioning. */
export const SYSTEM: PersonId = 'system';

type Of<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>;

/**
 * Decides on a change of the organisation. Tool administrators keep roles and units; a holder names the own
 * substitute; those who lead or support digitalisation in a department tie a channel to it, and untie it; those who
 * look after the tool put away messages that did not arrive.
 * Asking for what is already so is quiet.
 */
export function decideOrganisation(
  command: OrganisationCommand,
  organisation: Organisation,
): OrganisationDecision {
  switch (command.type) {
    case 'LinkChannel':
      return linkChannel(command, organisation);
    case 'UnlinkChannel':
      return unlinkChannel(command, organisation);
    case 'SetSubstitute':
      return setSubstitute(command, organisation);
    case 'PutAwayMessages':
      return putAwayMessages(command, organisation);
    default:
      return isAdmin(command, organisation) ? administer(command, organisation) : refuse('not-allowed');
  }
}

const isAdmin = ({ actor, day }: Order, organisation: Organisation): boolean =>
  actor === SYSTEM || actsAsAnywhere(organisation, actor, 'toolAdmin', day);

function administer(
  command: Of<'PlaceUnit' | 'AppointRoleHolder' | 'EndRoleHolder' | 'NoteVacancy' | 'AnonymisePerson'>,
  organisation: Organisation,
): OrganisationDecision {
  const fact = factOf(command);
  switch (command.type) {
    case 'PlaceUnit':
      return placeUnit(command, organisation);
    case 'AppointRoleHolder': {
      const { holder } = command;
      if (!unitOf(organisation, holder.unit)) return refuse('unknown-unit');
      if (alike(own(organisation.holders, holder.id), holder)) return accept();
      return accept({ type: 'RoleHolderAppointed', ...fact, holder });
    }
    case 'EndRoleHolder': {
      const holder = own(organisation.holders, command.holder);
      if (!holder) return refuse('unknown-holder');
      if (holder.to === command.to) return accept();
      return accept({ type: 'RoleHolderEnded', ...fact, holder: command.holder, to: command.to });
    }
    case 'NoteVacancy': {
      const { vacancy } = command;
      if (!unitOf(organisation, vacancy.unit)) return refuse('unknown-unit');
      if (organisation.vacancies.some((known) => alike(known, vacancy))) return accept();
      return accept({ type: 'VacancyNoted', ...fact, vacancy });
    }
    case 'AnonymisePerson': {
      const { person } = command;
      if (isAnonymous(organisation, person)) return accept();
      return accept({ type: 'PersonAnonymised', ...fact, person });
    }
  }
}

function placeUnit(command: Of<'PlaceUnit'>, organisation: Organisation): OrganisationDecision {
  const { unit } = command;
  if (unit.parent !== undefined) {
    if (unit.parent === unit.id) return refuse('unit-loop');
    if (!unitOf(organisation, unit.parent)) return refuse('unknown-unit');
    if (isWithin(organisation, unit.parent, unit.id)) return refuse('unit-loop');
  }
  if (alike(unitOf(organisation, unit.id), unit)) return accept();
  return accept({ type: 'UnitPlaced', ...factOf(command), unit });
}

function setSubstitute(command: Of<'SetSubstitute'>, organisation: Organisation): OrganisationDecision {
  const { actor, substitute } = command;
  const holder = own(organisation.holders, command.holder);
  if (!holder) return refuse('unknown-holder');
  if (holder.person !== actor && !isAdmin(command, organisation)) return refuse('not-allowed');
  if (holder.person === substitute.person) return refuse('own-substitute');
  if (alike(holder.substitutes.at(-1), substitute)) return accept();
  const { from, to = from } = substitute;
  if (to < from && !isKnown(holder, substitute)) return refuse('period-reversed');
  return accept({ type: 'SubstituteSet', ...factOf(command), holder: holder.id, substitute });
}

/** A substitution that has not begun is called off by ending it before it begins. */
const isKnown = ({ substitutes }: RoleHolder, { person, from }: Substitute): boolean =>
  substitutes.some((known) => known.person === person && known.from === from);

function putAwayMessages(command: Of<'PutAwayMessages'>, organisation: Organisation): OrganisationDecision {
  if (!looksAfterTheTool(organisation, command.actor, command.day)) return refuse('not-allowed');
  const messages = command.messages.filter((message) => !isPutAway(organisation, message));
  return messages.length > 0 ? accept({ type: 'MessagesPutAway', ...factOf(command), messages }) : accept();
}

/** Tying a channel anew takes it from the unit it belonged to, so it takes the right to both. */
function linkChannel(command: Of<'LinkChannel'>, organisation: Organisation): OrganisationDecision {
  const { channel, unit, name, actor, at } = command;
  if (!unitOf(organisation, unit)) return refuse('unknown-unit');
  const before = own(organisation.channels, channel);
  if (!mayTie(command, unit, organisation)) return refuse('not-allowed');
  if (before?.unit === unit) return accept();
  if (before && !mayTie(command, before.unit, organisation)) return refuse('not-allowed');
  const link: ChannelLink = { channel, unit, linkedBy: actor, at, ...(name !== undefined && { name }) };
  return accept({ type: 'ChannelLinked', ...factOf(command), link });
}

function unlinkChannel(command: Of<'UnlinkChannel'>, organisation: Organisation): OrganisationDecision {
  const link = own(organisation.channels, command.channel);
  if (!link) return refuse('channel-not-linked');
  if (!mayTie(command, link.unit, organisation)) return refuse('not-allowed');
  return accept({ type: 'ChannelUnlinked', ...factOf(command), channel: command.channel });
}

/**
 * Anybody who leads or supports digitalisation in the unit: a leader or coach of it or of what it belongs to, the head
 * of digitalisation, and a coach of any part of it as long as it is not the whole municipality.
 */
function mayTie(order: Order, unit: UnitId, organisation: Organisation): boolean {
  const { actor, day } = order;
  if (isAdmin(order, organisation)) return true;
  if (actsAsAnywhere(organisation, actor, 'headOfDigitalisation', day)) return true;
  const leaders = ['coach', 'developmentLead', 'manager', 'director', 'municipalDirector'] as const;
  if (leaders.some((role) => actsAs(organisation, actor, role, unit, day))) return true;
  if (unitOf(organisation, unit)?.kind === 'municipality') return false;
  return holdersAnywhere(organisation, 'coach', day).some(
    (coach) => actsFor(coach, actor, day) && isWithin(organisation, coach.unit, unit),
  );
}

const factOf = ({ actor, at }: Order) => ({ by: actor, at });
const accept = (...events: OrganisationEvent[]): OrganisationDecision => ({ ok: true, events });
const refuse = (refusal: OrganisationRefusal): OrganisationDecision => ({ ok: false, refusal });
