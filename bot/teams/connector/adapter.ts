import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import type { Conversation } from '../../app/ports/index.ts';
import type { Guard } from '../guard/guard.ts';
import { conversationAccount } from '../inbound/translate.ts';
import { Connections } from './connections.ts';

export type Logic = (context: TurnContext) => Promise<void>;

/** botbuilder with what we use of it: a turn context that can send and update, for turns and unasked. */
export class TeamsAdapter extends CloudAdapter {
  readonly #connections: Connections;
  readonly #identity: ReturnType<TeamsAdapter['createClaimsIdentity']>;

  constructor(guard: Pick<Guard, 'appId' | 'credentials' | 'maySendTo' | 'outbound'>) {
    const connections = new Connections(guard);
    super(connections);
    this.#connections = connections;
    this.#identity = this.createClaimsIdentity(guard.appId);
  }

  /** A turn that the guard has let in. */
  async turn(activity: Partial<Activity>, logic: Logic): Promise<void> {
    const claimsIdentity = this.#identity;
    const connectorFactory = this.#connections.createConnectorFactory();
    await this.processActivity(
      { audience: '', claimsIdentity, connectorFactory },
      activity as Activity,
      logic,
    );
  }

  /** Writes without being asked: not as an answer to any activity, so the activity that stands for it has no id. */
  async unasked(to: Conversation, logic: Logic): Promise<void> {
    const { id, serviceUrl, bot, teamsUser, person, locale } = to;
    const activity: Partial<Activity> = {
      type: 'event',
      name: 'ContinueConversation',
      channelId: 'msteams',
      serviceUrl,
      conversation: conversationAccount(to, id),
      recipient: { id: bot.id, name: bot.name ?? '' },
      ...(teamsUser && { from: { id: teamsUser, name: '', ...(person && { aadObjectId: person }) } }),
      ...(locale && { locale }),
    };
    await this.processProactive(this.#identity, activity, undefined, logic);
  }
}
