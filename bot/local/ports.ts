import { createServer } from 'node:net';

/** The two loopback addresses: a browser that is told `localhost` may try either. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;
const TRIES = 40;

/**
 * The wanted port, or the next one that nobody listens on. `avoid` holds ports that are promised to others.
 * @throws when none of the next forty is free.
 */
export async function freePort(wanted: number, avoid: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port += 1) {
    if (!avoid.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}

async function isFree(port: number): Promise<boolean> {
  for (const host of LOOPBACK) if (!(await canListen(port, host))) return false;
  return true;
}

/** Another error than a taken port (a machine without IPv6, say) does not make the port taken. */
const canListen = (port: number, host: string): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      done(code !== 'EADDRINUSE' && code !== 'EACCES'),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(true)));
  });
