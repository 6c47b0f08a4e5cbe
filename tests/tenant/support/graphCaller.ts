import { SAMPLE } from '../seed.ts';
import { startTenant } from '../startTenant.ts';
import type { Tenant, TenantOptions } from '../tenant.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly value?: readonly Readonly<Record<string, unknown>>[];
    readonly error?: {
      readonly code: string;
      readonly message: string;
      readonly innerError: Record<string, string>;
    };
  };
};

export type GraphCaller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** Calls Graph as an application. `path` follows `/v1.0`, or is a whole link. */
export function graphCaller(tenant: Tenant, app: string): GraphCaller {
  return async (method, path, body, headers = {}) => {
    const response = await tenant.fetch(
      path.startsWith('https:') ? path : `https://graph.microsoft.com/v1.0${path}`,
      {
        method,
        headers: {
          Authorization: `Bearer ${await tenant.token(app)}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
  };
}

export const NOON = Date.parse('2026-03-02T12:00:00.250Z');

/** A list such as the log, in a tenant whose time stands still until told to move. */
export async function tenantWithLog(options: TenantOptions = {}) {
  let now = NOON;
  const tenant = await startTenant({ clock: () => now, ...options });
  const admin = graphCaller(tenant, SAMPLE.provisionApp);
  const service = graphCaller(tenant, SAMPLE.serviceApp);
  const site = tenant.sharePoint.site(SAMPLE.logSite).id;
  const made = await admin('POST', `/sites/${site}/lists`, {
    displayName: 'Logg',
    columns: [
      { name: 'EventKey', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'Stream', text: {}, indexed: true },
      { name: 'Seq', number: { decimalPlaces: 'none' } },
      { name: 'At', dateTime: { format: 'dateTime' } },
      { name: 'Payload', text: { allowMultipleLines: true, textType: 'plain' } },
      { name: 'Owner', personOrGroup: {}, indexed: true },
      { name: 'Link', hyperlinkOrPicture: { isPicture: false } },
    ],
  });
  const items = `/sites/${site}/lists/${String(made.body.id)}/items`;
  return {
    tenant,
    admin,
    service,
    site,
    items,
    list: `/sites/${site}/lists/${String(made.body.id)}`,
    add: (fields: Readonly<Record<string, unknown>>) => service('POST', items, { fields }),
    wait: (ms: number) => {
      now += ms;
    },
  };
}
