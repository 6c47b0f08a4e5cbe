import type { Request, Response, Server } from 'restify';

export type Readiness = {
  readonly ready: boolean;
  /** Seconds since the log was last caught up with; null before the first time. */
  readonly deltaAgeSeconds: number | null;
  readonly closing: boolean;
};

/**
 * For the platform: `/healthz` says that the process answers, `/readyz` whether it should be given work (503 when not).
 * Neither asks the store anything, so nobody can wear it out from here, and neither says anything about content.
 */
export function mountHealth(server: Server, readiness: () => Readiness): void {
  server.get('/healthz', (_req: Request, res: Response, next: () => void) => {
    send(res, 200, { status: 'ok' });
    next();
  });
  server.get('/readyz', (_req: Request, res: Response, next: () => void) => {
    const { ready, ...facts } = readiness();
    send(res, ready ? 200 : 503, { status: ready ? 'ok' : 'not-ready', ...facts });
    next();
  });
}

function send(res: Response, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}
