import type { BrowserContext, Locator, Page } from 'playwright-core';

/** A chat window of the Agents Playground, used as a person would: by what is written on the screen. */
export type Chat = {
  readonly page: Page;
  /** Opens a chat or channel in the left rail by its name. */
  readonly open: (name: string) => Promise<void>;
  /** Writes in the personal chat. */
  readonly say: (text: string) => Promise<void>;
  /** Writes a new post to the bot in a channel. */
  readonly post: (text: string) => Promise<void>;
  /** The newest card that shows a text; waits until there is one. */
  readonly card: (text: string | RegExp) => Promise<Card>;
};

export type Card = {
  readonly text: () => Promise<string>;
  readonly press: (button: string) => Promise<void>;
  readonly fill: (label: string, value: string) => Promise<void>;
  readonly choose: (label: string, option: string | RegExp) => Promise<void>;
  readonly tick: (label: string) => Promise<void>;
  readonly buttons: () => Promise<string[]>;
  readonly picture: (path: string) => Promise<unknown>;
};

const PATIENCE_MS = 15_000;
/** The client itself is fetched and built up once; on a busy machine that takes longer than any answer may. */
const OPENING_MS = 60_000;

/** Fonts and the like of the real client are fetched from the internet; a test must not. */
export async function stayLocal(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && url.protocol.startsWith('http'),
    (route) => route.abort(),
  );
}

export async function openChat(context: BrowserContext, url: string): Promise<Chat> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url, { timeout: OPENING_MS });
  await page.getByRole('textbox').first().waitFor({ timeout: OPENING_MS });

  const type = async (box: Locator, text: string, send: () => Promise<void>) => {
    await box.click();
    await page.keyboard.insertText(text);
    await send();
  };

  return {
    page,
    open: async (name) => {
      await page.getByRole('treeitem', { name, exact: true }).click();
    },
    say: (text) =>
      type(page.locator('[role=textbox][contenteditable=true]').last(), text, () =>
        page.keyboard.press('Enter'),
      ),
    post: async (text) => {
      const box = page.locator('[role=textbox][contenteditable=true]').first();
      await box.click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem', { name: 'Färdplan' }).click();
      await page.keyboard.insertText(` ${text}`);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    card: async (text) => {
      const newest = page.locator('.ac-preview-panel > .ac-adaptiveCard').filter({ hasText: text }).last();
      await newest.waitFor();
      return cardOf(newest, page);
    },
  };
}

function cardOf(card: Locator, page: Page): Card {
  const input = (label: string | RegExp) => card.getByLabel(label).first();
  return {
    text: () => card.innerText(),
    press: (button) => card.getByRole('button', { name: button, exact: true }).first().click(),
    fill: async (label, value) => {
      await input(label).fill(value);
      await page.keyboard.press('Tab');
    },
    choose: async (label, option) => {
      await input(label).click();
      await page.getByRole('option', { name: option }).last().click();
    },
    // The client names a choice by its question, so the text beside the box is what there is to click.
    tick: (label) => card.getByText(label, { exact: true }).first().click(),
    buttons: () => card.getByRole('button').allInnerTexts(),
    picture: (path) => card.screenshot({ path }),
  };
}
