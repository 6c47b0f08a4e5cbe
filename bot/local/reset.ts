/** `npm run reset`: local mode starts over. */

import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { resetData } from './resetData.ts';

process.exitCode = await resetData(process.argv.slice(2), {
  root: resolve(import.meta.dirname, '..', '..'),
  ask: async (question) => {
    if (!process.stdin.isTTY) return undefined;
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await terminal.question(question);
    } finally {
      terminal.close();
    }
  },
  say: (line) => console.log(line),
});
