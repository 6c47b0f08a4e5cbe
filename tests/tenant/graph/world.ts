import type { Random } from '../random.ts';
import type { Seed } from '../seed.ts';
import type { Drive } from './drive/model.ts';
import type { List, Permission } from './lists/model.ts';

/** Switches for behaviour of which a test wants more or less than usual. May be changed at any time. */
export type Behaviour = {
  /** Rows that a query may match or examine. 5,000 in SharePoint Online and not to be raised there. */
  viewThreshold: number;
  /** How a query over the threshold is refused; both have been seen. */
  thresholdAnswer: 'throttled' | 'unprocessable';
  /** Writes appear in delta only after this time by the tenant's clock; reading by id sees them at once. */
  deltaLagMs: number;
  deltaLifetimeMs: number;
  /** So many rows come in delta without their fields, as they may when a link has lost what was asked for. */
  deltaRowsWithoutFields: number;
  /** So many duplicates of a unique value are let through, as a race inside SharePoint might. */
  duplicatesToLetThrough: number;
  /** What a refused duplicate is told: SharePoint may say it in the site's own language. */
  duplicateMessage: string;
  /** Shuffled, repeated and oddly paged answers; off for benches that compare runs. */
  quirks: boolean;
  /** Entries on a page of lists, columns or files when nobody asks for a number. */
  usualPage: number;
  /** Real milliseconds before every answer. */
  latencyMs: number;
};

export const USUAL: Behaviour = {
  viewThreshold: 5_000,
  thresholdAnswer: 'unprocessable',
  deltaLagMs: 0,
  deltaRowsWithoutFields: 0,
  deltaLifetimeMs: 30 * 24 * 3_600_000,
  duplicatesToLetThrough: 0,
  duplicateMessage: 'One or more fields with unique constraints already has the provided value.',
  quirks: true,
  usualPage: 200,
  latencyMs: 0,
};

export type Site = {
  /** `{host},{siteCollectionGuid},{webGuid}`. */
  readonly id: string;
  readonly displayName: string;
  readonly path: string;
  readonly webUrl: string;
  readonly created: number;
  readonly grants: Map<string, Permission>;
  readonly lists: Map<string, List>;
  readonly drive: Drive;
};

/** Everything that Graph remembers. One per tenant; handlers change it in one go, so nobody sees half a change. */
export type World = {
  readonly seed: Seed;
  readonly clock: () => number;
  readonly random: Random;
  readonly behaviour: Behaviour;
  readonly sites: Map<string, Site>;
  /** Ids of people who have the Teams app, by catalog id. */
  readonly installed: Map<string, Set<string>>;
};

/** The form of time that SharePoint gives: whole seconds, UTC. */
export const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
