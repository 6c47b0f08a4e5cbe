/** `npm run package -- --env <name>`: makes the app package for Teams. Exit code: 0 made, 1 not made. */
import { resolve } from 'node:path';
import { runPackage } from './packaging/runPackage.ts';

process.exitCode = runPackage(process.argv.slice(2), process.env, resolve(import.meta.dirname, '..'), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
