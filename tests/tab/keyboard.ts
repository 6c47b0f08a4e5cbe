import type { Page } from 'playwright-core';
import { visit } from './browserTab.ts';
import { eventually } from './eventually.ts';
import type { Running } from './running.ts';

/** Presses Tab until what has the focus has this text. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (found === text) return;
  }
  throw new Error(`never came to ${text}`);
}

export function describeKeyboard(running: Running): void {
  it('walks from the first link to a decision and back, and always shows where it is', async () => {
    const { page, close } = await visit(running.browser, running.api.url, { persona: 'chef-norr' });
    await page.getByRole('link', { name: 'Digital överrapportering mellan arbetspass' }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Hoppa till innehållet' }).waitFor();
    await tabTo(page, 'Digital överrapportering mellan arbetspass');
    const ring = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element, '::after').outlineStyle,
    );
    expect(ring).toBe('solid');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', {
      level: 1,
      name: 'Digital överrapportering mellan arbetspass',
    });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await tabTo(page, 'Avslå');
    await page.keyboard.press('Enter');
    const form = page.getByRole('heading', { level: 3, name: 'Avslå' });
    expect(await form.evaluate((element) => element === document.activeElement)).toBe(true);
    await tabTo(page, 'Ångra');
    await page.keyboard.press('Enter');
    await eventually(() => page.evaluate(() => document.activeElement?.textContent), 'Avslå');
    await close();
  });

  it('goes to the first wrong field when a form is not complete', async () => {
    const { page, close } = await visit(running.browser, running.api.url, {
      persona: 'chef-norr',
      path: '/initiatives/VOF-2026-0003',
    });
    await page.getByRole('button', { name: 'Vidarebefordra' }).click();
    await page.locator('form button[type=submit]').press('Enter');
    await eventually(() => page.evaluate(() => document.activeElement?.tagName), 'SELECT');
    await page.getByText('Fyll i det här.').waitFor();
    await close();
  });

  it('stands still for those who ask for less motion', async () => {
    const { page, close } = await visit(running.browser, running.api.url, { persona: 'chef-norr' });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const durations = await page.evaluate(() =>
      [...document.querySelectorAll('button, a')].map((element) =>
        Number.parseFloat(getComputedStyle(element).transitionDuration),
      ),
    );
    expect(Math.max(0, ...durations)).toBeLessThan(0.01);
    await close();
  });
}
