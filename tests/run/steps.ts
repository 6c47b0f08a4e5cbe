import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuiltTab } from '../tab/builtTab.ts';
import { runCommand } from './command.ts';
import { ensureBrowser } from './ensureBrowser.ts';
import { PROGRESS_PREFIX } from './jestProgress.ts';
import { type JestReport, jestTotals } from './jestTotals.ts';
import { type Outcome, oneCheck, type Step } from './step.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REPORTS = join(ROOT, '.artifacts', 'checks');
/** Where Node keeps what it compiled: most of the time of the many processes that specs start would go to that. */
const COMPILED = join(ROOT, '.artifacts', 'compiled');
/** On a machine of two cores too: half of what these specs do is to wait. More would make those wait that have a time to keep. */
const SIDE_BY_SIDE = '--maxWorkers=2';

/** Every check there is, in the order of the summary. */
export const STEPS: readonly Step[] = [
  tool('types', 'TypeScript checks all types', ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
  tool('lint', 'Biome checks style, format and who imports whom', [
    '@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    '--max-diagnostics=100',
    '.',
  ]),
  tool('unused', 'Knip looks for files, exports and packages that nobody uses', [
    'knip/bin/knip.js',
    '--no-progress',
  ]),
  tool('tab', 'Vite builds the tab', ['vite/bin/vite.js', 'build', '--config', 'tab/vite.config.ts']),
  {
    name: 'unit',
    says: 'Jest runs the fast specs',
    quick: true,
    alone: true,
    run: (tell) => jest('unit', 600, tell, ['--maxWorkers=100%']),
  },
  {
    name: 'int',
    says: 'Jest runs the specs with files, processes and HTTP',
    quick: false,
    alone: true,
    run: (tell) => jest('int', 1800, tell, [SIDE_BY_SIDE]),
  },
  {
    name: 'e2e',
    says: 'Jest runs the specs in a real browser',
    quick: false,
    alone: true,
    async run(tell) {
      const browser = await ensureBrowser(tell);
      if ('advice' in browser) return oneCheck(false, browser.advice);
      ensureBuiltTab();
      return jest('e2e', 1800, tell, [SIDE_BY_SIDE], { CHROME_PATH: browser.path });
    },
  },
];

/** A development tool whose exit code is the answer; `args` starts with its file in node_modules. */
function tool(name: string, says: string, [script = '', ...args]: readonly string[]): Step {
  const run = async () => {
    const { code, output } = await runNode([join(ROOT, 'node_modules', script), ...args]);
    return oneCheck(code === 0, output);
  };
  return { name, says, quick: true, alone: false, run };
}

async function jest(
  kind: string,
  limitSeconds: number,
  tell: (line: string) => void,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const reportFile = join(REPORTS, `${kind}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(reportFile, { force: true });
  const { code, output } = await runCommand({
    file: process.execPath,
    args: [
      join(ROOT, 'node_modules/jest/bin/jest.js'),
      '--ci',
      `--testMatch=**/*.${kind}.spec.{ts,tsx}`,
      `--reporters=${join(import.meta.dirname, 'jestProgress.ts')}`,
      '--json',
      `--outputFile=${reportFile}`,
      ...flags,
    ],
    env: { NODE_COMPILE_CACHE: COMPILED, ...env },
    limitSeconds,
    onLine: (line) => {
      if (line.startsWith(PROGRESS_PREFIX)) tell(line.slice(PROGRESS_PREFIX.length));
    },
  });
  const report = existsSync(reportFile)
    ? (JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport)
    : undefined;
  const failures = output.replaceAll(new RegExp(`^${PROGRESS_PREFIX}.*\n`, 'gm'), '');
  return jestTotals(report, code, failures);
}

function runNode(args: readonly string[]) {
  return runCommand({ file: process.execPath, args, limitSeconds: 600 });
}
