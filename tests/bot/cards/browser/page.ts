import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CardJson } from '../../../../bot/cards/model.ts';
import { STYLES, TEAMS_LIKE } from './hostConfig.ts';

/** What a drawn card says of itself. */
export type Drawn = {
  /** What the card library complained about. */
  readonly complaints: readonly string[];
  /** Elements that stick out to the right, with their text. */
  readonly tooWide: readonly string[];
  /** Inputs without a name for a screen reader. */
  readonly unnamed: readonly string[];
  /** Links and tags that should not be there. */
  readonly links: number;
  readonly text: string;
};

/** An empty page of a width, with the card library and the markdown reader that Teams uses. */
export async function cardPage(browser: Browser, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.route('**/*', (route) => route.abort());
  await page.setContent(
    `<!doctype html><html lang="sv"><head><style>${STYLES}</style></head><body><div id="card"></div></body></html>`,
  );
  await page.addStyleTag({ content: readPackageFile('adaptivecards', 'dist/adaptivecards.css') });
  await page.addStyleTag({ content: STYLES });
  await page.addScriptTag({ content: readPackageFile('adaptivecards', 'dist/adaptivecards.min.js') });
  await page.addScriptTag({ content: readPackageFile('markdown-it', 'dist/browser/markdown-it.umd.min.js') });
  return page;
}

/** Draws a card; `isOpen` shows what is hidden behind buttons, too. */
export const draw = (page: Page, card: CardJson, isOpen = false): Promise<Drawn> =>
  page.evaluate(drawInPage, { card: isOpen ? opened(card) : card, config: TEAMS_LIKE });

const opened = (card: CardJson): CardJson =>
  JSON.parse(JSON.stringify(card).replaceAll('"isVisible":false', '"isVisible":true')) as CardJson;

const readPackageFile = (name: string, file: string): string => {
  const entry = createRequire(path.resolve('package.json')).resolve(`${name}/package.json`);
  return readFileSync(path.join(path.dirname(entry), file), 'utf8');
};

// Runs in the browser: everything it needs comes in.
type Library = {
  AdaptiveCard: {
    new (): {
      hostConfig: unknown;
      parse(json: unknown, context: unknown): void;
      render(): HTMLElement;
      validateProperties(): { validationEvents: { message: string }[] };
    };
    onProcessMarkdown: (text: string, result: { outputHtml: string; didProcess: boolean }) => void;
  };
  HostConfig: new (config: unknown) => unknown;
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
};

function drawInPage({ card, config }: { card: unknown; config: unknown }) {
  const page = window as unknown as {
    AdaptiveCards: Library;
    markdownit: () => { render(text: string): string };
  };
  const { AdaptiveCard, HostConfig, SerializationContext } = page.AdaptiveCards;
  const markdown = page.markdownit();
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(config);
  const context = new SerializationContext();
  drawn.parse(card, context);
  const complaints = [
    ...Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message),
    ...drawn.validateProperties().validationEvents.map(({ message }) => message),
  ];
  const place = document.getElementById('card') as HTMLElement;
  place.replaceChildren(drawn.render());
  const edge = place.getBoundingClientRect().right + 0.5;
  const all = [...place.querySelectorAll<HTMLElement>('*')];
  const tooWide = all.filter(
    (one) =>
      one.getBoundingClientRect().right > edge ||
      (one.scrollWidth > one.clientWidth + 1 &&
        getComputedStyle(one).overflowX !== 'visible' &&
        one.tagName === 'DIV'),
  );
  const inputs = [...place.querySelectorAll<HTMLInputElement>('input, textarea, select')];
  const unnamed = inputs.filter(
    (input) =>
      !input.labels?.length && !input.getAttribute('aria-label') && !input.getAttribute('aria-labelledby'),
  );
  return {
    complaints,
    tooWide: tooWide.map((one) => `${one.tagName} ${one.textContent?.slice(0, 60)}`),
    unnamed: unnamed.map((input) => input.outerHTML.slice(0, 120)),
    links: place.querySelectorAll('a[href], img, script, h1').length,
    text: place.innerText,
  };
}
