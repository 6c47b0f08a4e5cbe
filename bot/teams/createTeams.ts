import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Conversation, Messenger, NewId } from '../app/ports/index.ts';
import { TeamsAdapter } from './connector/adapter.ts';
import { createThrottle } from './connector/throttle.ts';
import type { EdgeLog } from './edgeLog.ts';
import { createEndpoint, type Endpoint } from './endpoint.ts';
import type { Guard } from './guard/guard.ts';
import { createMessenger } from './messenger.ts';
import { createTurns, PATIENCE, type Patience, type TurnsDeps } from './turns.ts';
import { createWhereabouts, type OnConversation } from './whereabouts.ts';

export type TeamsSettings = Pick<TurnsDeps, 'handle' | 'onError' | 'texts'> & {
  /** `createProductionGuard(…)`, or in local mode `createLocalGuard()`. */
  readonly guard: Guard;
  /** Stores where somebody can be reached; called when it is new or has changed, before the turn is handled. */
  readonly onConversation: OnConversation;
  /** Somebody's own chat; what took too long to be shown in a channel is told there. */
  readonly ownChatOf: (person: string) => Promise<Conversation | undefined>;
  readonly log: EdgeLog;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly patience?: Partial<Patience>;
};

export type Teams = {
  /** For `server.post('/api/messages', …)`; reads the body itself. */
  readonly endpoint: Endpoint;
  readonly messenger: Messenger;
  /** Resolves when every turn begun has ended: wait for it before closing the stores. */
  readonly settled: () => Promise<void>;
};

/** The Teams edge: turns in, replies and messages out. The only place that knows botbuilder. */
export function createTeams(settings: TeamsSettings): Teams {
  const { guard, log, onConversation } = settings;
  const now = () => Date.parse(settings.clock());
  const adapter = new TeamsAdapter(guard);
  const throttle = createThrottle({ now, sleep });
  const patience = { ...PATIENCE, ...settings.patience };
  const messenger = createMessenger({ adapter, throttle, now });
  const inOwnChat: TurnsDeps['inOwnChat'] = async ({ actor }, message) => {
    const chat = actor === undefined ? undefined : await settings.ownChatOf(actor);
    if (chat) await messenger.send(chat, message);
    return chat !== undefined;
  };
  const turns = createTurns({ ...settings, adapter, throttle, patience, now, inOwnChat });
  return {
    endpoint: createEndpoint({ ...settings, turns, whereabouts: createWhereabouts(onConversation, log) }),
    messenger,
    settled: turns.settled,
  };
}
