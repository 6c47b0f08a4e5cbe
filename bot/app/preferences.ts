import type { Casebook, Language } from './casebook.ts';
import { commit } from './commit.ts';
import type { Clock, EventLog, StoredEvent } from './ports/index.ts';
import { personStream } from './streams.ts';

/** A person's own choice of language; quiet when it already is so. @throws StoreUnavailable */
export const createChooseLanguage =
  (deps: { log: EventLog; casebook: Casebook; clock: Clock }) =>
  async (person: string, language: Language, operationId: string): Promise<void> => {
    const chosen: StoredEvent & { language: Language } = { type: 'LanguageChosen', language };
    await commit(
      deps,
      personStream(person),
      { operationId, actor: person, at: deps.clock() },
      () => ({ ok: true, events: deps.casebook.languageOf(person) === language ? [] : [chosen] }),
      'foreign-operation',
    );
  };

export type LanguageSettings = {
  readonly casebook: Pick<Casebook, 'languageOf'>;
  readonly municipality: Language;
  /** Local mode's client always claims to be English; there the client's language is not asked. */
  readonly trustClient: boolean;
};

/** The person's choice, else the client's language, else the municipality's. Unknown client languages count as none. */
export function languageFor(
  person: string | undefined,
  clientLocale: string | undefined,
  { casebook, municipality, trustClient }: LanguageSettings,
): Language {
  const chosen = person === undefined ? undefined : casebook.languageOf(person);
  if (chosen) return chosen;
  const client = clientLocale?.slice(0, 2).toLowerCase();
  return trustClient && (client === 'sv' || client === 'en') ? client : municipality;
}
