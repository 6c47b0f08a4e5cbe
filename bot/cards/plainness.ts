/** A glance over a text, a letter at a time: most texts hold no sign that could mean anything, and are done with. */

const MEANS_NOTHING = 0;
const MAY_MEAN_SOMETHING = 1;
/** Only doubled, or before what follows in `NEEDS`. */
const WITH_NEXT = 2;

function table(value: number, ...signs: readonly string[]): Uint8Array {
  const values = new Uint8Array(128);
  for (const sign of signs.join('')) values[sign.charCodeAt(0)] = value;
  return values;
}

const CONTROLS = [...Array(32).keys(), 127]
  .map((code) => String.fromCharCode(code))
  .filter((sign) => sign !== '	');
const INSIDE = table(MAY_MEAN_SOMETHING, '`*_~[<&{', ...CONTROLS);
for (const sign of 'wW:') INSIDE[sign.charCodeAt(0)] = WITH_NEXT;
const FIRST = table(MAY_MEAN_SOMETHING, ' 	#>+-=|0123456789');
const LAST = table(MAY_MEAN_SOMETHING, ' 	');

/** Nothing in the text needs neutralising. May say no to a text that needs nothing; never yes to one that does. */
export function isPlain(text: string): boolean {
  const end = text.length - 1;
  if (end < 0) return true;
  if (FIRST[text.charCodeAt(0)] || LAST[text.charCodeAt(end)]) return false;
  for (let at = 0; at <= end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) {
      if (isUnusual(code)) return false;
      continue;
    }
    const meaning = INSIDE[code];
    if (meaning === MEANS_NOTHING) continue;
    if (meaning === MAY_MEAN_SOMETHING || needsLook(code, text.charCodeAt(at + 1))) return false;
  }
  return true;
}

/** `:/` as in an address, `ww` as in www. */
const needsLook = (code: number, next: number): boolean =>
  code === COLON ? next === SLASH : (next | 32) === SMALL_W;

const COLON = 58;
const SLASH = 47;
const SMALL_W = 119;

/** Line and paragraph separators, signs that turn writing round, and spaces that are not a blank. */
const isUnusual = (code: number): boolean =>
  code === 0xa0 ||
  code === 0xfeff ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x206f && !isTypographic(code)) ||
  code === 0x3000;

/** Dashes, quotation marks, dots and the gap itself. */
const isTypographic = (code: number): boolean => code >= 0x200b && code <= 0x2027;
