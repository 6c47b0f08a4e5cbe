import { createSwedishCalendar } from '../../../bot/adapters/calendar/swedishCalendar.ts';
import { openStore, type Store, storeFile } from '../../../bot/adapters/sqlite/index.ts';
import { fillOnFirstStart } from '../../../bot/local/firstStart.ts';
import { openLocalServer } from '../../../bot/local/openServer.ts';
import { PERSONAS } from '../../../bot/local/personas.ts';
import { freePort } from '../../../bot/local/ports.ts';
import type { LocalServer } from '../../../bot/local/run.ts';
import { idOf, personCalled } from '../../../bot/local/sample/people.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporaryFolder.ts';

/** The whole sample is written, several times over, and the machine may be busy. */
jest.setTimeout(60_000);

describe('the local server', () => {
  const open: (Store | LocalServer)[] = [];
  let url: string;
  beforeAll(async () => {
    const dataDir = temporaryFolder();
    const store = openStore(storeFile(dataDir));
    open.push(store);
    const calendar = createSwedishCalendar();
    const now = '2026-11-22T10:00:00.000Z';
    await fillOnFirstStart({ dataDir, store, calendar, now, empty: false, onProgress: () => undefined });
    const port = await freePort(4_900);
    const server = await openLocalServer(temporaryFolder())({
      store,
      dataDir,
      personas: [personCalled('enhetschef.sof.gruppbostader')].map((one) => ({ ...one, tryThis: '' })),
      url: `http://127.0.0.1:${port}`,
    });
    open.push(server);
    url = await server.listen(port);
  });
  afterAll(async () => {
    for (const one of open.toReversed()) await one.close();
    removeTemporaryFolders();
  });

  const get = async (path: string, person?: string) => {
    const answer = await fetch(`${url}${path}`, {
      headers: person === undefined ? [] : [['authorization', `Persona ${person}`]],
    });
    return { status: answer.status, body: await answer.json() };
  };

  it('shows who one may be', async () => {
    const { status, body } = await get('/api/personas');
    expect(status).toBe(200);
    expect(body).toHaveLength(PERSONAS.length + 1);
    expect(body).toContainEqual(expect.objectContaining({ id: idOf('enhetschef.sof.gruppbostader') }));
  });

  it('knows a persona, in Swedish', async () => {
    const { body } = await get('/api/me', idOf('coach.vof.hemtjanst-norr'));
    expect(body).toMatchObject({
      person: { name: 'Digitaliseringscoach, hemtjänst norr', unit: 'vof-hemtjanst-norr' },
      language: 'sv',
    });
  });

  it.each([undefined, '11111111-1111-4111-8111-111111111111', 'system'])(
    'lets nobody in as %s',
    async (person) => expect((await get('/api/me', person)).status).toBe(401),
  );

  it('has the twelve proposals in the portfolio', async () => {
    const { body } = await get('/api/portfolio', idOf('fritidsledare.kff.ung-fritid'));
    expect((body as { columns: { id: string[] } }).columns.id).toHaveLength(12);
  });
});
