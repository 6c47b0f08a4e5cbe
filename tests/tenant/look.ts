import type { Handle, Outgoing } from './http/exchange.ts';
import type { Tenant } from './tenant.ts';

/**
 * Windows into a tenant that runs by hand: `/_tenant/calls`, `/violations`, `/ledger`, `/lists`, `/transcript/{person}`
 * and `/token/{application}`. Everything else goes to the tenant itself.
 */
export function withWindows(handle: Handle, tenant: Tenant): Handle {
  return async (request) => {
    const [, root, what = '', id = ''] = request.path.split('/');
    return root === '_tenant' ? look(tenant, what, decodeURIComponent(id)) : handle(request);
  };
}

async function look(tenant: Tenant, what: string, id: string): Promise<Outgoing> {
  switch (what) {
    case 'calls':
      return shown(tenant.calls.all());
    case 'violations':
      return shown(tenant.violations.all());
    case 'ledger':
      return shown({ limits: tenant.ledger.limits, total: tenant.ledger.total(), apps: unitsPerApp(tenant) });
    case 'lists':
      return shown(listsOf(tenant));
    case 'transcript':
      return shown(tenant.teams.transcript(id));
    case 'token':
      return shown({ token: await tenant.token(id) });
    default:
      return { status: 404, body: { error: `No window named ${what}` } };
  }
}

const shown = (body: unknown): Outgoing => ({ status: 200, body });

const unitsPerApp = ({ seed, ledger }: Tenant) =>
  seed.apps.map(({ id, displayName }) => ({
    id,
    displayName,
    minute: ledger.minute(id),
    day: ledger.day(id),
    total: ledger.total(id),
  }));

const listsOf = ({ seed, sharePoint }: Tenant) =>
  seed.sites.flatMap(({ path }) =>
    [...sharePoint.site(path).lists.values()]
      .filter(({ hidden }) => !hidden)
      .map(({ displayName }) => ({
        site: path,
        list: displayName,
        rows: sharePoint
          .rows(path, displayName)
          .map(({ id, version, fields }) => ({ id, version, ...fields })),
      })),
  );
