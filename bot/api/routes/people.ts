import { z } from 'zod';
import { isAnonymous } from '../../../domain/organisation/organisation.ts';
import type { ApiDeps } from '../deps.ts';
import { etagOf, isKnown } from '../etag.ts';
import { route } from '../route.ts';

/** A browser asks anew after this long. */
const KEPT_S = 60 * 60;

export const showPhoto = route({
  method: 'get',
  path: '/api/people/:id/photo',
  summary:
    'A small picture of somebody who is named in Färdplan; 204 for everybody else, and for those who have none.',
  response: z.string(),
  responseType: 'image/jpeg',
  answer: async ({ params, req, res }, deps) => {
    const { id = '' } = params;
    const photo = isAnonymous(deps.context().organisation, id) ? undefined : await photoOf(id, deps);
    const cached = { 'cache-control': `private, max-age=${KEPT_S}` };
    if (!photo) {
      res.writeHead(204, cached);
      res.end();
      return { sent: true };
    }
    const etag = etagOf(Buffer.from(photo.bytes));
    const headers = { ...cached, etag };
    if (isKnown(req, etag)) res.writeHead(304, headers);
    else
      res.writeHead(200, {
        ...headers,
        'content-type': photo.type,
        'content-length': photo.bytes.byteLength,
      });
    res.end(isKnown(req, etag) ? undefined : photo.bytes);
    return { sent: true };
  },
});

/** A picture is decoration: when it cannot be had, the initials stand there. */
async function photoOf(id: string, { photo, report }: Pick<ApiDeps, 'photo' | 'report'>) {
  try {
    return await photo(id);
  } catch (error) {
    report.error({ err: error, path: '/api/people/:id/photo' }, 'photo unavailable');
    return undefined;
  }
}
