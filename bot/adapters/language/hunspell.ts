import { createEntries, type Entries, type Hashed, hashed } from './entries.ts';

type Dictionary = {
  /** The entry that a written form belongs to: "nycklarna" → "nyckel". Undefined for an unknown word. */
  baseForm(word: string): string | undefined;
  /** May a compound begin with this, linking letters included: "nyckel", "verksamhets"? */
  beginsCompound(word: string): boolean;
};

/** The Swedish dictionary's names for COMPOUNDBEGIN, COMPOUNDMIDDLE and ONLYINCOMPOUND. */
const BEGINS = 'X';
const MIDDLE = 'U';
const ONLY_IN_COMPOUND = 'Z';

/** An ending read backwards; `suffixes` are undone by cutting it and putting `strip` back. */
type Ending = { suffixes: Suffix[]; longer: Map<number, Ending> };
type Suffix = { strip: Hashed; rules: SuffixRule[] };
/** Right if the entry has the flag and fits; `given` are the flags of the form that the rule makes. */
type SuffixRule = { flag: string; condition: RegExp; given: string };

/**
 * Reads a Hunspell dictionary without writing out all its forms: a form is looked up by undoing one suffix.
 * @param aff the suffix rules; `dic` the entries, one a line, `word/FLAGS` with one-letter flags.
 * Source: hunspell(5): SFX, COMPOUNDBEGIN, COMPOUNDMIDDLE, ONLYINCOMPOUND.
 */
export function readHunspell(aff: string, dic: string): Dictionary {
  const entries = readEntries(dic);
  const endings = readEndings(aff);

  const isFormOf = (entry: number, rules: readonly SuffixRule[], accepts: Test): boolean => {
    const [base, flags] = [entries.wordAt(entry), entries.flagsAt(entry)];
    return rules.some((rule) => accepts(rule.given) && fits(rule, base, flags));
  };

  /** The shortest entry that it may be a form of: "schemat" and "hittar" are entries too, but so are their bases. */
  function find(word: string, accepts: Test): string | undefined {
    if (!entries.read(word)) return undefined;
    const itself = entries.find(word.length, NOTHING);
    let found = itself >= 0 && accepts(entries.flagsAt(itself)) ? word : undefined;
    let ending: Ending | undefined = endings;
    for (let cut = word.length; ending && cut > 0; cut -= 1) {
      for (const { strip, rules } of ending.suffixes) {
        if (found && cut + strip.text.length >= found.length) continue;
        const entry = entries.find(cut, strip);
        if (entry >= 0 && isFormOf(entry, rules, accepts)) found = entries.wordAt(entry);
      }
      ending = ending.longer.get(word.charCodeAt(cut - 1));
    }
    return found;
  }

  return {
    baseForm: (word) => find(word, standsAlone),
    beginsCompound: (word) => find(word, standsFirst) !== undefined,
  };
}

type Test = (flags: string) => boolean;
const standsAlone: Test = (flags) => !flags.includes(ONLY_IN_COMPOUND);
const standsFirst: Test = (flags) => flags.includes(BEGINS) || flags.includes(MIDDLE);
const fits = ({ flag, condition }: SuffixRule, base: string, flags: string): boolean =>
  flags.includes(flag) && condition.test(base);

const NOTHING = hashed('');
/** About as many as the Swedish dictionary has. */
const USUAL_SIZE = 140_000;

/** Words in lower case only: names and abbreviations would lend "berg" and "ai" meanings they lack here. */
function readEntries(dic: string): Entries {
  const entries = createEntries(USUAL_SIZE);
  for (const [, word = '', flags = ''] of dic.matchAll(/^([a-zåäöéàü]{2,})(?:\/(.*))?$/gm))
    entries.add(word, flags);
  return entries;
}

/** A line: `SFX flag strip add/given condition`, where 0 is nothing. */
function readEndings(aff: string): Ending {
  const root = newEnding();
  for (const [, flag = '', strip = '', add = '', given = '', condition = ''] of aff.matchAll(SUFFIX_LINE)) {
    const { suffixes } = endingFor(root, orNothing(add));
    const rule = { flag, given, condition: new RegExp(`${condition}$`) };
    const sameStrip = suffixes.find((suffix) => suffix.strip.text === orNothing(strip));
    if (sameStrip) sameStrip.rules.push(rule);
    else suffixes.push({ strip: hashed(orNothing(strip)), rules: [rule] });
  }
  return root;
}

const SUFFIX_LINE = /^SFX +(\S) +(\S+) +([^\s/]+)(?:\/(\S+))? +(\S+)/gm;
const orNothing = (text: string): string => (text === '0' ? '' : text);
const newEnding = (): Ending => ({ suffixes: [], longer: new Map() });

function endingFor(root: Ending, text: string): Ending {
  let ending = root;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const letter = text.charCodeAt(i);
    const longer = ending.longer.get(letter) ?? newEnding();
    ending.longer.set(letter, longer);
    ending = longer;
  }
  return ending;
}
