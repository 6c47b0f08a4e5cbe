import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { launchBrowser } from '../run/browser.ts';
import { FOLDER } from './appPackage.ts';

const ARTIFACTS = resolve(import.meta.dirname, '../../.artifacts/icons');
/** Browsers differ a little in how they smooth an edge. */
const MOST_DIFFERENCE = 48;
const MOST_PIXELS = 0.02;

/** The icons are what their drawings say. Changed a drawing? The new pictures lie in .artifacts/icons, to be copied. */
describe('icons', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  it.each([
    ['color', 192],
    ['outline', 32],
  ])(
    '%s.png is a picture of its drawing',
    async (name, size) => {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = readFileSync(join(FOLDER, `${name}.svg`), 'utf8');
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      const fresh = await page.screenshot({ omitBackground: true });
      await page.close();
      mkdirSync(ARTIFACTS, { recursive: true });
      writeFileSync(join(ARTIFACTS, `${name}.png`), fresh);

      const drawn = PNG.sync.read(fresh).data;
      const kept = PNG.sync.read(readFileSync(join(FOLDER, `${name}.png`))).data;
      expect(kept.length).toBe(drawn.length);
      const different = [...kept].filter(
        (part, index) => Math.abs(part - (drawn[index] ?? 0)) > MOST_DIFFERENCE,
      );
      expect(different.length / kept.length).toBeLessThan(MOST_PIXELS);
    },
    30_000,
  );
});
