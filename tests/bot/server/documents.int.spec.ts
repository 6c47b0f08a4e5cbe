import { CLOSED_FOLDER } from '../../../bot/adapters/sharepoint/index.ts';
import { CAST, PLACES } from '../../production/cast.ts';
import { eventually, readyTenant } from '../../production/municipality.ts';
import { peopleBefore, type Teams } from '../../production/people.ts';
import { type Instance, startInstance } from '../../production/processes.ts';
import { approve, type Proposed, propose } from '../../production/story.ts';
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
  await instance?.kill();
  await tenant?.stop();
});

const folderNames = (where?: string): string[] =>
  tenant.sharePoint.inLibrary(LIBRARY, where).map(({ name }) => name);
const shown = async ({ number }: Proposed) =>
  fromTab(tenant, instance.url, { user: place!.employee, path: `/api/initiatives/${number}/documents` });

describe('the folder of a proposal', () => {
  it('is made after it was sent in, and its files are on the page and one press from the card', async () => {
    const proposed = await propose(teams, place!, 'mapp');
    const { number } = proposed;
    await eventually('the folder', () => folderNames().includes(number) || undefined);
    expect(folderNames()).toEqual([CLOSED_FOLDER, number]);
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

  it('is closed to others as soon as the case is protected, and those who work with it find it there', async () => {
    for (const person of [place!.manager, CAST.coach]) await teams.person(person).installs();
    const proposed = await propose(teams, place!, 'sekretess');
    const { number } = proposed;
    await eventually('the folder', () => folderNames().includes(number) || undefined);
    tenant.sharePoint.putFile(LIBRARY, number, 'Anbud.docx');
    await approve(teams, place!, proposed);
    const order = { type: 'Classify', classification: { c: 3, i: 2, a: 2 } };
    const body = { operationId: 'op-protect-the-case', initiative: number, order };
    const told = await fromTab(tenant, instance.url, { user: CAST.coach, path: '/api/commands', body });
    expect(told.status).toBe(200);
    await eventually('the move', () => folderNames(CLOSED_FOLDER).includes(number) || undefined);
    expect(folderNames()).not.toContain(number);
    const file = `${CLOSED_FOLDER}/${number}/Anbud.docx`;
    expect(tenant.sharePoint.readersOf(LIBRARY, file)).toEqual(['Hemtjänst norr']);
    expect((await shown(proposed)).body).toMatchObject({ closed: true, files: [{ name: 'Anbud.docx' }] });
    const path = `/api/initiatives/${number}/documents`;
    expect((await fromTab(tenant, instance.url, { user: PLACES[1]!.employee, path })).status).toBe(403);
    expect(tenant.violations.all()).toEqual([]);
  }, 90_000);
});
