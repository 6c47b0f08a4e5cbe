/** How headings and choices are compared: letters and digits only, in one case, å, ä and ö kept. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
