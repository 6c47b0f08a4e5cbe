import type { Casebook, Language } from './casebook.ts';
import { commit } from './commit.ts';
import type { Clock, EventLog } from './ports/index.ts';
import { personStream } from './streams.ts';

/** A person's own choice of language; quiet when it already is so. */
export const createChooseLanguage =
  (deps: { log: EventLog; casebook: Casebook; clock: Clock }) =>
  async (person: string, language: Language, operationId: string): Promise<void> => {
    await commit(
      deps,
      personStream(person),
      { operationId, actor: person, at: deps.clock() },
      () => ({ ok: true, events: deps.casebook.languageOf(person) === language ? [] : [{ type: 'LanguageChosen', language } as { type: string }] }),
      'foreign-operation',
    );
  };

/** The person's choice, else the client's language, else the municipality's. Unknown client languages count as none. */
export function languageFor(
  person: string | undefined,
  clientLocale: string | undefined,
  { casebook, municipality, trustClient }: { casebook: Casebook; municipality: Language; trustClient: boolean },
): Language {
  const chosen = person === undefined ? undefined : casebook.languageOf(person);
  if (chosen) return chosen;
  const client = clientLocale?.slice(0, 2).toLowerCase();
  return trustClient && (client === 'sv' || client === 'en') ? client : municipality;
}
