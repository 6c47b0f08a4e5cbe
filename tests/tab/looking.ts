import { axeFindings, visit } from './browserTab.ts';
import { type FakeApi, startFakeApi } from './fakeApi.ts';
import { manyRows } from './portfolio/sampleRows.ts';
import type { Running } from './running.ts';

export function describeLooking(running: Running): void {
  it('shows every case as a link, with what is protected under lock', async () => {
    const { page, errors, close } = await visit(running.browser, running.api.url, { persona: 'vaktmastare' });
    await page.getByText('6 ärenden').waitFor();
    await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).waitFor();
    await page.getByRole('link', { name: 'Skyddat ärende' }).waitFor();
    expect(await page.getByText('Medicinrobot').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it('shows a protected case in full to those who may see it', async () => {
    const { page, close } = await visit(running.browser, running.api.url, { persona: 'coach-norr' });
    await page.getByRole('link', { name: /Medicinrobot/ }).waitFor();
    await close();
  });

  it('filters, searches, opens and comes back to the same view', async () => {
    const { page, close } = await visit(running.browser, running.api.url, { persona: 'coach-norr' });
    await page
      .getByLabel('Förvaltning', { exact: true })
      .selectOption({ label: 'Vård- och omsorgsförvaltningen' });
    await page.getByText('3 av 6 ärenden').waitFor();
    await page.getByLabel('Sök').fill('lås');
    await page.getByText('1 av 6 ärenden').waitFor();
    expect(page.url()).toContain('department=vof');
    await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Digitala lås i hemtjänsten' }).waitFor();
    await page.getByText('5\u00a0093\u00a0702\u00a0kr').first().waitFor();
    await page.goBack();
    await page.getByText('1 av 6 ärenden').waitFor();
    expect(await page.getByLabel('Sök').inputValue()).toBe('lås');
    await page.getByRole('button', { name: 'Rensa', exact: true }).click();
    await page.getByText('6 ärenden', { exact: true }).waitFor();
    await close();
  });

  it('says why a purchase is shown without its figures to those without insight', async () => {
    const { page, close } = await visit(running.browser, running.api.url, { persona: 'vaktmastare' });
    await page.getByRole('link', { name: 'Digitala lås i hemtjänsten' }).click();
    await page.getByText('Ett inköp är på gång.').waitFor();
    expect(await page.getByText('5\u00a0093\u00a0702\u00a0kr').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Nytta och kostnad' }).count()).toBe(0);
    await close();
  });

  it('says what to do when nothing matches', async () => {
    const { page, close } = await visit(running.browser, running.api.url, {
      persona: 'vaktmastare',
      path: '/?q=rymdskepp',
    });
    await page.getByRole('heading', { name: 'Inget ärende passar' }).waitFor();
    await close();
  });

  it('has a next step when there is nothing at all', async () => {
    const api = await startFakeApi({ empty: true });
    const { page, close } = await visit(running.browser, api.url, { persona: 'vaktmastare' });
    await page.getByRole('heading', { name: 'Portföljen är tom än så länge' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nytt förslag' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Kan vi göra det här på ett smartare sätt?' })
      .waitFor();
    await close();
    await api.close();
  });

  it('changes language and keeps it', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, { persona: 'vaktmastare' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor();
    await close();
    await api.close();
  });

  it('shows ten thousand cases at once, and any of them when one scrolls or sorts', async () => {
    const api = await startFakeApi();
    api.rows.instead = manyRows(10_000);
    const { page, close } = await visit(running.browser, api.url, { persona: 'vaktmastare' });
    await page.getByText('10\u00a0000 ärenden').waitFor();
    await page.locator('tbody a').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBeLessThan(60);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('tr[aria-rowindex="10001"]').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByRole('button', { name: 'Ärende', exact: true }).click();
    await page.locator('tr[aria-rowindex="2"]').getByText('Digitala lås').waitFor();
    await close();
    await api.close();
  });

  it('sees who is in a case: a picture, or initials where there is none', async () => {
    const api = await startFakeApi();
    const visited = await visit(running.browser, api.url, {
      persona: 'coach-norr',
      path: '/initiatives/VOF-2026-0001',
    });
    const { page, errors, close } = visited;
    const facts = page.getByRole('definition');
    await page.waitForFunction(() =>
      document.querySelector('dd img')?.getAttribute('src')?.startsWith('data:image/png'),
    );
    const faces = await facts.filter({ has: page.locator('img, span[aria-hidden]') }).allInnerTexts();
    expect(faces.length).toBeGreaterThanOrEqual(2);
    expect(await page.locator('dd img').count()).toBe(1);
    expect(await page.locator('dd span[aria-hidden]').first().innerText()).toMatch(/^\p{Lu}{1,2}$/u);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
    await api.close();
  });

  it('stays where one is reading when rows further up turn out to be higher', async () => {
    const api = await startFakeApi();
    const long =
      'En rubrik som är så lång att den behöver flera rader i sin kolumn, och lite till för säkerhets skull';
    api.rows.instead = manyRows(400).map((each, at) => (at % 3 === 0 ? { ...each, title: long } : each));
    const { page, close } = await visit(running.browser, api.url, { persona: 'vaktmastare' });
    await page.locator('tbody a').first().waitFor();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('tr[aria-rowindex="401"]').waitFor();
    for (let step = 0; step < 12; step += 1) {
      const moved = await page.evaluate(async () => {
        const row = [...document.querySelectorAll('tbody tr[data-index]')].find(
          (each) => each.getBoundingClientRect().top > 60,
        );
        const frames = () =>
          new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))),
          );
        const top = () => row?.getBoundingClientRect().top ?? Number.NaN;
        const before = top();
        scrollBy(0, -300);
        await frames();
        return top() - before;
      });
      expect(Math.abs(moved - 300)).toBeLessThan(2);
    }
    await close();
    await api.close();
  });

  describe('at the documents of a case', () => {
    const FOLDER = 'https://library.example/VOF-2026-0001';
    const file = (name: string, day: number) => ({
      name,
      url: `${FOLDER}/${encodeURIComponent(name)}`,
      changedAt: `2026-03-${10 + day}T08:00:00Z`,
      changedBy: 'Digitaliseringscoach',
      bytes: 12_300,
    });
    const openCase = async (answer: FakeApi['documents']['answer']) => {
      const api = await startFakeApi();
      api.documents.answer = answer;
      const visited = await visit(running.browser, api.url, {
        persona: 'coach-norr',
        path: '/initiatives/VOF-2026-0001',
      });
      await visited.page.getByRole('heading', { name: 'Historik' }).waitFor();
      const section = visited.page.getByRole('region', { name: 'Dokument' });
      const close = async () => {
        await visited.close();
        await api.close();
      };
      return { ...visited, api, section, close };
    };

    it('finds links to the files and their folder, the latest first', async () => {
      const files = Array.from({ length: 8 }, (_, i) => file(`Bilaga ${i + 1}.docx`, i));
      const { page, section, errors, close } = await openCase({
        library: true,
        folder: FOLDER,
        closed: false,
        files,
      });
      await section.getByText('16 mars 2026').waitFor();
      const links = section.getByRole('link');
      expect(await links.allTextContents()).toEqual([
        ...[8, 7, 6, 5, 4, 3].map((number) => `Bilaga ${number}.docx`),
        'Öppna mappen',
      ]);
      expect(await links.first().getAttribute('href')).toBe(`${FOLDER}/Bilaga%208.docx`);
      expect(await links.last().getAttribute('href')).toBe(FOLDER);
      expect(await links.last().getAttribute('target')).toBe('_blank');
      expect(await axeFindings(page)).toEqual([]);
      await section.getByRole('button', { name: 'Visa alla filer (8)' }).click();
      await section.getByRole('link', { name: 'Bilaga 1.docx' }).waitFor();
      expect(errors).toEqual([]);
      await close();
    });

    it('reads what to do while the folder is not made, and when it is empty', async () => {
      const empty = { library: true, folder: null, closed: false, files: [] };
      const waiting = await openCase(empty);
      await waiting.section.getByText('Mappen är inte klar än.').waitFor();
      await waiting.close();
      const ready = await openCase({ ...empty, folder: FOLDER });
      await ready.section.getByText('Lägg ärendets dokument där.').waitFor();
      await ready.close();
    });

    it('reads whom a closed folder is for', async () => {
      const answer = { library: true, folder: FOLDER, closed: true, files: [file('Anbud.docx', 1)] };
      const { section, close } = await openCase(answer);
      await section.getByText('Bara de som arbetar med skyddade ärenden kan öppna mappen.').waitFor();
      await section.getByRole('link', { name: 'Anbud.docx' }).waitFor();
      await close();
    });

    it('is told when SharePoint does not answer, and may try again', async () => {
      const { section, api, close } = await openCase('down');
      await section.getByText('De finns kvar i SharePoint.').waitFor();
      api.documents.answer = { library: true, folder: FOLDER, closed: false, files: [file('Behov.docx', 1)] };
      await section.getByRole('button', { name: 'Försök igen' }).click();
      await section.getByRole('link', { name: 'Behov.docx' }).waitFor();
      await close();
    });

    it('sees no such part where there is no library', async () => {
      const { section, errors, close } = await openCase({
        library: false,
        folder: null,
        closed: false,
        files: [],
      });
      expect(await section.count()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    });
  });
}
