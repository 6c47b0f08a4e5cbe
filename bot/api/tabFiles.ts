import { createReadStream, existsSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { Request, Response, Server } from 'restify';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** Serves the built tab under /tab/. Hashed assets may be kept for ever, the page itself never. */
export function mountTab(server: Server, tabFolder: string): void {
  const folder = resolve(tabFolder);
  server.get('/tab', (_req: Request, res: Response, next: () => void) => {
    res.writeHead(302, { location: '/tab/' });
    res.end();
    next();
  });
  server.get('/tab/*', (req: Request, res: Response, next: () => void) => {
    send(req.params?.['*'] || 'index.html', String(req.headers['accept-encoding'] ?? ''), folder, res);
    next();
  });
}

function send(path: string, accepts: string, folder: string, res: Response): void {
  const file = join(folder, path);
  const type = TYPES[extname(file)];
  if (!file.startsWith(folder + sep) || !type || !existsSync(file)) {
    notThere(res);
    return;
  }
  const compressed = /\bbr\b/.test(accepts) && existsSync(`${file}.br`);
  res.writeHead(200, {
    'content-type': type,
    'cache-control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(compressed && { 'content-encoding': 'br' }),
  });
  createReadStream(compressed ? `${file}.br` : file)
    .on('error', () => res.destroy())
    .pipe(res);
}

function notThere(res: Response): void {
  res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  res.end('404');
}
