/** The first letters of the first and the last word, as people sign a note; what is no letter is left out. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}]+/u).filter(Boolean);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toLocaleUpperCase('sv');
}
