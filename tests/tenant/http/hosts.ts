import type { Handle } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** The services of the tenant, each behind the public host names it has in the world. */
export type Services = {
  readonly graph: Handle;
  readonly login: Handle;
  readonly botMetadata: Handle;
  readonly connector: Handle;
};

/** Public host names that the tenant answers for. */
export const PUBLIC_HOSTS: Readonly<Record<string, keyof Services>> = {
  'graph.microsoft.com': 'graph',
  'login.microsoftonline.com': 'login',
  'login.windows.net': 'login',
  'login.microsoft.com': 'login',
  'sts.windows.net': 'login',
  'login.botframework.com': 'botMetadata',
  'smba.trafficmanager.net': 'connector',
};

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * One door for all: by public host name, or by the path when the caller was pointed at a loopback address.
 * A host the tenant does not know is refused and recorded.
 */
export function createDoor(services: Services): Handle {
  return (request) => {
    const service = LOOPBACK.test(request.host) ? byPath(request.path) : PUBLIC_HOSTS[request.host];
    if (!service)
      throw new Refusal(502, 'UnknownHost', `The tenant does not stand in for ${request.host}`, {
        violation: 'unknown-host',
      });
    return services[service](request);
  };
}

function byPath(path: string): keyof Services {
  if (path.includes('/v3/')) return 'connector';
  if (/^\/(?:v1\.0|beta)\//.test(path)) return 'graph';
  return path.startsWith('/v1/') ? 'botMetadata' : 'login';
}
