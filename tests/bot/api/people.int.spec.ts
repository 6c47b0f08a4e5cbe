import type { Directory, Photo } from '../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../builders/people.ts';
import { nameOf } from '../house.ts';
import { type Api, closeAll, startApi } from './startApi.ts';

const PNG: Photo = { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), type: 'image/png' };
const asked: string[] = [];
const forgotten: string[] = [];
let trouble: Error | undefined;
const directory: Directory = {
  person: async (id) => ({ id, name: nameOf(id) ?? id }),
  nameOf: (id) => (id === 'stranger' ? undefined : nameOf(id)),
  photo: async (id) => {
    asked.push(id);
    if (trouble) throw trouble;
    return id === PEOPLE.manager ? PNG : undefined;
  },
  forget: (id) => void forgotten.push(id),
};

let api: Api;
beforeAll(async () => {
  api = await startApi({ directory });
}, 30_000);
beforeEach(() => {
  asked.length = 0;
  trouble = undefined;
});
afterAll(closeAll);

const path = (id: string) => `/api/people/${encodeURIComponent(id)}/photo`;
const photo = (id: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${api.url}${path(id)}`, { headers: { authorization: `Test ${PEOPLE.employee}`, ...headers } });

describe('the picture of a person', () => {
  it('is given to whoever is signed in, and kept by the browser', async () => {
    const answer = await photo(PEOPLE.manager);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG.bytes);
    expect(answer.headers.get('cache-control')).toBe('private, max-age=3600');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const again = await photo(PEOPLE.manager, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await api.ask('GET', path(PEOPLE.manager))).status).toBe(401);
  });

  it('is nothing for those who have none, and for strangers, about whom nobody is asked', async () => {
    expect((await photo(PEOPLE.coach)).status).toBe(204);
    expect(asked).toEqual([PEOPLE.coach]);
    for (const id of ['stranger', '../me', 'constructor']) expect((await photo(id)).status).toBe(204);
    expect(asked).not.toContain('stranger');
  });

  it('is no reason for an error', async () => {
    trouble = new Error('away');
    expect((await photo(PEOPLE.manager)).status).toBe(204);
    expect(api.errors.length).toBe(1);
  });

  it('is gone, and everything kept with it, for somebody who has been made anonymous', async () => {
    const order = { type: 'AnonymisePerson', person: PEOPLE.manager } as const;
    await api.server.handleOrganisation(order, 'op-anonymise-manager', PEOPLE.toolAdmin);
    expect(forgotten).toContain(PEOPLE.manager);
    expect((await photo(PEOPLE.manager)).status).toBe(204);
    expect(asked).toEqual([]);
  });
});
