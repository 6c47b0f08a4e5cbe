import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names of browsers with the engine of Chrome, as they stand on the search path. */
const NAMES = [
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const ON_WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** What a browser of a check goes without: what a container does not let it have, and what calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that `findBrowser` finds, without a window. @throws when there is none. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: FLAGS });

/**
 * Finds a browser for the end-to-end specs: CHROME_PATH first, then what is installed in the usual places, then the
 * one that `npx playwright-core install chromium` puts in its own folder.
 * @returns the path of its executable file, undefined when there is none. A wrong CHROME_PATH is not passed over.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROME_PATH) return isExecutable(env.CHROME_PATH) ? env.CHROME_PATH : undefined;
  return [...onSearchPath(env), ...inUsualPlaces(env), chromium.executablePath()].find(isExecutable);
}

function onSearchPath(env: NodeJS.ProcessEnv): string[] {
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin'].filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inUsualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return ON_MAC;
  if (process.platform !== 'win32') return [];
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return roots.flatMap((root) => (root ? ON_WINDOWS.map((place) => join(root, place)) : []));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
