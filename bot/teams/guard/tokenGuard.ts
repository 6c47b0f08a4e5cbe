import { tenantsOf } from '../inbound/conversation.ts';
import type { Fields } from '../inbound/values.ts';
import type { Caller, Guard, Refusal } from './guard.ts';
import { createSigningKeys, KeysUnavailable } from './signingKeys.ts';
import { createTokenCheck, type Verdict } from './tokenCheck.ts';

export type TokenGuardOptions = Pick<Guard, 'appId' | 'maySendTo' | 'credentials' | 'outbound'> & {
  readonly issuer: string;
  readonly metadataUrl: string;
  readonly tenants: readonly string[];
  readonly now: () => number;
};

/** The production guard with its surroundings named, so that tests can stand up an issuer of their own. */
export function createTokenGuard(options: TokenGuardOptions): Guard {
  const { appId, maySendTo, credentials, outbound } = options;
  const keys = createSigningKeys(options);
  const check = createTokenCheck({ ...options, keys });
  const rules = { maySendTo, tenants: new Set(options.tenants.map((tenant) => tenant.toLowerCase())) };
  return {
    appId,
    maySendTo,
    credentials,
    ...(outbound && { outbound }),
    admit: async ({ authorization }) => {
      const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
      if (!token) return { status: 401, why: 'no-token' };
      try {
        const verdict = await check(token);
        return verdict ? callerWith(verdict, rules) : { status: 401, why: 'bad-token' };
      } catch (error) {
        if (error instanceof KeysUnavailable) return { status: 503, why: error.code };
        throw error;
      }
    },
  };
}

type Rules = { readonly maySendTo: (serviceUrl: string) => boolean; readonly tenants: ReadonlySet<string> };

const callerWith = (verdict: Verdict, rules: Rules): Caller => ({
  refuses: (activity) => refusalOf(activity, verdict, rules),
});

function refusalOf(activity: Fields, verdict: Verdict, rules: Rules): Refusal | undefined {
  const { serviceUrl, channelId } = activity;
  if (typeof serviceUrl !== 'string' || serviceUrl !== verdict.serviceUrl)
    return { status: 401, why: 'foreign-service-url' };
  if (channelId !== 'msteams' || !verdict.endorsements.includes('msteams'))
    return { status: 403, why: 'foreign-channel' };
  if (!rules.maySendTo(serviceUrl)) return { status: 403, why: 'unknown-service-host' };
  const tenants = tenantsOf(activity);
  if (tenants.length === 0 || !tenants.every((tenant) => rules.tenants.has(tenant)))
    return { status: 403, why: 'foreign-tenant' };
  return undefined;
}
