/** Pages of the tab that a link may name, with their addresses in it. */
const PAGES = {
  todo: '/todo',
  propose: '/propose',
  undelivered: '/undelivered',
  portfolio: '/',
  mine: '/?only=mine',
} as const;
export type PageName = keyof typeof PAGES;

/**
 * Where in the tab a link leads: a page by its name, or a case by its id or number. The same word travels in the links
 * of cards and in Teams' deep links (subPageId).
 * @returns the address in the tab, from its `#` on; undefined for what is empty or odd.
 */
export function pathOfPlace(place: string | undefined): string | undefined {
  if (!place) return undefined;
  if (Object.hasOwn(PAGES, place)) return PAGES[place as PageName];
  return /^[\p{L}\d-]{3,80}$/u.test(place) ? `/initiatives/${encodeURIComponent(place)}` : undefined;
}
