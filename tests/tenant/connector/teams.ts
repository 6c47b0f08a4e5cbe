import { catalogIdOf } from '../graph/people/installRoutes.ts';
import type { World } from '../graph/world.ts';
import type { Chats, Message } from './chats.ts';
import type { TeamsFailure } from './failures.ts';
import type { Pace } from './pace.ts';

/** What tests see and steer of Teams. `who` is a person's Entra id or the id of a conversation. */
export type Teams = {
  /** What stands in the chat with the bot now, oldest first, without what was deleted. */
  readonly transcript: (who: string) => readonly Message[];
  /** The next `times` messages or updates to this recipient fail so; without `times`, all of them. */
  readonly fail: (who: string, failure: TeamsFailure, plan?: { times?: number; retryAfter?: number }) => void;
  readonly heal: (who?: string) => void;
  /** The person removes or gets the app, as in Teams' own catalog. Nothing is told to the bot. */
  readonly setInstalled: (user: string, installed: boolean) => void;
  readonly peaks: Pace['peaks'];
  readonly chats: Chats;
};

type Scripted = { readonly failure: TeamsFailure; readonly retryAfter?: number; times: number };

export function createTeams(world: World, chats: Chats, pace: Pace) {
  const scripted = new Map<string, Scripted[]>();
  const bot = world.seed.teamsApps[0]?.botId ?? '';
  const isPerson = (who: string): boolean => world.seed.users.some(({ id }) => id === who);

  const teams: Teams = {
    chats,
    peaks: pace.peaks,
    transcript: (who) => {
      const chat = isPerson(who) ? chats.with(who, bot) : chats.find(who);
      return chat?.messages.filter(({ deleted }) => !deleted) ?? [];
    },
    fail: (who, failure, { times = Number.POSITIVE_INFINITY, retryAfter } = {}) => {
      const plan = { failure, times, retryAfter: retryAfter ?? (failure === 'Throttled' ? 1 : undefined) };
      scripted.set(who, [...(scripted.get(who) ?? []), plan]);
    },
    heal: (who) => {
      if (who === undefined) scripted.clear();
      else scripted.delete(who);
    },
    setInstalled: (user, installed) => {
      for (const app of world.seed.teamsApps) {
        const holders = world.installed.get(catalogIdOf(app));
        if (installed) holders?.add(user);
        else holders?.delete(user);
      }
    },
  };

  /** For the connector: takes the scripted failure that comes next. */
  const failureFor = (keys: readonly string[]): Scripted | undefined => {
    for (const key of keys) {
      const plan = scripted.get(key)?.[0];
      if (!plan) continue;
      plan.times -= 1;
      if (plan.times <= 0) scripted.get(key)?.shift();
      return plan;
    }
    return undefined;
  };

  return { teams, failureFor };
}
