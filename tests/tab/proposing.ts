import type { Page } from 'playwright-core';
import { visit } from './browserTab.ts';
import { eventually } from './eventually.ts';
import { startFakeApi } from './fakeApi.ts';
import type { Running } from './running.ts';

const PROBLEM = 'Personalen hämtar nycklar i nyckelskåp och lämnar dem varje pass. Det tar lång tid.';

/** The order may have taken effect or not. */
const NO_ANSWER = /Ingen kontakt med servern/;

async function fillAll(page: Page): Promise<void> {
  await page.getByLabel('Vad är problemet eller behovet?').fill(PROBLEM);
  await page.getByLabel('Rubrik').fill('Slippa nycklarna');
  await page.getByLabel('Medarbetare').check();
  await page.getByLabel('Skaffa något nytt').check();
  await page.getByLabel('Kategori').selectOption({ label: 'Digitala lås' });
  await page.getByLabel('Det handlar om ett it-system').check();
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
      .getByText('Förslag på rubrik: Personalen hämtar nycklar i nyckelskåp och lämnar dem')
      .waitFor();
    await page.getByRole('button', { name: 'Använd' }).click();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe(
      'Personalen hämtar nycklar i nyckelskåp och lämnar dem',
    );
    await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).waitFor();
    await page.getByText('Handlar också om').first().waitFor();
    await fillAll(page);
    await page.getByRole('button', { name: 'Lägg till en uppskattning' }).click();
    await page.getByLabel('Hur många gånger per år?').fill('16 790');
    await page.getByLabel('Hur många minuter sparas varje gång?').fill('20');
    await page.getByText('5\u00a0597 timmar').waitFor();
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Slippa nycklarna' }).waitFor();
    await page.getByRole('heading', { name: 'Ta ställning till förslaget' }).waitFor();
    expect(page.url()).toContain('#/initiatives/VOF-2026-0004');
    expect(api.received.map(({ order }) => order.type)).toEqual(['Submit']);
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

  it('sends a saved draft in with what was typed since, in one order', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    await fillAll(page);
    await page.getByRole('button', { name: 'Spara utkast' }).click();
    await page.getByText('Utkastet är sparat.').first().waitFor();
    await page.getByLabel('Rubrik').fill('Slippa nycklarna helt');
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Slippa nycklarna helt' }).waitFor();
    expect(api.received.map(({ order }) => order.type)).toEqual(['StartDraft', 'Submit']);
    await close();
    await api.close();
  });

  it('makes one case of what was sent in while the network was dead, also with other words', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    const cases = api.store.all().length;
    await fillAll(page);
    api.network.commands = 'lost';
    await page.getByRole('button', { name: 'Spara utkast' }).click();
    await page.getByText(NO_ANSWER).waitFor();
    await page.getByLabel('Rubrik').fill('Slippa nycklarna helt');
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    // The browser itself sends again what had no answer, so orders are not counted here.
    await eventually(() => api.received.at(-1)?.order.type, 'Submit');
    await page.getByText(NO_ANSWER).waitFor();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe('Slippa nycklarna helt');
    api.network.commands = 'well';
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Slippa nycklarna helt' }).waitFor();
    expect(api.store.all()).toHaveLength(cases + 1);
    await close();
    await api.close();
  });

  it('says that it had arrived when other words are sent after it, and leads to the case', async () => {
    const api = await startFakeApi();
    const { page, errors, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    await fillAll(page);
    api.network.commands = 'lost';
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByText(NO_ANSWER).waitFor();
    api.network.commands = 'well';
    await page.getByLabel('Rubrik').fill('Slippa nycklarna helt');
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByText('Förslaget kom fram redan första gången').waitFor();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe('Slippa nycklarna helt');
    expect(await page.getByRole('button', { name: 'Skicka till chefen' }).isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Öppna ärendet' }).click();
    await page.getByRole('heading', { level: 1, name: 'Slippa nycklarna', exact: true }).waitFor();
    expect(errors).toEqual([]);
    await close();
    await api.close();
  });

  it('makes one case of what was sent in without an answer, also after a reload', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, {
      persona: 'underskoterska',
      path: '/propose',
    });
    const cases = api.store.all().length;
    await fillAll(page);
    api.network.commands = 'lost';
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByText(NO_ANSWER).waitFor();
    await page.reload();
    await page.getByText('Det du skrev förra gången finns kvar.').waitFor();
    api.network.commands = 'well';
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Slippa nycklarna' }).waitFor();
    expect(api.store.all()).toHaveLength(cases + 1);
    expect(new Set(api.received.map(({ operationId }) => operationId)).size).toBe(1);
    await page.getByRole('link', { name: 'Nytt förslag' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kan vi göra' }).waitFor();
    await fillAll(page);
    await page.getByRole('button', { name: 'Skicka till chefen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Slippa nycklarna' }).waitFor();
    await eventually(() => api.store.all().length, cases + 2);
    await close();
    await api.close();
  });

  it('keeps what was typed when it was overwritten from another device', async () => {
    const api = await startFakeApi();
    const who = { persona: 'underskoterska' };
    const here = await visit(running.browser, api.url, { ...who, path: '/propose' });
    const save = (page: Page) => page.getByRole('button', { name: 'Spara utkast' }).click();
    await fillAll(here.page);
    await save(here.page);
    await here.page.getByText('Utkastet är sparat.').first().waitFor();
    const { hash } = new URL(here.page.url());
    const there = await visit(running.browser, api.url, { ...who, path: hash.slice(1) });
    await there.page.getByLabel('Rubrik').fill('Lås utan nyckel');
    await save(there.page);
    await there.page.getByText('Utkastet är sparat.').first().waitFor();
    await save(here.page);
    await here.page.getByText('Utkastet har ändrats på ett annat ställe').waitFor();
    expect(await here.page.locator('form').getByText('Utkastet är sparat.').count()).toBe(0);
    expect(await here.page.getByLabel('Rubrik').inputValue()).toBe('Slippa nycklarna');
    const title = () => api.store.find(decodeURIComponent(hash.split('/').at(-1) ?? ''))?.content.title;
    expect(title()).toBe('Lås utan nyckel');
    await save(here.page);
    await eventually(title, 'Slippa nycklarna');
    await here.close();
    await there.close();
    await api.close();
  });

  it('keeps what was typed after saving through a reload, and says so when it was overwritten meanwhile', async () => {
    const api = await startFakeApi();
    const who = { persona: 'underskoterska' };
    const here = await visit(running.browser, api.url, { ...who, path: '/propose' });
    const save = (page: Page) => page.getByRole('button', { name: 'Spara utkast' }).click();
    await fillAll(here.page);
    await save(here.page);
    await here.page.locator('form').getByText('Utkastet är sparat.').waitFor();
    await here.page.getByLabel('Rubrik').fill('Lås med mobilen');
    const { hash } = new URL(here.page.url());
    const there = await visit(running.browser, api.url, { ...who, path: hash.slice(1) });
    await there.page.getByLabel('Rubrik').fill('Lås utan nyckel');
    await save(there.page);
    await there.page.locator('form').getByText('Utkastet är sparat.').waitFor();
    await here.page.reload();
    await here.page.getByText('Det du skrev förra gången finns kvar.').waitFor();
    expect(await here.page.getByLabel('Rubrik').inputValue()).toBe('Lås med mobilen');
    await save(here.page);
    await here.page.getByText('Utkastet har ändrats på ett annat ställe').waitFor();
    await here.page.getByRole('button', { name: 'Börja om' }).click();
    expect(await here.page.getByText('Utkastet har ändrats på ett annat ställe').count()).toBe(0);
    expect(await here.page.getByLabel('Rubrik').inputValue()).toBe('Lås utan nyckel');
    await here.page.getByLabel('Rubrik').fill('Lås med mobilen');
    await save(here.page);
    await here.page.locator('form').getByText('Utkastet är sparat.').waitFor();
    await here.page.getByRole('link', { name: 'Nytt förslag' }).click();
    await here.page.getByRole('heading', { level: 1, name: 'Kan vi göra' }).waitFor();
    expect(await here.page.getByLabel('Rubrik').inputValue()).toBe('');
    await here.close();
    await there.close();
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
