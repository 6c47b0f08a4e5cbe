/** Teams refuses big messages; a card keeps to 25 KB with whatever people have written. */
export const CARD_ROOM = 25 * 1024;

const ELLIPSIS = ' …';

/** Bytes of a text inside JSON. */
export const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** Signs that are one byte inside JSON: nearly all of a text, counted without writing each of them as JSON. */
const PLAIN = /^[ !#-[\]-~]$/;

/** The text, or as much of its beginning as goes into so many bytes, cut between words. */
export function fitText(text: string, bytes: number): string {
  // At most six bytes a character inside JSON: short texts need no counting.
  if (text.length * 6 <= bytes || bytesOf(text) <= bytes) return text;
  let kept = '';
  let used = ELLIPSIS.length + 1;
  for (const sign of text) {
    used += PLAIN.test(sign) ? 1 : bytesOf(sign);
    if (used > bytes) break;
    kept += sign;
  }
  const space = kept.lastIndexOf(' ');
  return `${space > kept.length * 0.8 ? kept.slice(0, space) : kept}${ELLIPSIS}`;
}

/** Nobody types control characters, and each would take six bytes; line breaks and tabs stay. */
export const withoutControls = (text: string): string =>
  CONTROLS.test(text) ? text.replaceAll(CONTROLS_EVERYWHERE, '') : text;

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const CONTROLS_EVERYWHERE = new RegExp(CONTROLS, 'g');
