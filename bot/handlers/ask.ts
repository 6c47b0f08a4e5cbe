import type { Context } from '../../domain/initiatives/decision.ts';
import type { GovernanceModel } from '../../domain/model/governanceModel.ts';
import type { Viewer } from '../../domain/portfolio/visibility.ts';
import type { Casebook, Language } from '../app/casebook.ts';
import type { Handle } from '../app/handle.ts';
import type { OrganisationOrder, OrganisationOutcome } from '../app/handleOrganisation.ts';
import type { Clock, Conversations, Deliveries, Directory, Documents, NewId } from '../app/ports/index.ts';
import type { SimilarTo } from '../app/similarCases.ts';
import type { Reply, Turn } from '../app/turn.ts';
import type { ViewSources } from '../app/views/initiativeView.ts';
import type { Texts } from '../texts/texts.ts';

/** What handlers need of the house; wired once. */
export type Deps = {
  readonly handle: Handle;
  readonly handleOrganisation: (
    order: OrganisationOrder,
    operationId: string,
    actor: string,
  ) => Promise<OrganisationOutcome>;
  readonly chooseLanguage: (person: string, language: Language, operationId: string) => Promise<void>;
  readonly casebook: Casebook;
  readonly context: () => Context;
  readonly model: GovernanceModel;
  readonly similarTo: SimilarTo;
  readonly sources: () => ViewSources;
  readonly unitOf: (person: string) => string | undefined;
  /** Somebody in the directory, by Entra id. */
  readonly person: Directory['person'];
  readonly deliveries: Pick<Deliveries, 'add' | 'adopt' | 'get' | 'retryFailed'>;
  readonly conversations: Pick<Conversations, 'personal' | 'remove'>;
  /** New messages may be due: tell the courier. */
  readonly wake: () => void;
  readonly textsIn: (language: Language) => Texts;
  readonly newId: NewId;
  readonly clock: Clock;
  /** Address of a place in the tab: a case, or a page by name (`domain/portfolio/places.ts`); undefined without a tab. */
  readonly tabUrl: (place: string) => string | undefined;
  /** Absent where there is no document library. */
  readonly documents?: Pick<Documents, 'known'>;
};

/** A turn with what every handler asks of it first: who, when, in which language. */
export type Ask = {
  readonly turn: Turn;
  readonly actor: string;
  readonly viewer: Viewer;
  readonly texts: Texts;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * Who reads the answer. In a channel or group chat everybody does, but for the answer to a button, which is one person's
 * own view; a search result is picked to be shown to a whole conversation.
 */
export function viewerOf(
  { scope, kind }: Pick<Turn, 'scope' | 'kind'>,
  person: string,
  { clock, context }: Pick<Deps, 'clock' | 'context'>,
): Viewer {
  const at = clock();
  const amongOthers = kind === 'query' || (scope !== 'personal' && kind !== 'action');
  return { person, at, day: context().calendar.localDate(at), ...(amongOthers && { amongOthers }) };
}

/** Input → command → card. Business rules live in `domain`; a handler never decides. */
export type Handler = (ask: Ask, deps: Deps) => Promise<Reply>;
