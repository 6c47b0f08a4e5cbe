import type { Person } from './connector/person.ts';
import type { Teams } from './connector/teams.ts';
import type { KeyRing } from './entra/keyRing.ts';
import type { Tokens } from './entra/tokens.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './graph/ledger.ts';
import type { Behaviour } from './graph/world.ts';
import type { Calls } from './http/calls.ts';
import type { Violations } from './http/violations.ts';
import type { PeopleChanges } from './peopleChanges.ts';
import type { Seed } from './seed.ts';
import type { SharePoint } from './sharePoint.ts';

export type TenantOptions = {
  readonly seed?: Seed;
  /** Milliseconds; windows of limits, token lifetimes and delta lag follow it. */
  readonly clock?: () => number;
  /** Seed of all chance in the tenant; the same number gives the same run. */
  readonly chance?: number;
  readonly behaviour?: Partial<Behaviour>;
  /** Licences of the tenant, which decide its limits. */
  readonly licences?: number;
  /** Refuse over SharePoint's and Teams' limits with 429; otherwise they are only counted. */
  readonly enforceLimits?: boolean;
  /** Listen on HTTPS and plain HTTP at loopback; without it `fetch` below is the only way in, and start is instant. */
  readonly network?: boolean;
  /** Show what is inside at `/_tenant/…`. */
  readonly windows?: boolean;
  /** Port for HTTPS; a free one when left out. */
  readonly port?: number;
};

export type Tenant = {
  /** Drop-in for the global `fetch` that answers the public addresses in this process. */
  readonly fetch: typeof fetch;
  /** A token for an application, kept for half an hour: `audience` is Graph unless said otherwise. */
  readonly token: (app: string, audience?: string) => Promise<string>;
  readonly tokens: Tokens;
  readonly entraKeys: KeyRing;
  readonly botKeys: KeyRing;
  readonly sharePoint: SharePoint;
  readonly teams: Teams;
  readonly people: PeopleChanges;
  readonly person: (user: string, bot: { id: string; endpoint: string }) => Person;
  readonly faults: Faults;
  readonly behaviour: Behaviour;
  readonly ledger: Ledger;
  readonly calls: Calls;
  readonly violations: Violations;
  readonly seed: Seed;
  /** Where Teams tells the bot to answer. */
  readonly serviceUrl: string;
  /** Only with `network`. */
  readonly network?: TenantNetwork;
  readonly stop: () => Promise<void>;
};

export type TenantNetwork = {
  /** `https://localhost:…`, trusted through `ca`. */
  readonly url: string;
  /** `http://127.0.0.1:…`, the same tenant without encryption. */
  readonly plainUrl: string;
  readonly ca: string;
  /** For a child process: `node` flags and environment that reroute the public names to this tenant. */
  readonly reroute: { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> };
};
