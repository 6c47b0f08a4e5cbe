const PLACEHOLDER = /\$\{\{([^{}]*)\}\}/g;

/** Names of the placeholders `${{NAME}}` in a template, each once, in order of appearance. */
export const placeholdersIn = (template: string): string[] => [
  ...new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name.trim())),
];

/**
 * Fills a JSON template in. Values are written as JSON, so a quotation mark in a name stays a quotation mark.
 * @throws when a placeholder has no value: a package must never leave with `${{…}}` in it.
 */
export function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(PLACEHOLDER, (_whole, name: string) => {
    const value = values[name.trim()];
    if (value === undefined) throw new Error(`Värde saknas för ${name.trim()} i mallen.`);
    return JSON.stringify(value).slice(1, -1);
  });
}
