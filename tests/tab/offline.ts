import { visit } from './browserTab.ts';
import { startFakeApi } from './fakeApi.ts';
import type { Running } from './running.ts';

/** Network errors the browser itself writes; the page must not throw. */
export function describeOffline(running: Running): void {
  it('can open every page of the tab when the network has gone, and fills them when it is back', async () => {
    const api = await startFakeApi();
    const { page, errors, close } = await visit(running.browser, api.url, { persona: 'chef-norr' });
    await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).waitFor();
    const fetched = page.waitForResponse((answer) => answer.url().includes('ProposePage'));
    await fetched;
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Nytt förslag' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Kan vi göra det här på ett smartare sätt?' })
      .waitFor();
    await page.getByRole('link', { name: 'Portfölj' }).click();
    await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sidan kunde inte hämtas' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Digitala lås i hemtjänsten' }).waitFor();
    expect(errors).toEqual([]);
    await close();
    await api.close();
  });

  it('waits for a page whose file did not come, and loads it by itself when the server answers', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, { persona: 'chef-norr' });
    let dead = true;
    await page.route(/TodoPage|\/tab\/$/, (route) => (dead ? route.abort() : route.continue()));
    await page.getByRole('link', { name: 'Att göra' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sidan kunde inte hämtas' }).waitFor();
    await page.getByRole('button', { name: 'Försök igen' }).click();
    dead = false;
    await page.getByRole('heading', { level: 1, name: 'Att göra' }).waitFor();
    await close();
    await api.close();
  });
}
