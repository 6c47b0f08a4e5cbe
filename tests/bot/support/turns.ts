import type { Conversation } from '../../../bot/app/ports/index.ts';
import type { Turn } from '../../../bot/app/turn.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';

export const chatWith = (person: string, changes: Partial<Conversation> = {}): Conversation => ({
  id: `a:${person}`,
  kind: 'personal',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: TENANT,
  bot: { id: '28:fardplan' },
  person,
  teamsUser: `29:${person}`,
  updatedAt: '2026-03-02T08:00:00.000Z',
  ...changes,
});

export const CHANNEL = '19:vof@thread.tacv2';

export const channel = (id = CHANNEL, changes: Partial<Conversation> = {}): Conversation => {
  const { person: _person, teamsUser: _user, ...rest } = chatWith('');
  return { ...rest, id, kind: 'channel', team: { id: '19:team@thread.tacv2', name: 'VOF' }, ...changes };
};

export const groupChat = (id = '19:group@thread.v2'): Conversation => ({ ...channel(id), kind: 'group' });

let serial = 0;

/** A turn as the Teams edge would make it. In a channel the bot has been mentioned, unless told otherwise. */
export function turn(changes: Partial<Turn> & { readonly actor: string | undefined }): Turn {
  const { actor, ...rest } = changes;
  const conversation = changes.conversation ?? chatWith(actor ?? 'guest');
  serial += 1;
  return {
    kind: 'message',
    conversation,
    scope: conversation.kind,
    addressed: true,
    activityId: `in-${serial}`,
    correlationId: `correlation-${serial}`,
    ...(actor !== undefined && { actor }),
    ...rest,
  };
}
