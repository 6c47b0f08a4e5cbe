import type { Page } from 'playwright-core';
import { visit } from './browserTab.ts';
import { eventually } from './eventually.ts';
import { startFakeApi } from './fakeApi.ts';
import type { Running } from './running.ts';

const PROBLEM = 'Personalen hämtar nycklar i nyckelskåp och lämnar dem varje pass. Det tar lång tid.';

async function fillAll(page: Page): Promise<void> {
  await page.getByLabel('Vad är problemet eller behovet?').fill(PROBLEM);
  await page.getByLabel('Rubrik').fill('Slippa nycklarna');
  await page.getByLabel('Medarbetare').check();
  await page.getByLabel('Skaffa något nytt').check();
  await page.getByLabel('Kategori').selectOption({ label: 'Digitala lås' });
  await page.getByLabel('Ett it-system berörs').check();
}

export function describeProposing(running: Running): void {
  it('suggests a title, finds similar cases and counts while one writes; then sends', async () => {
    const api = await startFakeApi();
    const { page, errors, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    await page.getByLabel('Vad är problemet eller behovet?').fill(PROBLEM);
    await page
      .getByText('Förslag på rubrik: Personalen hämtar nycklar i nyckelskåp och lämnar dem …')
      .waitFor();
    await page.getByRole('button', { name: 'Använd' }).click();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe(
      'Personalen hämtar nycklar i nyckelskåp och lämnar dem …',
    );
    await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).waitFor();
    await page.getByText('Ord som matchade').first().waitFor();
    await fillAll(page);
    await page.getByRole('button', { name: 'Lägg till en uppskattning' }).click();
    await page.getByLabel('Hur många gånger per år?').fill('16 790');
    await page.getByLabel('Hur många minuter sparas varje gång?').fill('20');
    await page.getByText('5\u00a0597 timmar').waitFor();
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Slippa nycklarna' }).waitFor();
    await page.getByRole('heading', { name: 'Ta ställning till förslaget' }).waitFor();
    expect(page.url()).toContain('#/initiatives/VOF-2026-0004');
    expect(api.received.map(({ order }) => order.type)).toEqual(['StartDraft', 'Submit']);
    expect(errors).toEqual([]);
    await close();
    await api.close();
  });

  it('marks what is missing and goes to the first of it, without asking the server', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByText('Rätta de markerade fälten').waitFor();
    const focused = page.locator('textarea:focus');
    await focused.waitFor();
    expect(await focused.getAttribute('aria-invalid')).toBe('true');
    expect(api.received).toEqual([]);
    await close();
    await api.close();
  });

  it('keeps what was typed through a reload, per person, until it is saved', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    await fillAll(page);
    await page.reload();
    await page.getByText('Det du skrev förra gången finns kvar.').waitFor();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe('Slippa nycklarna');
    await page.getByRole('button', { name: 'Spara utkast' }).click();
    await page.getByText('Utkastet är sparat.').first().waitFor();
    await page.getByLabel('Rubrik').fill('Slippa nycklarna helt');
    await page.getByRole('button', { name: 'Spara utkast' }).click();
    await eventually(() => api.received.map(({ order }) => order.type), ['StartDraft', 'ChangeContent']);
    await page.getByRole('link', { name: 'Att göra' }).click();
    await page.getByRole('link', { name: 'Slippa nycklarna helt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ditt utkast' }).waitFor();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe('Slippa nycklarna helt');
    await page.getByRole('link', { name: 'Nytt förslag' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kan vi göra' }).waitFor();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe('');
    await close();
    await api.close();
  });

  it('refuses a personal number beside the field and keeps the text', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    const text = 'Brukaren 19121212-1212 får sina läkemedel för sent.';
    await page.getByLabel('Vad är problemet eller behovet?').fill(text);
    await page.getByRole('button', { name: 'Spara utkast' }).click();
    await page.getByText('Texten innehåller ett personnummer.').waitFor();
    expect(await page.getByLabel('Vad är problemet eller behovet?').inputValue()).toBe(text);
    await close();
    await api.close();
  });
}
