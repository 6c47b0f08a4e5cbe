import type { Conversation } from '../../app/ports/index.ts';
import { type Fields, fields, string } from './values.ts';

/** The tenants an activity names; more than one distinct tenant is nothing Teams sends to one bot. */
export const tenantsOf = (activity: Fields): readonly string[] => {
  const named = [fields(activity.conversation).tenantId, fields(fields(activity.channelData).tenant).id];
  return [...new Set(named.map((id) => string(id, 100)?.toLowerCase()).filter((id) => id !== undefined))];
};

/**
 * Where the activity came from, as a record that is enough to write there unasked later.
 * In a channel it is the channel itself: the thread (`;messageid=…`) stays with the turn.
 * @returns undefined when there is nothing one could answer to.
 */
export function conversationOf(activity: Fields, at: string): Conversation | undefined {
  const { conversation, recipient, from, channelData } = activity;
  const id = string(fields(conversation).id);
  const serviceUrl = string(activity.serviceUrl);
  const bot = string(fields(recipient).id);
  if (!id || !serviceUrl || !bot) return undefined;
  const kind = kindOf(fields(conversation), fields(channelData));
  const botName = string(fields(recipient).name);
  const team = fields(fields(channelData).team);
  const teamId = string(team.id);
  const teamName = string(team.name);
  return {
    id: withoutThread(id),
    kind,
    serviceUrl,
    tenantId: tenantsOf(activity)[0] ?? '',
    bot: { id: bot, ...(botName && { name: botName }) },
    ...(kind === 'personal' && personOf(fields(from))),
    ...(teamId && { team: { id: teamId, ...(teamName && { name: teamName }) } }),
    ...definedLocale(activity),
    updatedAt: at,
  };
}

/**
 * Entra object id of the sender. Teams vouches for it; guests of other tenants and anonymous people have none of ours.
 * Anything but id characters is taken as missing.
 */
export function actorOf(activity: Fields): string | undefined {
  const from = fields(activity.from);
  const id = string(from.aadObjectId, 64);
  if (!id || !/^[\w.-]+$/.test(id)) return undefined;
  const home = string(from.tenantId, 100)?.toLowerCase();
  const here = tenantsOf(activity);
  return home && !here.includes(home) ? undefined : id.toLowerCase();
}

export const localeOf = (activity: Fields): string | undefined => {
  const locale = string(activity.locale, 35);
  return locale && /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/.test(locale) ? locale : undefined;
};

const definedLocale = (activity: Fields): { locale?: string } => {
  const locale = localeOf(activity);
  return locale ? { locale } : {};
};

const personOf = (from: Fields): { person?: string; teamsUser?: string } => {
  const person = actorOf({ from: { aadObjectId: from.aadObjectId } });
  const teamsUser = string(from.id);
  return { ...(person && { person }), ...(teamsUser && { teamsUser }) };
};

const withoutThread = (id: string): string => id.split(';')[0] ?? id;

/** Some events leave the type out; then the team, the group mark and the form of the id tell. */
function kindOf(conversation: Fields, channelData: Fields): Conversation['kind'] {
  if (conversation.conversationType === 'personal') return 'personal';
  if (conversation.conversationType === 'groupChat') return 'group';
  if (conversation.conversationType === 'channel' || string(fields(channelData.team).id)) return 'channel';
  return conversation.isGroup === true || String(conversation.id).includes('@thread.') ? 'group' : 'personal';
}
