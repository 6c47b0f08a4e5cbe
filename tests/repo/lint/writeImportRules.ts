/** `npm run rules`: writes importRules.json from importTable.ts. The repository's checks fail until it is done. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRules } from './importRules.ts';

writeFileSync(join(import.meta.dirname, 'importRules.json'), `${JSON.stringify(importRules(), null, 2)}\n`);
process.stdout.write('tests/repo/lint/importRules.json is written.\n');
