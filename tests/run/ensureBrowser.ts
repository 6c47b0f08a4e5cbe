import { existsSync } from 'node:fs';
import { findBrowser } from './browser.ts';
import { runCommand } from './command.ts';

const ADVICE = [
  'The specs in a browser need Chrome, Edge or Chromium, and none was found.',
  'Debian or Ubuntu: apt-get install chromium. Elsewhere: install Chrome, or run: npx playwright-core install chromium',
  'A browser in another place: CHROME_PATH=<its file> npm test',
].join('\n');

type Browser = { readonly path: string } | { readonly advice: string };

/**
 * Finds a browser, or installs Chromium where that is ours to do: on Debian and Ubuntu as root, which is what a
 * container or a build server is. Elsewhere it only says what to install.
 */
export async function ensureBrowser(tell: (line: string) => void): Promise<Browser> {
  const wrong = process.env.CHROME_PATH && !findBrowser();
  if (wrong) return { advice: `CHROME_PATH names no program that can be run: ${process.env.CHROME_PATH}` };
  const path = findBrowser();
  if (path) return { path };
  if (!mayInstall()) return { advice: ADVICE };

  tell('no browser here: installing Chromium with apt-get (a minute or two)');
  const update = await apt(['update']);
  const install = await apt(['install', '-y', '--no-install-recommends', 'chromium']);
  const installed = findBrowser();
  return installed ? { path: installed } : { advice: `${ADVICE}\n\n${update.output}${install.output}` };
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

function apt(args: readonly string[]) {
  return runCommand({
    file: '/usr/bin/apt-get',
    args,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    limitSeconds: 600,
  });
}
