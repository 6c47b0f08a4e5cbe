import type { Page } from 'playwright-core';
import { visit } from './browserTab.ts';
import { eventually } from './eventually.ts';
import { type FakeApi, NOW, startFakeApi } from './fakeApi.ts';
import type { Running } from './running.ts';

const WITHIN_TWO_SECONDS = { timeout: 2_000 };

async function withTab(
  running: Running,
  persona: string,
  path: string,
  use: (page: Page, api: FakeApi) => Promise<void>,
): Promise<void> {
  const api = await startFakeApi();
  const { page, errors, close } = await visit(running.browser, api.url, { persona, path });
  try {
    await use(page, api);
    expect(errors).toEqual([]);
  } finally {
    await close();
    await api.close();
  }
}

/** Somebody else does something meanwhile. */
const meanwhile = (
  api: FakeApi,
  actor: string,
  initiative: string,
  order: Parameters<FakeApi['store']['ask']>[0]['order'],
): void => {
  const answer = api.store.ask({ order, actor, initiative, operationId: `elsewhere-${order.type}`, at: NOW });
  if (!answer.ok) throw new Error(answer.refusal.code);
};

export function describeDeciding(running: Running): void {
  it('approves with evidence and an answer to the similar case', () =>
    withTab(running, 'chef-lss', '/initiatives/SOF-2026-0001', async (page, api) => {
      await page.getByRole('button', { name: 'Godkänn' }).click();
      const form = page.locator('form');
      await form.getByLabel('Behovet finns på riktigt').check();
      await form.getByLabel('Samordna: arbeta tillsammans').check();
      await form.getByLabel('Timmar till beredningen').fill('40');
      await form.getByLabel('Egen budget').check();
      await form.getByRole('button', { name: 'Godkänn' }).click();
      await page.getByText('Bekräfta punkten för att kunna godkänna.').waitFor();
      expect(api.received).toEqual([]);
      await form.getByLabel('Förslaget stämmer med våra mål').check();
      await form.getByRole('button', { name: 'Godkänn' }).click();
      await page.getByText('Förslaget är godkänt.').first().waitFor();
      await page.getByRole('heading', { name: 'Ta fram underlaget' }).waitFor();
      expect(await form.count()).toBe(0);
    }));

  it('sends once for two clicks', () =>
    withTab(running, 'chef-norr', '/initiatives/VOF-2026-0003', async (page, api) => {
      api.network.slowMs = 300;
      await page.getByRole('button', { name: 'Återremiss' }).click();
      const form = page.locator('form');
      await form.getByLabel('Vad behöver kompletteras?').fill('Hur många pass gäller det?');
      await form.locator('button[type=submit]').dblclick();
      await page.getByText('Förslaget har gått tillbaka').first().waitFor();
      expect(api.received).toHaveLength(1);
    }));

  describe('when somebody was first', () => {
    const REASON = 'Skriv hur många pass.';
    const start = async (page: Page) => {
      await page.getByRole('button', { name: 'Återremiss' }).click();
      const field = page.getByLabel('Vad behöver kompletteras?');
      await field.fill(REASON);
      return { field, submit: page.locator('form button[type=submit]') };
    };
    const deaf = (api: FakeApi) => {
      api.network.changes = 'dead';
      api.dropStreams();
    };
    const rejected = { type: 'Reject', reason: 'Görs redan i ett annat ärende.' } as const;

    it('says at once that it cannot be done any more, and keeps what was typed', () =>
      withTab(running, 'chef-norr', '/initiatives/VOF-2026-0003', async (page, api) => {
        const { field, submit } = await start(page);
        meanwhile(api, 'chef-norr', 'VOF-2026-0003', rejected);
        await page.getByText('Ärendet har ändrats').waitFor();
        await page.getByText('Det du höll på med går inte att göra längre.').waitFor();
        await page.getByText('Läget är nu Avslaget.').first().waitFor();
        expect(await field.inputValue()).toBe(REASON);
        expect(await submit.getAttribute('aria-disabled')).toBe('true');
        await submit.press('Enter');
        expect(api.received).toEqual([]);
      }));

    it('says the same when it hears of it first in the answer', () =>
      withTab(running, 'chef-norr', '/initiatives/VOF-2026-0003', async (page, api) => {
        const { field, submit } = await start(page);
        deaf(api);
        meanwhile(api, 'chef-norr', 'VOF-2026-0003', rejected);
        await submit.click();
        await page.getByText('Det du höll på med går inte att göra längre.').waitFor();
        expect(await field.inputValue()).toBe(REASON);
      }));

    it('asks again when it still can be done, and then does it', () =>
      withTab(running, 'chef-norr', '/initiatives/VOF-2026-0003', async (page, api) => {
        const { submit } = await start(page);
        deaf(api);
        const classification = { c: 2, i: 1, a: 1 };
        meanwhile(api, 'coach-norr', 'VOF-2026-0003', { type: 'Classify', classification });
        await submit.click();
        await page.getByText('Läs det nya läget och skicka igen om du fortfarande vill.').waitFor();
        await submit.click();
        await page.getByText('Förslaget har gått tillbaka').first().waitFor();
      }));
  });

  it('keeps a half-written answer through a reload and a detour, until it is taken back', () =>
    withTab(running, 'chef-norr', '/initiatives/VOF-2026-0003', async (page) => {
      const field = page.getByLabel('Vad behöver kompletteras?');
      await page.getByRole('button', { name: 'Återremiss' }).click();
      await field.fill('Hur många pass gäller det?');
      await page.reload();
      await page.getByRole('button', { name: 'Återremiss' }).click();
      expect(await field.inputValue()).toBe('Hur många pass gäller det?');
      await page.getByRole('link', { name: 'Att göra' }).click();
      await page.getByRole('heading', { level: 1, name: 'Att göra' }).waitFor();
      await page.goBack();
      await page.getByRole('button', { name: 'Återremiss' }).click();
      expect(await field.inputValue()).toBe('Hur många pass gäller det?');
      await page.getByRole('button', { name: 'Ångra' }).click();
      await page.getByRole('button', { name: 'Återremiss' }).click();
      expect(await field.inputValue()).toBe('');
    }));

  it('says when the network is dead, keeps the text, and takes effect once when it is back', () =>
    withTab(running, 'coach-norr', '/initiatives/VOF-2026-0001', async (page, api) => {
      await page.getByRole('button', { name: 'Följ upp' }).click();
      await page.getByLabel('Grönt: går som planerat').check();
      await page.getByLabel('Vad har hänt, och vad kommer härnäst?').fill('Låsen är på plats i norr.');
      const submit = page.locator('form button[type=submit]');
      api.network.commands = 'dead';
      await submit.click();
      await page.getByText('Ingen kontakt med servern.').waitFor();
      expect(await page.getByLabel('Vad har hänt, och vad kommer härnäst?').inputValue()).toBe(
        'Låsen är på plats i norr.',
      );
      // Now the order arrives, but its answer is lost on the way back.
      api.network.commands = 'lost';
      await submit.click();
      await eventually(() => api.received.length, 1);
      await page.getByText('Ingen kontakt med servern.').waitFor();
      api.network.commands = 'well';
      await submit.click();
      await page.getByText('Uppföljningen är sparad.').first().waitFor();
      expect(new Set(api.received.map(({ operationId }) => operationId)).size).toBe(1);
      expect(await page.getByText('Låsen är på plats i norr.').count()).toBe(1);
    }));

  it('completes a returned proposal and sends it again', () =>
    withTab(running, 'underskoterska', '/initiatives/KLK-2026-0001', async (page, api) => {
      await page.getByText('Beskriv hur frågorna besvaras i dag.').first().waitFor();
      await page.getByRole('button', { name: 'Ändra innehållet' }).click();
      await page.getByLabel('Har du en idé om lösning?').fill('En chatt på webbplatsen.');
      await page.locator('form button[type=submit]').click();
      await page.getByText('Ändringarna är sparade.').first().waitFor();
      await page.getByRole('button', { name: 'Skicka igen' }).click();
      await page.getByLabel('Vad har du ändrat?').fill('Lade till en idé om lösning.');
      await page.locator('form button[type=submit]').click();
      await page.getByRole('heading', { name: 'Ta ställning till förslaget' }).waitFor();
      expect(api.received.map(({ order }) => order.type)).toEqual(['ChangeContent', 'Resubmit']);
    }));

  it('offers what belongs to other moments in a menu', () =>
    withTab(running, 'coach-norr', '/initiatives/VOF-2026-0001', async (page) => {
      await page.getByRole('button', { name: 'Fler åtgärder' }).click();
      await page.getByRole('menuitem', { name: 'Lägg till lärdom' }).click();
      await page.getByRole('textbox', { name: 'Lärdom' }).fill('Boka tid med kunderna i förväg.');
      await page.locator('form button[type=submit]').click();
      await page.getByText('Boka tid med kunderna i förväg.').waitFor();
    }));

  it('follows what others do within two seconds, in the case and in the portfolio', () =>
    withTab(running, 'vaktmastare', '/initiatives/VOF-2026-0003', async (page, api) => {
      await page.getByRole('heading', { name: 'Ta ställning till förslaget' }).waitFor();
      meanwhile(api, 'chef-norr', 'VOF-2026-0003', { type: 'Return', reason: 'Hur många pass gäller det?' });
      await page.getByRole('heading', { name: 'Komplettera och skicka igen' }).waitFor(WITHIN_TWO_SECONDS);
      expect(await page.getByTestId('announcer').textContent()).toContain('Läget är nu Återremiss');
      await page.getByRole('link', { name: 'Portfölj' }).first().click();
      const row = page.getByRole('row', { name: /VOF-2026-0003/ });
      await row.getByText('Återremiss').waitFor();
      meanwhile(api, 'underskoterska', 'VOF-2026-0003', { type: 'Resubmit', changes: 'Tre pass per dygn.' });
      await row.getByText('Chefsprövning').waitFor(WITHIN_TWO_SECONDS);
    }));

  it('says quietly that contact is lost, comes back by itself and has missed nothing', () =>
    withTab(running, 'vaktmastare', '/initiatives/VOF-2026-0003', async (page, api) => {
      await page.getByRole('heading', { name: 'Ta ställning till förslaget' }).waitFor();
      await eventually(() => api.streams(), 1);
      api.network.changes = 'dead';
      api.dropStreams();
      await page.getByText('Ingen kontakt. Vi försöker igen.').waitFor();
      meanwhile(api, 'chef-norr', 'VOF-2026-0003', { type: 'Reject', reason: 'Görs redan.' });
      api.network.changes = 'well';
      await page.getByRole('heading', { name: 'Inget mer att göra' }).waitFor();
      expect(await page.getByText('Ingen kontakt. Vi försöker igen.').count()).toBe(0);
    }));
}
