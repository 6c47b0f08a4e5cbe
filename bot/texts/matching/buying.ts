import { BUYING } from './phrases.ts';
import { isPhrase, nearly, readings } from './sentence.ts';
import type { Word } from './words.ts';

/** Who wants to buy says so early; a long story that mentions buying is a problem to propose about. */
const EARLY = 12;
const LONGEST = 30;
/** "Hur gör vi för att upphandla?" */
const SHORT = 8;
/** Words between "ny" and the thing: "ett nytt och bättre system". */
const NEAR = 3;

/** Does somebody think of acquiring a system? "Vi vill köpa ett system", "behöver en ny app", "upphandla". */
export function isAboutBuying(words: readonly Word[]): boolean {
  if (readings(words).some((reading) => BUYING.whole.some((phrase) => isPhrase(reading, phrase, nearly))))
    return true;
  if (words.length > LONGEST) return false;
  const early = words.slice(0, EARLY).map(({ plain }) => plain);
  if (early.some((word) => BUYING.not.has(word))) return false;
  if (words.length <= SHORT && early.some((word) => BUYING.surely.has(word))) return true;
  const thing = early.findIndex(isThing);
  if (thing < 0) return false;
  const said = early.slice(0, thing);
  const get = said.findIndex((word) => BUYING.get.has(word));
  const wantsTo = get === 0 || (get > 0 && said.slice(0, get).some((word) => BUYING.want.has(word)));
  if (wantsTo) return true;
  const newer = said.findLastIndex((word) => BUYING.new.has(word));
  return newer > 0 && thing - newer <= NEAR && said.slice(0, newer).some((word) => BUYING.need.has(word));
}

/** Compounds count by their end: "journalsystem", "bokningsapp". */
const isThing = (word: string): boolean =>
  BUYING.thing.has(word) ||
  [...BUYING.thing].some((thing) => thing.length >= 6 && word.endsWith(thing)) ||
  /[^aeiouy]app(en|ar)?$/.test(word);
