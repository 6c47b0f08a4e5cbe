import { PLACES } from '../../production/cast.ts';
import { eventually, readyTenant } from '../../production/municipality.ts';
import { peopleBefore, type Teams } from '../../production/people.ts';
import { type Instance, startInstance } from '../../production/processes.ts';
import { type Proposed, propose } from '../../production/story.ts';
import { fromTab } from '../../production/tab.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';

/** R-28 in production mode: from a proposal in the chat to a file that somebody finds on the page of the case. */

const LIBRARY = SAMPLE.portfolioSite;
const [place] = PLACES;
let tenant: Tenant;
let instance: Instance;
let teams: Teams;

beforeAll(async () => {
  tenant = await readyTenant();
  instance = await startInstance(tenant);
  teams = peopleBefore(tenant, instance.url);
  await teams.person(place!.employee).installs();
}, 120_000);
afterAll(async () => {
  await instance?.stop();
  await tenant?.stop();
}, 40_000);

const folderNames = (): string[] => tenant.sharePoint.inLibrary(LIBRARY).map(({ name }) => name);
const shown = async ({ number }: Proposed) =>
  fromTab(tenant, instance.url, { user: place!.employee, path: `/api/initiatives/${number}/documents` });

describe('the folder of a proposal', () => {
  it('is made after it was sent in, and its files are on the page and one press from the card', async () => {
    const proposed = await propose(teams, place!, 'mapp');
    const { number } = proposed;
    await eventually('the folder', () => folderNames().includes(number) || undefined);
    expect(folderNames()).toEqual([number]);
    tenant.sharePoint.putFile(LIBRARY, number, 'Behov.docx');
    const { status, body } = await shown(proposed);
    expect(status).toBe(200);
    const folder = expect.stringMatching(new RegExp(`^https://.*/${number}$`));
    expect(body).toMatchObject({ library: true, folder, files: [{ name: 'Behov.docx' }] });
    await teams.person(place!.employee).says(`visa ${number}`);
    await eventually('the link', () => {
      const text = JSON.stringify(tenant.teams.transcript(place!.employee));
      return new RegExp(`"title":"Dokument","url":"https://[^"]*/${number}"`).test(text) || undefined;
    });
    expect(tenant.violations.all()).toEqual([]);
  }, 90_000);
});
