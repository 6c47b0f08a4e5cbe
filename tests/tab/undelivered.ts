import { axeFindings, visit } from './browserTab.ts';
import { startFakeApi } from './fakeApi.ts';
import type { Running } from './running.ts';

export function describeUndelivered(running: Running): void {
  const asHead = { persona: 'digitaliseringschef' };

  it('says who, what, when, why and what to do, and leads to the case', async () => {
    const { page, errors, close } = await visit(running.browser, running.api.url, asHead);
    await page.getByRole('link', { name: 'Ej levererat' }).click();
    await page.getByRole('heading', { level: 1, name: 'Meddelanden som inte kommit fram' }).waitFor();
    const missing = page.getByRole('region', { name: 'Personen har inte Färdplan i Teams' });
    await missing.getByText('Be personen lägga till appen Färdplan i Teams.').waitFor();
    const first = missing.getByRole('listitem').first();
    expect(await first.innerText()).toContain('Enhetschef hemtjänst norr');
    expect(await first.innerText()).toContain('Fråga om beslut');
    expect(await first.innerText()).toContain('16 mars 2026 kl. 08:40');
    expect(await missing.getByRole('listitem').count()).toBe(2);
    await page
      .getByRole('region', { name: 'Kanalen finns inte längre' })
      .getByText('Uppföljning att göra')
      .waitFor();
    await first.getByRole('link', { name: 'Digital överrapportering mellan arbetspass' }).click();
    await page.getByRole('heading', { level: 1, name: 'Digital överrapportering' }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('lets the server explain a reason it has no words for, and never shows a bare channel id as a name', async () => {
    const { page, close } = await visit(running.browser, running.api.url, {
      ...asHead,
      path: '/undelivered',
    });
    const other = page.getByRole('region', { name: 'Meddelandet kom inte fram' });
    await other.getByText('Serverns egen förklaring.').waitFor();
    const gone = page.getByRole('region', { name: 'Kanalen finns inte längre' });
    await gone.getByText('Kanal utan namn', { exact: true }).waitFor();
    await close();
  });

  it('can be put away, one or all that have the same remedy, and says so when it did not work', async () => {
    const api = await startFakeApi();
    const { page, close } = await visit(running.browser, api.url, { ...asHead, path: '/undelivered' });
    const missing = page.getByRole('region', { name: 'Personen har inte Färdplan i Teams' });
    await missing.getByText('Har du löst det?').or(page.getByText('Har du löst det?')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    api.network.commands = 'dead';
    const one = missing.getByRole('button', {
      name: 'Lägg undan meddelandet till Enhetschef hemtjänst norr',
    });
    await one.click();
    await page.getByRole('alert').filter({ hasText: /\w{4}/ }).waitFor();
    expect(await missing.getByRole('listitem').count()).toBe(2);
    api.network.commands = 'well';
    await one.click();
    await page.getByText('1 meddelande är undanlagt.').waitFor({ state: 'attached' });
    expect(await missing.getByRole('listitem').count()).toBe(1);
    const before = api.undelivered.items.length;
    api.undelivered.items = [
      ...api.undelivered.items,
      ...api.undelivered.items.map((item) => ({ ...item, key: `${item.key}-2` })),
    ];
    await page.reload();
    await missing.getByRole('button', { name: 'Lägg undan alla 2' }).click();
    await missing.waitFor({ state: 'detached' });
    expect(api.undelivered.items).toHaveLength(2 * before - 2);
    await close();
    await api.close();
  });

  it('is not offered to others, and says so kindly to those who find the address', async () => {
    const { page, errors, close } = await visit(running.browser, running.api.url, {
      persona: 'vaktmastare',
      path: '/undelivered',
    });
    await page.getByRole('heading', { level: 1, name: 'Sidan är för den som sköter Färdplan' }).waitFor();
    expect(await page.getByRole('link', { name: 'Ej levererat' }).count()).toBe(0);
    expect(await page.getByText('Fråga om beslut').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it('is glad when all have arrived, in both languages', async () => {
    const api = await startFakeApi();
    api.undelivered.items = [];
    const { page, close } = await visit(running.browser, api.url, { ...asHead, path: '/undelivered' });
    await page.getByRole('heading', { level: 2, name: 'Alla meddelanden har kommit fram' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 2, name: 'Every message has arrived' }).waitFor();
    await close();
    await api.close();
  });

  it('shows ten of many, then all, and says when there are older ones', async () => {
    const api = await startFakeApi();
    const [one] = api.undelivered.items;
    if (!one) throw new Error('the sample has no message');
    api.undelivered.items = Array.from({ length: 31 }, (_, at) => ({ ...one, key: `message-${at}` }));
    api.undelivered.more = true;
    const { page, close } = await visit(running.browser, api.url, { ...asHead, path: '/undelivered' });
    const list = page.getByRole('list', { name: '31 meddelanden' });
    await list.waitFor();
    expect(await list.getByRole('listitem').count()).toBe(10);
    await page.getByRole('button', { name: 'Visa alla (31)' }).click();
    expect(await list.getByRole('listitem').count()).toBe(31);
    await page.getByText('Bara de senaste meddelandena visas.').waitFor();
    await close();
    await api.close();
  });
}
