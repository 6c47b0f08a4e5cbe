import { randomUUID } from 'node:crypto';
import restify, { type Request, type Response } from 'restify';
import { mountHealth } from '../api/health.ts';
import { securityHeaders } from '../api/securityHeaders.ts';
import type { Language } from '../app/casebook.ts';
import { createTeams } from '../teams/createTeams.ts';
import type { EdgeLog } from '../teams/edgeLog.ts';
import type { Guard } from '../teams/guard/guard.ts';
import { createTexts } from '../texts/texts.ts';

const CLOSING_MS = 1_000;

type WaitingRoom = { readonly guard: Guard; readonly language: Language; readonly report: EdgeLog };

/**
 * Answers while the lists are read for the first time, which can take minutes: the platform learns that the process
 * lives and is not ready, people in Teams that it starts. The guard is the same as later.
 * @returns closes it; may be called twice.
 */
export async function openWaitingRoom(
  { guard, language, report }: WaitingRoom,
  port: number,
  host: string,
): Promise<() => Promise<void>> {
  const text = createTexts()(language).t('notices.starting.text');
  const teams = createTeams({
    guard,
    handle: async ({ kind, addressed, waiting }) =>
      waiting || (addressed && (kind === 'message' || kind === 'submit')) ? { text } : { nothing: true },
    onError: () => ({ text }),
    texts: { workingOnIt: () => text, failed: () => text, received: () => text },
    onConversation: () => undefined,
    log: report,
    clock: () => new Date().toISOString(),
    newId: randomUUID,
  });
  const server = restify.createServer({ name: 'fardplan', handleUncaughtExceptions: false });
  server.pre(securityHeaders());
  // The port is handed over soon: a connection that was kept would then be a broken one.
  server.pre((_req: Request, res: Response, next: () => void) => {
    res.setHeader('connection', 'close');
    next();
  });
  mountHealth(server, () => ({ ready: false, deltaAgeSeconds: null, closing: false }));
  server.post('/api/messages', teams.endpoint);
  await new Promise<void>((done, refused) => {
    server.once('error', refused);
    server.listen(port, host, done);
  });
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= new Promise<void>((done) => {
      server.close(() => done());
      server.server.closeIdleConnections();
      setTimeout(() => server.server.closeAllConnections(), CLOSING_MS).unref();
    }).then(teams.settled);
    return closed;
  };
}
