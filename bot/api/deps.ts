import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DraftContent } from '../../domain/initiatives/content.ts';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { SimilarHit } from '../../domain/initiatives/events.ts';
import type { Casebook, Language } from '../app/casebook.ts';
import type { Handle } from '../app/handle.ts';
import type { Names } from '../app/names.ts';
import type { Clock, Deliveries, Documents, EventLog, NewId, Person } from '../app/ports/index.ts';
import type { ViewSources } from '../app/views/initiativeView.ts';
import type { Texts } from '../texts/texts.ts';
import type { PortfolioFeed } from './portfolioFeed.ts';
import type { RateLimit } from './rateLimit.ts';

/**
 * Who is asking, from a verified token (production) or the chosen persona (local); undefined when nobody can be named.
 * @throws SignInProblem when it is somebody who may not, or when it cannot be told at the moment.
 */
export type Authenticate = (req: IncomingMessage) => Promise<{ readonly person: string } | undefined>;

export type ApiDeps = {
  readonly authenticate: Authenticate;
  /** Without it requests are not counted. */
  readonly limit?: RateLimit;
  readonly handle: Handle;
  readonly casebook: Casebook;
  readonly log: Pick<EventLog, 'read'>;
  readonly deliveries: Pick<Deliveries, 'failures'>;
  /** Absent where there is no document library. */
  readonly documents?: Pick<Documents, 'folderOf'>;
  readonly context: () => Context;
  readonly sources: () => ViewSources;
  readonly names: Pick<Names, 'shown'>;
  readonly similarTo: (content: DraftContent, exclude?: string) => readonly SimilarHit[];
  readonly chooseLanguage: (person: string, language: Language, operationId: string) => Promise<void>;
  readonly languageFor: (person: string | undefined, clientLocale: string | undefined) => Language;
  readonly textsIn: (language: Language) => Texts;
  readonly person: (id: string) => Promise<Person | undefined>;
  /** Local mode only: who one may be. Absent in production. */
  readonly personas?: () => readonly Person[];
  readonly feed: PortfolioFeed;
  /** Event streams that are open: whoever closes the server ends them. */
  readonly streams: Set<ServerResponse>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly report: { readonly error: (facts: object, message: string) => void };
};
