import { hasApp } from '../graph/people/installRoutes.ts';
import type { World } from '../graph/world.ts';
import { attempt } from '../http/attempt.ts';
import type { Handle, Incoming, Outgoing } from '../http/exchange.ts';
import { badRequest, Refusal } from '../http/refusal.ts';
import { createRoutes, type Params } from '../http/routes.ts';
import { type Activity, type Chat, type Chats, type Message, mriOf, userOfMri } from './chats.ts';
import { type TeamsFailure, TeamsRefusal, teamsRefusal } from './failures.ts';
import type { Pace } from './pace.ts';

export type ConnectorDeps = {
  readonly world: World;
  readonly chats: Chats;
  readonly pace: Pace;
  /** The failure scripted for this recipient (Entra id) or conversation, if any. */
  readonly failureFor: (
    keys: readonly string[],
  ) => { failure: TeamsFailure; retryAfter?: number } | undefined;
  /** The bot behind a token. @throws Refusal 401. */
  readonly authenticate: (authorization: string | undefined) => Promise<string>;
};

type Call = {
  readonly bot: string;
  readonly params: Params;
  readonly body: Activity;
  /** Length as Teams counts it, in UTF-16. */
  readonly size: number;
};

type ConnectorRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly pattern: string;
  /** Query options it takes; every other one is refused and recorded. */
  readonly options?: readonly string[];
  readonly handle: (call: Call) => Outgoing;
};

const MOST_BYTES = 100 * 1024;

/** The Bot Connector API of Teams: conversations, messages and members. */
export function createConnector(deps: ConnectorDeps): Handle {
  const { world, chats } = deps;
  const routes: readonly ConnectorRoute[] = [
    { method: 'POST', pattern: '/v3/conversations', handle: (call) => createConversation(deps, call) },
    {
      method: 'POST',
      pattern: '/v3/conversations/{conversation}/activities',
      handle: (call) => send(deps, call, repliedTo(call.params.conversation)),
    },
    {
      method: 'POST',
      pattern: '/v3/conversations/{conversation}/activities/{activity}',
      handle: (call) => send(deps, call, call.params.activity),
    },
    {
      method: 'PUT',
      pattern: '/v3/conversations/{conversation}/activities/{activity}',
      handle: (call) => {
        const message = messageOf(deps, call);
        message.activity = call.body;
        message.edits += 1;
        return { status: 200, body: { id: message.id } };
      },
    },
    {
      method: 'DELETE',
      pattern: '/v3/conversations/{conversation}/activities/{activity}',
      handle: (call) => {
        messageOf(deps, call).deleted = true;
        return { status: 200, text: '' };
      },
    },
    {
      method: 'GET',
      pattern: '/v3/conversations/{conversation}/members',
      handle: (call) => ({ status: 200, body: membersOf(world, chatFor(chats, call)) }),
    },
    {
      method: 'GET',
      pattern: '/v3/conversations/{conversation}/pagedmembers',
      options: ['pageSize', 'continuationToken'],
      handle: (call) => ({ status: 200, body: { members: membersOf(world, chatFor(chats, call)) } }),
    },
    {
      method: 'GET',
      pattern: '/v3/conversations/{conversation}/members/{member}',
      handle: (call) => {
        const wanted = call.params.member;
        const found = membersOf(world, chatFor(chats, call)).find(
          ({ id, aadObjectId }) => id === wanted || aadObjectId === wanted,
        );
        if (!found) throw new Refusal(404, 'MemberNotFoundInConversation', 'The member was not found.');
        return { status: 200, body: found };
      },
    },
  ];
  const find = createRoutes(routes, '[^/]+');

  return async (request) => {
    const bot = await deps.authenticate(request.headers.authorization);
    const { route, params } = find(
      request.method,
      request.path.slice(Math.max(0, request.path.indexOf('/v3/'))),
    );
    const strange = [...request.query.keys()].find((name) => !route.options?.includes(name));
    if (strange) throw badRequest(`Query option '${strange}' is not allowed.`, 'unknown-option');
    try {
      return route.handle({ bot, params, ...readBody(request) });
    } catch (error) {
      if (!(error instanceof TeamsRefusal) || !error.subCode) throw error;
      const { status, code, subCode, message, details } = error;
      return { status, headers: details.headers, body: { error: { code, subCode, message } } };
    }
  };
}

