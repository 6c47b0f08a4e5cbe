import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { closeAll, startApi } from '../../bot/api/startApi.ts';
import { launchBrowser } from '../../run/browser.ts';
import { DIST, ensureBuiltTab } from '../../tab/builtTab.ts';

/** What a real browser makes of the headers: the tab as it is built, from the real server. */

let browser: Browser;
let tab: string;
let elsewhere: Server;
beforeAll(async () => {
  ensureBuiltTab();
  browser = await launchBrowser();
  tab = `${(await startApi({ tabFolder: DIST })).url}/tab/`;
  elsewhere = createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html' });
    res.end(`<!doctype html><title>Elsewhere</title><iframe src="${tab}"></iframe>`);
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  elsewhere?.close();
  elsewhere?.closeAllConnections();
  await closeAll();
});

/** Violations of the policy, as the page itself is told of them. */
async function opened(
  url: string,
): Promise<{ page: Page; violations: () => Promise<string[]>; said: string[] }> {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => void said.push(message.text()));
  // Runs before any script of the page, past its policy.
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      seen.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await page.goto(url);
  const violations = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  return { page, violations, said };
}

describe('the policy of the tab in a browser', () => {
  it('lets all of the tab itself through', async () => {
    const { page, violations, said } = await opened(tab);
    const heading = page.locator('h1').first();
    await heading.waitFor();
    const font = await heading.evaluate((element) => getComputedStyle(element).fontFamily);
    expect(font).toMatch(/Segoe/);
    expect(await violations()).toEqual([]);
    expect(said.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
    await page.close();
  }, 60_000);

  it('stops a script that somebody got into the page, and one from elsewhere', async () => {
    const { page, violations } = await opened(tab);
    const ran = await page.evaluate(
      (from) =>
        new Promise<boolean>((done) => {
          const inline = document.createElement('script');
          inline.textContent = 'window.ran = true';
          const foreign = document.createElement('script');
          foreign.src = from;
          foreign.onerror = () => done('ran' in window);
          foreign.onload = () => done(true);
          document.body.append(inline, foreign);
        }),
      `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/x.js`,
    );
    expect(ran).toBe(false);
    expect((await violations()).map((text) => text.split(' ')[0])).toEqual([
      'script-src-elem',
      'script-src-elem',
    ]);
    await page.close();
  }, 60_000);

  it('does not let a page of somebody else’s show the tab', async () => {
    const { page, said } = await opened(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const [, frame] = page.frames();
    await frame?.waitForURL(/^chrome-error:/);
    expect(frame?.url()).toMatch(/^chrome-error:/);
    expect(said.join()).toMatch(/frame-ancestors/);
    await page.close();
  }, 60_000);
});
