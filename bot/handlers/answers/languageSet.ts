import type { Handler } from '../ask.ts';
import { textOf } from '../inputs.ts';
import { notice } from '../look.ts';
import { languageOpen } from './hello.ts';

/** The person's own choice, kept over restarts; the answer is already in the new language. */
export const languageSet: Handler = async (ask, deps) => {
  const wanted = textOf(ask.data, 'language');
  if (wanted !== 'sv' && wanted !== 'en') return languageOpen(ask, deps);
  // A new operation at every press: choosing Swedish, English and Swedish again on one card is three choices.
  await deps.chooseLanguage(ask.actor, wanted, deps.newId());
  return notice('language-set', deps.textsIn(wanted), deps);
};
