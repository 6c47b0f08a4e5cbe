import { remembering } from '../texts/remembering.ts';
import type { Texts } from '../texts/texts.ts';

/** What looks the same on every card of a language is made once. */
export const perLanguage = <Made>(make: (texts: Texts) => Made): ((texts: Texts) => Made) =>
  remembering(make, 20);
