import type { Credentials, Guard } from './guard/guard.ts';
import { isLoopbackHost, isLoopbackServiceUrl } from './guard/serviceUrls.ts';

const LOOPBACK_ADDRESS = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;

/** Calls to the playground carry no token. */
const NO_CREDENTIALS: Credentials = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => true,
  createCredentials: async () => ({ signRequest: async (request) => request }),
};

/**
 * Local mode: no token, but only from this machine and only back to it. Imported by `bot/local` and nothing else.
 * The host name is checked too, so that neither a tunnel nor a web page that renames itself reaches the endpoint.
 */
export function createLocalGuard(): Guard {
  return {
    appId: '',
    maySendTo: isLoopbackServiceUrl,
    credentials: NO_CREDENTIALS,
    admit: async ({ remoteAddress = '', host = '', forwarded }) => {
      if (!LOOPBACK_ADDRESS.test(remoteAddress)) return { status: 403, why: 'not-this-machine' };
      if (forwarded || !isLoopbackHost(host)) return { status: 403, why: 'through-a-tunnel' };
      return {
        refuses: ({ channelId, serviceUrl }) => {
          if (channelId !== 'msteams') return { status: 403, why: 'foreign-channel' };
          if (typeof serviceUrl !== 'string' || !isLoopbackServiceUrl(serviceUrl))
            return { status: 403, why: 'unknown-service-host' };
          return undefined;
        },
      };
    },
  };
}
