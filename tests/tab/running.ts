import type { Browser } from 'playwright-core';
import type { FakeApi } from './fakeApi.ts';

/** What the suites share; filled in before the first of them runs. */
export type Running = {
  browser: Browser;
  /** For suites that only look. Those that change something start a server of their own. */
  api: FakeApi;
  readonly shots: string;
};
