import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { DIST } from './builtTab.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Sends a file of the built tab; the start page for the folder itself. */
export function sendFile(path: string, response: ServerResponse): void {
  const file = join(DIST, path === '' || path === '/' ? 'index.html' : path);
  const type = TYPES[extname(file)];
  if (!type || !existsSync(file)) {
    response.writeHead(404);
    response.end();
    return;
  }
  response.writeHead(200, {
    'content-type': type,
    'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  });
  response.end(readFileSync(file));
}
