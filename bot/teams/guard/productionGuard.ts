import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Credentials, Guard } from './guard.ts';
import { teamsServiceUrls } from './serviceUrls.ts';
import { createTokenGuard } from './tokenGuard.ts';

export type BotIdentity =
  | { readonly kind: 'managed-identity' }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string };

export type ProductionSettings = {
  readonly appId: string;
  /** The bot's own tenant, and the only one it answers unless `allowedTenants` says more. */
  readonly tenantId: string;
  readonly allowedTenants?: readonly string[];
  readonly identity: BotIdentity;
  /** Issuer and keys of the Bot Connector; others than the public cloud's in a sovereign one. */
  readonly issuer?: string;
  readonly metadataUrl?: string;
  /** Where Entra signs applications in, e.g. https://login.microsoftonline.com. */
  readonly authorityHost?: string;
  /** Further hosts of Teams the bot may write to. */
  readonly serviceHosts?: readonly string[];
};

/** The public cloud. */
const AUTHORITY_HOST = 'https://login.microsoftonline.com';
const BOT_CONNECTOR = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

/**
 * Only Teams, on behalf of an allowed tenant, with a token the Bot Connector signed for this bot and this service URL.
 * @throws when an id or credential is empty: botbuilder would quietly turn its checks off.
 */
export function createProductionGuard(settings: ProductionSettings): Guard {
  const { appId, tenantId, allowedTenants = [], identity } = settings;
  const issuer = needed(settings.issuer ?? BOT_CONNECTOR.issuer, 'issuer');
  return createTokenGuard({
    issuer,
    metadataUrl: needed(settings.metadataUrl ?? BOT_CONNECTOR.metadataUrl, 'address of the issuer’s keys'),
    appId: needed(appId, 'bot app id'),
    tenants: [needed(tenantId, 'tenant id'), ...allowedTenants],
    maySendTo: teamsServiceUrls(settings.serviceHosts),
    credentials: credentialsOf(appId, tenantId, identity),
    // In every cloud the Bot Connector is known by one name, as issuer of its tokens and as what ours are for.
    outbound: { login: `${settings.authorityHost ?? AUTHORITY_HOST}/${tenantId}`, scope: issuer },
    now: Date.now,
  });
}

function credentialsOf(appId: string, tenantId: string, identity: BotIdentity): Credentials {
  const bot = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
  switch (identity.kind) {
    case 'managed-identity':
      return new ConfigurationServiceClientCredentialFactory({ ...bot, MicrosoftAppType: 'UserAssignedMsi' });
    case 'secret':
      return new ConfigurationServiceClientCredentialFactory({
        ...bot,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppPassword: needed(identity.secret, 'bot secret'),
      });
    case 'certificate':
      return new ConfigurationServiceClientCredentialFactory({
        ...bot,
        MicrosoftAppType: 'SingleTenant',
        CertificateThumbprint: needed(identity.thumbprint, 'certificate thumbprint'),
        CertificatePrivateKey: needed(identity.privateKey, 'certificate key'),
      });
  }
}

function needed(value: string, name: string): string {
  if (value.trim() === '') throw new Error(`The ${name} is missing: the bot does not start half-guarded.`);
  return value;
}
