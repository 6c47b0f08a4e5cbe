import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CardJson } from '../../../bot/cards/model.ts';
import { createTexts } from '../../../bot/texts/texts.ts';
import { launchBrowser } from '../../run/browser.ts';
import { cardPage, draw } from './browser/page.ts';
import { ordinaryCards } from './ordinaryCards.ts';
import { worstCards } from './worstCards.ts';

const FOLDER = path.resolve('.artifacts/cards');
const WIDTHS = { narrow: 320, wide: 640 } as const;
const textsIn = createTexts();

/** Every card drawn as Teams would, narrow and wide, with a picture of each to look at. */
describe.each(['narrow', 'wide'] as const)('cards on a %s screen', (width) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launchBrowser();
    page = await cardPage(browser, WIDTHS[width]);
  }, 60_000);
  afterAll(() => browser?.close());

  const cases = (['sv', 'en'] as const).flatMap((language) => {
    const texts = textsIn(language);
    return Object.entries({ ...ordinaryCards(texts), ...worstCards(texts) }).map(
      ([name, card]) => [`${name}-${language}`, card] as const,
    );
  });

  it.each(cases)(
    '%s',
    async (name, card: CardJson) => {
      const hasHidden = JSON.stringify(card).includes('"isVisible":false');
      for (const isOpen of hasHidden ? [false, true] : [false]) {
        const { complaints, tooWide, unnamed, links } = await draw(page, card, isOpen);
        expect({ complaints, tooWide, unnamed, links }).toEqual({
          complaints: [],
          tooWide: [],
          unnamed: [],
          links: 0,
        });
        const file = path.join(FOLDER, `${name}-${width}${isOpen ? '-open' : ''}.png`);
        await page.locator('#card').screenshot({ path: file, animations: 'disabled' });
      }
    },
    30_000,
  );
});
