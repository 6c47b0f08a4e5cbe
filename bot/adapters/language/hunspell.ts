import { createWordFilter } from './wordFilter.ts';

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
type Ending = { suffixes: Suffix[]; longer: Map<string, Ending> };
type Suffix = { strip: string; rules: SuffixRule[] };
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
  const filter = createWordFilter(entries.keys());

  const isFormOf = (base: string, rules: SuffixRule[], accepts: Test): boolean => {
    const flags = entries.get(base);
    return flags !== undefined && rules.some((rule) => accepts(rule.given) && fits(rule, base, flags));
  };

  /** The shortest entry that it may be a form of: "schemat" and "hittar" are entries too, but so are their bases. */
  function find(word: string, accepts: Test): string | undefined {
    if (!filter.read(word)) return undefined;
    const flags = entries.get(word);
    let found = flags !== undefined && accepts(flags) ? word : undefined;
    let ending: Ending | undefined = endings;
    for (let cut = word.length; ending && cut > 0; cut -= 1) {
      for (const { strip, rules } of ending.suffixes) {
        if (!filter.mayHold(cut, strip)) continue;
        const base = word.slice(0, cut) + strip;
        if ((!found || base.length < found.length) && isFormOf(base, rules, accepts)) found = base;
      }
      ending = ending.longer.get(word[cut - 1] ?? '');
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

/** Words in lower case only: names and abbreviations would lend "berg" and "ai" meanings they lack here. */
function readEntries(dic: string): Map<string, string> {
  const entries = new Map<string, string>();
  const sharedFlags = new Map<string, string>();
  for (const [, word = '', flags = ''] of dic.matchAll(/^([a-zåäöéàü]{2,})(?:\/(.*))?$/gm)) {
    const all = (entries.get(word) ?? '') + flags;
    entries.set(word, sharedFlags.get(all) ?? all);
    sharedFlags.set(all, all);
  }
  return entries;
}

/** A line: `SFX flag strip add/given condition`, where 0 is nothing. */
function readEndings(aff: string): Ending {
  const root = newEnding();
  for (const [, flag = '', strip = '', add = '', given = '', condition = ''] of aff.matchAll(SUFFIX_LINE)) {
    const { suffixes } = endingFor(root, orNothing(add));
    const rule = { flag, given, condition: new RegExp(`${condition}$`) };
    const sameStrip = suffixes.find((suffix) => suffix.strip === orNothing(strip));
    if (sameStrip) sameStrip.rules.push(rule);
    else suffixes.push({ strip: orNothing(strip), rules: [rule] });
  }
  return root;
}

const SUFFIX_LINE = /^SFX +(\S) +(\S+) +([^\s/]+)(?:\/(\S+))? +(\S+)/gm;
const orNothing = (text: string): string => (text === '0' ? '' : text);
const newEnding = (): Ending => ({ suffixes: [], longer: new Map() });

function endingFor(root: Ending, text: string): Ending {
  let ending = root;
  for (const letter of [...text].reverse()) {
    const longer = ending.longer.get(letter) ?? newEnding();
    ending.longer.set(letter, longer);
    ending = longer;
  }
  return ending;
}
