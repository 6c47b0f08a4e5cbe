import type { BrowserContext, Page } from 'playwright-core';

/** One look at a table of 10,000 rows. Times in ms, heap in MB after a collection. */
export type Look = {
  readonly firstRow: number;
  readonly fromNavigation: number;
  readonly resort: number;
  readonly fps: number;
  readonly nodes: number;
  readonly heap: number;
};

export type TableUnderTest = {
  readonly url: string;
  /** Name of the column to sort by. */
  readonly sortBy: string;
};

const PIXELS_A_FRAME = 120;
const SCROLL_MS = 3_000;

/**
 * Opens a table, sorts it, scrolls it and counts. The first row counts from the moment the rows have arrived over the
 * network (parsing, state and drawing are the table's own) to the frame after it is in the page.
 */
export async function lookAt({ url, sortBy }: TableUnderTest, profile: BrowserContext): Promise<Look> {
  const page = await profile.newPage();
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.addInitScript(watchFirstRow);
  await page.goto(url);
  await page.waitForFunction(() => 'firstRowAt' in globalThis);
  const first = await page.evaluate(() => {
    const arrived = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/api\/(portfolio|me)/.test(name))
      .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
    const at = (globalThis as unknown as { firstRowAt: number }).firstRowAt;
    return { firstRow: at - Math.max(...arrived), fromNavigation: at };
  });
  await quiet(page);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  const heap = await heapMegabytes(page);
  const resort = await page.evaluate(timeSort, sortBy);
  await quiet(page);
  const fps = await page.evaluate(scroll, { pixels: PIXELS_A_FRAME, ms: SCROLL_MS });
  await page.close();
  return { ...first, resort, fps, nodes, heap };
}

/** Runs in the page before anything else: notes when the first row has been painted. */
function watchFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('tbody tr[data-index] td')) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => Object.assign(globalThis, { firstRowAt: performance.now() })),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: from the click on a column to the frame that shows other rows. */
function timeSort(column: string): Promise<number> {
  const shown = () => document.querySelector('tbody')?.textContent;
  const button = [...document.querySelectorAll<HTMLElement>('thead button')].find(
    ({ textContent }) => textContent === column,
  );
  if (!button) throw new Error(`no column ${column}`);
  const before = shown();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (shown() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    const start = performance.now();
    button.click();
  });
}

/** Runs in the page: frames a second while it scrolls by itself. */
function scroll({ pixels, ms }: { pixels: number; ms: number }): Promise<number> {
  return new Promise((resolve) => {
    let frames = 0;
    let start: number | undefined;
    const step = (now: number) => {
      start ??= now;
      if (now - start >= ms) return resolve((frames * 1_000) / (now - start));
      frames += 1;
      scrollBy(0, pixels);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/** Until nothing has been drawn for a while. */
const quiet = (page: Page): Promise<void> => page.waitForTimeout(400);

async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}
