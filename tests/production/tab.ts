import { SAMPLE } from '../tenant/seed.ts';
import type { Tenant } from '../tenant/tenant.ts';

export type TabAnswer = { readonly status: number; readonly body: unknown };

/** The tab's API as somebody signed in to Teams asks it: with a token Entra gave for it. */
export async function fromTab(
  tenant: Tenant,
  url: string,
  { user, path, body, version = 2 }: { user: string; path: string; body?: object; version?: 1 | 2 },
): Promise<TabAnswer> {
  const token = await tenant.tokens.mintUserToken({ user, audience: SAMPLE.tabApp, version });
  const response = await fetch(`${url}${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
