import { launchBrowser } from '../run/browser.ts';
import { ensureBuiltTab } from '../tab/builtTab.ts';
import { startFakeApi } from '../tab/fakeApi.ts';
import { manyRows } from '../tab/portfolio/sampleRows.ts';
import { median } from './median.ts';
import type { BenchRow } from './row.ts';
import { buildPlain } from './tab/buildPlain.ts';
import { type Look, lookAt } from './tab/measure.ts';

const ROUNDS = 5;
const WARM_UP = 1;
const ROWS = 10_000;

/**
 * The portfolio of 10,000 rows in the built tab, against plain cells and TanStack Virtual over the same rows, in
 * alternation in one headless Chromium. The files are in the browser's store after the warm-up, as for those who come
 * back.
 */
export async function benchTab(): Promise<BenchRow[]> {
  ensureBuiltTab();
  const script = await buildPlain();
  const api = await startFakeApi();
  api.rows.instead = manyRows(ROWS);
  const browser = await launchBrowser();
  const profile = await browser.newContext({ locale: 'sv-SE' });
  const plainUrl = `${api.url}/plain`;
  await profile.route(plainUrl, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><div id="root"></div><script type="module" src="/plain.js"></script>',
    }),
  );
  await profile.route(`${api.url}/plain.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  const ours: Look[] = [];
  const plain: Look[] = [];
  try {
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const tab = await lookAt({ url: `${api.url}/tab/?persona=vaktmastare#/`, sortBy: 'Ärende' }, profile);
      const yardstick = await lookAt({ url: plainUrl, sortBy: 'title' }, profile);
      if (round < 0) continue;
      ours.push(tab);
      plain.push(yardstick);
    }
  } finally {
    await browser.close();
    await api.close();
  }
  return rowsOf(ours, plain);
}

function rowsOf(ours: readonly Look[], plain: readonly Look[]): BenchRow[] {
  const of = (looks: readonly Look[], name: keyof Look) => median(looks.map((look) => look[name]));
  const figure = (
    name: keyof Look,
    text: string,
    unit: string,
    goal: string,
    met: (value: number, ratio: number) => boolean,
  ): BenchRow => {
    const [value, beside] = [of(ours, name), of(plain, name)];
    const ratio = median(ours.map((look, round) => look[name] / (plain[round]?.[name] ?? Number.NaN)));
    const yardstick = `plain cells + TanStack Virtual, ${beside.toPrecision(3)} ${unit}`;
    return { name: text, value, unit, yardstick, ratio, goal, pass: met(value, ratio) };
  };
  return [
    figure(
      'firstRow',
      `first of ${ROWS} rows after they came`,
      'ms',
      '≤ 2 × and ≤ 150 ms',
      (value, ratio) => ratio <= 2 && value <= 150,
    ),
    figure('fromNavigation', 'first row from navigation', 'ms', 'no goal, for comparison', () => true),
    figure('resort', 'sorting by another column', 'ms', '≤ 50 ms', (value) => value <= 50),
    figure('fps', 'scrolling 120 px a frame', 'frames/s', '≥ 58', (value) => value >= 58),
    figure('nodes', 'elements in the page', '', '≤ 400', (value) => value <= 400),
    figure('heap', 'JavaScript heap', 'MB', '≤ 10 MB', (value) => value <= 10),
  ];
}
