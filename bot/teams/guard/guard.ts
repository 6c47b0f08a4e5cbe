import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Fields } from '../inbound/values.ts';

/** What of an HTTP request decides whether its body is worth reading. */
export type Call = {
  readonly authorization?: string;
  readonly remoteAddress?: string;
  readonly host?: string;
  /** It came through a proxy or tunnel. */
  readonly forwarded: boolean;
};

/** `why` is for the log only; the caller learns nothing but the status. */
export type Refusal = { readonly status: 401 | 403 | 503; readonly why: string };

/** Somebody who may call us, but not yet with anything they like. */
export type Caller = { readonly refuses: (activity: Fields) => Refusal | undefined };

export type Credentials = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;

/**
 * Who may speak to the bot, where the bot may speak, and as whom. Stands ahead of botbuilder, which accepts ordinary
 * user tokens and keeps what it reads in unverified ones. One for production, one for local mode; no setting between.
 * Source: Microsoft Learn, "Authentication with the Bot Connector API".
 */
export type Guard = {
  readonly appId: string;
  readonly admit: (call: Call) => Promise<Caller | Refusal>;
  readonly maySendTo: (serviceUrl: string) => boolean;
  readonly credentials: Credentials;
  /** Where our own token is asked for and what it opens; the public cloud's unless told otherwise. */
  readonly outbound?: { readonly login: string; readonly scope: string };
};
