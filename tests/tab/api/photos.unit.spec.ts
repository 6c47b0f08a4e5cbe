import { readPhoto } from '../../../tab/src/api/photos.ts';

const answering = (response: Response | Error) => {
  const asked: string[] = [];
  const open = async (path: string): Promise<Response> => {
    asked.push(path);
    if (response instanceof Error) throw response;
    return response;
  };
  return { asked, open };
};

describe('a picture of a person', () => {
  it('becomes an address that an image can show', async () => {
    const bytes = new Uint8Array([0, 127, 128, 255]);
    const client = answering(new Response(bytes, { headers: { 'content-type': 'image/png' } }));
    expect(await readPhoto(client, 'a/b')).toBe('data:image/png;base64,AH+A/w==');
    expect(client.asked).toEqual(['/api/people/a%2Fb/photo']);
  });

  it('is none when there is none, when it is something else, and when nobody answers', async () => {
    for (const response of [
      new Response(null, { status: 204 }),
      new Response('<svg/>', { headers: { 'content-type': 'text/html' } }),
      new Response('{}', { status: 404, headers: { 'content-type': 'image/png' } }),
      new Error('offline'),
    ])
      expect(await readPhoto(answering(response), 'p')).toBeNull();
  });
});