function readBody({ bytes }: Incoming): { body: Activity; size: number } {
  const text = bytes.toString('utf8');
  const parsed = attempt(() => (text === '' ? {} : (JSON.parse(text) as Activity)));
  if (!parsed) throw badRequest('Unable to read the JSON of the activity', 'bad-body');
  return { body: parsed.value, size: text.length * 2 };
}

/** A chat with one person, or a new thread in a channel. Bots cannot make group chats. */
function createConversation(deps: ConnectorDeps, call: Call): Outgoing {
  const { world, chats } = deps;
  const { members, isGroup, channelData, tenantId, activity } = call.body as {
    members?: readonly { id?: string }[];
    isGroup?: boolean;
    tenantId?: string;
    channelData?: { tenant?: { id?: string }; channel?: { id?: string } };
    activity?: Activity;
  };
  const channel = channelData?.channel?.id;
  if (isGroup && channel) {
    const chat = chats.find(channel);
    if (!chat) throw teamsRefusal('ConversationNotFound');
    const message = sendTo(deps, chat, activity ?? {}, call.size);
    return { status: 201, body: { id: `${channel};messageid=${message.id}`, activityId: message.id } };
  }
  if ((tenantId ?? channelData?.tenant?.id) !== world.seed.tenantId)
    throw badRequest('The tenant of the conversation is missing or another', 'bad-body');
  const user = members?.length === 1 ? userOfMri(world.seed, members[0]?.id ?? '') : undefined;
  if (!user) throw badRequest('A conversation has one member, by the id Teams gave the bot', 'bad-body');
  if (!hasApp(world, user, call.bot)) throw teamsRefusal('BotNotInConversationRoster');
  const chat = chats.with(user, call.bot);
  const message = activity && sendTo(deps, chat, activity, call.size);
  return { status: 201, body: { id: chat.id, ...(message && { activityId: message.id }) } };
}

function send(deps: ConnectorDeps, call: Call, replyTo: string | undefined): Outgoing {
  const chat = chatFor(deps.chats, call);
  if (call.body.type === 'typing') {
    refuseScripted(deps, chat);
    return { status: 202, body: {} };
  }
  return { status: 201, body: { id: sendTo(deps, chat, call.body, call.size, replyTo).id } };
}

function sendTo(
  deps: ConnectorDeps,
  chat: Chat,
  activity: Activity,
  size: number,
  replyTo?: string,
): Message {
  const retryAfter = deps.pace.count(chat.id);
  if (retryAfter !== undefined) throw teamsRefusal('Throttled', retryAfter);
  refuseScripted(deps, chat);
  if (size > MOST_BYTES) throw tooBig();
  const [person = ''] = chat.members;
  if (chat.kind === 'personal' && !hasApp(deps.world, person, chat.bot))
    throw teamsRefusal('BotNotInConversationRoster');
  return deps.chats.say(chat, activity, replyTo);
}

function refuseScripted({ failureFor }: ConnectorDeps, chat: Chat): void {
  const scripted = failureFor([...chat.members, chat.id]);
  if (scripted) throw teamsRefusal(scripted.failure, scripted.retryAfter);
}

function chatFor(chats: Chats, { params, bot }: Call): Chat {
  const chat = chats.find(params.conversation ?? '');
  if (!chat) throw teamsRefusal('ConversationNotFound');
  if (chat.bot !== bot) throw teamsRefusal('BotNotInConversationRoster');
  return chat;
}

function messageOf(deps: ConnectorDeps, call: Call): Message {
  const chat = chatFor(deps.chats, call);
  refuseScripted(deps, chat);
  if (call.size > MOST_BYTES) throw tooBig();
  const found = chat.messages.find(({ id, deleted }) => id === call.params.activity && !deleted);
  if (!found) throw new Refusal(404, 'ActivityNotFoundInConversation', 'The activity was not found.');
  return found;
}

const repliedTo = (conversation: string | undefined): string | undefined =>
  conversation?.split(';messageid=')[1];

const membersOf = ({ seed }: World, chat: Chat) =>
  seed.users
    .filter(({ id }) => chat.kind === 'channel' || chat.members.includes(id))
    .map((user) => ({
      id: mriOf(user.id),
      aadObjectId: user.id,
      objectId: user.id,
      name: user.displayName,
      email: user.mail,
      userPrincipalName: user.mail,
      tenantId: seed.tenantId,
      userRole: user.userType === 'Guest' ? 'guest' : 'user',
    }));

/** Unlike a scripted failure, the bot's own doing. */
const tooBig = (): Refusal =>
  new Refusal(413, 'MessageSizeTooBig', 'The message is over 100 KB', { violation: 'over-limit' });
