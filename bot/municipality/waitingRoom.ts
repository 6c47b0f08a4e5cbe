import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import restify, { type Request, type Response } from 'restify';
import { mountHealth } from '../api/health.ts';
import { sendProblem } from '../api/problem.ts';
import { securityHeaders } from '../api/securityHeaders.ts';
import type { Language } from '../app/casebook.ts';
import type { FrontDoor } from '../frontDoor.ts';
import { createTeams } from '../teams/createTeams.ts';
import type { EdgeLog } from '../teams/edgeLog.ts';
import type { Guard } from '../teams/guard/guard.ts';
import { createTexts } from '../texts/texts.ts';

type WaitingRoom = {
  readonly guard: Guard;
  readonly language: Language;
  readonly report: EdgeLog;
  /** Hosts besides Microsoft's public ones that may show the tab. */
  readonly frameHosts: readonly string[];
};

/** Seconds until the tab asks again. */
const SOON = 10;

/**
 * Answers while the lists are read for the first time, which can take minutes: the platform learns that the process
 * lives and is not ready, people in Teams and in the tab that it starts. The guard is the same as later.
 * @returns resolves when the turns begun here have ended; to be asked when somebody else has moved in.
 */
export function openWaitingRoom(
  { guard, language, report, frameHosts }: WaitingRoom,
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
  server.pre(securityHeaders(frameHosts));
  mountHealth(server, () => ({ ready: false, deltaAgeSeconds: null, closing: false }));
  server.post('/api/messages', teams.endpoint);
  const problem = {
    status: 503,
    code: 'starting',
    title: 'Färdplan',
    detail: text,
    retryAfter: SOON,
  } as const;
  for (const method of ['get', 'post', 'put'] as const)
    server[method]('/api/*', (_req: Request, res: Response, next: () => void) => {
      sendProblem(res, problem, randomUUID());
      next();
    });
  for (const path of ['/tab', '/tab/*'])
    server.get(path, (_req: Request, res: Response, next: () => void) => {
      sendPage(res, language, text);
      next();
    });
  door.leadTo((req, res) => server.server.emit('request', req, res));
  return teams.settled;
}

/** Asks again by itself: whoever opens the tab now need not know that it was too early. */
function sendPage(res: ServerResponse, language: Language, text: string): void {
  res.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(SOON),
    refresh: String(SOON),
  });
  res.end(`<!doctype html><html lang="${language}"><title>Färdplan</title><p>${text}</p></html>`);
}
