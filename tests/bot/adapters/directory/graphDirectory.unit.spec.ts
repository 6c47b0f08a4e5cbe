import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { createGraphDirectory } from '../../../../bot/adapters/directory/graphDirectory.ts';

const EVA = { id: 'e-1', displayName: 'Undersköterska, hemtjänst norr', jobTitle: 'Undersköterska' };

/** Answers as Graph does, and remembers what was asked. */
function graph(
  answers: Record<string, { status: number; body: unknown }>,
  origin = 'https://graph.microsoft.com',
) {
  const asked: string[] = [];
  const hosts: string[] = [];
  const transport: Middleware = {
    execute: async (context: Context) => {
      const url = new URL(String(context.request));
      hosts.push(url.host);
      asked.push(url.pathname + url.search);
      const { status, body } = answers[url.pathname] ?? {
        status: 404,
        body: { error: { code: 'Request_ResourceNotFound' } },
      };
      context.response = new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
  return { access: { transport, origin }, asked, hosts };
}

describe('the directory over Microsoft Graph', () => {
  it('knows name and title, and asks for nothing more', async () => {
    const { access, asked } = graph({ '/v1.0/users/e-1': { status: 200, body: EVA } });
    const directory = createGraphDirectory(access, () => 0);
    expect(directory.nameOf('e-1')).toBeUndefined();
    expect(await directory.person('e-1')).toEqual({ id: 'e-1', name: EVA.displayName, title: EVA.jobTitle });
    expect(directory.nameOf('e-1')).toBe(EVA.displayName);
    expect(asked).toEqual(['/v1.0/users/e-1?$select=id,displayName,jobTitle,userType,accountEnabled']);
  });

  it('asks the cloud it was told of, and no other', async () => {
    const { access, hosts } = graph({}, 'https://graph.example.cloud');
    const directory = createGraphDirectory(access, () => 0);
    await directory.person('e-1');
    await directory.manager('e-1');
    await directory.photo('e-1');
    expect(hosts).toEqual(Array(3).fill('graph.example.cloud'));
  });

  it('asks once an hour', async () => {
    let now = 0;
    const { access, asked } = graph({ '/v1.0/users/e-1': { status: 200, body: EVA } });
    const directory = createGraphDirectory(access, () => now);
    await directory.person('e-1');
    now = 59 * 60_000;
    await directory.person('e-1');
    expect(asked).toHaveLength(1);
    now = 61 * 60_000;
    await directory.person('e-1');
    expect(asked).toHaveLength(2);
  });

  it('takes a leaver for nobody, and does not keep asking', async () => {
    const { access, asked } = graph({});
    const directory = createGraphDirectory(access, () => 0);
    expect(await directory.person('gone')).toBeUndefined();
    expect(await directory.person('gone')).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('says when Graph does not answer', async () => {
    const { access } = graph({
      '/v1.0/users/e-1': { status: 503, body: { error: { code: 'serviceNotAvailable' } } },
    });
    const directory = createGraphDirectory(access, () => 0);
    await expect(directory.person('e-1')).rejects.toMatchObject({ statusCode: 503 });
  });

  it('lets no id out of its path', async () => {
    const { access, asked } = graph({});
    await createGraphDirectory(access, () => 0).person('../groups?x=1');
    expect(asked).toEqual([
      '/v1.0/users/..%2Fgroups%3Fx%3D1?$select=id,displayName,jobTitle,userType,accountEnabled',
    ]);
  });

  it('asks once when many want to know at the same time', async () => {
    const { access, asked } = graph({ '/v1.0/users/e-1': { status: 200, body: EVA } });
    const directory = createGraphDirectory(access, () => 0);
    await Promise.all(Array.from({ length: 5 }, () => directory.person('e-1')));
    expect(asked).toHaveLength(1);
  });

  it('uses what it knew while Graph does not answer, and forgets somebody on demand', async () => {
    let now = 0;
    const answers = { '/v1.0/users/e-1': { status: 200, body: EVA as unknown } };
    const { access } = graph(answers);
    const directory = createGraphDirectory(access, () => now);
    await directory.person('e-1');
    answers['/v1.0/users/e-1'] = { status: 500, body: {} };
    now = 61 * 60_000;
    expect(await directory.person('e-1')).toMatchObject({ name: EVA.displayName });
    directory.forget('e-1');
    expect(directory.nameOf('e-1')).toBeUndefined();
    await expect(directory.person('e-1')).rejects.toMatchObject({ statusCode: 500 });
  });

  it('tells guests and those who have left from the others', async () => {
    const { access } = graph({
      '/v1.0/users/g-1': { status: 200, body: { id: 'g-1', displayName: 'Leverantör', userType: 'Guest' } },
      '/v1.0/users/l-1': {
        status: 200,
        body: { id: 'l-1', displayName: 'Enhetschef', accountEnabled: false },
      },
    });
    const directory = createGraphDirectory(access, () => 0);
    expect(await directory.person('g-1')).toEqual({ id: 'g-1', name: 'Leverantör', guest: true });
    expect(await directory.person('l-1')).toEqual({ id: 'l-1', name: 'Enhetschef', left: true });
  });

  it.each([
    ['image/jpeg', true],
    ['image/svg+xml', false],
    ['text/html', false],
  ])('takes a photo for one when it is a picture without scripts: %s', async (type, isTaken) => {
    const transport: Middleware = {
      execute: async (context: Context) => {
        context.response = new Response('x', { headers: { 'content-type': type } });
      },
    };
    const access = { transport, origin: 'https://graph.microsoft.com' };
    expect((await createGraphDirectory(access, () => 0).photo('e-1')) !== undefined).toBe(isTaken);
  });
});
