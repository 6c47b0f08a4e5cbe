const PAGES = ['todo', 'propose', 'undelivered'];

/** The hash route of a Teams deep link's subPageId: a page's name or a case; nothing for an empty or odd one. */
export function pathOfSubPage(subPage: string | undefined): string | undefined {
  if (!subPage) return undefined;
  if (PAGES.includes(subPage)) return `/${subPage}`;
  return /^[\p{L}\d-]{3,80}$/u.test(subPage) ? `/initiatives/${encodeURIComponent(subPage)}` : undefined;
}
