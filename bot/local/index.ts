/** `npm start`: Färdplan on this machine, with the sample municipality and a chat window per persona. */

import { resolve } from 'node:path';
import { openLocalServer } from './openServer.ts';
import { runLocal } from './run.ts';
import { freshTab } from './tabBuild.ts';

const root = resolve(import.meta.dirname, '..', '..');

process.exitCode = await runLocal(process.argv.slice(2), {
  root,
  env: process.env,
  openServer: openLocalServer(root),
  buildTab: (say) => freshTab(root, say),
  say: (line) => console.log(line),
});

// Everything is closed by now; should something still hold the process, it is not worth waiting for.
setTimeout(() => process.exit(), 2_000).unref();
