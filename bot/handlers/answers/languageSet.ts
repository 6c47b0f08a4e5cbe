import type { Handler } from '../ask.ts';
import { idOf, textOf } from '../inputs.ts';
import { notice } from '../look.ts';
import { languageOpen } from './hello.ts';

/** The person's own choice, kept over restarts; the answer is already in the new language. */
export const languageSet: Handler = async (ask, deps) => {
  const wanted = textOf(ask.data, 'language');
  if (wanted !== 'sv' && wanted !== 'en') return languageOpen(ask, deps);
  const op = idOf(ask.data, 'op') ?? deps.newId();
  await deps.chooseLanguage(ask.actor, wanted, `${op}-language-${wanted}`);
  return notice('language-set', deps.textsIn(wanted), deps);
};
