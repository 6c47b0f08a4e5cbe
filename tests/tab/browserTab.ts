import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { NOW } from './fakeApi.ts';

export type Visit = {
  readonly persona?: string;
  readonly theme?: string;
  readonly width?: number;
  /** Hash route. */
  readonly path?: string;
  /** A profile that is used again: quicker, since it has the tab's files already. */
  readonly profile?: BrowserContext;
};

export type Visitor = {
  readonly page: Page;
  /** Errors the page threw or wrote, but for answers a test asked to fail. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
};

/** A browser profile of its own, with nothing stored. */
export const newProfile = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });

/** Opens the tab as somebody, at the moment the fake server lives in; closing forgets all that was stored. */
export async function visit(
  browser: Browser,
  url: string,
  { persona, theme, width = 1280, path = '/', profile }: Visit = {},
): Promise<Visitor> {
  const context = profile ?? (await newProfile(browser));
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  await page.clock.setFixedTime(NOW);
  const query = new URLSearchParams({ ...(persona && { persona }), ...(theme && { theme }) });
  await page.goto(`${url}/tab/?${query}#${path}`);
  await page.locator('h1').waitFor();
  const close = async () => {
    if (!profile) return context.close();
    await page.evaluate(() => localStorage.clear());
    await page.close();
  };
  return { page, errors, close };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type AxeAnswer = {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
};

/** What axe finds against WCAG 2.1 A and AA and its best practices, in words; empty when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeAnswer> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary}`),
  );
}

/** How far the page is wider than its window, in pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Texts and tables that reach out of the sheet they lie on, in words; empty when all keep inside. */
export const spills = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('section')].flatMap((sheet) => {
      const edge = sheet.getBoundingClientRect().right;
      return [...sheet.querySelectorAll('*')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > edge + 1)
        .map((element) => `${element.tagName}: ${element.textContent?.slice(0, 60)}`);
    }),
  );
