import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../run/browser.ts';
import { ensureBuiltTab } from './builtTab.ts';
import { type FakeApi, startFakeApi } from './fakeApi.ts';

/** What the suites share; filled in before the first of them runs. */
export type Running = {
  browser: Browser;
  /** For suites that only look. Those that change something start a server of their own. */
  api: FakeApi;
  readonly shots: string;
};

/** The tab as it is built, in a browser, for as long as the specs of one file run. */
export function runningTab(): Running {
  const running = { shots: resolve(import.meta.dirname, '../../.artifacts/tab') } as Running;

  jest.setTimeout(30_000);

  beforeAll(async () => {
    mkdirSync(running.shots, { recursive: true });
    ensureBuiltTab();
    running.api = await startFakeApi();
    running.browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await running.browser?.close();
    await running.api?.close();
  });

  return running;
}
