import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings, newProfile, sidewaysScroll, spills, visit } from './browserTab.ts';
import type { Running } from './running.ts';

type View = {
  readonly name: string;
  readonly persona: string;
  readonly path: string;
  readonly open?: (page: Page) => Promise<void>;
};

const VIEWS: readonly View[] = [
  { name: 'portfolio', persona: 'chef-norr', path: '/' },
  { name: 'portfolio without a match', persona: 'chef-norr', path: '/?q=finns-inte' },
  { name: 'a case under way', persona: 'coach-norr', path: '/initiatives/VOF-2026-0001', open: followUpForm },
  { name: 'a case to decide on', persona: 'chef-lss', path: '/initiatives/SOF-2026-0001', open: approveForm },
  {
    name: 'a returned case being changed',
    persona: 'underskoterska',
    path: '/initiatives/KLK-2026-0001',
    open: contentForm,
  },
  { name: 'a protected case without insight', persona: 'vaktmastare', path: '/initiatives/VOF-2026-0002' },
  { name: 'a case that does not exist', persona: 'vaktmastare', path: '/initiatives/VOF-2026-0999' },
  { name: 'to do', persona: 'underskoterska', path: '/todo' },
  { name: 'messages that did not arrive', persona: 'digitaliseringschef', path: '/undelivered' },
  { name: 'messages for somebody else', persona: 'vaktmastare', path: '/undelivered' },
  { name: 'propose', persona: 'underskoterska', path: '/propose', open: fillProposal },
];

const THEMES = ['default', 'dark', 'contrast'] as const;
const WIDTHS = [1280, 320] as const;

/** Every view in every theme and width: axe, no scrolling sideways, no errors, one h1. */
export function describeAccessibility(running: Running): void {
  let profile: BrowserContext;
  beforeAll(async () => {
    profile = await newProfile(running.browser);
  });
  afterAll(() => profile.close());

  describe.each(THEMES)('in the theme %s, wide and narrow', (theme) => {
    it.each(VIEWS)('is usable by everybody: $name', async ({ persona, path, name, open }) => {
      const { page, errors, close } = await visit(running.browser, running.api.url, {
        persona,
        theme,
        path,
        profile,
      });
      await settled(page);
      await open?.(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        await page.screenshot({
          path: `${running.shots}/${name.replaceAll(' ', '-')}-${theme}-${width}.png`,
          fullPage: true,
        });
        expect(await axeFindings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        expect(await spills(page)).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
      }
      expect(errors).toEqual([]);
      await close();
    });
  });

  describe('outside Teams and local mode', () => {
    it.each(WIDTHS)('says where to open it, %d px wide', async (width) => {
      const context = await running.browser.newContext({ viewport: { width, height: 700 } });
      const page = await context.newPage();
      await page.route('**/api/personas', (route) => route.fulfill({ status: 404 }));
      await page.goto(`${running.api.url}/tab/`);
      await page.getByRole('heading', { name: 'Öppna Färdplan i Teams' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await context.close();
    });

    it('lets one choose who to be in local mode', async () => {
      const { page, close } = await visit(running.browser, running.api.url);
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Enhetschef LSS' }).click();
      await page.getByRole('heading', { name: 'Portfölj' }).waitFor();
      expect(page.url()).toContain('persona=chef-lss');
      await page.reload();
      await page.getByRole('heading', { name: 'Portfölj' }).waitFor();
      await close();
    });
  });
}

/** Nothing turns any more, and what the new width moved has come to rest. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.fui-Spinner'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function followUpForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Följ upp' }).click();
  await page.getByLabel('Lägg till en mätning').check();
  await page
    .getByRole('group', { name: 'Hur går det?' })
    .or(page.getByRole('radiogroup', { name: 'Hur går det?' }))
    .first()
    .waitFor();
}

async function approveForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Godkänn' }).click();
  await page.locator('form button[type=submit]').click();
  await page.getByText('Ta ställning till det liknande ärendet').waitFor();
}

async function contentForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ändra innehållet' }).click();
  await page.getByLabel('Rubrik').waitFor();
}

async function fillProposal(page: Page): Promise<void> {
  await page
    .getByLabel('Vad är problemet eller behovet?')
    .fill('Sjuksköterskespecialistutbildningssamordnarna hämtar nycklar i nyckelskåp varje pass.');
  await page.getByRole('button', { name: 'Lägg till en uppskattning' }).click();
  await page.getByLabel('Hur många gånger per år?').fill('1200');
  await page.getByLabel('Hur många minuter sparas varje gång?').fill('20');
  await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).waitFor();
}
