/** What a text may hold: `count` picks the plural form, `defaultValue` stands in for a missing key. */
export type Values = Readonly<Record<string, string | number | undefined>>;

export type Template = (values: Values) => string;

/** Prepares a text with `{{names}}`, so that filling it in is only joining strings. A name without a value leaves nothing. */
export function compile(text: string): Template {
  const [first = '', ...rest] = text.split(/\{\{\s*(\w+)\s*\}\}/);
  if (rest.length === 0) return () => first;
  return (values) => {
    let filled = first;
    for (let i = 0; i < rest.length; i += 2) filled += `${values[rest[i] ?? ''] ?? ''}${rest[i + 1]}`;
    return filled;
  };
}
