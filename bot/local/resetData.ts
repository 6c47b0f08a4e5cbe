import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { storeFile } from '../adapters/sqlite/index.ts';
import { markerFileOf } from './firstStart.ts';
import { lockFileOf, lockHolder } from './lockFile.ts';

export type ResetDeps = {
  /** Relative folders count from it. */
  readonly root: string;
  /** Asks a question and gives the answer; undefined when there is nobody to ask. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (line: string) => void;
};

const YES = /^(j|ja|y|yes)$/i;

/**
 * `npm run reset`: throws local mode's data away after asking. Only a folder that local mode has made is touched,
 * and never while a server uses it.
 * @returns the exit code.
 */
export async function resetData(args: readonly string[], { root, ask, say }: ResetDeps): Promise<number> {
  const options = readOptions(args);
  if ('problem' in options) {
    say(options.problem);
    return 2;
  }
  const dataDir = resolve(root, options.data);
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) {
    say('Det finns inget att ta bort. Nästa npm start börjar från början.');
    return 0;
  }
  const holder = lockHolder(dataDir);
  if (holder !== undefined) {
    say(`Färdplan använder ${dataDir} just nu (process ${holder}). Avsluta med Ctrl-C först.`);
    return 1;
  }
  if (![markerFileOf, lockFileOf, storeFile].some((file) => existsSync(file(dataDir)))) {
    say(`${dataDir} ser inte ut att vara Färdplans. Ingenting är borttaget.`);
    return 1;
  }
  if (!options.yes) {
    const answer = await ask(`Allt i ${dataDir} tas bort och går inte att få tillbaka. Fortsätta? (ja/nej) `);
    if (answer === undefined) {
      say('Det finns ingen att fråga här. Kör npm run reset -- --yes om du är säker.');
      return 1;
    }
    if (!YES.test(answer.trim())) {
      say('Ingenting är borttaget.');
      return 1;
    }
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  say('Borttaget. Nästa npm start börjar från början.');
  return 0;
}

function readOptions(args: readonly string[]): { yes: boolean; data: string } | { problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        yes: { type: 'boolean', short: 'y', default: false },
        data: { type: 'string', default: '.data' },
      },
    });
    return values;
  } catch (error) {
    return {
      problem: `${error instanceof Error ? error.message : error}\nnpm run reset -- [--yes] [--data <mapp>]`,
    };
  }
}
