import { useQuery } from '@tanstack/react-query';
import { useClient } from './ClientContext.ts';
import type { Client } from './client.ts';

/** The server asks a browser to keep it as long. */
const FRESH_MS = 60 * 60_000;

/** A small picture of somebody as an address for an image; undefined until it is there, and where there is none. */
export function usePhoto(person: string): string | undefined {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['photo', person],
    staleTime: FRESH_MS,
    retry: false,
    queryFn: ({ signal }) => readPhoto(client, person, signal),
  });
  return data ?? undefined;
}

/** Never fails: a picture that cannot be had is none. Null, since a query may not answer with nothing. */
export async function readPhoto(
  { open }: Pick<Client, 'open'>,
  person: string,
  signal?: AbortSignal,
): Promise<string | null> {
  try {
    // By itself the browser would keep it as long as the server says; an address of its own cannot carry the token.
    const response = await open(`/api/people/${encodeURIComponent(person)}/photo`, {
      cache: 'default',
      ...(signal && { signal }),
    });
    const type = response.headers.get('content-type') ?? '';
    if (response.status !== 200 || !type.startsWith('image/')) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
  } catch {
    return null;
  }
}
