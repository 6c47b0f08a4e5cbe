import type { IncomingMessage } from 'node:http';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { Casebook, Language } from '../app/casebook.ts';
import type { IsGuest } from '../app/guests.ts';
import type { Handle } from '../app/handle.ts';
import type { HandleOrganisation } from '../app/handleOrganisation.ts';
import type { Names } from '../app/names.ts';
import type { Clock, Deliveries, Documents, EventLog, NewId, Person, Photo } from '../app/ports/index.ts';
import type { SimilarTo } from '../app/similarCases.ts';
import type { ViewSources } from '../app/views/initiativeView.ts';
import type { Texts } from '../texts/texts.ts';
import type { EventStreams } from './eventStreams.ts';
import type { PortfolioFeed } from './portfolioFeed.ts';
import type { RateLimit } from './rateLimit.ts';
import type { RecentChanges } from './recentChanges.ts';

export type SignedIn = { readonly person: string; readonly until?: number };

/**
 * Who is asking, from a verified token (production) or the chosen persona (local); undefined when nobody can be named.
 * `until`: when what they came with is no longer good, ms since 1970.
 * @throws SignInProblem when it is somebody who may not, or when it cannot be told at the moment.
 */
export type Authenticate = (req: IncomingMessage) => Promise<SignedIn | undefined>;

export type ApiDeps = {
  readonly authenticate: Authenticate;
  /** From another organisation: such tokens do not always say so themselves. */
  readonly isGuest: IsGuest;
  /** Without it requests are not counted. */
  readonly limit?: RateLimit;
  readonly handle: Handle;
  readonly handleOrganisation: HandleOrganisation;
  readonly casebook: Casebook;
  readonly log: Pick<EventLog, 'read'>;
  readonly deliveries: Pick<Deliveries, 'failures' | 'get'>;
  /** Absent where there is no document library. */
  readonly documents?: Pick<Documents, 'folderOf'>;
  readonly context: () => Context;
  readonly sources: () => ViewSources;
  readonly names: Pick<Names, 'shown'>;
  readonly similarTo: SimilarTo;
  readonly chooseLanguage: (person: string, language: Language, operationId: string) => Promise<void>;
  readonly languageFor: (person: string | undefined, clientLocale: string | undefined) => Language;
  readonly textsIn: (language: Language) => Texts;
  readonly person: (id: string) => Promise<Person | undefined>;
  /** Of somebody who is named in Färdplan; nobody else's is looked up. */
  readonly photo: (id: string) => Promise<Photo | undefined>;
  /** Local mode only: who one may be. Absent in production. */
  readonly personas?: () => readonly Person[];
  readonly feed: PortfolioFeed;
  readonly recentChanges: RecentChanges;
  /** Whoever closes the server ends them. */
  readonly streams: EventStreams;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly report: { readonly error: (facts: object, message: string) => void };
};
