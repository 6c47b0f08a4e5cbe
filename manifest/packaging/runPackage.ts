import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { buildPackage } from './buildPackage.ts';
import { PACKAGE_SETTINGS, readPackageSettings } from './settings.ts';

const HELP = `npm run package -- --env <miljö> [--out <fil>]

Gör appens paket för Teams av mallarna i manifest/ och värdena i infra/env/.env.<miljö>.
Ett värde i omgivningen går före det i filen. Värden som behövs:

${Object.entries(PACKAGE_SETTINGS)
  .map(([name, meaning]) => `  ${name.padEnd(18)} ${meaning}`)
  .join('\n')}`;

type Io = { readonly say: (line: string) => void; readonly complain: (line: string) => void };

/**
 * `npm run package`.
 * @param root of the repository
 * @returns exit code: 0 the zip is written, 1 something is missing or wrong and nothing is written
 */
export function runPackage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
  { say, complain }: Io,
): number {
  const read = readArgs(args);
  if (read === undefined || read.help) {
    (read ? say : complain)(HELP);
    return read ? 0 : 1;
  }
  const file = join('infra', 'env', `.env.${read.env}`);
  if (!existsSync(join(root, file))) {
    complain(`Filen ${file} finns inte. Kopiera infra/env/.env.example och fyll i den.`);
    return 1;
  }
  const found = readPackageSettings({ ...parseEnv(readFileSync(join(root, file), 'utf8')), ...filled(env) });
  if ('problems' in found) {
    complain(`Paketet kan inte göras. Rätta detta i ${file}:`);
    for (const problem of found.problems) complain(`  ${problem}`);
    return 1;
  }
  const out = resolve(root, read.out ?? join('.artifacts', 'package', `fardplan-${read.env}.zip`));
  const zip = buildPackage(join(root, 'manifest'), found.settings);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, zip);
  say(`Klart: ${out}. Nästa steg: ladda upp filen i Teams administrationscenter (docs/operations.md).`);
  return 0;
}

function readArgs(args: readonly string[]): { env: string; out?: string; help?: boolean } | undefined {
  const options = { env: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    const { env, out, help } = parseArgs({ args: [...args], options }).values;
    if (help) return { env: '', help };
    return env && /^[\w-]+$/.test(env) ? { env, out } : undefined;
  } catch {
    return undefined;
  }
}

/** Only our own names, and only when they say something. */
const filled = (env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([name, value]) => name in PACKAGE_SETTINGS && value));
