import type { DocumentsView } from '../../../domain/portfolio/views.ts';
import { PEOPLE } from '../../builders/people.ts';
import { memoryDocuments } from '../../fakes/memoryDocuments.ts';
import { draft, guarded, procuring, submitted } from '../support/life.ts';
import { type Api, closeAll, expectAsPromised, expectProblem, startApi } from './startApi.ts';

const LEAVER = 'leaver';
const ROUTE = '/api/initiatives/:id/documents';
const PLAN = {
  name: 'Åtgärdsplan.docx',
  url: 'https://library.example/plan',
  changedAt: '2026-03-01T08:00:00Z',
  changedBy: { id: PEOPLE.coach, name: 'Coach norr' },
  bytes: 1_234,
};

const documents = memoryDocuments();
let api: Api;
beforeAll(async () => {
  api = await startApi({ documents });
}, 30_000);
beforeEach(() => {
  documents.isDown = false;
});
afterAll(closeAll);

const ask = (name: string, as?: string) => api.get(ROUTE.replace(':id', encodeURIComponent(name)), as);

describe('the documents of a case', () => {
  it('are links to the files, by number or stream, for all who may see the case', async () => {
    const { id, number } = await submitted(api.server);
    documents.folders.set(number, [PLAN]);
    for (const name of [number, id]) {
      const answer = await ask(name, PEOPLE.otherEmployee);
      expectAsPromised(answer, 'get', ROUTE);
      expect(answer.body).toEqual({
        library: true,
        folder: `https://library.example/${number}`,
        closed: false,
        files: [{ ...PLAN, changedBy: 'Coach norr' }],
      });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('are none until the folder has been made, and a draft has no folder to ask for', async () => {
    const none = { library: true, folder: null, closed: false, files: [] };
    const { number } = await submitted(api.server);
    expect((await ask(number)).body).toEqual(none);
    const before = documents.asked.length;
    const { id } = await draft(api.server);
    expect((await ask(id)).body).toEqual(none);
    expect(documents.asked.length).toBe(before);
  });

  it('are not told of where the case is not', async () => {
    const { id } = await draft(api.server);
    expectProblem(await ask(id, PEOPLE.head), 404, 'unknown-initiative');
    expectProblem(await ask('I-NONE'), 404, 'unknown-initiative');
    expect((await api.ask('GET', ROUTE.replace(':id', id))).status).toBe(401);
  });

  it('of a protected case are only for those with insight; the library is not even asked', async () => {
    const { number } = await guarded(api.server);
    documents.folders.set(number, [{ ...PLAN, name: 'Hemlig plan.docx' }]);
    const before = documents.asked.length;
    expectProblem(await ask(number, PEOPLE.otherEmployee), 403, 'not-allowed');
    expect(documents.asked.length).toBe(before);
    documents.closed.add(number);
    const seen = (await ask(number, PEOPLE.coach)).body as DocumentsView;
    expect(seen).toMatchObject({ closed: true, files: [{ name: 'Hemlig plan.docx' }] });
  });

  it('of a purchase under way are not named to others: the folder is closed, and the library is not asked', async () => {
    const { number } = await procuring(api.server);
    const bid = { ...PLAN, name: 'Utvärdering av anbud.docx' };
    documents.folders.set(number, [bid]);
    documents.closed.add(number);
    const before = documents.asked.length;
    const answer = await ask(number, PEOPLE.otherEmployee);
    expectAsPromised(answer, 'get', ROUTE);
    expect(answer.body).toEqual({ library: true, folder: null, closed: true, files: [] });
    expect(documents.asked.length).toBe(before);
    expect((await ask(number, PEOPLE.procurement)).body).toMatchObject({
      closed: true,
      folder: `https://library.example/${number}`,
      files: [{ name: bid.name }],
    });
  });

  it('in a folder that is still closed are not named either, whatever the case says', async () => {
    const { number } = await submitted(api.server);
    documents.folders.set(number, [PLAN]);
    documents.closed.add(number);
    expect((await ask(number, PEOPLE.otherEmployee)).body).toMatchObject({ closed: true, files: [] });
  });

  it('do not name those who are not to be named, nor a program', async () => {
    const { number } = await submitted(api.server);
    const gone = { ...PLAN, changedBy: { id: LEAVER, name: 'Har slutat' } };
    documents.folders.set(number, [gone, { ...PLAN, name: 'Från ett flöde.docx', changedBy: null }]);
    const names = async () => ((await ask(number)).body as DocumentsView).files.map((file) => file.changedBy);
    expect(await names()).toEqual(['Har slutat', null]);
    const order = { type: 'AnonymisePerson', person: LEAVER } as const;
    await api.server.handleOrganisation(order, 'op-anonymise', PEOPLE.toolAdmin);
    expect(await names()).toEqual([null, null]);
  });

  it('are said to be out of reach when the library does not answer, and the case is still shown', async () => {
    const { number } = await submitted(api.server);
    documents.isDown = true;
    const answer = await ask(number);
    expectProblem(answer, 503, 'documents-unavailable');
    expect((answer.body as { detail: string }).detail).toContain('SharePoint');
    expect(api.errors).toHaveLength(1);
    expect((await api.get(`/api/initiatives/${number}`)).status).toBe(200);
  });
});

describe('without a library', () => {
  it('the answer says so, for cases and drafts', async () => {
    const local = await startApi();
    const cases = [await submitted(local.server), await draft(local.server)];
    for (const { id } of cases) {
      const answer = await local.get(ROUTE.replace(':id', id));
      expectAsPromised(answer, 'get', ROUTE);
      expect(answer.body).toEqual({ library: false, folder: null, closed: false, files: [] });
    }
  });
});
