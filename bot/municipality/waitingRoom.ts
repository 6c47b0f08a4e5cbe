import { randomUUID } from 'node:crypto';
import restify from 'restify';
import { mountHealth } from '../api/health.ts';
import { securityHeaders } from '../api/securityHeaders.ts';
import type { Language } from '../app/casebook.ts';
import type { FrontDoor } from '../frontDoor.ts';
import { createTeams } from '../teams/createTeams.ts';
import type { EdgeLog } from '../teams/edgeLog.ts';
import type { Guard } from '../teams/guard/guard.ts';
import { createTexts } from '../texts/texts.ts';

type WaitingRoom = { readonly guard: Guard; readonly language: Language; readonly report: EdgeLog };

/**
 * Answers while the lists are read for the first time, which can take minutes: the platform learns that the process
 * lives and is not ready, people in Teams that it starts. The guard is the same as later.
 * @returns resolves when the turns begun here have ended; to be asked when somebody else has moved in.
 */
export function openWaitingRoom(
  { guard, language, report }: WaitingRoom,
  door: FrontDoor,
): () => Promise<void> {
  const text = createTexts()(language).t('notices.starting.text');
  const teams = createTeams({
    guard,
    handle: async ({ kind, addressed, waiting }) =>
      waiting || (addressed && (kind === 'message' || kind === 'submit')) ? { text } : { nothing: true },
    onError: () => ({ text }),
    texts: { workingOnIt: () => text, failed: () => text, received: () => text },
    onConversation: () => undefined,
    ownChatOf: async () => undefined,
    log: report,
    clock: () => new Date().toISOString(),
    newId: randomUUID,
  });
  const server = restify.createServer({ name: 'fardplan', handleUncaughtExceptions: false });
  server.pre(securityHeaders());
  mountHealth(server, () => ({ ready: false, deltaAgeSeconds: null, closing: false }));
  server.post('/api/messages', teams.endpoint);
  door.leadTo((req, res) => server.server.emit('request', req, res));
  return teams.settled;
}
